import { inDays } from '../support/broker-desk.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { parseId } from '../../src/kernel/ids.js';

interface DeadlineBody {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly metOn: string | null;
  readonly orderId: string;
  readonly claimId: string | null;
  readonly atStake: { readonly outputVat: { readonly amount: string }; readonly fxSource: string } | null;
}

interface DeadlinePage {
  readonly data: readonly DeadlineBody[];
  readonly nextCursor: string | null;
}

interface Told {
  readonly type: string;
  readonly data: { readonly kind: string; readonly alertDays?: number; readonly outputVat?: object };
}

const PATH = '/v1/tax-refund/deadlines';
const EVENTS = `
  SELECT e.type, e.data FROM platform.event e
  WHERE e.tenant_id = $1 AND e.order_id = $2 AND e.type LIKE ANY ('{tax_refund.deadline.%,tax_refund.case.%}') ORDER BY e.id`;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

describe('The deadlines of an export', () => {
  let desk: RefundDesk;
  beforeAll(async () => {
    desk = await RefundDesk.open(platform);
  });

  const list = async (query: string, from = desk): Promise<DeadlinePage> =>
    (await from.tenant.client.get<DeadlinePage>(`${PATH}?${query}`)).body;
  const until = async (orderId: string, holds: (all: readonly DeadlineBody[]) => boolean, from = desk) =>
    (
      await eventually(
        () => list(`orderId=${orderId}`, from),
        ({ data }) => holds(data),
      )
    ).data;
  const states = (all: readonly DeadlineBody[]) => Object.fromEntries(all.map(({ kind, state }) => [kind, state]));
  const clock = (now: string, from = desk) => from.tenant.client.post('/v1/sandbox/clock', { now }, key());
  const told = (orderId: string, from = desk): Promise<Told[]> =>
    platform.rows<Told>(EVENTS, [from.tenant.tenantId, parseId('order', orderId)]);

  it('start with the clearance, and stop as the refund goes on', async () => {
    const orderId = await desk.place();
    await desk.clear(orderId);
    const started = await until(orderId, (all) => all.length === 3);
    expect(started.map(({ kind, dueOn }) => [kind, dueOn]).sort()).toEqual([
      ['collection', '2027-04-30'],
      ['filing_window', '2027-04-30'],
      ['thirty_six_months', '2029-11-20'],
    ]);
    await desk.record(desk.invoice(orderId));
    await desk.collect(orderId);
    const filed = await until(orderId, (all) => all.length === 4 && states(all)['filing_window'] === 'met');
    expect(states(filed)).toMatchObject({ collection: 'met', thirty_six_months: 'met' });
    const documents = filed.find(({ kind }) => kind === 'evidence_documents');
    expect(documents).toMatchObject({ state: 'open', dueOn: inDays(15), metOn: null });
    expect(documents?.claimId).toMatch(/^clm_/);
  });

  it('run again where the bureau sends the claim back', async () => {
    const own = await RefundDesk.open(platform, { name: '宁波示例进出口有限公司 SBX-TAX-NEVER' });
    const { id, orderId } = await own.claimed('filed');
    await until(orderId, (all) => states(all)['evidence_documents'] === 'open', own);
    const news = { type: 'claim.rejected', reference: id, acceptanceNumber: '33022026000000001', reason: 'Void' };
    await own.callback({ ...news, at: '2026-11-24T10:00:00+08:00' });
    const all = await until(orderId, (each) => states(each)['evidence_documents'] === 'void', own);
    expect(states(all)).toMatchObject({ thirty_six_months: 'open', filing_window: 'open', collection: 'met' });
  });

  it('are told of at 90, 30 and 7 days, each once, in order, while the clock is let go on; then they are missed', async () => {
    const own = await RefundDesk.open(platform);
    await clock('2026-12-01T00:00:00Z', own);
    const orderId = await own.place();
    await own.clear(orderId);
    await until(orderId, (all) => all.length === 3, own);
    const advanced = await own.tenant.client.post<{ id: string }>(
      '/v1/sandbox/clock/advances',
      { to: '2027-05-02T00:00:00Z' },
      key(),
    );
    await eventually(
      () => own.tenant.client.get<{ state: string }>(`/v1/sandbox/clock/advances/${advanced.body.id}`),
      ({ body }) => body.state === 'completed',
    );
    const events = (await told(orderId, own)).filter(({ data }) => data.kind === 'filing_window');
    expect(events.map(({ type, data }) => `${type.split('.').at(-1) ?? ''} ${data.alertDays ?? ''}`.trim())).toEqual([
      'approaching 90',
      'approaching 30',
      'at_risk',
      'approaching 7',
      'overdue',
    ]);
    expect(states((await list(`orderId=${orderId}`, own)).data)).toEqual({
      collection: 'overdue',
      filing_window: 'overdue',
      thirty_six_months: 'open',
    });
    await clock('2029-11-20T16:00:01Z', own);
    const ended = await until(orderId, (all) => states(all)['thirty_six_months'] === 'deemed_domestic', own);
    const atStake = ended.find(({ kind }) => kind === 'thirty_six_months')?.atStake;
    // 10000.00 USD × 7.1 = 71000.00; ÷ 1.13 × 0.13
    expect(atStake).toMatchObject({ outputVat: { amount: '8168.14', currency: 'CNY' }, fxSource: 'order_plan' });
    expect((await told(orderId, own)).at(-1)).toMatchObject({
      type: 'tax_refund.case.deemed_domestic',
      data: { outputVat: { amount: '8168.14', currency: 'CNY' } },
    });
  });

  it('are listed by their last day, page by page', async () => {
    const all = (await list('limit=100')).data;
    const seen: DeadlineBody[] = [];
    let cursor = '';
    do {
      const page = await list(`limit=2${cursor}`);
      seen.push(...page.data);
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort());
    expect((await list('kind=collection&from=2028-01-01')).data).toEqual([]);
    const foreign = await desk.tenant.client.get<{ code: string }>(`${PATH}?cursor=20270431xx`);
    expect([foreign.status, foreign.body.code]).toEqual([400, 'REQUEST.MALFORMED']);
  });

  it('are a calendar to subscribe to, in the language of the reader', async () => {
    const answer = await desk.tenant.client.get(`${PATH}.ics`, { 'accept-language': 'zh' });
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(answer.text).toContain('SUMMARY:备案单证留存：SO-');
    expect(answer.text.match(/BEGIN:VEVENT/g)?.length).toBe(
      (await list('limit=100&state=open,at_risk,overdue,deemed_domestic')).data.length,
    );
  });

  it('of another tenant are not there', async () => {
    const [{ id } = { id: '' }] = (await list('limit=1')).data;
    const { client } = await platform.tenant('Stranger');
    expect((await client.get(`${PATH}/${id}`)).status).toBe(404);
    expect((await client.get<DeadlinePage>(PATH)).body.data).toEqual([]);
  });
});
