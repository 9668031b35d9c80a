import { type Tx, type View } from '../../src/platform/database/session.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { Money } from '../../src/kernel/money.js';

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
});
