import { parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from '../support/api-client.js';
import { orderBody } from '../support/order-samples.js';
import { FACTORY, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface CertificateBody {
  readonly id: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly applyBy: string;
  readonly attempt: number;
  readonly applicationNumber: string | null;
  readonly certificateNumber: string | null;
  readonly reason: string | null;
  readonly replacesId: string | null;
  readonly lines: readonly { readonly declarationLine: string; readonly fob: object }[];
  readonly totals: readonly object[];
  readonly messages: readonly {
    readonly kind: string;
    readonly reference: string;
    readonly state: string;
    readonly message: string;
  }[];
}
interface DeadlineBody {
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly metOn: string | null;
}

const PATH = '/v1/tax-refund/agency-certificates';
const PRINCIPAL = { name: '慈溪示例电器有限公司', uscc: '91330282MA2DEM4D04' };
const AGREEMENT = { number: 'DLCK-2026-0001', signedOn: '2026-11-02' };

let platform: TestPlatform;
let desk: RefundDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
});
afterAll(() => platform.stop());

const draft = (
  orderId: string,
  change: object = {},
  query = '',
  who = desk,
): Promise<ApiAnswer<CertificateBody & ProblemBody>> =>
  who.tenant.client.post(`${PATH}${query}`, { orderId, principal: PRINCIPAL, agreement: AGREEMENT, ...change }, key());
const command = (
  id: string,
  name: string,
  body: object = {},
  query = '',
): Promise<ApiAnswer<CertificateBody & ProblemBody>> =>
  desk.tenant.client.post(`${PATH}/${id}/${name}${query}`, body, key());
const read = (id: string): Promise<ApiAnswer<CertificateBody>> => desk.tenant.client.get(`${PATH}/${id}`);
const until = async (id: string, ...states: readonly string[]): Promise<CertificateBody> => {
  const { body } = await eventually(
    () => read(id),
    (answer) => states.includes(answer.body.state),
  );
  return body;
};
const deadlines = async (orderId: string): Promise<readonly DeadlineBody[]> =>
  (await desk.tenant.client.get<{ data: DeadlineBody[] }>(`/v1/tax-refund/deadlines?orderId=${orderId}`)).body.data;

/** An order for a principal that customs has cleared. */
async function exported(change: object = {}): Promise<{ orderId: string; entryNumber: string }> {
  const orderId = await desk.place({ refund: { mode: 'agency_export', advance: false }, ...change });
  const entryNumber = await desk.clear(orderId);
  await eventually(
    () => deadlines(orderId),
    (found) => found.length === 1,
  );
  return { orderId, entryNumber };
}

/** A certificate that the bureau has decided on. */
async function decided(principal: object, ...states: readonly string[]): Promise<CertificateBody> {
  const { orderId } = await exported();
  const { body } = await draft(orderId, { principal });
  await command(body.id, 'application');
  return until(body.id, ...states);
}

const stepsOf = async (id: string): Promise<string[]> => {
  const rows = await platform.rows<{ type: string }>(
    `SELECT type FROM platform.event WHERE resource_id = $1 ORDER BY sequence`,
    [parseId('agencyCertificate', id)],
  );
  return rows.map(({ type }) => type.replace('tax_refund.agency_certificate.', ''));
};

/** How often the bureau had the application, by what it made of it. */
const receivedOf = async (reference: string): Promise<object> => {
  const answer = await fetch(`${platform.sandbox.url}/control/received?partner=tax-bureau&reference=${reference}`);
  return ((await answer.json()) as { counts: object }).counts;
};

