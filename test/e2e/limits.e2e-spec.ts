import { MandateDesk } from '../support/mandate-desk.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Bound {
  readonly name: string;
  readonly title: string;
  readonly limit: number;
  readonly used: number | null;
}
interface RateLimit {
  readonly policy: string;
  readonly limit: number;
  readonly remaining: number;
}
interface Limits {
  readonly rateLimits: RateLimit[];
  readonly bounds: Bound[];
  readonly mandate: object | null;
}

const LIMITS = '/v1/limits';
const HOOK = { url: 'https://hooks.example.com/x', eventTypes: ['order.placed'] };

describe('Limits', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const limits = async (client = tenant.client, headers: Record<string, string> = {}): Promise<Limits> =>
    (await client.get<Limits>(LIMITS, headers)).body;
  const bounds = async (client = tenant.client): Promise<Record<string, Bound>> =>
    Object.fromEntries((await limits(client)).bounds.map((each) => [each.name, each]));

  it('tell what is left of the rate limits, as the headers of the same answer do', async () => {
    await tenant.client.get('/v1/parties');
    const { headers, body } = await tenant.client.get<Limits>(LIMITS);
    const [client, costly] = body.rateLimits;
    expect(headers['ratelimit']).toContain(`"client";r=${client?.remaining};`);
    expect(client?.limit).toBe(platform.config.rateLimits.perClient);
    expect(client?.remaining).toBe(platform.config.rateLimits.perClient - 2);
    expect(costly).toMatchObject({ policy: 'costly', remaining: platform.config.rateLimits.costlyPerClient });
  });

  it('tell how much of a bound is used, and nobody else’s', async () => {
    expect((await bounds())['webhooks.endpoints']).toMatchObject({ limit: 50, used: 0 });
    const made = await tenant.client.post<{ id: string }>('/v1/webhooks/endpoints', HOOK);
    expect(made.status).toBe(201);
    await tenant.client.post('/v1/event-consumers', { name: 'erp', start: 'newest' });
    const used = await bounds();
    expect([used['webhooks.endpoints']?.used, used['events.consumers']?.used]).toEqual([1, 1]);
    const stranger = await platform.tenant();
    expect((await bounds(stranger.client))['webhooks.endpoints']?.used).toBe(0);
    await tenant.client.delete(`/v1/webhooks/endpoints/${made.body.id}`);
    expect((await bounds())['webhooks.endpoints']?.used).toBe(0);
  });

  it('are those that are kept: one more endpoint than there can be is refused', async () => {
    const limit = (await bounds())['webhooks.endpoints']?.limit ?? 0;
    for (let each = 0; each < limit; each += 1) await tenant.client.post('/v1/webhooks/endpoints', HOOK);
    expect((await bounds())['webhooks.endpoints']?.used).toBe(limit);
    const refused = await tenant.client.post('/v1/webhooks/endpoints', HOOK);
    expect([refused.status, refused.body['details']]).toEqual([409, { max: limit }]);
  });

  it('name single requests too, in the reader’s language', async () => {
    const known = await bounds();
    expect(known['body']).toMatchObject({ limit: platform.config.bodyLimitBytes, used: null });
    expect(known['bulk.items']).toMatchObject({ limit: 10_000, title: 'Items of a batch', per: 'request' });
    const { bounds: inChinese } = await limits(tenant.client, { 'accept-language': 'zh-CN' });
    expect(inChinese.filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
    expect(inChinese.length).toBeGreaterThan(8);
  });

  it('are those of the mandate for who acts for another, where it lets him see them', async () => {
    const desk = await MandateDesk.open(platform);
    const money = (amount: string) => ({ amount, currency: 'CNY' });
    const terms = { scopes: ['operations:read'], limits: { perDay: money('500.00') } };
    await desk.hold(terms);
    await desk.sme.client.post('/v1/event-consumers', { name: 'erp', start: 'newest' });
    await platform.rows(
      `INSERT INTO platform.mandate_use (tenant_id, mandate_id, day, moved_minor)
       SELECT tenant_id, id, (now() AT TIME ZONE 'Asia/Shanghai')::date, 12345 FROM platform.mandate WHERE tenant_id = $1`,
      [desk.sme.tenantId],
    );
    const seen = await limits(desk.integrator.client, desk.actingFor);
    expect(seen.mandate).toEqual({ perCommand: null, perDay: money('500.00'), movedToday: money('123.45') });
    expect(seen.bounds.find(({ name }) => name === 'events.consumers')?.used).toBe(1);
    expect((await limits(desk.integrator.client)).mandate).toBeNull();
  });
});
