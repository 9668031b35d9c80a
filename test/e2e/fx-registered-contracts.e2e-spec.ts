import { type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Contract {
  readonly id: string;
  readonly orderIds: readonly string[];
  readonly state: string;
  readonly version: number;
  readonly registrationNumber: string | null;
  readonly registeredOn: string | null;
  readonly reasonCode: string | null;
  readonly allowedActions: readonly string[];
  readonly terms: { readonly amount: { readonly amount: string }; readonly endsOn: string };
  readonly proposed: object | null;
  readonly requests: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly result: Record<string, unknown> | null;
    readonly reasonCode: string | null;
  }[];
}
interface Letter {
  readonly id: string;
  readonly state: string;
  readonly direction: string;
  readonly subject: string;
  readonly reference: string;
  readonly contractId: string | null;
  readonly answersId: string | null;
}
interface List<Row> {
  readonly data: readonly Row[];
}

const PATH = '/v1/fx/registered-contracts';
const LETTERS = '/v1/fx/currency-control-letters';
const SETTINGS = { institutionCode: '330200000101', channel: 'bank_api', classAUnderReview: false, directory: 'warn' };
const TERMS = { startsOn: '2026-11-02', endsOn: '2027-06-30' };
const TODAY = new Date().toISOString().slice(0, 10);

let platform: TestPlatform;
let desk: FxDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

const post = (path: string, body: object, headers = key()) =>
  desk.tenant.client.post<Contract & Letter & Problem>(path, body, headers);
const take = (channel: string) =>
  desk.tenant.client.send('PUT', '/v1/fx/currency-control-settings', { ...SETTINGS, channel }, {});
const until = (id: string, holds: (found: Contract) => boolean) =>
  eventually(() => desk.get<Contract>(`${PATH}/${id}`), holds);
const reached = (id: string, state: string) => until(id, (found) => found.state === state);
const answered = (id: string, kind: string, state = 'accepted') =>
  until(id, ({ requests }) => requests.some((request) => request.kind === kind && request.state === state));
