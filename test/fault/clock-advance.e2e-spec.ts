import { ProcessPlatform } from '../support/process-platform.js';
import { queueBackends } from '../support/services.js';
import { eventually } from '../support/test-platform.js';

interface Advance {
  readonly id: string;
  readonly state: string;
  readonly fellDue: number;
  readonly reached: string;
  readonly report: readonly { readonly dueAt: string; readonly workedAt: string; readonly result: string }[];
  readonly unsettled: readonly object[];
}

const ITEMS = 120;
const HOUR_MS = 3_600_000;
const START = '2027-01-04T00:00:00.000Z';
const PATIENCE_MS = 120_000;

const after = (hours: number): string => new Date(Date.parse(START) + hours * HOUR_MS).toISOString();

describe.each(queueBackends())('A clock on its way when its worker is killed, with the queues on %s', (backend) => {
  it('gets there with another worker, and its report is whole and in order', async () => {
    const platform = await ProcessPlatform.start({ redis: backend === 'redis' });
    try {
      const trader = await platform.trader();
      const send = async <Body>(path: string, body: object): Promise<Body> => {
        const answer = await fetch(`${platform.baseUrl}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${trader.apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return (await answer.json()) as Body;
      };
      await send('/v1/sandbox/clock', { now: START });
      await platform.rows(
        `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, clock_due_at)
         SELECT $1, gen_random_uuid(), 'approvals.expire-request', 'job/approvals.expire-request',
                jsonb_build_object('requestId', gen_random_uuid()), now() + n * interval '1 hour', now(),
                $2::timestamptz + n * interval '1 hour' FROM generate_series(1, $3::int) AS n`,
        [trader.tenantId, START, ITEMS],
      );
      const { id } = await send<Advance>('/v1/sandbox/clock/advances', { to: after(ITEMS) });
      const look = (): Promise<Advance> => trader.get<Advance>(`/v1/sandbox/clock/advances/${id}`);
      for (const seen of [10, 60]) {
        const before = await eventually(look, ({ fellDue }) => fellDue > seen, PATIENCE_MS);
        expect(before.state).toBe('advancing');
        await platform.worker.stop('SIGKILL');
        await platform.worker.start();
      }
      const ended = await eventually(look, ({ state }) => state !== 'advancing', PATIENCE_MS);
      expect(ended).toMatchObject({ state: 'completed', fellDue: ITEMS, reached: after(ITEMS), unsettled: [] });
      expect(ended.report.map(({ dueAt }) => dueAt)).toEqual(
        Array.from({ length: ITEMS }, (_, index) => after(index + 1)),
      );
      expect(new Set(ended.report.map(({ result }) => result))).toEqual(new Set(['done']));
    } finally {
      await platform.stop();
    }
  }, 300_000);
});
