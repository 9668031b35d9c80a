import { type ApiAnswer } from '../support/api-client.js';
import { type CollectionBody, type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { camtSample, type SampleFile } from '../../src/fx/testing/camt-sample.js';

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

type Entries = SampleFile['entries'];

/** The bank tells of these entries. */
async function told(id: string, entries: Entries): Promise<void> {
  const { accountNumber: account } = await desk.account('USD');
  expect(await desk.callback(camtSample({ type: '054', account, id, messageId: id, entries }))).toBe(202);
  for (const { reference = '' } of entries) await desk.collection(reference);
}

const command = <Body = CollectionBody>(
  id: string,
  what: string,
  body: object,
  headers = key(),
): Promise<ApiAnswer<Body>> => desk.tenant.client.post<Body>(`/v1/fx/collections/${id}/${what}`, body, headers);
const shares = ({ allocations }: CollectionBody): string[] =>
  allocations.map(({ orderId, amount, by }) => `${orderId} ${amount.amount} ${by}`).sort();
const stands = async (order: string): Promise<string> => {
  const { state, received } = await desk.receivable(order, () => true);
  return `${state} ${received.amount}`;
};

describe('A collection of which it is not sure what it pays for', () => {
  it('is suggested to the orders that it fits; a suggestion is taken up at once, and undone', async () => {
    const [one, two] = [await desk.order({ amount: '8100.00' }), await desk.order({ amount: '8200.00' })];
    const waiting = await desk.collection(await desk.pay({ amount: '2430.00', remittance: 'DEPOSIT' }));
    expect(waiting).toMatchObject({ state: 'unmatched', confidence: null });
    const [best] = waiting.suggestions;
    expect(best).toMatchObject({
      ground: 'instalment',
      confidence: '0.75',
      shares: [{ orderId: one, amount: { amount: '2430.00', currency: 'USD' } }],
      flags: ['part_payment'],
    });

    const tooMuch = { shares: [{ orderId: one, amount: { amount: '9000.00', currency: 'USD' } }] };
    const refused = await command<Problem>(waiting.id, 'match', tooMuch);
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/shares/0/amount']);
    const both = { orderId: two, shares: best?.shares ?? [] };
    expect((await command<Problem>(waiting.id, 'match', both)).status).toBe(422);

    const split = {
      shares: [
        { orderId: one, amount: { amount: '2000.00', currency: 'USD' } },
        { orderId: two, amount: { amount: '430.00', currency: 'USD' } },
      ],
    };
    const matched = await command(waiting.id, 'match', split);
    expect([matched.status, matched.body.state]).toEqual([200, 'matched']);
    expect(shares(matched.body)).toEqual([`${one} 2000.00 person`, `${two} 430.00 person`].sort());

    const part = await command(waiting.id, 'unmatch', { orderId: two });
    expect([part.body.state, part.body.surplus.amount]).toEqual(['partly_matched', '430.00']);
    const all = await command(waiting.id, 'unmatch', {});
    expect([all.body.state, all.body.surplus.amount, all.body.allocations]).toEqual(['unmatched', '2430.00', []]);
    expect([await stands(one), await stands(two)]).toEqual(['open 0.00', 'open 0.00']);
    const undone = await desk.events('fx.collection.match_undone');
    const revisions = undone.map(({ data }) => data['revision']);
    expect(revisions.every((revision) => typeof revision === 'number' && revision > 1)).toBe(true);
    const again = await command<Problem>(waiting.id, 'unmatch', {});
    expect([again.status, again.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);

    const aside = await command(waiting.id, 'set-aside', { reason: 'The bank is asked' });
    expect([aside.body.state, aside.body.note, aside.body.allowedActions]).toEqual([
      'set_aside',
      'The bank is asked',
      ['resume', 'refund'],
    ]);
    expect((await command(waiting.id, 'resumption', {})).body.state).toBe('unmatched');
  });

  it('is given to the next order of the buyer where it came in advance', async () => {
    const early = await desk.collection(await desk.pay({ amount: '777.77', remittance: 'in advance', payerName: 'X' }));
    const advance = await command(early.id, 'advance', { buyerId: desk.buyerId });
    expect(advance.body.state).toBe('advance');
    const order = await desk.order({ amount: '5000.00' });
    await desk.receivable(order, ({ received }) => received.amount === '777.77');
    expect((await desk.get<CollectionBody>(`/v1/fx/collections/${early.id}`)).state).toBe('matched');
  });

  it('is matched by a run, once its buyer is known by the name', async () => {
    const order = await desk.order({ amount: '6543.21' });
    const { id } = await desk.collection(
      await desk.pay({ amount: '6543.21', payerName: 'Nordwind Holding', remittance: '' }),
    );
    await platform.rows(
      `INSERT INTO fx.payer_alias (tenant_id, buyer_id, name_key, similar_key, name, created_at)
       SELECT tenant_id, buyer_id, 'NORDWIND HOLDING', 'HOLDING NORDWIND', 'Nordwind Holding', now()
       FROM fx.receivable WHERE tenant_id = $1 LIMIT 1 ON CONFLICT DO NOTHING`,
      [desk.tenant.tenantId],
    );
    const run = await desk.tenant.client.post<{ id: string }>('/v1/fx/match-runs', {}, key());
    expect(run.status).toBe(202);
    const ended = await eventually(
      () =>
        desk.get<{ state: string; matched: number; items: number; done: number }>(`/v1/fx/match-runs/${run.body.id}`),
      ({ state }) => state === 'completed',
    );
    expect([ended.matched, ended.done]).toEqual([1, ended.items]);
    expect(shares(await desk.get<CollectionBody>(`/v1/fx/collections/${id}`))).toEqual([
      `${order} 6543.21 payer_and_amount`,
    ]);
  });
});

describe('A credit that the bank takes back', () => {
  it('is booked back: the order is owed again, and the money leaves the seller', async () => {
    const order = await desk.order({ reference: 'SO-7801', amount: '4000.00' });
    const before = BigInt(await desk.balance('client_funds', 'USD'));
    await told('RB-1', [{ reference: 'BACK-1', amount: '4000.00', remittance: 'SO-7801' }]);
    await desk.receivable(order, ({ state }) => state === 'collected');
    await told('RB-2', [
      { reference: 'BACK-1R', amount: '4000.00', side: 'DBIT', isReversal: true, remittance: 'BACK-1' },
    ]);
    await desk.receivable(order, ({ state, received }) => state === 'open' && received.amount === '0.00');
    const back = await desk.collection('BACK-1', ({ state }) => state === 'returned');
    expect([back.allowedActions, back.flags, back.surplus.amount]).toEqual([[], [], '0.00']);
    expect(BigInt(await desk.balance('client_funds', 'USD'))).toBe(before);
    await eventually(
      () => desk.events('fx.collection.returned'),
      (events) => events.length === 1,
    );
  });

  it('is taken back as soon as it comes, where its reversal was first', async () => {
    const order = await desk.order({ reference: 'SO-7802', amount: '4100.00' });
    await told('RB-3', [
      { reference: 'BACK-2R', amount: '4100.00', side: 'DBIT', isReversal: true, remittance: 'BACK-2' },
    ]);
    expect((await desk.collection('BACK-2R')).reverses).toBeNull();
    await told('RB-4', [{ reference: 'BACK-2', amount: '4100.00', remittance: 'SO-7802' }]);
    const back = await desk.collection('BACK-2', ({ state }) => state === 'returned');
    expect((await desk.collection('BACK-2R')).reverses).toBe(back.id);
    expect(await stands(order)).toBe('open 0.00');
  });

  it('and that was converted before is owed by the seller', async () => {
    const order = await desk.order({ reference: 'SO-7803', amount: '4200.00', conversion: 'automatic' });
    await told('RB-5', [{ reference: 'BACK-3', amount: '4200.00', remittance: 'SO-7803' }]);
    await eventually(
      () =>
        platform.rows(`SELECT 1 FROM fx.conversion WHERE tenant_id = $1 AND state = 'settled'`, [desk.tenant.tenantId]),
      (rows) => rows.length > 0,
    );
    const { id } = await desk.collection('BACK-3');
    const late = await command<Problem>(id, 'unmatch', {});
    expect([late.status, late.body.code]).toEqual([409, 'FX.CONVERTED_BEFORE']);
    const owed = BigInt(await desk.balance('client_dues', 'USD'));
    await told('RB-6', [
      { reference: 'BACK-3R', amount: '4200.00', side: 'DBIT', isReversal: true, remittance: 'BACK-3' },
    ]);
    const back = await desk.collection('BACK-3', ({ state }) => state === 'returned');
    expect(back.flags).toEqual(['owed_by_seller']);
    expect(BigInt(await desk.balance('client_dues', 'USD')) - owed).toBe(420_000n);
    expect(await stands(order)).toBe('open 0.00');
  });
});

describe('A receipt for an order that was collected already', () => {
  it('is told of by itself, with all that the order was paid by', async () => {
    const order = await desk.order({ reference: 'SO-7090' });
    await desk.collection(await desk.pay({ amount: '9980.00', remittance: 'SO-7090' }));
    await desk.receivable(order, ({ state }) => state === 'collected');
    await desk.collection(await desk.pay({ amount: '20.00', remittance: 'SO-7090 sorry' }));
    const [added, ...others] = await eventually(
      () => desk.events('fx.order.receipt_added'),
      (found) => found.length > 0,
    );
    expect(others).toEqual([]);
    expect(added?.data).toMatchObject({
      ...{ received: { amount: '10000.00' }, shortfall: { amount: '0.00' } },
      receipts: [{ amount: { amount: '9980.00' } }, { amount: { amount: '20.00', currency: 'USD' } }],
    });
  });
});
