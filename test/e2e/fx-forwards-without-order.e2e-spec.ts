import { type ApiAnswer } from '../support/api-client.js';
import { type ForwardBody, ForwardDesk, usd } from '../support/forward-desk.js';
import { type Problem } from '../support/fx-answers.js';
import { TestPlatform } from '../support/test-platform.js';

/** Working days in China; the first is a Monday, 10:00. */
const [FIRST, SECOND, LAST] = ['2027-11-01', '2027-11-02', '2027-11-30'];
const at = (day: string): string => `${day}T02:00:00.000Z`;

interface ItemBody {
  readonly kind: string;
  readonly orderId: string | null;
  readonly hedged: { readonly amount: string };
  readonly open: { readonly amount: string };
}
interface SuggestionBody {
  readonly side: string;
  readonly orderId: string | null;
  readonly open: { readonly amount: string };
  readonly because: string | null;
}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** Somebody whose seller owes 8,000 USD on an order and 6,000 on none, and has CNY. */
async function opened(): Promise<{ desk: ForwardDesk; order: string; wish: object }> {
  const desk = await ForwardDesk.open(platform);
  await desk.setClock(at(FIRST));
  await desk.arrange('0.03');
  const order = await desk.fx.order({ currency: 'EUR', reference: 'FN-1' });
  await desk.fund(order, '60000.00');
  await desk.owe(order, '8000.00');
  await desk.owe(null, '6000.00');
  const wish = { purpose: 'new', side: 'buy', sellerId: desk.fx.sellerId, startsOn: SECOND, dueOn: LAST };
  return { desk, order, wish };
}

async function dues({ fx }: ForwardDesk): Promise<string[]> {
  const { data } = await fx.get<{ data: ItemBody[] }>(`/v1/fx/exposures/items?sellerId=${fx.sellerId}&currency=USD`);
  return data
    .filter(({ kind }) => kind === 'dues' || kind === 'forward')
    .map(({ kind, orderId, hedged, open }) =>
      [kind, orderId === null ? 'no order' : 'order', hedged.amount, open.amount].join(' '),
    )
    .toSorted();
}

describe('What a seller owes on no order', () => {
  it('is bought forward up to what is owed, whoever races, and no order lends it anything', async () => {
    const { desk, wish } = await opened();
    const quotes = await Promise.all([1, 2, 3].map(() => desk.quoted({ ...wish, amount: usd('4000.00') })));
    const answers = await Promise.all(quotes.map(({ id }) => desk.contract(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect([refused?.code, refused?.details['left']]).toEqual(['FX.OVER_HEDGED', '2000.00 USD']);
    const made = answers.find(({ status }) => status === 201)?.body;
    expect([made?.orderId, made?.side]).toEqual([null, 'buy']);
    expect(await dues(desk)).toEqual(['dues no order -4000.00 -2000.00', 'dues order 0.00 -8000.00']);
  });

  it('is told of among exposures, and suggested to be bought', async () => {
    const { desk } = await opened();
    const { suggestions } = await desk.fx.get<{ suggestions: SuggestionBody[] }>(
      `/v1/fx/exposures/hedge-suggestions?sellerId=${desk.fx.sellerId}`,
    );
    const bought = suggestions.filter(({ side }) => side === 'buy');
    expect(bought).toMatchObject([{ orderId: null, open: usd('6000.00'), because: null }]);
  });

  it('is paid by what is delivered, and no more is delivered than is owed by then', async () => {
    const { desk, order, wish } = await opened();
    const { fx } = desk;
    const bought = await desk.booked({ ...wish, amount: usd('6000.00') });
    await desk.setClock(at(SECOND));
    await desk.command(bought.id, 'deliveries', { amount: usd('1000.00') });
    await desk.forward(bought.id, ({ moves }) => moves[0]?.state === 'done');
    const page = await fx.get<{ data: object[] }>(`/v1/fx/seller-dues-purchases?sellerId=${fx.sellerId}`);
    expect(page.data).toMatchObject([{ due: usd('1000.00'), forwardId: bought.id }]);
    expect([await fx.balance('client_dues', 'USD'), await fx.balance('client_funds', 'USD')]).toEqual(['1300000', '0']);

    await desk.forgive(null, '4500.00');
    const most = await desk.command(bought.id, 'deliveries', { amount: usd('500.01') });
    expect([most.status, most.body.code, most.body.details['left']]).toEqual([409, 'FX.OVER_HEDGED', '500.00 USD']);
    const racing = await Promise.all(
      Array.from({ length: 6 }, () => desk.command(bought.id, 'deliveries', { amount: usd('500.00') })),
    );
    expect(racing.filter(({ status }) => status < 300)).toHaveLength(1);
    await desk.forward(
      bought.id,
      ({ delivered, moving }) => delivered.amount === '1500.00' && moving.amount === '0.00',
    );
    expect(await dues(desk)).toEqual(['dues order 0.00 -8000.00', 'forward no order 0.00 4500.00']);
    expect((await fx.get<ForwardBody>(`/v1/fx/forwards/${bought.id}`)).open).toEqual(usd('4500.00'));

    const closing = await desk.quoted({ purpose: 'close_out', forwardId: bought.id });
    await desk.command(bought.id, 'close-outs', { quoteId: closing.id });
    await desk.forward(bought.id, ({ state }) => state === 'closed_out');
    expect([await fx.balance('fx_position', 'USD'), await fx.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
    expect(order).not.toBe('');
  });

  it.each([
    ['is sold', { side: 'sell' }, 422, '/side required'],
    ['is of an order too', { orderId: 'order' }, 422, '/sellerId not_applicable'],
    ['is of nobody', { sellerId: undefined }, 422, '/orderId required'],
    ['is in another currency', { amount: { amount: '10.00', currency: 'GBP' } }, 409, 'FX.NOTHING_TO_HEDGE USD'],
  ])('is not quoted where it %s', async (_how, change, status, why) => {
    const { desk, order, wish } = await opened();
    const body = { ...wish, amount: usd('10.00'), ...change, ...('orderId' in change ? { orderId: order } : {}) };
    const answer: ApiAnswer<Problem> = await desk.ask<Problem>(body);
    const [fault] = answer.body.errors;
    const told = fault === undefined ? [answer.body.code, answer.body.details['owed']] : [fault.pointer, fault.code];
    expect([answer.status, told.join(' ')]).toEqual([status, why]);
  });
});