describe('A certificate of agency export', () => {
  it('is drawn up with the figures of the declaration, applied for, issued, and told of', async () => {
    const { orderId, entryNumber } = await exported();
    expect(await deadlines(orderId)).toMatchObject([
      { kind: 'agency_certificate', state: 'open', dueOn: '2027-04-15', metOn: null },
    ]);
    const drafted = await draft(orderId);
    expect([drafted.status, drafted.body.state, drafted.body.allowedActions]).toEqual([
      201,
      'drafted',
      ['apply', 'abandon'],
    ]);
    expect(drafted.body).toMatchObject({
      applyBy: '2027-04-15',
      lines: [{ declarationLine: `${entryNumber}001`, fob: { amount: '10000.00', currency: 'USD' } }],
      totals: [{ amount: '10000.00', currency: 'USD' }],
    });
    const { id } = drafted.body;
    expect((await command(id, 'application')).status).toBe(202);
    const issued = await until(id, 'issued');
    expect(issued.certificateNumber).toMatch(/^3302\d+$/);
    expect(issued.messages).toMatchObject([{ kind: 'application', reference: id, state: 'taken' }]);
    expect(JSON.parse(issued.messages[0]?.message ?? '')).toMatchObject({
      reference: id,
      principal: PRINCIPAL,
      agreement: AGREEMENT,
    });
    expect(await stepsOf(id)).toEqual(['drafted', 'applied', 'issued']);
    const met = await eventually(
      () => deadlines(orderId),
      ([deadline]) => deadline?.state === 'met',
    );
    expect(met[0]?.metOn).not.toBeNull();
    const history = await desk.tenant.client.get<{ data: { action: string }[] }>(`${PATH}/${id}/history`);
    expect(history.body.data.map(({ action }) => action.split('.').at(-1))).toEqual([
      'issue',
      'send',
      'apply',
      'draft',
    ]);
  });

  it('keeps nothing of a dry run, and nothing is sent', async () => {
    const { orderId } = await exported();
    const dry = await draft(orderId, {}, '?dryRun=true');
    expect([dry.status, dry.body.state]).toEqual([200, 'drafted']);
    const { body } = await draft(orderId);
    const applied = await command(body.id, 'application', {}, '?dryRun=true');
    expect([applied.body.state, applied.body.attempt]).toEqual(['queued', 1]);
    expect((await read(body.id)).body).toMatchObject({ state: 'drafted', attempt: 0, messages: [] });
  });

  it('names every fault at once, and changes no row', async () => {
    const { orderId } = await exported();
    const answer = await draft(orderId, {
      principal: { ...PRINCIPAL, uscc: desk.seller.uscc },
      agreement: { number: 'X', signedOn: '2026-11-25' },
      lines: ['310420260999999999001'],
    });
    expect([answer.status, answer.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      ['/principal/uscc same_company', '/lines/0 not_declared'],
    ]);
    const { body } = await desk.tenant.client.get<{ data: object[] }>(`${PATH}?orderId=${orderId}`);
    expect(body.data).toEqual([]);
  });

  it('is not drawn up before customs has cleared, nor for an order that claims a refund itself', async () => {
    const uncleared = await draft(await desk.place({ refund: { mode: 'agency_export', advance: false } }));
    expect([uncleared.status, uncleared.body.code]).toEqual([409, 'TAX_REFUND.NOTHING_EXPORTED_FOR_PRINCIPAL']);
    const own = await desk.place();
    await desk.clear(own);
    await desk.untilCase(own, ({ declarations }) => declarations.length === 1);
    expect((await draft(own)).body.code).toBe('TAX_REFUND.NOTHING_EXPORTED_FOR_PRINCIPAL');
  });

  it('takes an item once, whoever races', async () => {
    const { orderId } = await exported();
    const answers = await Promise.all([draft(orderId), draft(orderId), draft(orderId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const [body] = answers.flatMap((answer) => (answer.status === 201 ? [answer.body] : []));
    expect((await command(body?.id ?? '', 'abandonment', { reason: 'Not needed' })).body.state).toBe('abandoned');
    expect((await draft(orderId)).status).toBe(201);
  });

  it('and a claim of our own never hold one item: the database refuses it', async () => {
    const { entryNumber } = await exported().then(async (made) => {
      await draft(made.orderId);
      return made;
    });
    const claim = await desk.claimed('paid', 'approved', 'accepted', 'filed', 'queued', 'matched');
    const claimed = claim.lines[0]?.declarationLine ?? '';
    const hold = (line: string) =>
      platform.rows(
        `INSERT INTO tax_refund.claim_line (tenant_id, id, claim_id, line_number, declaration_line, hs_code, goods_name, quantity, unit,
           taxable_minor, vat_rate, refund_rate, refund_minor, non_refundable_minor)
         SELECT tenant_id, gen_random_uuid(), claim_id, line_number + 900, $2, hs_code, goods_name, quantity, unit, taxable_minor,
           vat_rate, refund_rate, refund_minor, non_refundable_minor
         FROM tax_refund.claim_line WHERE tenant_id = $1 AND declaration_line = $3`,
        [desk.tenant.tenantId, line, claimed],
      );
    await expect(hold(`${entryNumber}001`)).rejects.toThrow(/pk_declared_item_hold/);
  });

  it('that was refused is applied for again under a reference of its own, or given up', async () => {
    const refused = await decided({ ...PRINCIPAL, name: '慈溪示例 SBX-NO-CERTIFICATE' }, 'refused');
    expect(refused).toMatchObject({ attempt: 1, certificateNumber: null, allowedActions: ['apply', 'abandon'] });
    expect(refused.reason).toContain('agency agreement');
    await command(refused.id, 'application');
    const again = await eventually(
      () => read(refused.id),
      ({ body }) => body.state === 'refused' && body.attempt === 2,
    );
    expect(again.body.messages.map(({ reference }) => reference)).toEqual([refused.id, `${refused.id}-2`]);
    expect((await command(refused.id, 'abandonment', { reason: 'Too late' })).body.state).toBe('abandoned');
  });

  it('is voided and issued anew (补办); its clock runs again in between', async () => {
    const { orderId } = await exported();
    const { body } = await draft(orderId);
    await command(body.id, 'application');
    const first = await until(body.id, 'issued');
    expect((await draft(orderId, { replacesId: first.id })).body.code).toBe('TAX_REFUND.CERTIFICATE_NOT_REPLACEABLE');
    expect((await command(first.id, 'voidance', { reason: '委托方名称有误' })).body.state).toBe('voiding');
    const voided = await until(first.id, 'voided');
    expect(voided.messages.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['application', first.id],
      ['voidance', `${first.id}.v1`],
    ]);
    await eventually(
      () => deadlines(orderId),
      ([deadline]) => deadline?.state === 'open',
    );
    const anew = await draft(orderId, { replacesId: first.id });
    expect([anew.status, anew.body.replacesId]).toEqual([201, first.id]);
    await command(anew.body.id, 'application');
    const second = await until(anew.body.id, 'issued');
    expect(JSON.parse(second.messages[0]?.message ?? '')).toMatchObject({ replaces: first.certificateNumber });
    expect(await stepsOf(first.id)).toEqual(['drafted', 'applied', 'issued', 'voided']);
  });

  it('stands where the bureau does not void it, as the principal has claimed with it', async () => {
    const issued = await decided({ ...PRINCIPAL, name: '慈溪示例 SBX-CERTIFICATE-USED' }, 'issued');
    await command(issued.id, 'voidance', { reason: 'Wrong name' });
    const after = await eventually(
      () => read(issued.id),
      ({ body }) => body.state === 'issued' && body.reason !== null,
    );
    expect(after.body.certificateNumber).toBe(issued.certificateNumber);
    expect(await stepsOf(issued.id)).toEqual(['drafted', 'applied', 'issued', 'void_refused']);
  });

  it('is never sent twice: cut off, it gets the first answer; lost, it is asked for', async () => {
    const cut = await decided({ ...PRINCIPAL, name: '慈溪示例 SBX-HANGUP SBX-TWICE' }, 'issued');
    expect(await stepsOf(cut.id)).toEqual(['drafted', 'applied', 'issued']);
    const lost = await decided({ ...PRINCIPAL, name: '慈溪示例 SBX-LOST' }, 'applied');
    await eventually(
      async () => {
        await platform.rows(
          `UPDATE platform.delivery SET due_at = now() WHERE queue = 'tax-refund.ask-certificate' AND payload ->> 'certificateId' = $1`,
          [parseId('agencyCertificate', lost.id)],
        );
        return read(lost.id);
      },
      ({ body }) => body.state === 'issued',
    );
    const steps = await stepsOf(lost.id);
    expect(steps.filter((step) => step !== 'overdue')).toEqual(['drafted', 'applied', 'issued']);
    expect(await receivedOf(cut.id)).toMatchObject({ [cut.id]: { taken: 1 } });
    expect(await receivedOf(lost.id)).toMatchObject({ [lost.id]: { taken: 1 } });
  });

  it('of another tenant is not there, and an unknown one neither', async () => {
    const { orderId } = await exported();
    const { body } = await draft(orderId);
    const stranger = await RefundDesk.open(platform);
    expect((await stranger.tenant.client.get(`${PATH}/${body.id}`)).status).toBe(404);
    expect((await stranger.tenant.client.post(`${PATH}/${body.id}/application`, {}, key())).status).toBe(404);
    expect((await draft(orderId, {}, '', stranger)).body.code).toBe('TAX_REFUND.NOTHING_EXPORTED_FOR_PRINCIPAL');
    expect((await command('agc_01jdq3x7k2e9ta6v0m8r4c5wzb', 'voidance', { reason: 'x' })).status).toBe(404);
    expect((await command(body.id, 'voidance', { reason: 'x' })).body.code).toBe('STATE.ILLEGAL_TRANSITION');
  });

  it('is told of before its last day by the clock of the tenant', async () => {
    const own = await RefundDesk.open(platform);
    const orderId = await own.place({ refund: { mode: 'agency_export', advance: false } });
    await own.clear(orderId);
    const path = `/v1/tax-refund/deadlines?orderId=${orderId}`;
    const look = () => own.tenant.client.get<{ data: DeadlineBody[] }>(path);
    await eventually(look, ({ body }) => body.data.length === 1);
    await own.tenant.client.post('/v1/sandbox/clock', { now: '2027-04-09T00:00:00Z' }, key());
    await eventually(look, ({ body }) => body.data[0]?.state === 'at_risk');
    await own.tenant.client.post('/v1/sandbox/clock', { now: '2027-04-16T00:00:00Z' }, key());
    const { body } = await eventually(look, (answer) => answer.body.data[0]?.state === 'overdue');
    expect(body.data).toMatchObject([{ kind: 'agency_certificate', dueOn: '2027-04-15' }]);
  });
});

describe('An order for a principal', () => {
  it('claims nothing itself, and has nothing advanced', async () => {
    const { orderId } = await exported();
    await desk.record(desk.invoice(orderId, { seller: FACTORY }));
    await desk.collect(orderId);
    expect((await desk.case(orderId)).status).toBe(404);
    const { body } = await desk.tenant.client.get<{ tracks: { taxRefund: { state: string } } }>(
      `/v1/orders/${orderId}`,
    );
    expect(JSON.stringify(body.tracks)).toContain('not_applicable');
    const refused = await desk.tenant.client.post<ProblemBody>(
      '/v1/orders?dryRun=true',
      { ...orderBody(desk.sellerId, desk.buyerId, 'SO-ADVANCE'), refund: { mode: 'agency_export', advance: true } },
      key(),
    );
    expect(refused.body.errors).toMatchObject([{ pointer: '/refund/advance', code: 'nothing_to_advance' }]);
  });
});
