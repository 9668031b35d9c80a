import { ExpireMandates } from '../../src/platform/auth/mandates/expire-mandates.js';
import { publicId, newId } from '../../src/kernel/ids.js';
import { type AuditLine, idOf, type MandateBody, MandateDesk } from '../support/mandate-desk.js';
import { SELLER } from '../support/order-samples.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface EventBody {
  readonly type: string;
  readonly resource: { readonly type: string; readonly id: string };
  readonly data: object;
}

describe('A mandate between two tenants', () => {
  let platform: TestPlatform;
  let desk: MandateDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    desk = await MandateDesk.open(platform);
  });
  afterAll(() => platform.stop());

  const list = async ({ client }: TestTenant, query = '') =>
    (await client.get<{ data: MandateBody[] }>(`/v1/mandates?${query}`)).body.data;
  const events = async ({ client }: TestTenant, count: number) =>
    eventually(
      async () => (await client.get<{ data: EventBody[] }>('/v1/events')).body.data,
      ({ length }) => length >= count,
    );
  const day = 86_400_000;
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

  it('is offered, seen by both, accepted by the one and holds', async () => {
    const { status, body: offered } = await desk.offer({ limits: { perDay: { amount: '5000.00', currency: 'CNY' } } });
    expect([status, offered]).toMatchObject([
      201,
      {
        role: 'granted',
        state: 'offered',
        grantorName: 'Ningbo Example Trading',
        integratorName: null,
        limits: { perCommand: null, perDay: { amount: '5000.00', currency: 'CNY' } },
        allowedActions: ['revoke'],
      },
    ]);
    const [received] = await list(desk.integrator, 'role=received&state=offered');
    expect(received).toMatchObject({
      id: offered.id,
      role: 'received',
      allowedActions: ['accept', 'decline', 'revoke'],
    });
    const accepted = await desk.answer(offered.id, 'acceptance');
    expect(accepted.body).toMatchObject({ state: 'active', integratorName: 'Hangzhou Example Software', version: 2 });
    expect(await list(desk.sme, 'role=received')).toEqual([]);
    expect(await list(desk.sme, 'role=granted&state=active,revoked')).toMatchObject([{ id: offered.id }]);
    const days = (Date.parse(offered.expiresAt) - Date.now()) / day;
    expect(Math.round(days)).toBeGreaterThanOrEqual(365);
  });

  it('is nobody else’s', async () => {
    const { id } = await desk.hold();
    const stranger = await platform.tenant();
    expect(await list(stranger)).toEqual([]);
    expect((await stranger.client.get(`/v1/mandates/${id}`)).status).toBe(404);
    for (const how of ['acceptance', 'refusal'] as const)
      expect((await desk.answer(id, how, stranger)).status).toBe(404);
    expect((await desk.revoke(id, stranger)).status).toBe(404);
  });

  it.each(['acceptance', 'refusal'] as const)('leaves the %s to the other side', async (how) => {
    const { body } = await desk.offer();
    const answer = await desk.answer(body.id, how, desk.sme);
    expect([answer.status, answer.body.code]).toEqual([403, 'MANDATES.WRONG_SIDE']);
  });

  it('is over once it was declined or revoked', async () => {
    const { body: declined } = await desk.offer();
    expect((await desk.answer(declined.id, 'refusal')).body).toMatchObject({
      state: 'declined',
      endedBy: 'integrator',
    });
    const { body: revoked } = await desk.offer();
    expect((await desk.revoke(revoked.id)).body).toMatchObject({ state: 'revoked', endedBy: 'grantor' });
    for (const { id } of [declined, revoked]) {
      const late = await desk.answer(id, 'acceptance');
      expect([late.status, late.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
      expect((await desk.revoke(id, desk.integrator)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    }
    expect(await desk.act()).toEqual([403, 'MANDATES.NOT_GRANTED']);
  });

  it('is one at a time, though two offers are accepted at once', async () => {
    const offers = await Promise.all([desk.offer(), desk.offer(), desk.offer()]);
    const answers = await Promise.all(offers.map(({ body }) => desk.answer(body.id, 'acceptance')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const states = (await list(desk.sme)).map(({ state }) => state);
    expect(states.sort()).toEqual(['active', 'revoked', 'revoked']);
  });

  it.each([
    ['with what the caller has not', { scopes: ['orders:write'] }, 403, 'KEYS.SCOPE_BEYOND_OWN'],
    ['with the right to make keys', { scopes: ['keys:write'] }, 422, 'REQUEST.INVALID'],
    ['with the right to invite users', { scopes: ['users:read'] }, 422, 'REQUEST.INVALID'],
    ['with the right to grant mandates', { scopes: ['mandates:write'] }, 422, 'REQUEST.INVALID'],
    ['with what goes on after its end', { scopes: ['webhooks:write'] }, 422, 'REQUEST.INVALID'],
    ['with nothing', { scopes: [] }, 422, 'REQUEST.INVALID'],
    ['that is over', { expiresAt: inDays(-1) }, 422, 'MANDATES.EXPIRY_OUT_OF_RANGE'],
    ['for longer than three years', { expiresAt: inDays(3 * 365 + 3) }, 422, 'MANDATES.EXPIRY_OUT_OF_RANGE'],
    ['with limits that limit nothing', { limits: {} }, 422, 'REQUEST.INVALID'],
    [
      'with limits in two currencies',
      { limits: { perCommand: { amount: '1', currency: 'USD' }, perDay: { amount: '1', currency: 'CNY' } } },
      422,
      'REQUEST.INVALID',
    ],
    ['to nobody', { integratorId: publicId('tenant', newId()) }, 422, 'MANDATES.NO_SUCH_INTEGRATOR'],
  ])('is not granted %s', async (_how, change, status, code) => {
    const scopes = ['mandates:write', 'orders:read', 'keys:write', 'users:read'];
    const { body: key } = await desk.sme.client.post<{ apiKey: string }>('/v1/api-keys', { name: 'ERP', scopes });
    const request = { integratorId: idOf(desk.integrator), scopes: ['orders:read'], ...change };
    const answer = await platform.as(key.apiKey).post('/v1/mandates', request);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('is not granted to oneself, nor between sandbox and live', async () => {
    const live = await platform.tenant('Live', { livemode: true });
    const pairs = [
      [desk.sme, desk.sme],
      [desk.sme, live],
      [live, desk.integrator],
    ] as const;
    for (const [{ client }, to] of pairs) {
      const { status, body } = await client.post('/v1/mandates', { integratorId: idOf(to), scopes: ['orders:read'] });
      expect([status, body['code']]).toEqual([422, 'MANDATES.NO_SUCH_INTEGRATOR']);
    }
    const other = await platform.tenant('Another live one', { livemode: true });
    const granted = await live.client.post('/v1/mandates', { integratorId: idOf(other), scopes: ['orders:read'] });
    expect(granted.status).toBe(201);
  });

  it('is told of in the log and the audit of either, once each', async () => {
    const { id } = await desk.hold();
    await desk.revoke(id, desk.integrator);
    const told = ['granted', 'accepted', 'revoked'].map((news) => `mandates.mandate.${news}`);
    for (const tenant of [desk.sme, desk.integrator]) {
      const heard = await events(tenant, 3);
      expect(heard.map(({ type }) => type).sort()).toEqual([...told].sort());
      expect(heard.map(({ resource }) => resource.id)).toEqual([id, id, id]);
      const revoked = heard.find(({ type }) => type === 'mandates.mandate.revoked');
      expect(revoked?.data).toMatchObject({
        grantorId: idOf(desk.sme),
        integratorId: idOf(desk.integrator),
        endedBy: 'integrator',
      });
      const { body } = await tenant.client.get<{ data: AuditLine[] }>(`/v1/audit/records?resource=${id}`);
      expect(body.data.map(({ action }) => action).sort()).toEqual([
        'mandates.accepted',
        'mandates.granted',
        'mandates.revoked',
      ]);
    }
  });

  it('can be answered while its offer is still being told of', async () => {
    const desks = await Promise.all(Array.from({ length: 12 }, () => MandateDesk.open(platform)));
    const answers = await Promise.all(
      desks.map(async (each) => each.answer((await each.offer()).body.id, 'acceptance')),
    );
    expect(answers.map(({ status }) => status)).toEqual(desks.map(() => 200));
  });

  it('whose time is over is said to be so to both, and cannot be accepted before that either', async () => {
    const soon = { expiresAt: new Date(Date.now() + 1_200).toISOString() };
    const { id } = await desk.hold(soon);
    const { body: offered } = await desk.offer(soon);
    await new Promise((resolve) => setTimeout(resolve, 1_250));
    expect((await desk.answer(offered.id, 'acceptance')).body.code).toMatch(
      /MANDATES.EXPIRED|STATE.ILLEGAL_TRANSITION/,
    );
    await platform.inWorker(ExpireMandates).run();
    expect(await list(desk.sme)).toMatchObject([
      { id: offered.id, state: 'expired', endedBy: 'clock' },
      { id, state: 'expired', endedBy: 'clock' },
    ]);
    for (const tenant of [desk.sme, desk.integrator]) {
      const heard = await events(tenant, 5);
      expect(heard.filter(({ type }) => type === 'mandates.mandate.expired')).toHaveLength(2);
    }
    expect(await desk.act()).toEqual([403, 'MANDATES.EXPIRED']);
  });

  it('is in the chain of the audit: who acted under it cannot be wiped out', async () => {
    await desk.hold();
    expect((await desk.integrator.client.post('/v1/parties', SELLER, desk.actingFor)).status).toBe(201);
    const { client, tenantId } = desk.sme;
    const verify = async () =>
      (await client.get<{ intact: boolean; unsealed: number; brokenAt: object | null }>('/v1/audit/verification')).body;
    expect(await eventually(verify, ({ unsealed }) => unsealed === 0)).toMatchObject({ intact: true });
    await platform.rows(
      `UPDATE audit.record SET acting_tenant = NULL, mandate_id = NULL WHERE tenant_id = $1 AND mandate_id IS NOT NULL`,
      [tenantId],
    );
    expect(await verify()).toMatchObject({ intact: false, brokenAt: { fault: 'line_changed' } });
  });
});
