import { AgencyDesk, AGENT } from '../support/agency-desk.js';
import { inDays } from '../support/broker-desk.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const PATH = '/v1/tax-refund/agency-policy';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

describe('An agency agreement', () => {
  let desk: AgencyDesk;
  beforeAll(async () => {
    desk = await AgencyDesk.open(platform);
  });

  it('is entered, confirmed and ended, and each step is kept with the names of both sides', async () => {
    const drafted = await desk.draft();
    expect([drafted.status, drafted.body.state]).toEqual([201, 'drafted']);
    expect(drafted.body.allowedActions).toEqual(['confirm', 'withdraw']);
    const { id } = drafted.body;
    expect((await desk.confirm(id)).body).toMatchObject({ state: 'in_force', allowedActions: ['end'] });
    const ended = await desk.command(id, 'termination', { reason: 'Files for itself' });
    expect(ended.body).toMatchObject({ state: 'ended', reason: 'Files for itself', endedOn: inDays(0) });
    const { body } = await desk.client.get<{ data: { action: string; details: object }[] }>(
      `/v1/tax-refund/agency-agreements/${id}/history`,
    );
    expect(body.data.map(({ action }) => action.replace('tax_refund.agency_agreement.', ''))).toEqual([
      'end',
      'confirm',
      'draft',
    ]);
    for (const { details } of body.data) {
      expect(details).toMatchObject({ producer: drafted.body.producerName, agent: AGENT.name });
    }
  });

  it('is confirmed only with what both have filed', async () => {
    const { id } = (await desk.draft()).body;
    const answer = await desk.confirm(id, { producerFiling: undefined });
    expect([answer.status, answer.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/producerFiling']]);
    const withdrawn = await desk.command(id, 'withdrawal', { reason: 'Never mind' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', reason: 'Never mind' });
    expect((await desk.confirm(id)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
  });

  it('is found by the evidence that it lacks today', async () => {
    const own = await AgencyDesk.open(platform);
    const [shown, bare] = [await own.entrust(), (await own.draft({ evidence: [] })).body];
    const found = async (query: string) => {
      const { body } = await own.client.get<{ data: { id: string }[] }>(`/v1/tax-refund/agency-agreements?${query}`);
      return body.data.map(({ id }) => id);
    };
    expect(await found('missingEvidence=producer,contracts')).toEqual([bare.id]);
    // What both have filed stands for the other two.
    expect(await found('missingEvidence=entrustment')).toEqual([bare.id]);
    expect(await found('missingEvidence=agent&state=in_force')).toEqual([]);
    const evidence = [{ condition: 'contracts', metOn: inDays(-1), documents: ['HT-2'] }];
    const path = `/v1/tax-refund/agency-agreements/${bare.id}/evidence`;
    expect((await own.client.send('PUT', path, { evidence }, key())).status).toBe(200);
    expect(await found('missingEvidence=contracts')).toEqual([]);
    expect(await found('missingEvidence=producer,contracts')).toEqual([bare.id]);
    expect(await found('missingEvidence=producer&state=in_force')).toEqual([]);
    expect(shown.state).toBe('in_force');
    expect((await own.client.get('/v1/tax-refund/agency-agreements?missingEvidence=nothing')).status).toBe(400);
  });

  it('has a number of its own while it lasts', async () => {
    await desk.entrust({ agreementNumber: 'DBTS-SAME' });
    const again = await desk.draft({ agreementNumber: 'DBTS-SAME' });
    expect([again.status, again.body.code]).toEqual([409, 'TAX_REFUND.AGENCY_AGREEMENT_EXISTS']);
  });

  it('ends by itself when the tenant’s clock passes its last day', async () => {
    const own = await AgencyDesk.open(platform);
    const { id } = await own.entrust({ validTo: inDays(10) });
    const clock = (now: string) => own.client.post('/v1/sandbox/clock', { now }, key());
    await clock(`${inDays(10)}T15:59:59Z`);
    expect((await own.read(id)).body.state).toBe('in_force');
    await clock(`${inDays(10)}T16:00:01Z`);
    const { body } = await eventually(
      () => own.read(id),
      (answer) => answer.body.state === 'expired',
    );
    expect(body.endedOn).toBe(inDays(10));
  });

  it('of another tenant is not there: 404', async () => {
    const { id } = await desk.entrust();
    const { client } = await platform.tenant('Stranger');
    const answers = [
      await desk.read(id, client),
      await desk.command(id, 'confirmation', {}, client),
      await desk.command(id, 'withdrawal', { reason: 'x' }, client),
      await desk.command(id, 'termination', { reason: 'x' }, client),
      await client.get(`/v1/tax-refund/agency-agreements/${id}/history`),
      await desk.draft({}, client),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await desk.read(id)).body.state).toBe('in_force');
  });
});

describe('A refund that is filed for a producer under an agreement', () => {
  it('is filed by itself, and names it', async () => {
    const desk = await AgencyDesk.open(platform);
    const { id } = await desk.entrust();
    const paid = await desk.claim(await desk.exported(), 'paid');
    expect(paid).toMatchObject({ agencyAgreementId: id, held: null });
    expect((await desk.audit(paid.id, 'file'))[0]?.details).toMatchObject({ agreement: id });
  });

  it.each([
    ['there is none', null, 'agency_missing'],
    ['it is only a draft', { isDraft: true }, 'agency_missing'],
    ['it has not begun', { validFrom: inDays(3) }, 'agency_not_begun'],
    ['it has ended', { isEnded: true }, 'agency_ended'],
  ])('stays where %s, and says why; filed under a new one it goes on', async (_what, agreement, rule) => {
    const desk = await AgencyDesk.open(platform);
    const { isDraft = false, isEnded = false, ...change } = { ...agreement } as Record<string, unknown>;
    if (isDraft === true) await desk.draft(change);
    else if (agreement !== null) {
      const { id } = await desk.entrust(change);
      if (isEnded === true) await desk.end(id);
    }
    const stays = await desk.claim(await desk.exported(), 'matched');
    expect(stays).toMatchObject({ attempt: 0, agencyAgreementId: null, held: { pointer: '/sellerId', rule } });
    expect(stays.held?.fix).toContain('POST /v1/tax-refund/agency-agreements');
    expect(await desk.refunds.story(stays.id)).toEqual(['matched', 'held']);
    for (const query of ['?dryRun=true', '']) {
      const refused = await desk.file(stays.id, query);
      expect([refused.status, refused.body.code]).toEqual([409, 'TAX_REFUND.AGENCY_MISSING']);
      expect(refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([`/sellerId ${rule}`]);
    }
    const { id } = await desk.entrust();
    expect((await desk.file(stays.id)).status).toBe(202);
    const paid = await desk.refunds.until(stays.id, 'paid');
    expect(paid).toMatchObject({ attempt: 1, agencyAgreementId: id, held: null });
  });
});

describe('Whether an agency agreement is required', () => {
  it('a sandbox tenant decides, and it is not until then', async () => {
    const desk = await AgencyDesk.open(platform, { required: false });
    expect((await desk.client.get(PATH)).body).toEqual({ required: false, settable: true });
    const paid = await desk.claim(await desk.exported(), 'paid');
    expect(paid.agencyAgreementId).toBeNull();
  });

  it('does not matter where one has run out on the day: the claim stays', async () => {
    const desk = await AgencyDesk.open(platform, { required: false });
    await desk.entrust({ validTo: inDays(2) });
    await desk.client.post('/v1/sandbox/clock', { now: `${inDays(2)}T16:00:00Z` }, key());
    const stays = await desk.claim(await desk.exported(), 'matched');
    expect(stays.held).toMatchObject({ rule: 'agency_ended' });
  });

  it('the law decides for a live tenant: it always is', async () => {
    const desk = await AgencyDesk.open(platform, { livemode: true });
    expect((await desk.client.get(PATH)).body).toEqual({ required: true, settable: false });
    const answer = await desk.client.send<{ code: string }>('PUT', PATH, { required: false }, key());
    expect([answer.status, answer.body.code]).toEqual([409, 'TAX_REFUND.AGENCY_REQUIRED']);
    const stays = await desk.claim(await desk.exported(), 'matched');
    expect(stays.held).toMatchObject({ rule: 'agency_missing' });
  });

  it('is not asked of who files for itself', async () => {
    const trader = await RefundDesk.open(platform);
    const { body } = await trader.tenant.client.send('PUT', PATH, { required: true }, key());
    expect(body).toEqual({ required: true, settable: true });
    expect(await trader.claimed('paid')).toMatchObject({ state: 'paid', agencyAgreementId: null, held: null });
  });
});
