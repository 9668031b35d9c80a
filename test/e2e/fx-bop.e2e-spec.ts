import { type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Declaration {
  readonly id: string;
  readonly state: string;
  readonly number: string;
  readonly version: number;
  readonly dueOn: string;
  readonly creditedOn: string;
  readonly collectionId: string;
  readonly orderId: string | null;
  readonly contractNumber: string | null;
  readonly lines: readonly {
    readonly code: string;
    readonly remark: string;
    readonly amount: { readonly amount: string };
  }[];
  readonly findings: readonly { readonly pointer: string; readonly code: string }[];
  readonly allowedActions: readonly string[];
  readonly revisions: readonly { readonly revision: number; readonly state: string }[];
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly messageId: string | null;
}
interface List<Row> {
  readonly data: readonly Row[];
}

let platform: TestPlatform;
let desk: FxDesk;
const PATH = '/v1/fx/bop-declarations';
const SETTINGS = { institutionCode: '330200000101', channel: 'bank_api', classAUnderReview: false, directory: 'warn' };

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

/** The draft of a receipt, once it knows its order. */
async function drafted(
  bankReference: string,
  holds: (found: Declaration) => boolean = () => true,
): Promise<Declaration> {
  const { id } = await desk.collection(bankReference);
  const { data } = await eventually(
    () => desk.get<List<Declaration>>(`${PATH}?collectionId=${id}`),
    ({ data: [first] }) => first !== undefined && holds(first),
  );
  const [found] = data;
  if (found === undefined) throw new Error('No declaration');
  return found;
}
const isOfOrder = ({ orderId }: Declaration): boolean => orderId !== null;
const get = (id: string): Promise<Declaration> => desk.get<Declaration>(`${PATH}/${id}`);
const reached = (id: string, state: string): Promise<Declaration> =>
  eventually(
    () => get(id),
    (found) => found.state === state,
  );
const post = (id: string, command: string, body: object = {}) =>
  desk.tenant.client.post<Declaration & Problem>(`${PATH}/${id}/${command}`, body, key());
const patch = (id: string, version: number, body: object) =>
  desk.tenant.client.send<Declaration & Problem>('PATCH', `${PATH}/${id}`, body, { 'if-match': `"${version}"` });
const set = (change: object) =>
  desk.tenant.client.send('PUT', '/v1/fx/currency-control-settings', { ...SETTINGS, ...change }, {});

describe('A receipt from abroad', () => {
  it('is drafted by itself, submitted, accepted, corrected and taken back, each under its number', async () => {
    const order = await desk.order({ reference: 'SO-8001' });
    const draft = await drafted(await desk.pay({ amount: '10000.00', remittance: 'SO-8001' }), isOfOrder);
    expect(draft).toMatchObject({
      state: 'draft',
      orderId: order,
      contractNumber: 'NB-SO-8001',
      lines: [{ code: '121010', remark: '预收', amount: { amount: '10000.00' } }],
      findings: [],
      allowedActions: ['submit', 'delete'],
    });
    expect(draft.number).toMatch(/^330200000101\d{6}\d{4}$/);

    const sent = await post(draft.id, 'submission');
    expect([sent.status, sent.body.state]).toEqual([202, 'submitted']);
    await reached(draft.id, 'accepted');
    expect((await post(draft.id, 'submission')).body.code).toBe('STATE.ILLEGAL_TRANSITION');

    const opened = await post(draft.id, 'correction', { reason: 'Part of it is freight' });
    expect(opened.body).toMatchObject({ state: 'draft', revisions: [{ revision: 1, state: 'accepted' }] });
    const lines = [
      { code: '121010', amount: { amount: '9000.00', currency: 'USD' }, remark: '预收' },
      { code: '222011', amount: { amount: '1000.00', currency: 'USD' }, remark: '' },
    ];
    expect((await patch(draft.id, opened.body.version, { lines })).body.findings).toEqual([]);
    await post(draft.id, 'submission');
    await reached(draft.id, 'accepted');
    const csv = await desk.tenant.client.get(
      `${PATH}/export?from=${draft.creditedOn}&to=${draft.creditedOn}&format=csv`,
    );
    expect(csv.text).toContain(`${draft.number},`);
    expect(csv.text).toContain('9000.00,预收,222011,1000.00');

    const removal = await post(draft.id, 'deletion', { reason: 'Declared twice' });
    expect(removal.body.state).toBe('deletion_submitted');
    expect((await reached(draft.id, 'deleted')).allowedActions).toEqual([]);
  });

  it('is not submitted with faults: all of them are told at once', async () => {
    await desk.order({ reference: 'SO-8002' });
    const draft = await drafted(await desk.pay({ amount: '10000.00', remittance: 'SO-8002' }), isOfOrder);
    const lines = [{ code: '999999', amount: { amount: '1.00', currency: 'USD' }, remark: '' }];
    const { body: edited } = await patch(draft.id, draft.version, { lines, payerCountry: 'CN', isBonded: true });
    const faults = ['/payerCountry home', '/lines/0/code unknown', '/lines/0/remark bonded', '/lines sum'];
    expect(edited.findings.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
    const refused = await post(draft.id, 'submission');
    expect([refused.status, refused.body.code, refused.body.errors.length]).toEqual([
      422,
      'FX.BOP_DECLARATION_FAULTY',
      4,
    ]);
    expect((await patch(draft.id, draft.version, { isBonded: false })).status).toBe(412);
    expect((await post(draft.id, 'deletion', { reason: 'Test' })).body.state).toBe('deleted');
  });

  it('sent back by the bank is mended under the same number', async () => {
    await desk.order({ reference: 'SO-8003' });
    const payment = { amount: '10000.00', remittance: 'SO-8003', payerName: 'HAMBURG SBX-BANK-REJECT' };
    const draft = await drafted(await desk.pay(payment), isOfOrder);
    await post(draft.id, 'submission');
    expect((await reached(draft.id, 'rejected')).reasonCode).toBe('NARR');
    const { body: opened } = await post(draft.id, 'correction', { reason: 'The branch said why' });
    await patch(draft.id, opened.version, { payerName: 'HAMBURG HAUSHALT' });
    await post(draft.id, 'submission');
    expect((await reached(draft.id, 'accepted')).number).toBe(draft.number);
  });

  it('goes as auth.024 where the bank takes that, and is answered by auth.027; both are kept', async () => {
    expect((await set({ channel: 'iso20022' })).status).toBe(200);
    await desk.order({ reference: 'SO-8004' });
    const draft = await drafted(await desk.pay({ amount: '10000.00', remittance: 'SO-8004' }), isOfOrder);
    await post(draft.id, 'submission');
    await reached(draft.id, 'accepted');
    const messages = await eventually(
      () =>
        desk.get<List<{ messageType: string; content: string }>>(
          `/v1/fx/currency-control-messages?declarationId=${draft.id}`,
        ),
      ({ data }) => data.length === 2,
    );
    expect(messages.data.map(({ messageType }) => messageType).sort()).toEqual(['auth.024.001.02', 'auth.027']);
    expect(messages.data.find(({ messageType }) => messageType === 'auth.024.001.02')?.content).toContain(draft.number);
    await set({});
  });

  it('has a serial of its own, without a gap, however many come at once', async () => {
    const stranger = await FxDesk.open(platform);
    await stranger.order({ reference: 'SO-8100' });
    await Promise.all(Array.from({ length: 12 }, () => stranger.pay({ amount: '100.00', remittance: 'SO-8100' })));
    const { data } = await eventually(
      () => stranger.get<List<Declaration>>(`${PATH}?limit=100`),
      (page) => page.data.length === 12,
      60_000,
    );
    const serials = data.map(({ number }) => Number(number.slice(-4))).sort((left, right) => left - right);
    expect(serials).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    const [first] = data;
    expect((await desk.tenant.client.get(`${PATH}/${first?.id ?? ''}`)).status).toBe(404);
  });
});

describe('Money of a seller that SAFE watches', () => {
  const check = (of: FxDesk, orderId: string, state: string) =>
    eventually(
      () =>
        of.get<List<{ id: string; state: string; findings: { code: string }[] }>>(
          `/v1/fx/trade-checks?orderId=${orderId}`,
        ),
      ({ data }) => data[0]?.state === state,
    ).then(({ data }) => data[0] ?? { id: '', state: '', findings: [] });
  const codes = ({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code);

  it('of class B waits under review until the trade is shown, then is released and exchanged', async () => {
    const watched = await FxDesk.open(platform);
    const { client } = watched.tenant;
    const stated = {
      ...{ sellerId: watched.sellerId, enterpriseClass: 'B', validFrom: '2026-01-01', source: 'SAFE 2026-118' },
      ...{ directoryNumber: '330200000123', quota: { amount: '15000.00', currency: 'USD' } },
    };
    expect((await client.post('/v1/fx/enterprise-classes', stated, key())).status).toBe(201);
    const nonsense = await client.post<Problem>(
      '/v1/fx/enterprise-classes',
      { ...stated, validTo: '2025-01-01' },
      key(),
    );
    expect([nonsense.status, nonsense.body.code]).toEqual([422, 'REQUEST.INVALID']);

    const order = await watched.order({ reference: 'SO-8201' });
    await watched.pay({ amount: '10000.00', remittance: 'SO-8201' });
    const doubtful = await check(watched, order, 'doubtful');
    expect(codes(doubtful)).toEqual(['NO_DECLARATION']);
    expect([await watched.balance('funds_under_review', 'USD'), await watched.balance('client_funds', 'USD')]).toEqual([
      '1000000',
      '0',
    ]);
    const quote = await watched.quote({
      orderId: order,
      sell: { amount: '100.00', currency: 'USD' },
      buyCurrency: 'CNY',
    });
    const refused = await watched.convert(quote.body.id);
    expect([refused.status, (refused.body as unknown as Problem).code]).toEqual([409, 'FX.TRADE_CHECK_OPEN']);

    const bring = (kind: string) =>
      client.post<{ state: string }>(`/v1/fx/trade-checks/${doubtful.id}/evidence`, { kind, number: 'NB-1' }, key());
    expect((await bring('contract')).body.state).toBe('doubtful');
    expect((await bring('invoice')).body.state).toBe('passed');
    expect([await watched.balance('funds_under_review', 'USD'), await watched.balance('client_funds', 'USD')]).toEqual([
      '0',
      '1000000',
    ]);
    const again = await watched.quote({
      orderId: order,
      sell: { amount: '100.00', currency: 'USD' },
      buyCurrency: 'CNY',
    });
    expect((await watched.convert(again.body.id)).status).toBe(201);

    const next = await watched.order({ reference: 'SO-8202' });
    await watched.pay({ amount: '10000.00', remittance: 'SO-8202' });
    const blocked = await check(watched, next, 'blocked');
    expect(codes(blocked)).toEqual(['NO_DECLARATION', 'QUOTA_EXCEEDED']);
    const accept = (by: typeof client) =>
      by.post<Problem & { state: string }>(`/v1/fx/trade-checks/${blocked.id}/acceptance`, { reason: 'Seen' }, key());
    expect((await accept(client)).body.code).toBe('FX.SECOND_PERSON_NEEDED');
    await client.post(`/v1/fx/trade-checks/${blocked.id}/evidence`, { kind: 'explanation', number: '1' }, key());
    expect((await accept(client)).body.code).toBe('FX.SECOND_PERSON_NEEDED');
    const { body: made } = await client.post<{ apiKey: string }>(
      '/v1/api-keys',
      { name: 'second', scopes: ['fx:write', 'fx:read'] },
      key(),
    );
    const second = watched.platform.as(made.apiKey);
    expect((await accept(second)).body.state).toBe('accepted');
    expect(await watched.balance('funds_under_review', 'USD')).toBe('0');
    expect(await watched.events('fx.funds_review.released')).toHaveLength(2);

    const reports = await watched.get<List<{ type: string; state: string }>>(
      `/v1/fx/trade-credit-reports?orderId=${order}`,
    );
    expect(reports.data).toMatchObject([{ type: 'advance_receipt', state: 'due' }]);
  });
});

describe('Trade credit', () => {
  interface Report {
    readonly id: string;
    readonly state: string;
    readonly reportBy: string;
    readonly startedOn: string;
    readonly code: string;
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('is to be reported where it lasts longer than the law lets it, or not needed', async () => {
    const { client } = desk.tenant;
    const order = await desk.order({ reference: 'SO-8301' });
    const expect_ = (expectedOn: string, type = 'advance_receipt') =>
      client.post<Report>('/v1/fx/trade-credit-reports', { orderId: order, type, expectedOn }, key());
    expect((await expect_(inDays(60))).body.code).toBe('FX.NO_TRADE_CREDIT');
    await desk.collection(
      await desk.pay({ amount: '10000.00', remittance: 'SO-8301' }),
      ({ state }) => state === 'matched',
    );
    expect((await expect_('2020-01-01')).status).toBe(422);
    expect((await expect_(inDays(30))).body.state).toBe('not_needed');
    const due = await expect_(inDays(60));
    expect([due.status, due.body.state]).toEqual([200, 'due']);
    const command = (name: string, body: object) =>
      client.post<Report>(`/v1/fx/trade-credit-reports/${due.body.id}/${name}`, body, key());
    expect((await command('correction', { reference: 'X', reason: 'Y' })).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    expect((await command('report', { reference: 'TCR-1' })).body.state).toBe('reported');
    expect((await command('correction', { reference: 'TCR-1-1', reason: 'Put off' })).body.state).toBe('corrected');
    const years = await desk.get<List<{ status: string }>>(`/v1/fx/small-seller-years?sellerId=${desk.sellerId}`);
    expect(years.data).toMatchObject([{ status: 'exempt' }]);
  });
});