const letter = async (holds: (found: Letter) => boolean): Promise<Letter> => {
  const { data } = await eventually(
    () => desk.get<List<Letter>>(`${LETTERS}?limit=100`),
    (page) => page.data.some(holds),
  );
  const found = data.find(holds);
  if (found === undefined) throw new Error('There is no such letter');
  return found;
};
const registered = async (reference: string): Promise<Contract> => {
  const orderId = await desk.order({ reference });
  const asked = await post(PATH, { orderIds: [orderId], ...TERMS });
  expect([asked.status, asked.body.state]).toEqual([202, 'requested']);
  return reached(asked.body.id, 'registered');
};
describe('The contract of an order', () => {
  it('is not registered with a bank that takes no such messages', async () => {
    const orderId = await desk.order({ reference: 'RC-1' });
    const refused = await post(PATH, { orderIds: [orderId], ...TERMS });
    expect([refused.status, refused.body.code]).toEqual([409, 'FX.BANK_TAKES_NO_CONTRACTS']);
    expect((await take('iso20022')).status).toBe(200);
    const faulty = await post(PATH, {
      ...{ orderIds: [orderId], startsOn: '2026-11-02', endsOn: '2026-10-01', contractNumber: 'N' },
      amount: { amount: '1.00', currency: 'EUR' },
    });
    expect(faulty.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/amount currency_mismatch',
      '/endsOn before_start',
    ]);
    const unknown = await post(PATH, { orderIds: ['ord_01jdq3x7k2e9ta6v0m8r4c5wzb'], ...TERMS });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'REQUEST.NOT_FOUND']);
    const tried = await post(`${PATH}?dryRun=true`, { orderIds: [orderId], ...TERMS });
    expect(tried.status).toBe(200);
    expect((await desk.get<List<Contract>>(PATH)).data).toEqual([]);
  });

  it('is registered, amended, stated and closed; each message is kept, and the books are not touched', async () => {
    const before = await desk.balance('client_funds', 'USD');
    const contract = await registered('RC-2');
    expect(contract).toMatchObject({
      ...{ allowedActions: ['amend', 'close'], expectedBy: null, terms: { amount: { amount: '10000.00' } } },
      requests: [{ kind: 'registration', state: 'accepted', result: { differences: [] } }],
    });
    expect(contract.registrationNumber).toMatch(/^SBX/);
    const { id } = contract;
    const again = await post(PATH, { orderIds: contract.orderIds, ...TERMS });
    expect(again.body.code).toBe('FX.CONTRACT_REGISTERED');

    const amendment = { amount: { amount: '12000.00', currency: 'USD' }, endsOn: '2027-09-30', reason: 'A second lot' };
    expect((await post(`${PATH}/${id}/amendment`, { reason: 'None' })).status).toBe(422);
    const amending = await post(`${PATH}/${id}/amendment`, amendment);
    expect(amending.body).toMatchObject({ state: 'amendment_requested', proposed: { endsOn: '2027-09-30' } });
    expect((await post(`${PATH}/${id}/closure`, { reason: 'x' })).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    const amended = await reached(id, 'registered');
    expect(amended).toMatchObject({ proposed: null, terms: { amount: { amount: '12000.00' }, endsOn: '2027-09-30' } });

    await post(`${PATH}/${id}/statement-requests`, { from: '2026-11-01', to: TODAY });
    const stated = await answered(id, 'statement');
    expect(stated.requests[0]).toMatchObject({
      result: { differences: [], turnover: { amount: '0.00' }, closedOn: null, transactions: [], documents: [] },
    });
    expect((await post(`${PATH}/${id}/statement-requests`, { from: '2026-11-01', to: '2099-01-01' })).status).toBe(422);

    const closing = await post(`${PATH}/${id}/closure`, { reason: 'Fulfilled' });
    expect(closing.body.state).toBe('closure_requested');
    expect(await reached(id, 'closed')).toMatchObject({ closureReason: 'Fulfilled', allowedActions: [] });

    const { data } = await eventually(
      () =>
        desk.get<List<{ direction: string; messageType: string }>>(`/v1/fx/currency-control-messages?contractId=${id}`),
      (page) => page.data.length === 8,
    );
    expect(data.map(({ messageType }) => messageType).sort()).toEqual([
      ...['auth.018.001.02', 'auth.019', 'auth.019', 'auth.020.001.02', 'auth.021.001.02'],
      ...['auth.022', 'auth.023.001.02', 'auth.027'],
    ]);
    await eventually(
      () => desk.events('fx.registered_contract.%'),
      (events) => events.some(({ type }) => type === 'fx.registered_contract.closed'),
    );
    expect(await desk.balance('client_funds', 'USD')).toBe(before);
    const strange = await platform.tenant();
    expect((await strange.client.get(`${PATH}/${id}`)).status).toBe(404);
  });

  it('that the bank refuses is asked for anew, and so is an amendment or a closure', async () => {
    const orderId = await desk.order({ reference: 'RC-3' });
    const refused = await post(PATH, { orderIds: [orderId], ...TERMS, contractNumber: 'SBX-BANK-REJECT' });
    expect((await reached(refused.body.id, 'refused')).reasonCode).toBe('NARR');
    const { id } = (await post(PATH, { orderIds: [orderId], ...TERMS })).body;
    await reached(id, 'registered');
    await post(`${PATH}/${id}/amendment`, { endsOn: '2028-01-01', reason: 'SBX-BANK-REJECT' });
    await answered(id, 'amendment', 'refused');
    await post(`${PATH}/${id}/closure`, { reason: 'SBX-BANK-REJECT' });
    const open = await answered(id, 'closure', 'refused');
    expect(open).toMatchObject({ state: 'registered', reasonCode: 'NARR', terms: { endsOn: '2027-06-30' } });
  });

  it('is asked after where the answer was lost, and registered once though the worker dies on the way', async () => {
    await platform.rows(`
      CREATE FUNCTION fx.break_record() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the worker is dead'; END $$;
      CREATE TRIGGER break_record BEFORE INSERT ON fx.currency_control_message FOR EACH ROW
        WHEN (NEW.direction = 'out') EXECUTE FUNCTION fx.break_record()`);
    const orderId = await desk.order({ reference: 'RC-4' });
    const { id, requests } = (await post(PATH, { orderIds: [orderId], ...TERMS, contractNumber: 'RC-4 SBX-LOST' }))
      .body;
    const reference = requests[0]?.id ?? '';
    const counts = async (): Promise<Record<string, number>> => {
      const answer = await fetch(`${platform.sandbox.url}/control/received?partner=bank&reference=${reference}`);
      return (
        ((await answer.json()) as { counts: Record<string, Record<string, number> | undefined> }).counts[reference] ??
        {}
      );
    };
    await eventually(counts, ({ taken = 0, repeated = 0 }) => taken + repeated >= 2);
    await platform.rows(`DROP TRIGGER break_record ON fx.currency_control_message; DROP FUNCTION fx.break_record()`);
    await desk.hurry('fx.ask-control-request');
    const found = await reached(id, 'registered');
    expect(found.registrationNumber).toMatch(/^SBX/);
    expect((await counts())['taken']).toBe(1);
    await eventually(
      () =>
        platform.rows<{ sent: number }>(
          `SELECT count(*)::int AS sent FROM fx.currency_control_message
           WHERE tenant_id = $1 AND message_id = $2 AND direction = 'out'`,
          [desk.tenant.tenantId, reference],
        ),
      ([row]) => row?.sent === 1,
    );
  });

  it('is as the bank confirms it, and closed where the bank does so; nonsense and what repeats change nothing', async () => {
    const { id, registrationNumber, registeredOn, requests } = await registered('RC-5');
    const confirmation = (number: string, rest: string): string =>
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:auth.019.001.02"><CtrctRegnConf><GrpHdr><MsgId>C-${rest.length}</MsgId>` +
      `<NbOfItms>1</NbOfItms></GrpHdr><RegdCtrct><OrgnlCtrctRegnReq>${requests[0]?.id ?? ''}</OrgnlCtrctRegnReq><Ctrct><Trad>` +
      `<Amt Ccy="USD">10000.00</Amt><MtrtyDt>2027-08-31</MtrtyDt><StartDt>2026-11-02</StartDt></Trad></Ctrct><RegdCtrctId>` +
      `<Id>${number}</Id><DtOfIsse>${registeredOn ?? ''}</DtOfIsse></RegdCtrctId>${rest}</RegdCtrct></CtrctRegnConf></Document>`;
    const closed = (day: string): string =>
      `<RegdCtrctJrnl><ClsrDt>${day}</ClsrDt><ClsrRsn><Prtry>180 days</Prtry></ClsrRsn></RegdCtrctJrnl>`;
    await post(`${PATH}/${id}/amendment`, { endsOn: '2027-09-30', reason: 'SBX-LOST' });
    expect(await desk.callback(confirmation(registrationNumber ?? '', ''))).toBe(202);
    const amended = await answered(id, 'amendment');
    expect(amended).toMatchObject({ state: 'registered', terms: { endsOn: '2027-08-31' } });
    expect(amended.requests[0]?.result).toEqual({ differences: ['endsOn'] });
    const before = (await desk.deadLetters()).length;
    await desk.callback(confirmation('SBX-NEVER', ''));
    await desk.callback(confirmation(registrationNumber ?? '', closed('soon')));
    const letters = await eventually(
      () => desk.deadLetters(),
      (found) => found.length === before + 2,
    );
    expect(
      letters
        .map(({ error_code }) => error_code)
        .slice(before)
        .sort(),
    ).toEqual(['FX.CONTRADICTORY_STATUS', 'FX.UNREADABLE_BANK_MESSAGE']);
    for (let times = 0; times < 2; times += 1) {
      await desk.callback(confirmation(registrationNumber ?? '', closed('2027-01-01')));
    }
    expect(await reached(id, 'closed')).toMatchObject({ closedOn: '2027-01-01', closureReason: '180 days' });
  });
});

