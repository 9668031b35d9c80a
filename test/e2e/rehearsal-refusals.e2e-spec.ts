import { RehearsalDesk } from '../support/rehearsal-desk.js';
import { orderBody } from '../support/order-samples.js';
import { TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 120_000;
const PAYMENT = { kind: 'collection.paid', resourceId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' };

interface Payment {
  readonly credited: { readonly amount: string };
}

describe('Rehearsal', () => {
  let platform: TestPlatform;
  let desk: RehearsalDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new RehearsalDesk(await platform.tenant());
  });
  afterAll(() => platform.stop());

  const down = async (isDown: boolean): Promise<void> => {
    for (const partner of ['customs', 'carrier', 'courier', 'bank', 'lender', 'tax-bureau']) {
      await fetch(`${platform.sandbox.url}/control/partners/${partner}`, {
        method: 'PUT',
        body: JSON.stringify({ down: isDown }),
        headers: { 'content-type': 'application/json' },
      });
    }
  };

  it('is for sandbox tenants only', async () => {
    const live = new RehearsalDesk(await platform.tenant('Live', { livemode: true }));
    const answers = [await live.start({ kind: 'export' }), await live.simulate(PAYMENT)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'SANDBOX.LIVE_CALLER'],
      [403, 'SANDBOX.LIVE_CALLER'],
    ]);
  });

  it('names every parameter that is wrong', async () => {
    const parameters = { charges: '100.00', surprise: 1 };
    const { status, body } = await desk.start({ kind: 'buyer_pays_short', parameters });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/parameters/charges format',
      '/parameters/surprise unknown_field',
    ]);
    const late = await desk.start({ kind: 'buyer_pays_late', parameters: { days: 61 } });
    expect(late.body.errors).toEqual([expect.objectContaining({ pointer: '/parameters/days', code: 'out_of_range' })]);
    const other = await desk.simulate({ ...PAYMENT, resourceId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb' });
    expect([other.status, other.body.errors[0]?.pointer]).toEqual([422, '/resourceId']);
  });

  it('of another tenant’s resource, or of none, is 404', async () => {
    const { body } = await desk.start({ kind: 'export', mode: 'stepwise' });
    for (let number = 1; number <= 3; number += 1) await desk.stepped(body.id);
    const { orderId } = await desk.scenario(body.id);
    const stranger = new RehearsalDesk(await platform.tenant('Stranger'));
    const answers = [
      await stranger.simulate({ ...PAYMENT, resourceId: orderId }),
      await stranger.simulate(PAYMENT),
      await stranger.step(body.id),
      await stranger.tenant.client.get(`/v1/sandbox/scenarios/${body.id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await stranger.tenant.client.get<{ data: object[] }>('/v1/sandbox/simulations')).body.data).toEqual([]);
  });

  it('has no more rights than the credential: a step that it may not do is refused, and told', async () => {
    const scopes = ['operations:write', 'operations:read', 'parties:write'];
    const { body: key } = await desk.tenant.client.post<{ apiKey: string }>('/v1/api-keys', { name: 'weak', scopes });
    const weak = new RehearsalDesk({ ...desk.tenant, client: platform.as(key.apiKey) });
    const played = await weak.run('export');
    expect([played.state, played.problem?.code]).toEqual(['failed', 'AUTH.MISSING_SCOPE']);
    const last = played.steps.at(-1);
    expect([last?.name, last?.state, last?.status]).toEqual(['place_order', 'refused', 403]);
  });

  it('ends where its credential does', async () => {
    const { body: key } = await desk.tenant.client.post<{ id: string; apiKey: string }>('/v1/api-keys', {
      name: 'short-lived',
      scopes: ['operations:write', 'operations:read', 'parties:write'],
    });
    const held = new RehearsalDesk({ ...desk.tenant, client: platform.as(key.apiKey) });
    await platform.stopWorker();
    const { body } = await held.start({ kind: 'export' });
    await desk.tenant.client.post(`/v1/api-keys/${key.id}/revocation`);
    await platform.startWorker();
    const played = await desk.until(body.id, 'failed');
    expect([played.problem?.code, played.steps]).toEqual([
      'AUTH.CREDENTIAL_REVOKED',
      [expect.objectContaining({ state: 'refused', status: 401 })],
    ]);
  });

  it('under one key it is begun once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.start({ kind: 'export', mode: 'stepwise' }, 'one-scenario')),
    );
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
    const reused = await desk.start({ kind: 'inspection' }, 'one-scenario');
    expect([reused.status, reused.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
  });

  it(
    'that finds its partners down waits for them, and goes on when they are up',
    async () => {
      await down(true);
      const { body } = await desk.start({ kind: 'inspection' });
      for (;;) {
        const { waitsFor } = await desk.scenario(body.id);
        if (waitsFor === 'The carrier confirms the booking') break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await down(false);
      const played = await desk.until(body.id, 'completed', 'failed');
      expect([played.state, played.problem]).toEqual(['completed', null]);
    },
    SLOW_MS,
  );

  it('that is no longer wanted is gone after a reset, and nobody misses it', async () => {
    const own = await platform.tenant('Emptied');
    const emptied = new RehearsalDesk(own);
    await emptied.start({ kind: 'export' });
    const { body: tenant } = await own.client.get<{ id: string }>('/v1/tenant');
    const reset = await own.client.post('/v1/sandbox/reset', { tenantId: tenant.id });
    expect(reset.status).toBe(200);
    expect((await own.client.get<{ data: object[] }>('/v1/sandbox/scenarios')).body.data).toEqual([]);
  });

  it.each([
    ['collection.short', { charges: '12.50' }, '9987.50'],
    ['collection.part', {}, '5000.00'],
    ['collection.part', { amount: '1234.00' }, '1234.00'],
    ['collection.over', { surplus: '300.00' }, '10300.00'],
    ['collection.wrong_reference', {}, '10000.00'],
  ])('plays the buyer: %s with %j', async (kind, parameters, credited) => {
    const resourceId = await order();
    const played = await desk.simulated({ kind, resourceId, parameters });
    expect([played.state, played.problem]).toEqual(['done', null]);
    expect((played.effect as unknown as Payment).credited.amount).toBe(credited);
  });

  it('says that it is not the time where nothing is owed any more', async () => {
    const played = await desk.run('inspection');
    const simulated = await desk.simulated({ kind: 'collection.paid', resourceId: played.orderId });
    expect([simulated.state, simulated.problem?.code]).toEqual(['failed', 'REHEARSAL.NOT_NOW']);
  });

  let orders = 0;
  /** An order whose buyer can pay. */
  async function order(): Promise<string> {
    const { client } = desk.tenant;
    orders += 1;
    const scenario = await desk.start({ kind: 'export', mode: 'stepwise' });
    const [seller, buyer] = [await desk.stepped(scenario.body.id), await desk.stepped(scenario.body.id)];
    const parties = [seller, buyer].map(({ resourceIds }) => resourceIds[0] ?? '') as [string, string];
    const placed = await client.post<{ id: string }>(
      '/v1/orders',
      {
        ...orderBody(...parties, `SO-PAID-${orders}`),
        freight: { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' },
      },
      { 'idempotency-key': `paid-${orders}` },
    );
    for (;;) {
      const { body } = await client.get<{ data: object[] }>(
        `/v1/fx/collection-accounts?sellerId=${parties[0]}&currency=USD&state=open`,
      );
      const owed = await client.get<{ data: object[] }>(`/v1/fx/receivables?orderId=${placed.body.id}`);
      if (body.data.length > 0 && owed.body.data.length > 0) return placed.body.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

describe('Where no sandbox is known', () => {
  it('nothing can be rehearsed, and the problem says so', async () => {
    const platform = await TestPlatform.start({ worker: false, env: { SANDBOX_URL: '' } });
    const desk = new RehearsalDesk(await platform.tenant());
    const answers = [await desk.start({ kind: 'export' }), await desk.simulate(PAYMENT)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'REHEARSAL.NO_SANDBOX'],
      [409, 'REHEARSAL.NO_SANDBOX'],
    ]);
    await platform.stop();
  });
});

describe('A simulation that the sandbox does not hear', () => {
  it(
    'is tried again for a while, and then failed',
    async () => {
      const platform = await TestPlatform.start({ env: { SANDBOX_URL: 'http://127.0.0.1:9' } });
      const desk = new RehearsalDesk(await platform.tenant());
      const { body } = await desk.start({ kind: 'inspection' });
      const played = await desk.until(body.id, 'failed', 'completed');
      const last = played.steps.at(-1);
      expect([last?.name, last?.problem?.code]).toEqual(['await_payment', 'REHEARSAL.WENT_OTHERWISE']);
      const [simulation] = (
        await desk.tenant.client.get<{ data: { state: string; problem: { code: string } }[] }>(
          '/v1/sandbox/simulations',
        )
      ).body.data;
      expect([simulation?.state, simulation?.problem.code]).toEqual(['failed', 'PARTNER.UNAVAILABLE']);
      await platform.stop();
    },
    SLOW_MS,
  );
});
