import { newId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from '../support/api-client.js';
import { type Colleague, colleague, policy, type Standing } from '../support/approval-desk.js';
import { CustomsDesk, key } from '../support/customs-desk.js';
import { eventually, type TestTenant } from '../support/test-platform.js';

interface Step {
  readonly dueAt: string;
  readonly workedAt: string;
  readonly kind: string;
  readonly what: string;
  readonly queue: string;
  readonly resource: { readonly type: string; readonly id: string } | null;
  readonly result: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly failures: readonly { readonly id: string; readonly queue: string; readonly code: string }[];
}

interface Advance {
  readonly id: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly reached: string;
  readonly fellDue: number;
  readonly livemode: boolean;
  readonly report: readonly Step[];
  readonly unsettled: readonly { readonly queue: string; readonly count: number }[];
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

const PATH = '/v1/sandbox/clock/advances';
const START = '2027-01-04T00:00:00.000Z';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PATIENCE_MS = 60_000;
const TRANSPORT = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'TESTBL00009999' };

/** Beside them the bank is asked for credits, for as long as a buyer owes money. */
const deadlines = ({ report }: Advance): readonly Step[] => report.filter(({ kind }) => kind === 'deadline');
const after = (ms: number): string => new Date(Date.parse(START) + ms).toISOString();

describe('A clock that is advanced', () => {
  let desk: CustomsDesk;

  beforeAll(async () => {
    desk = await CustomsDesk.open();
  });
  afterAll(() => desk.close());

  const send = ({ client }: TestTenant, to: string, headers = {}): Promise<ApiAnswer<Advance>> =>
    client.post<Advance>(PATH, { to }, headers);
  const read = async ({ client }: TestTenant, id: string, headers = {}): Promise<Advance> =>
    (await client.get<Advance>(`${PATH}/${id}`, headers)).body;
  const ended = (tenant: TestTenant, id: string): Promise<Advance> =>
    eventually(
      () => read(tenant, id),
      ({ state }) => state !== 'advancing',
      PATIENCE_MS,
    );
  const advance = async (tenant: TestTenant, to: string): Promise<Advance> => {
    const { status, body, text } = await send(tenant, to);
    if (status !== 202) throw new Error(text);
    return ended(tenant, body.id);
  };
  const frozen = async (name: string): Promise<TestTenant> => {
    const tenant = await desk.platform.tenant(name);
    await tenant.client.post('/v1/sandbox/clock', { now: START });
    return tenant;
  };
  /** Work that has nothing to do, and is due so long after the start. */
  const waits = (tenant: TestTenant, dueMs: number, queue = 'approvals.expire-request'): Promise<object[]> =>
    desk.platform.rows(
      `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, clock_due_at)
       VALUES ($1, $2, $3, 'job/' || $3, $4, now() + $5 * interval '1 millisecond', now(), $6)`,
      [tenant.tenantId, newId(), queue, JSON.stringify({ requestId: newId() }), dueMs, after(dueMs)],
    );

  describe('over a month in which requests for approval run out', () => {
    let owner: Colleague;
    let month: Advance;

    const submit = async (client: ApiClient): Promise<string> => {
      const { id } = await desk.drafted();
      const body = { transport: TRANSPORT };
      const answer = await client.post<Standing>(`/v1/customs/declarations/${id}/submission`, body, key());
      return answer.body.awaitingApproval?.id ?? answer.text;
    };
    let requests: string[];

    beforeAll(async () => {
      owner = await colleague(desk.platform, desk.tenant, 'owner');
      await policy(owner, 'customs.declaration.submission', '1.00');
      await desk.tenant.client.post('/v1/sandbox/clock', { now: START });
      requests = [await submit(owner.client)];
      const hop = await advance(desk.tenant, after(HOUR_MS));
      expect([hop.state, deadlines(hop), hop.reached]).toEqual(['completed', [], after(HOUR_MS)]);
      requests.push(await submit(owner.client));
      month = await advance(desk.tenant, after(31 * DAY_MS));
    }, PATIENCE_MS);

    it('tells what fell due, each at its hour and in that order, and what came of it', () => {
      expect(month).toMatchObject({
        state: 'completed',
        from: after(HOUR_MS),
        reached: after(31 * DAY_MS),
        fellDue: month.report.length,
      });
      const seen = deadlines(month).map(({ dueAt, workedAt, resource, result }) => [dueAt, workedAt, resource, result]);
      expect(seen).toEqual([
        [after(DAY_MS), after(DAY_MS), { type: 'approval', id: requests[0] }, 'done'],
        [after(DAY_MS + HOUR_MS), after(DAY_MS + HOUR_MS), { type: 'approval', id: requests[1] }, 'done'],
      ]);
      for (const { events } of deadlines(month)) {
        expect(events.map(({ type }) => type)).toContain('approvals.request.expired');
      }
      expect([month.unsettled, month.livemode]).toEqual([[], false]);
    });

    it('with events of that hour, and a clock that stands at the end of the way', async () => {
      const { client } = desk.tenant;
      const [first] = deadlines(month);
      const event = await client.get<{ occurredAt: string }>(`/v1/events/${first?.events[0]?.id ?? ''}`);
      expect(event.body.occurredAt).toBe(after(DAY_MS));
      expect((await client.get('/v1/sandbox/clock')).body).toEqual({ now: after(31 * DAY_MS), frozen: true });
    });

    it('in the language of the reader', async () => {
      expect(deadlines(month)[0]?.what).toBe('The time to approve is over');
      const chinese = await read(desk.tenant, month.id, { 'accept-language': 'zh-CN' });
      expect(deadlines(chinese)[0]?.what).toBe('审批期限届满');
    });

    it('and is listed, newest first', async () => {
      const { body } = await desk.tenant.client.get<{ data: Advance[] }>(PATH);
      expect(body.data.map(({ to }) => to)).toEqual([after(31 * DAY_MS), after(HOUR_MS)]);
    });

    it('leaves a line in the audit for the order and for the end', async () => {
      const { body } = await desk.tenant.client.get<{ data: { action: string; resourceId: string }[] }>(
        '/v1/audit/records?limit=100',
      );
      const lines = body.data.filter(({ resourceId }) => resourceId === month.id);
      expect(lines.map(({ action }) => action)).toEqual(['sandbox.clock.moved', 'sandbox.clock.sent_on']);
    });
  });

  it('asks what is asked every few seconds some twenty times in a year, in several hops or in one', async () => {
    const tenant = await frozen('A year');
    await openAccount(tenant);
    const hops = [30, 31, 200, 365].map((days) => after(days * DAY_MS));
    let from = START;
    for (const to of hops) {
      const { state, report, reached } = await advance(tenant, to);
      expect([state, reached]).toEqual(['completed', to]);
      expect(report.length).toBeGreaterThanOrEqual(20);
      expect(report.length).toBeLessThanOrEqual(22);
      const worked = report.map(({ workedAt }) => workedAt);
      expect(worked).toEqual([...worked].sort());
      expect((worked[0] ?? '') >= from && worked.at(-1) === to).toBe(true);
      from = to;
    }
  });

  it(
    'says what failed, and goes on',
    async () => {
      const tenant = await frozen('Failing');
      const messageId = newId();
      await waits(tenant, HOUR_MS, 'fx.ask-payout');
      await waits(tenant, 2 * HOUR_MS);
      await desk.platform.rows(
        `UPDATE platform.delivery SET message_id = $2, payload = '{"payoutId": "not an id", "attempt": 1}'
       WHERE tenant_id = $1 AND queue = 'fx.ask-payout'`,
        [tenant.tenantId, messageId],
      );
      const { state, report, id } = await advance(tenant, after(DAY_MS));
      expect([state, report.map(({ queue }) => queue)]).toEqual([
        'completed',
        ['fx.ask-payout', 'approvals.expire-request'],
      ]);
      expect(report[0]?.result).toBe('waiting');
      expect((await read(tenant, id)).unsettled).toEqual([{ queue: 'fx.ask-payout', count: 1 }]);
    },
    PATIENCE_MS,
  );

  it('is sent on once under one key, and its answer is the first one again', async () => {
    const tenant = await frozen('Repeats');
    await waits(tenant, HOUR_MS);
    const headers = { 'idempotency-key': newId() };
    const first = await send(tenant, after(DAY_MS), headers);
    await ended(tenant, first.body.id);
    const again = await send(tenant, after(DAY_MS), headers);
    expect([again.status, again.text]).toEqual([202, first.text]);
    expect((await tenant.client.get<{ data: object[] }>(PATH)).body.data).toHaveLength(1);
  });

  it(
    'is not sent on twice at once, nor set while it is on its way',
    async () => {
      const tenant = await frozen('Twice');
      await desk.platform.stopWorker();
      const answers = await Promise.all([1, 2, 3].map((days) => send(tenant, after(days * DAY_MS))));
      const refused = answers.filter(({ status }) => status !== 202);
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
        [409, 'SANDBOX.CLOCK_ADVANCING'],
        [409, 'SANDBOX.CLOCK_ADVANCING'],
      ]);
      const taken = answers.find(({ status }) => status === 202);
      expect(refused[0]?.body.details['advance']).toBe(taken?.body.id);
      const set = await tenant.client.post<Advance>('/v1/sandbox/clock', { now: after(9 * DAY_MS) });
      expect([set.status, set.body.code]).toEqual([409, 'SANDBOX.CLOCK_ADVANCING']);
      await desk.platform.startWorker();
      expect((await ended(tenant, taken?.body.id ?? '')).state).toBe('completed');
      expect((await send(tenant, after(9 * DAY_MS))).status).toBe(202);
    },
    PATIENCE_MS,
  );

  it.each([
    ['backwards', -1, [409, 'SANDBOX.CLOCK_RUNS_FORWARD']],
    ['further than a leap year', 366 * DAY_MS + 1, [422, 'SANDBOX.CLOCK_TOO_FAR']],
  ])('is not sent %s', async (_how, ms, expected) => {
    const { status, body } = await send(await frozen('Bounds'), after(ms));
    expect([status, body.code]).toEqual(expected);
  });

  it('is none of a live tenant', async () => {
    const live = await desk.platform.tenant('Live', { livemode: true });
    const { status, body } = await send(live, after(DAY_MS));
    expect([status, body.code]).toEqual([409, 'SANDBOX.LIVEMODE']);
    await expect(
      desk.platform.rows(`UPDATE platform.tenant SET test_clock = now() WHERE id = $1`, [live.tenantId]),
    ).rejects.toThrow('ck_tenant_clock');
  });

  it(
    'stands where it came to when a reset erases the way under it, and can be advanced again',
    async () => {
      const tenant = await frozen('Reset');
      const { client, tenantId } = tenant;
      for (let hours = 1; hours <= 60; hours += 1) await waits(tenant, hours * HOUR_MS);
      const { body } = await send(tenant, after(90 * HOUR_MS));
      await eventually(
        () => read(tenant, body.id),
        ({ fellDue }) => fellDue > 3,
      );
      const reset = await client.post('/v1/sandbox/reset', { tenantId: publicId('tenant', tenantId) });
      expect(reset.status).toBe(200);
      const clock = await client.get<{ now: string }>('/v1/sandbox/clock');
      expect(clock.body.now > START && clock.body.now < after(60 * HOUR_MS)).toBe(true);
      const next = await advance(tenant, after(90 * HOUR_MS));
      expect(next).toMatchObject({ state: 'completed', from: clock.body.now, report: [], unsettled: [] });
      expect((await client.get<{ data: object[] }>(PATH)).body.data).toHaveLength(1);
      expect((await client.get<{ data: object[] }>('/v1/operations/dead-letters')).body.data).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('of another tenant is not there', async () => {
    const { body } = await send(await frozen('One'), after(HOUR_MS));
    expect((await (await frozen('Other')).client.get(`${PATH}/${body.id}`)).status).toBe(404);
  });

  it(
    'stops where more falls due than one report holds, and goes on from there',
    async () => {
      const tenant = await frozen('Much');
      await desk.platform.rows(
        `INSERT INTO platform.clock_advance (tenant_id, id, state, from_at, to_at, reached_at, steps, started_at)
       VALUES ($1, $2, 'advancing', $3, $4, $3, 499, now())`,
        [tenant.tenantId, newId(), START, after(10 * HOUR_MS)],
      );
      for (const hours of [1, 2, 3]) await waits(tenant, hours * HOUR_MS);
      const [row] = await desk.platform.rows<{ id: string }>(
        `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
       SELECT tenant_id, id, 'operations.advance-clock', 'job/operations.advance-clock',
              jsonb_build_object('advanceId', id), now(), now() FROM platform.clock_advance WHERE tenant_id = $1
       RETURNING message_id AS id`,
        [tenant.tenantId],
      );
      const stopped = await ended(tenant, publicId('clockAdvance', row?.id ?? ''));
      expect([stopped.state, stopped.reached, stopped.fellDue]).toEqual(['stopped', after(HOUR_MS), 500]);
      const rest = await advance(tenant, after(10 * HOUR_MS));
      expect(rest.report.map(({ dueAt }) => dueAt)).toEqual([after(2 * HOUR_MS), after(3 * HOUR_MS)]);
    },
    PATIENCE_MS,
  );

  /** One that a buyer still owes on: the bank is asked for its credits again and again. */
  async function openAccount({ tenantId }: TestTenant): Promise<void> {
    const accountId = newId();
    await desk.platform.rows(
      `INSERT INTO fx.collection_account (tenant_id, id, party_id, currency, owner_name, state, account_number, bank_bic,
                                          credits_due_at, created_at, updated_at)
       VALUES ($1, $2, $2, 'USD', 'Seller', 'open', '6228480795000001', 'SBXCCNBJXXX', now(), now(), now())`,
      [tenantId, accountId],
    );
    await desk.platform.rows(
      `INSERT INTO fx.receivable (tenant_id, id, party_id, buyer_id, buyer_name, order_reference, contract_number,
                                  reference_key, contract_key, expected_minor, expected_currency, received_minor,
                                  received_currency, conversion, plan_rate, state, created_at, updated_at)
       VALUES ($1, $2, $2, $2, 'Buyer', 'R', 'C', 'r', 'c', 100, 'USD', 0, 'USD', 'manual', 7, 'open', now(), now())`,
      [tenantId, accountId],
    );
    await desk.platform.rows(
      `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, clock_due_at)
       VALUES ($1, $2, 'fx.ask-credits', 'job/fx.ask-credits', $3, now() + interval '20 seconds', now(), $4)`,
      [tenantId, newId(), JSON.stringify({ accountId }), after(20_000)],
    );
  }
});