describe('Papers and letters of a contract', () => {
  it('are shown when the bank asks for them, and what is no paper of the order is refused', async () => {
    const orderId = await desk.order({ reference: 'RC-6' });
    const asked = await post(PATH, { orderIds: [orderId], ...TERMS, contractNumber: 'RC-6 SBX-LETTER' });
    const { id } = await reached(asked.body.id, 'registered');
    const wanted = await letter(({ contractId, direction }) => contractId === id && direction === 'in');
    expect(wanted).toMatchObject({ state: 'open', subject: 'Customs declarations and invoices are wanted' });
    const invoice = { kind: 'commercial_invoice', number: 'INV-1', amount: { amount: '10000.00', currency: 'USD' } };
    const strange = { kind: 'customs_declaration', number: '310120260000000001', issuedOn: '2026-11-20' };
    const refused = await post(`${LETTERS}/${wanted.id}/answer`, { documents: [invoice, strange] });
    expect(refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/documents/1/issuedOn not_applicable',
      '/documents/1/number unknown',
    ]);
    expect((await post(`${LETTERS}/${wanted.id}/answer`, {})).status).toBe(422);
    const sent = await post(`${LETTERS}/${wanted.id}/answer`, { documents: [invoice] });
    expect([sent.status, sent.body.state]).toEqual([202, 'answer_sent']);
    await letter(({ id: each, state }) => each === wanted.id && state === 'answered');
    expect((await post(`${LETTERS}/${wanted.id}/answer`, { text: 'x' })).body.code).toBe('STATE.ILLEGAL_TRANSITION');

    await platform.rows(
      `INSERT INTO fx.declared_export (tenant_id, declaration_id, order_id, entry_number, export_date, supervision_mode,
                                       total_minor, total_currency, parts, is_void, created_at)
       SELECT tenant_id, gen_random_uuid(), order_ids[1], '310120260000000001', '2026-11-20', '0110', 1000000, 'USD', 1, false, now()
       FROM fx.registered_contract WHERE tenant_id = $1 AND registration_number = $2`,
      [desk.tenant.tenantId, (await desk.get<Contract>(`${PATH}/${id}`)).registrationNumber],
    );
    const declared = { kind: 'customs_declaration', number: '310120260000000001' };
    const delivery = await post(`${PATH}/${id}/supporting-documents`, { documents: [declared] });
    expect(delivery.status).toBe(202);
    await until(
      id,
      ({ requests }) => requests.filter(({ kind, state }) => kind === 'documents' && state === 'accepted').length === 2,
    );
    await post(`${PATH}/${id}/statement-requests`, { from: '2026-11-01', to: TODAY });
    const { requests } = await answered(id, 'statement');
    expect(requests[0]?.result).toMatchObject({
      documents: [
        { code: 'CINV', number: 'INV-1' },
        { code: 'CUSD', number: '310120260000000001', amount: { amount: '10000.00', currency: 'USD' } },
      ],
    });
  });

  it('go both ways: a letter of ours is delivered and answered; one too late, or sent back, is told', async () => {
    const { id } = await registered('RC-7');
    const words = { contractId: id, text: 'The second lot follows.', responseRequired: true };
    const past = await post(LETTERS, { ...words, subject: 'Late', dueOn: '2020-01-01' });
    expect(past.status).toBe(422);
    const sent = await post(LETTERS, { ...words, subject: 'Second lot' });
    expect([sent.status, sent.body.state]).toEqual([202, 'sent']);
    await letter(({ id: each, state }) => each === sent.body.id && state === 'answered');
    const reply = await letter(({ answersId }) => answersId === sent.body.id);
    expect(reply).toMatchObject({ state: 'noted', subject: 'Your letter', contractId: id });
    const back = await post(`${LETTERS}/${reply.id}/answer`, { text: 'SBX-BANK-REJECT' });
    expect(back.status).toBe(202);
    expect(await letter(({ id: each, state }) => each === reply.id && state === 'open')).toMatchObject({
      reasonCode: 'NARR',
    });
    const urgent =
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:auth.026.001.02"><CcyCtrlReqOrLttr><GrpHdr><MsgId>U1</MsgId>' +
      '<NbOfItms>1</NbOfItms></GrpHdr><ReqOrLttr><ReqOrLttrId>URGENT</ReqOrLttrId><Sbjt>Yesterday</Sbjt><Tp>LFBK</Tp>' +
      '<RspnReqrd>true</RspnReqrd><DueDt>2026-01-01</DueDt></ReqOrLttr></CcyCtrlReqOrLttr></Document>';
    for (let times = 0; times < 2; times += 1) await desk.callback(urgent);
    const late = await letter(({ reference }) => reference === 'URGENT');
    await eventually(
      () => desk.events('fx.currency_control_letter.late'),
      (events) => events.length === 1,
    );
    const nameless = await post(`${LETTERS}/${late.id}/answer`, { text: 'Which contract?' });
    expect(nameless.body.errors.map(({ pointer }) => pointer)).toEqual(['/contractId']);
    expect((await post(`${LETTERS}/${late.id}/answer`, { text: 'This one', contractId: id })).status).toBe(202);
    await letter(({ id: each, state }) => each === late.id && state === 'answered');
  });
});
