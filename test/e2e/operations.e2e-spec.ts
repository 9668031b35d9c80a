import { newId, publicId } from '../../src/kernel/ids.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface DeadLetter {
  readonly id: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly decidedAt: string | null;
  readonly version: number;
}
interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly apiKey: string | null;
}
interface List<Item> {
  readonly data: readonly Item[];
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('Operations', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  describe('a dead letter', () => {
    const bury = async (queue = 'customs.submit-declaration') => {
      const [id, messageId] = [newId(), newId()];
      await platform.rows(
        `INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message,
                                           attempts, failed_at, state)
         VALUES ($1, $2, $3, $4, 'job/' || $4, '{"declarationId": "d"}', 'PARTNER.UNAVAILABLE', 'no answer', 8, now(), 'open')`,
        [tenant.tenantId, id, messageId, queue],
      );
      return { path: `/v1/operations/dead-letters/${publicId('deadLetter', id)}`, id, messageId };
    };
    const deliveries = (messageId: string) =>
      platform.rows(`SELECT queue, topic, payload, sent_at FROM platform.delivery WHERE message_id = $1`, [messageId]);
    const audited = (id: string) =>
      platform.rows(`SELECT action, from_state, to_state FROM audit.record WHERE resource_id = $1`, [id]);

    it('can be read, and says what may be done', async () => {
      const { path } = await bury();
      const { body, headers } = await tenant.client.get<DeadLetter>(path);
      expect([body.state, body.allowedActions, headers['etag']]).toEqual(['open', ['retry', 'discard'], '"1"']);
    });

    it('is put back into its queue by retry, once, and the decision is audited', async () => {
      const { path, id, messageId } = await bury();
      const { status, body } = await tenant.client.post<DeadLetter>(`${path}/retry`);
      expect([status, body.state, body.allowedActions]).toEqual([200, 'retried', []]);
      expect(await deliveries(messageId)).toEqual([
        {
          queue: 'customs.submit-declaration',
          topic: 'job/customs.submit-declaration',
          payload: { declarationId: 'd' },
          sent_at: null,
        },
      ]);
      const again = await tenant.client.post(`${path}/retry`);
      expect([again.status, again.body['code']]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
      expect(await audited(id)).toEqual([
        { action: 'operations.dead-letter.retry', from_state: 'open', to_state: 'retried' },
      ]);
    });

    it('is given up by discard and stays to be read', async () => {
      const { path, id, messageId } = await bury();
      expect((await tenant.client.post<DeadLetter>(`${path}/discard`)).body.state).toBe('discarded');
      expect(await deliveries(messageId)).toEqual([]);
      expect((await tenant.client.get<DeadLetter>(path)).body.decidedAt).not.toBeNull();
      expect(await audited(id)).toHaveLength(1);
    });

    it('is decided once when two people decide at the same moment', async () => {
      const { path, messageId } = await bury();
      const answers = await Promise.all([tenant.client.post(`${path}/retry`), tenant.client.post(`${path}/retry`)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await deliveries(messageId)).toHaveLength(1);
    });

    it('is not decided on a stale reading', async () => {
      const { path } = await bury();
      expect((await tenant.client.post(`${path}/discard`, {}, { 'if-match': '"7"' })).status).toBe(412);
    });

    it('is found by queue and state', async () => {
      await bury('fx.execute-conversion');
      const find = async (filter: string) =>
        (await tenant.client.get<List<DeadLetter>>(`/v1/operations/dead-letters?${filter}`)).body.data;
      expect(await find('queue=fx.execute-conversion&state=open')).toHaveLength(1);
      expect(await find('queue=fx.execute-conversion&state=retried,discarded')).toEqual([]);
      expect((await tenant.client.get('/v1/operations/dead-letters?state=lost')).status).toBe(400);
    });

    it('of another tenant does not exist', async () => {
      const { path } = await bury();
      const other = await platform.tenant('Another');
      expect((await other.client.get(path)).status).toBe(404);
      expect((await other.client.post(`${path}/retry`)).status).toBe(404);
    });
  });

  describe('an API key', () => {
    const make = (
      scopes: readonly string[],
      more: object = {},
      headers: Record<string, string> = {},
      by = tenant.client,
    ) => by.post<ApiKey>('/v1/api-keys', { name: 'ERP', scopes, ...more }, headers);
    const works = async ({ apiKey }: ApiKey) => (await platform.as(apiKey).get('/v1/orders')).status;

    it('is made with some of the caller’s rights, and its secret is shown once', async () => {
      const { status, body } = await make(['orders:read']);
      expect([status, body.scopes]).toEqual([201, ['orders:read']]);
      expect(await works(body)).toBe(200);
      const listed = await tenant.client.get<List<ApiKey>>('/v1/api-keys');
      expect(listed.text).not.toContain(body.apiKey);
      expect(listed.body.data.map(({ id }) => id)).toContain(body.id);
    });

    it('may do no more than it was given', async () => {
      const { body } = await make(['orders:read']);
      const answer = await platform.as(body.apiKey).get('/v1/api-keys');
      expect([answer.status, answer.body['code']]).toEqual([403, 'AUTH.MISSING_SCOPE']);
    });

    it('cannot give what it does not have', async () => {
      const { body } = await make(['keys:write', 'orders:read']);
      const answer = await make(['orders:read', 'fx:write'], {}, {}, platform.as(body.apiKey));
      expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([
        403,
        'KEYS.SCOPE_BEYOND_OWN',
      ]);
    });

    it('repeats under its Idempotency-Key without the secret, which is kept nowhere', async () => {
      const first = await make(['orders:read'], {}, { 'idempotency-key': 'make-1' });
      const again = await make(['orders:read'], {}, { 'idempotency-key': 'make-1' });
      expect([again.status, again.body.id, again.body.apiKey]).toEqual([201, first.body.id, null]);
      const kept = await platform.rows(`SELECT 1 FROM platform.idempotency_record WHERE body LIKE $1`, [
        `%${first.body.apiKey ?? 'no secret was shown'}%`,
      ]);
      expect(kept).toEqual([]);
    });

    it('lives on for the time of its rotation, beside its successor', async () => {
      const { body: old } = await make(['orders:read']);
      const end = inHours(2);
      const { status, body: young } = await tenant.client.post<ApiKey>(`/v1/api-keys/${old.id}/rotation`, {
        oldKeyExpiresAt: end,
      });
      expect([status, young.scopes, young.id === old.id]).toEqual([200, ['orders:read'], false]);
      expect([await works(old), await works(young)]).toEqual([200, 200]);
      await platform.rows(
        `UPDATE platform.api_key SET expires_at = now() - interval '1 second' WHERE expires_at = $1`,
        [end],
      );
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      expect([await works(old), await works(young)]).toEqual([401, 200]);
    });

    it.each([
      ['in the past', -1],
      ['too far ahead', 31 * 24],
    ])('is not rotated with an end %s', async (_when, hours) => {
      const { body } = await make(['orders:read']);
      const answer = await tenant.client.post(`/v1/api-keys/${body.id}/rotation`, { oldKeyExpiresAt: inHours(hours) });
      expect([answer.status, answer.body['code']]).toEqual([422, 'KEYS.EXPIRY_OUT_OF_RANGE']);
    });

    it('is refused after its revocation, and is not rotated any more', async () => {
      const { body } = await make(['orders:read']);
      const { body: revoked } = await tenant.client.post<ApiKey>(`/v1/api-keys/${body.id}/revocation`);
      expect(revoked.revokedAt).not.toBeNull();
      expect(await works(body)).toBe(401);
      const rotation = await tenant.client.post(`/v1/api-keys/${body.id}/rotation`, { oldKeyExpiresAt: inHours(1) });
      expect([rotation.status, rotation.body['code']]).toEqual([409, 'KEYS.NOT_LIVE']);
      expect((await tenant.client.post<ApiKey>(`/v1/api-keys/${body.id}/revocation`)).body).toEqual(revoked);
    });

    it.each([
      [{ name: 'x', scopes: [] }, '/scopes'],
      [{ name: 'x', scopes: ['orders:delete'] }, '/scopes'],
      [{ scopes: ['orders:read'] }, '/name'],
      [{ name: 'x', scopes: ['orders:read'], expiresAt: 'soon' }, '/expiresAt'],
    ])('is not made from %j', async (request, pointer) => {
      const answer = await tenant.client.post<{ errors: { pointer: string }[] }>('/v1/api-keys', request);
      expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
    });

    it('of another tenant cannot be touched', async () => {
      const { body } = await make(['orders:read']);
      const other = await platform.tenant('Another');
      expect((await other.client.post(`/v1/api-keys/${body.id}/revocation`)).status).toBe(404);
    });
  });

  describe('the clock of a sandbox tenant', () => {
    it('is the real time until it is set, then stands still and moves forward only', async () => {
      const { client } = await platform.tenant('Clock');
      const before = await client.get('/v1/sandbox/clock');
      expect(before.body['frozen']).toBe(false);
      const set = await client.post('/v1/sandbox/clock', { now: '2099-05-01T08:00:00+08:00' });
      expect(set.body).toEqual({ now: '2099-05-01T00:00:00.000Z', frozen: true });
      expect((await client.get('/v1/sandbox/clock')).body).toEqual(set.body);
      const back = await client.post('/v1/sandbox/clock', { now: '2099-04-30T08:00:00+08:00' });
      expect([back.status, back.body['code']]).toEqual([409, 'SANDBOX.CLOCK_RUNS_FORWARD']);
    });

    it('brings work nearer that waits for its hour', async () => {
      const { client, tenantId } = await platform.tenant('Clock');
      await client.post('/v1/sandbox/clock', { now: '2099-05-01T00:00:00Z' });
      await platform.rows(
        `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
         VALUES ($1, $2, 'q', 'job/q', '{}', now() + interval '3 days', now())`,
        [tenantId, newId()],
      );
      const isDue = async () =>
        (
          await platform.rows<{ due: boolean }>(
            `SELECT due_at <= now() AS due FROM platform.delivery WHERE tenant_id = $1`,
            [tenantId],
          )
        )[0]?.due;
      await client.post('/v1/sandbox/clock', { now: '2099-05-03T00:00:00Z' });
      expect(await isDue()).toBe(false);
      await client.post('/v1/sandbox/clock', { now: '2099-05-04T00:00:01Z' });
      expect(await isDue()).toBe(true);
    });

    it('does not exist for a live tenant', async () => {
      const { client } = await platform.tenant('Live', { livemode: true });
      for (const answer of [
        await client.get('/v1/sandbox/clock'),
        await client.post('/v1/sandbox/clock', { now: '2099-01-01T00:00:00Z' }),
      ]) {
        expect([answer.status, answer.body['code']]).toEqual([409, 'SANDBOX.LIVEMODE']);
      }
    });
  });
});
