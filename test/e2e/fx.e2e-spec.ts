import { randomUUID } from 'node:crypto';

import { newId, publicId } from '../../src/kernel/ids.js';
import { type CollectionBody, type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

const matched = ({ state }: CollectionBody): boolean => state === 'matched';
const amounts = ({ allocations }: CollectionBody): string[] =>
  allocations.map(({ orderId, amount, by }) => `${orderId} ${amount.amount} ${by}`);

describe('Money from a buyer', () => {
  it('is matched to the order that the text names, counted, and stays with the seller until it is converted', async () => {
    const order = await desk.order({ reference: 'SO-7001' });
    const before = BigInt(await desk.balance('client_funds', 'USD'));
    const reference = await desk.pay({ amount: '10000.00', charges: '25.00', remittance: 'inv so 7001 balance' });
    const found = await desk.collection(reference, matched);
    expect(found).toMatchObject({
      amount: { amount: '9975.00', currency: 'USD' },
      charges: { amount: '25.00', currency: 'USD' },
      surplus: { amount: '0.00', currency: 'USD' },
      payerName: 'HAMBURG HAUSHALT',
      kind: 'credit',
    });
    expect(amounts(found)).toEqual([`${order} 9975.00 reference`]);
    expect(found.explanation.steps.map(({ name }) => name)).toEqual(['reference', 'share', 'confidence']);
    expect(await desk.receivable(order, ({ state }) => state === 'collected')).toMatchObject({
      received: { amount: '9975.00' },
      outstanding: { amount: '25.00' },
    });
    expect(BigInt(await desk.balance('client_funds', 'USD')) - before).toBe(997_500n);
    const [collected] = await desk.events('fx.order.collected');
    expect(collected?.data).toEqual({
      expected: { amount: '10000.00', currency: 'USD' },
      received: { amount: '9975.00', currency: 'USD' },
      shortfall: { amount: '25.00', currency: 'USD' },
      revision: 2,
      receipts: [expect.objectContaining({ collectionId: found.id, bankReference: reference, payerCountry: 'DE' })],
    });
  });

  it('may come in parts: the order is collected by the last of them, once', async () => {
    const order = await desk.order({ reference: 'SO-7002' });
    const earlier = (await desk.events('fx.order.collected')).length;
    await desk.collection(await desk.pay({ amount: '3000.00', remittance: 'SO-7002 deposit' }), matched);
    await desk.receivable(order, ({ state, received }) => state === 'open' && received.amount === '3000.00');
    await desk.collection(await desk.pay({ amount: '6980.00', remittance: 'SO-7002 rest' }), matched);
    await desk.receivable(order, ({ state, received }) => state === 'collected' && received.amount === '9980.00');
    await desk.collection(await desk.pay({ amount: '20.00', remittance: 'SO-7002 sorry' }), matched);
    await desk.receivable(order, ({ outstanding }) => outstanding.amount === '0.00');
    const told = (await desk.events('fx.order.collected')).slice(earlier);
    expect(told.map(({ data }) => data['receipts'])).toMatchObject([[{ amount: { amount: '3000.00' } }, {}]]);
  });

  it('may come in many parts at the same moment, and each counts once', async () => {
    const order = await desk.order({ reference: 'SO-7005' });
    const earlier = (await desk.events('fx.order.collected')).length;
    await Promise.all(Array.from({ length: 20 }, () => desk.pay({ amount: '500.00', remittance: 'SO-7005' })));
    await desk.receivable(order, ({ state, received }) => state === 'collected' && received.amount === '10000.00');
    expect((await desk.events('fx.order.collected')).length).toBe(earlier + 1);
  });

  it('may pay for several orders at once', async () => {
    const [first, second] = [await desk.order({ reference: 'SO-7003' }), await desk.order({ reference: 'SO-7004' })];
    const found = await desk.collection(
      await desk.pay({ amount: '19990.00', remittance: 'SO-7004, SO-7003' }),
      matched,
    );
    expect(amounts(found)).toEqual([`${second} 10000.00 reference`, `${first} 9990.00 reference`]);
  });

  it('without a reference is matched by its payer and its amount', async () => {
    const order = await desk.order({ amount: '4321.00' });
    const payment = {
      amount: '4321.00',
      charges: '15.00',
      payerName: 'Hamburg Haushalt G.m.b.H.',
      remittance: 'goods',
    };
    const found = await desk.collection(await desk.pay(payment), matched);
    expect(amounts(found)).toEqual([`${order} 4306.00 payer_and_amount`]);
  });

  it('that fits nothing waits for a person, who names the order; the payer is known from then on', async () => {
    const order = await desk.order({ amount: '1234.00' });
    const stranger = { payerName: 'Nord-Ost Holding', remittance: 'for toys' };
    const { id, state, allowedActions, explanation } = await desk.collection(
      await desk.pay({ amount: '1234.00', ...stranger }),
    );
    expect([state, allowedActions]).toEqual(['unmatched', ['match', 'mark_advance', 'set_aside', 'refund']]);
    expect(explanation.steps.map(({ name, value }) => `${name}: ${value}`)).toContain('payer: 0');
    const list = await desk.get<{ data: CollectionBody[] }>('/v1/fx/collections?state=unmatched,partly_matched');
    expect(list.data.map((one) => one.id)).toContain(id);

    const path = `/v1/fx/collections/${id}/match`;
    const dry = await desk.tenant.client.post<CollectionBody>(`${path}?dryRun=true`, { orderId: order }, key());
    expect([dry.status, dry.body.state]).toEqual([200, 'matched']);
    expect((await desk.get<CollectionBody>(`/v1/fx/collections/${id}`)).state).toBe('unmatched');
    const byHand = await desk.tenant.client.post<CollectionBody>(path, { orderId: order }, key());
    expect([byHand.status, byHand.body.state, amounts(byHand.body)]).toEqual([
      200,
      'matched',
      [`${order} 1234.00 person`],
    ]);
    await desk.receivable(order, (found) => found.state === 'collected');

    const next = await desk.order({ amount: '2345.00' });
    const second = await desk.collection(await desk.pay({ amount: '2345.00', ...stranger }), matched);
    expect(amounts(second)).toEqual([`${next} 2345.00 payer_and_amount`]);
  });

  it('beyond what is owed is kept apart until a person says what it is for', async () => {
    const [order, other] = [await desk.order({ reference: 'SO-7010' }), await desk.order({ amount: '900.00' })];
    const reference = await desk.pay({ amount: '10600.00', remittance: 'SO-7010' });
    const over = await desk.collection(reference, ({ state }) => state === 'partly_matched');
    expect([over.surplus.amount, amounts(over)]).toEqual(['600.00', [`${order} 10000.00 reference`]]);
    const path = `/v1/fx/collections/${over.id}/match`;
    const rest = await desk.tenant.client.post<CollectionBody>(path, { orderId: other }, key());
    expect([rest.body.state, rest.body.surplus.amount]).toEqual(['matched', '0.00']);
    const again = await desk.tenant.client.post<Problem>(path, { orderId: other }, key());
    expect([again.status, again.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });
});

describe('The bank’s notices', () => {
  it('told twice, or asked for, credit once', async () => {
    await desk.order({ reference: 'SO-7020' });
    await desk.control('PUT', '/control/partners/bank', { repeat: 3, anonymous: true });
    const reference = await desk.pay({ amount: '10000.00', remittance: 'SO-7020' });
    await desk.collection(reference, matched);
    await desk.control('PUT', '/control/partners/bank', { repeat: 1, anonymous: false });
    const before = await desk.balance('client_funds', 'USD');
    await desk.hurry('fx.ask-credits');
    await eventually(
      () =>
        platform.rows(`SELECT 1 FROM platform.partner_exchange WHERE tenant_id = $1 AND operation = 'ask-credits'`, [
          desk.tenant.tenantId,
        ]),
      (rows) => rows.length > 0,
    );
    expect(await desk.balance('client_funds', 'USD')).toBe(before);
    const rows = await platform.rows('SELECT 1 FROM fx.collection WHERE bank_reference = $1', [reference]);
    expect(rows).toHaveLength(1);
  });

  it('that are lost are asked for', async () => {
    const order = await desk.order({ reference: 'SO-7021' });
    await desk.control('PUT', '/control/partners/bank', { lossy: 1 });
    const reference = await desk.pay({ amount: '10000.00', remittance: 'SO-7021' });
    await desk.control('PUT', '/control/partners/bank', { lossy: 0 });
    await eventually(
      async () => {
        await desk.hurry('fx.ask-credits');
        return platform.rows('SELECT 1 FROM fx.collection WHERE bank_reference = $1', [reference]);
      },
      (rows) => rows.length === 1,
    );
    await desk.receivable(order, ({ state }) => state === 'collected');
  });

  it('of debits and reversals are recorded and set aside, not booked', async () => {
    const { accountNumber } = await desk.account('USD');
    const before = await desk.balance('client_funds', 'USD');
    expect(await desk.callback(notice(accountNumber, 'REV-1', { reversal: true }))).toBe(202);
    const found = await desk.collection('REV-1');
    expect([found.state, found.kind, found.allowedActions]).toEqual(['set_aside', 'reversal', []]);
    expect(await desk.balance('client_funds', 'USD')).toBe(before);
  });

  it('may hold several entries', async () => {
    const order = await desk.order({ reference: 'SO-7022' });
    const { accountNumber } = await desk.account('USD');
    const entries =
      entry('MULTI-1', { amount: '4000.00', words: 'SO-7022' }) +
      entry('MULTI-2', { amount: '6000.00', words: 'SO-7022' });
    await desk.callback(document(accountNumber, entries));
    await desk.receivable(order, ({ state, received }) => state === 'collected' && received.amount === '10000.00');
  });

  it.each([
    [
      'of another kind',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt/></Document>',
      'FX.UNKNOWN_BANK_MESSAGE',
    ],
    ['that are no XML', 'hello', 'FX.UNREADABLE_BANK_MESSAGE'],
  ])('%s are kept, and laid before people', async (_what, body, code) => {
    expect(await desk.callback(`${body}<!-- ${randomUUID()} -->`)).toBe(202);
    await eventually(
      () => desk.deadLetters(),
      (letters) => letters.some((letter) => letter.queue === 'fx.take-bank-message' && letter.error_code === code),
    );
  });

  it('about an account that is not known yet are tried again', async () => {
    const number = '6228480000000099';
    await desk.callback(notice(number, 'EARLY-1', {}));
    const seller = newId();
    await eventually(
      () =>
        platform.rows(`SELECT 1 FROM platform.delivery WHERE tenant_id = $1 AND queue = 'fx.take-bank-message'`, [
          desk.tenant.tenantId,
        ]),
      (rows) => rows.length > 0,
    );
    await platform.rows(
      `INSERT INTO fx.collection_account (tenant_id, id, party_id, currency, owner_name, state, account_number, bank_bic, created_at, updated_at)
       VALUES ($1, $2, $3, 'USD', 'Late', 'open', $4, 'SBXCCNBJXXX', now(), now())`,
      [desk.tenant.tenantId, newId(), seller, number],
    );
    expect((await desk.collection('EARLY-1')).state).toBe('unmatched');
  });
});

describe('Matching by hand is refused', () => {
  let collectionId: string;
  beforeAll(async () => {
    ({ id: collectionId } = await desk.collection(
      await desk.pay({ amount: '77.00', payerName: 'Nobody', remittance: '?' }),
    ));
  });

  const match = (id: string, body: object, headers: Record<string, string> = key()) =>
    desk.tenant.client.post<Problem>(`/v1/fx/collections/${id}/match`, body, headers);

  it.each<[string, () => Promise<[string, object, Record<string, string>?]>, number, string]>([
    [
      'without an Idempotency-Key',
      async () => [collectionId, { orderId: await desk.order() }, {}],
      400,
      'IDEMPOTENCY.KEY_REQUIRED',
    ],
    [
      'for a collection that is none',
      async () => [publicId('collection', newId()), { orderId: await desk.order() }],
      404,
      'REQUEST.NOT_FOUND',
    ],
    ['for an id that is none', async () => ['col_1', { orderId: await desk.order() }], 404, 'REQUEST.MALFORMED_ID'],
    [
      'to an order that is none',
      () => Promise.resolve([collectionId, { orderId: publicId('order', newId()) }]),
      422,
      'FX.ORDER_NOT_OWED',
    ],
    [
      'to an order in another currency',
      async () => [collectionId, { orderId: await desk.order({ currency: 'EUR' }) }],
      422,
      'FX.ORDER_NOT_OWED',
    ],
    [
      'to something that is no order',
      () => Promise.resolve([collectionId, { orderId: collectionId }]),
      422,
      'REQUEST.INVALID',
    ],
    [
      'with more than it knows',
      async () => [collectionId, { orderId: await desk.order(), amount: '1' }],
      422,
      'REQUEST.INVALID',
    ],
    [
      'of another version',
      async () => [collectionId, { orderId: await desk.order() }, { ...key(), 'If-Match': '"9"' }],
      412,
      'REQUEST.STALE_VERSION',
    ],
  ])('%s', async (_why, request, status, code) => {
    const [id, body, headers] = await request();
    const answer = await match(id, body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await desk.get<CollectionBody>(`/v1/fx/collections/${collectionId}`)).state).toBe('unmatched');
  });

  it('to another tenant, for whom it does not exist', async () => {
    const stranger = await platform.tenant();
    const answer = await stranger.client.get<Problem>(`/v1/fx/collections/${collectionId}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'REQUEST.NOT_FOUND']);
    const list = await stranger.client.get<{ data: unknown[] }>('/v1/fx/collections');
    expect(list.body.data).toEqual([]);
  });

  it.each(['state=nonsense', 'colour=red', 'cursor=x', 'limit=0', 'orderId=col_1'])(
    'in a list with ?%s',
    async (query) => {
      const answer = await desk.tenant.client.get<Problem>(`/v1/fx/collections?${query}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST.MALFORMED']);
    },
  );
});

interface EntryFacts {
  readonly amount?: string;
  readonly words?: string;
  readonly reversal?: boolean;
}

function notice(accountNumber: string, reference: string, facts: EntryFacts): string {
  return document(accountNumber, entry(reference, facts));
}

function document(accountNumber: string, entries: string): string {
  return (
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>T</MsgId>` +
    `<CreDtTm>2026-11-24T17:49:05+08:00</CreDtTm></GrpHdr><Ntfctn><Id>T</Id><CreDtTm>2026-11-24T17:49:05+08:00</CreDtTm>` +
    `<Acct><Id><Othr><Id>${accountNumber}</Id></Othr></Id></Acct>${entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
  );
}

function entry(reference: string, { amount = '10.00', words = '', reversal = false }: EntryFacts): string {
  return (
    `<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${reversal ? 'DBIT' : 'CRDT'}</CdtDbtInd><RvslInd>${reversal}</RvslInd>` +
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef>` +
    `<NtryDtls><TxDtls><RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}
