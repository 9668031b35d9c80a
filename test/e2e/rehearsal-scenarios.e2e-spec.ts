import { RehearsalDesk, type ScenarioBody } from '../support/rehearsal-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 120_000;

interface OrderBody {
  readonly state: string;
  readonly tracks: Readonly<Record<string, string>>;
}

describe('A scenario at once', () => {
  let platform: TestPlatform;
  let desk: RehearsalDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new RehearsalDesk(await platform.tenant());
  });
  afterAll(() => platform.stop());

  const told = async (order: string | null): Promise<string[]> => {
    const { body } = await desk.tenant.client.get<{ data: { type: string }[] }>(
      `/v1/orders/${order ?? ''}/timeline?limit=100`,
    );
    return body.data.map(({ type }) => type);
  };

  it.each([
    ['export', {}, ['financing.advance.drawn', 'financing.advance.repaid']],
    ['customs_refuses', {}, ['customs.declaration.rejected', 'customs.declaration.released']],
    ['inspection', {}, ['customs.declaration.inspection_ordered']],
    ['buyer_pays_short', { charges: '12.50' }, ['fx.order.collected']],
    ['refund_reduced', {}, ['tax_refund.claim.paid']],
    ['payout_returned', {}, ['fx.payout.rejected', 'fx.payout.confirmed']],
  ])(
    '%s comes to the closed order in one call',
    async (kind, parameters, events) => {
      const played = await desk.run(kind, parameters);
      expect([played.state, played.problem]).toEqual(['completed', null]);
      expect(played.steps.map(({ state }) => state)).toEqual(Array(played.stepsTotal).fill('done'));
      const { body } = await desk.tenant.client.get<OrderBody>(`/v1/orders/${played.orderId ?? ''}`);
      expect(body.state).toBe('closed');
      const all = await eventually(
        () => told(played.orderId),
        (types) => events.every((type) => types.includes(type)),
      );
      expect(all).toEqual(expect.arrayContaining(events));
    },
    SLOW_MS,
  );

  it(
    'advances the clock of its own tenant where the buyer pays late',
    async () => {
      const late = new RehearsalDesk(await platform.tenant('Late'));
      const played: ScenarioBody = await late.run('buyer_pays_late', { days: 20 });
      expect([played.state, played.problem]).toEqual(['completed', null]);
      const { body } = await late.tenant.client.get<{ now: string; frozen: boolean }>('/v1/sandbox/clock');
      expect(body.frozen).toBe(true);
      expect(Date.parse(body.now) - Date.now()).toBeGreaterThan(18 * 86_400_000);
      const own = await desk.tenant.client.get<{ frozen: boolean }>('/v1/sandbox/clock');
      expect(own.body.frozen).toBe(false);
    },
    SLOW_MS,
  );
});

describe('A scenario step by step', () => {
  let platform: TestPlatform;
  let desk: RehearsalDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = new RehearsalDesk(await platform.tenant());
  });
  afterAll(() => platform.stop());

  it(
    'does one step each time, answers what it did, and says what comes next',
    async () => {
      const { status, body, headers } = await desk.start({ kind: 'inspection', mode: 'stepwise' });
      expect([status, headers['location']]).toEqual([201, `/v1/sandbox/scenarios/${body.id}`]);
      expect([body.state, body.steps, body.next?.name]).toEqual(['paused', [], 'enter_seller']);
      const first = await desk.step(body.id);
      expect(first.body).toMatchObject({ number: 1, name: 'enter_seller', state: 'done', status: 201 });
      expect(first.body).toMatchObject({ operationId: 'enterParty', method: 'POST', path: '/v1/parties' });
      expect(first.body.resourceIds).toEqual([expect.stringMatching(/^pty_/)]);
      for (let number = 2; number <= body.stepsTotal; number += 1) {
        const before = await desk.scenario(body.id);
        const step = await desk.stepped(body.id);
        expect([step.number, step.name, step.state]).toEqual([number, before.next?.name, 'done']);
      }
      const { state, allowedActions, next, stepsDone } = await desk.scenario(body.id);
      expect([state, allowedActions, next, stepsDone]).toEqual(['completed', [], null, body.stepsTotal]);
      const over = await desk.step(body.id);
      expect([over.status, over.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    },
    SLOW_MS,
  );

  it('keeps each body as it was sent, so that it can be sent again', async () => {
    const { body } = await desk.start({ kind: 'export', mode: 'stepwise', parameters: { reference: 'SO-COPIED-1' } });
    for (let number = 1; number <= 3; number += 1) await desk.stepped(body.id);
    const { steps } = await desk.scenario(body.id);
    const placed = steps[2];
    expect(placed?.body).toMatchObject({ reference: 'SO-COPIED-1' });
    const copied = await desk.tenant.client.post(
      placed?.path ?? '',
      { ...placed?.body, reference: 'SO-COPIED-2' },
      { 'idempotency-key': 'copied' },
    );
    expect(copied.status).toBe(201);
  });

  it('does a step once, however often it is told to under one key', async () => {
    const { body } = await desk.start({ kind: 'export', mode: 'stepwise' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.step(body.id, 'once')));
    const done = answers.filter(({ status }) => status === 202);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    const again = await desk.step(body.id, 'once');
    expect(again.text).toBe(done[0]?.text);
    expect((await desk.scenario(body.id)).steps).toHaveLength(1);
  });

  it('speaks Chinese where that is wanted', async () => {
    const { body } = await desk.start({ kind: 'export', mode: 'stepwise' });
    await desk.stepped(body.id);
    const scenario = await desk.scenario(body.id, { 'accept-language': 'zh-CN' });
    expect(scenario.steps[0]?.description).toBe('录入卖方');
    const kinds = await desk.tenant.client.get<{ data: { description: string }[] }>('/v1/sandbox/scenario-kinds', {
      'accept-language': 'zh-CN',
    });
    expect(kinds.body.data.filter(({ description }) => !/\p{Script=Han}/u.test(description))).toEqual([]);
  });
});
