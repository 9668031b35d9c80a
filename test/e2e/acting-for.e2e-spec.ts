import { publicId, newId } from '../../src/kernel/ids.js';
import { type AuditLine, idOf, type MandateBody, MandateDesk } from '../support/mandate-desk.js';
import { BUYER, orderBody, SELLER } from '../support/order-samples.js';
import { statementsOf } from '../support/query-log.js';
import { Signer } from '../support/signer.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const PARTIES = '/v1/parties';

describe('A credential that acts for another tenant', () => {
  let platform: TestPlatform;
  let desk: MandateDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
  });
  beforeEach(async () => {
    desk = await MandateDesk.open(platform);
  });
  afterAll(() => platform.stop());

  const enter = (body: object = SELLER, headers: Record<string, string> = {}) =>
    desk.integrator.client.post<{ id: string; code: string }>(PARTIES, body, { ...desk.actingFor, ...headers });
  const parties = async ({ client }: TestTenant) => (await client.get<{ data: unknown[] }>(PARTIES)).body.data.length;
  const records = async ({ client }: TestTenant, query: string) =>
    (await client.get<{ data: AuditLine[] }>(`/v1/audit/records?${query}`)).body.data;
  const keyWith = async (scopes: string[], more: object = {}) => {
    const { body } = await desk.integrator.client.post<{ id: string; apiKey: string }>('/v1/api-keys', {
      name: 'ERP',
      scopes,
      ...more,
    });
    return { ...desk.integrator, id: body.id, client: platform.as(body.apiKey) };
  };

  it('works in that tenant, and in its own without the header', async () => {
    await desk.hold();
    expect((await enter()).status).toBe(201);
    expect([await parties(desk.sme), await parties(desk.integrator)]).toEqual([1, 0]);
    expect(await desk.act('/v1/orders')).toEqual([200, undefined]);
  });

  it('stands in that tenant’s audit with both names: the credential, and whose it is under which mandate', async () => {
    const { id } = await desk.hold();
    const key = await keyWith(['parties:write']);
    await key.client.post(PARTIES, SELLER, desk.actingFor);
    await desk.sme.client.post(PARTIES, BUYER);
    const lines = await records(desk.sme, 'action=parties.enter');
    const both = { actor: `api_key:${key.id}`, actingTenant: idOf(desk.integrator), mandateId: id };
    expect(lines).toMatchObject([{ actingTenant: null, mandateId: null }, both]);
    expect(await records(desk.sme, `actingTenant=${idOf(desk.integrator)}`)).toMatchObject([both]);
    expect(await records(desk.integrator, 'action=parties.enter')).toEqual([]);
  });

  it('empties neither tenant, whichever it names', async () => {
    await desk.hold({ scopes: ['operations:write', 'parties:read'] });
    await desk.sme.client.post(PARTIES, SELLER);
    for (const tenantId of [idOf(desk.sme), idOf(desk.integrator)]) {
      const reset = await desk.integrator.client.post('/v1/sandbox/reset', { tenantId }, desk.actingFor);
      expect([reset.status, reset.body['code']]).toEqual([409, 'SANDBOX.OTHER_TENANT']);
    }
    expect(await parties(desk.sme)).toBe(1);
  });

  it('does once what it sends twice under one key, for each tenant by itself', async () => {
    await desk.hold();
    const key = { 'idempotency-key': 'once' };
    const [first, again] = [await enter(SELLER, key), await enter(SELLER, key)];
    expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([first.body.id, 'true']);
    const own = await desk.integrator.client.post<{ id: string }>(PARTIES, SELLER, key);
    expect([own.status, own.body.id === first.body.id]).toEqual([201, false]);
  });

  it('takes of the allowance of the credential, whomever it acts for', async () => {
    await desk.hold();
    const left = async (headers: Record<string, string>): Promise<number> => {
      const answer = await desk.integrator.client.get(PARTIES, headers);
      return Number(/"client";r=(\d+)/.exec(String(answer.headers['ratelimit']))?.[1]);
    };
    const before = await left({});
    expect([before - (await left(desk.actingFor)), before - (await left({}))]).toEqual([1, 2]);
  });

  it('places orders that stand in the audit with both names, together with the tenant’s own', async () => {
    await desk.hold({ scopes: ['orders:write', 'parties:write'] });
    const [seller, buyer] = [await enter(SELLER), await enter(BUYER)];
    const place = ({ client }: TestTenant, reference: string, headers: Record<string, string>) =>
      client.post('/v1/orders', orderBody(seller.body.id, buyer.body.id, reference), {
        ...headers,
        'idempotency-key': reference,
      });
    const answers = await Promise.all(
      ['1', '2', '3', '4'].flatMap((number) => [
        place(desk.sme, `OWN-${number}`, {}),
        place(desk.integrator, `FOR-${number}`, desk.actingFor),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const lines = await records(desk.sme, 'action=orders.create');
    expect(lines.filter(({ actingTenant }) => actingTenant === idOf(desk.integrator))).toHaveLength(4);
    expect(lines).toHaveLength(8);
  });

  it('costs no question of its own to requests that come one after the other', async () => {
    await desk.hold();
    await desk.act();
    const texts = await statementsOf(async () => {
      for (let read = 0; read < 20; read += 1) await desk.act();
    });
    expect(texts.filter((text) => text.includes('platform.mandate')).length).toBeLessThanOrEqual(1);
    expect(texts.length).toBeGreaterThanOrEqual(20);
  });

  it('is refused alike without a mandate, whether the tenant exists or not', async () => {
    const stranger = await platform.tenant();
    const live = await platform.tenant('Live', { livemode: true });
    const { body: offered } = await desk.offer();
    const nobody = publicId('tenant', newId());
    const answers = await Promise.all(
      [idOf(stranger), idOf(live), nobody, idOf(desk.integrator), offered.grantorId].map(async (tenant) => {
        const { status, body } = await desk.integrator.client.get(PARTIES, { 'acting-for': tenant });
        return JSON.stringify([status, { ...body, traceId: 'its own' }]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject([403, { code: 'MANDATES.NOT_GRANTED', details: {} }]);
    const [line] = await desk.refusals(desk.integrator);
    expect(line?.details).toMatchObject({ code: 'MANDATES.NOT_GRANTED', route: PARTIES });
    expect(await records(stranger, 'action=auth.refused')).toEqual([]);
  });

  it.each(['', 'ten_', 'nonsense', 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb', '*'])(
    'is told where the header makes no sense: %j',
    async (named) => {
      const { status, body } = await desk.integrator.client.get<{ code: string; errors: { pointer: string }[] }>(
        PARTIES,
        { 'acting-for': named },
      );
      expect([status, body.code, body.errors[0]?.pointer]).toEqual([400, 'REQUEST.MALFORMED', '#Acting-For']);
    },
  );

  /** In the audits of both, with the mandate; in the tenant's also with whose credential it was. */
  const toldToBoth = async (mandate: string, code: string) => {
    const [own] = await desk.refusals(desk.integrator);
    const [theirs] = await desk.refusals(desk.sme);
    expect(own).toMatchObject({ details: { code, mandate, actingFor: idOf(desk.sme) }, actingTenant: null });
    expect(theirs).toMatchObject({
      details: { code, mandate, route: own?.details['route'] },
      actor: own?.actor,
      actingTenant: idOf(desk.integrator),
      mandateId: mandate,
    });
  };

  it('needs the scope of the operation in the mandate', async () => {
    const { id } = await desk.hold();
    expect(await desk.act('/v1/fx/payouts')).toEqual([403, 'MANDATES.SCOPE_NOT_GRANTED']);
    await toldToBoth(id, 'MANDATES.SCOPE_NOT_GRANTED');
  });

  it('needs it of its own besides', async () => {
    const { id } = await desk.hold();
    const key = await keyWith(['orders:read']);
    expect(await desk.act(PARTIES, {}, key)).toEqual([403, 'AUTH.MISSING_SCOPE']);
    await toldToBoth(id, 'AUTH.MISSING_SCOPE');
  });

  it.each(['/v1/api-keys', '/v1/oauth-clients', '/v1/users', '/v1/mandates', '/v1/represented-tenants'])(
    'never sees %s, whatever the mandate says',
    async (path) => {
      await desk.hold();
      expect(await desk.act(path)).toEqual([403, 'MANDATES.SCOPE_NOT_GRANTED']);
    },
  );

  it('is refused to the instant when the mandate has run out, though it was believed good', async () => {
    const { id } = await desk.hold({ expiresAt: new Date(Date.now() + 1_500).toISOString() });
    expect(await desk.act()).toEqual([200, undefined]);
    await new Promise((resolve) => setTimeout(resolve, 1_550));
    expect(await desk.act()).toEqual([403, 'MANDATES.EXPIRED']);
    await toldToBoth(id, 'MANDATES.EXPIRED');
  });

  it.each(['grantor', 'integrator'])('is refused at once, by every process, when the %s has revoked', async (side) => {
    const { id } = await desk.hold();
    const other = await platform.anotherApi();
    try {
      const headers = { authorization: `Bearer ${desk.integrator.apiKey}`, ...desk.actingFor };
      const there = async (): Promise<number> => (await fetch(`${other.url}${PARTIES}`, { headers })).status;
      expect([await desk.act(), await there()]).toEqual([[200, undefined], 200]);
      await desk.revoke(id, side === 'grantor' ? desk.sme : desk.integrator);
      // Well within the two seconds that an answer is believed.
      await eventually(there, (status) => status === 403, 1_000);
      await desk.soon(403);
      expect(await desk.act()).toEqual([403, 'MANDATES.REVOKED']);
      await toldToBoth(id, 'MANDATES.REVOKED');
    } finally {
      await other.close();
    }
  });

  it('may act as soon as a mandate is accepted, though it was just told that it may not', async () => {
    expect(await desk.act()).toEqual([403, 'MANDATES.NOT_GRANTED']);
    await desk.hold();
    await desk.soon(200);
  });

  it('gets no first answer again once the mandate has ended', async () => {
    const { id } = await desk.hold();
    const key = { 'idempotency-key': 'kept' };
    expect((await enter(SELLER, key)).status).toBe(201);
    await desk.revoke(id);
    await desk.soon(403);
    expect((await enter(SELLER, key)).body.code).toBe('MANDATES.REVOKED');
  });

  it('finishes what it is in the middle of when the mandate ends, and begins nothing more', async () => {
    const { id } = await desk.hold();
    const blocker = await platform.admin.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE parties.party IN EXCLUSIVE MODE');
    const running = enter();
    try {
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      await eventually(
        () => platform.rows(waiting),
        ({ length }) => length > 0,
      );
      expect((await desk.revoke(id)).body.state).toBe('revoked');
      await eventually(
        () => desk.act('/v1/orders'),
        ([status]) => status === 403,
        1_000,
      );
    } finally {
      await blocker.query('COMMIT');
      blocker.release();
    }
    expect((await running).status).toBe(201);
    expect((await enter(BUYER)).body.code).toBe('MANDATES.REVOKED');
  });

  it('signs the header where it must sign at all, and uses its nonce once for whomever', async () => {
    await desk.hold();
    const signer = new Signer();
    const key = await keyWith(['parties:read'], { signatureKey: signer.publicKey });
    const request = { method: 'GET', origin: platform.config.publicUrl, target: PARTIES, actingFor: idOf(desk.sme) };
    const covered = ['@method', '@target-uri'];
    const bare = signer.headers(key.id, request, { covered });
    expect(await desk.act(PARTIES, bare, key)).toEqual([401, 'AUTH.SIGNATURE_INVALID']);
    const signed = signer.headers(key.id, request, { covered: [...covered, 'acting-for'] });
    expect(await desk.act(PARTIES, signed, key)).toEqual([200, undefined]);
    expect(await desk.act(PARTIES, signed, key)).toEqual([401, 'AUTH.SIGNATURE_REPLAYED']);
  });

  it('reads that tenant’s events where it may', async () => {
    await desk.hold({ scopes: ['events:read'] });
    expect(await desk.act('/v1/events')).toEqual([200, undefined]);
  });

  it('acts under the newest mandate that was accepted: it takes the place of the one before', async () => {
    const first = await desk.hold();
    const second = await desk.hold({ scopes: ['orders:read'] });
    await eventually(
      () => desk.act(),
      ([, code]) => code === 'MANDATES.SCOPE_NOT_GRANTED',
      1_000,
    );
    const { body } = await desk.sme.client.get<MandateBody>(`/v1/mandates/${first.id}`);
    expect([body.state, body.endedBy, second.state]).toEqual(['revoked', 'integrator', 'active']);
  });
});
