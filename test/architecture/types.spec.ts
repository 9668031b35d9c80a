import { type Tx, type View } from '../../src/platform/database/session.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { Money } from '../../src/kernel/money.js';
import { PartnerUnavailableError } from '../../src/kernel/partner-errors.js';
import { sentences } from '../../src/kernel/sentence.js';
import { type Entrepot } from '../../sdk/src/index.js';

/** Mistakes that the compiler must catch: `npm run typecheck` fails here when it stops catching them. */
describe('The types', () => {
  it('do not let an event be published outside a transaction', () => {
    const mistake = (view: View, event: Parameters<typeof publish>[1]) => {
      // @ts-expect-error a view reads; only a Tx promises
      publish(view, event);
    };
    expect(mistake).toBeDefined();
  });

  it('do not let an event be published with the data of another', () => {
    const mistake = (tx: Tx) => {
      const resource = { type: 'order', id: '1' };
      // @ts-expect-error a cancelled order has a reason
      publish(tx, { type: 'orders.order.cancelled', resource, orderId: '1', data: { claimId: '1' } });
    };
    expect(mistake).toBeDefined();
  });

  it('do not let a number become money', () => {
    // @ts-expect-error an amount is a decimal string
    const mistake = () => Money.parse(12.5, 'USD');
    expect(mistake).toBeDefined();
  });

  it('do not let anything be said in one language only, or without its values', () => {
    const mistakes = () => {
      // @ts-expect-error the Chinese is missing
      sentences('TYPES', { half: { en: 'Half' } });
      const { order_state: say } = sentences('TYPES', { order_state: { en: 'It is {state}', zh: '状态为 {state}' } });
      // @ts-expect-error `state` has no value
      say({});
      // @ts-expect-error an error says a sentence, not a text
      return new PartnerUnavailableError('The bank is closed');
    };
    expect(mistakes).toBeDefined();
  });

  it('of the SDK do not let an operation be called with what the contract does not know', () => {
    const mistakes = async (client: Entrepot) => {
      // @ts-expect-error a state is a word
      client.orders.list({ state: 3 });
      // @ts-expect-error orders are not filtered by this
      client.orders.list({ colour: 'red' });
      // @ts-expect-error an order needs its body
      await client.orders.create();
      // @ts-expect-error to remove is nothing to try
      await client.webhooks.endpoints.remove('whe_1', { dryRun: true });
      // @ts-expect-error the format is required
      await client.ledger.export.get();
      // @ts-expect-error orders are not made here
      await client.request('POST', '/v1/orders/{id}');
      // @ts-expect-error the path has a place for an id
      await client.request('GET', '/v1/orders/{id}');
      const page = await client.request('GET', '/v1/orders', { query: { limit: 1 } });
      // @ts-expect-error an order has no price
      const field: keyof (typeof page.data)[number] = 'price';
      return page.data[0]?.[field];
    };
    expect(mistakes).toBeDefined();
  });
});
