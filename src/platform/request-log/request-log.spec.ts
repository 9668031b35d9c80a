import { SystemClock } from '../../kernel/clock.js';
import { type UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observability/metrics.js';
import { type RequestEntry } from './request-entry.js';
import { RequestLog } from './request-log.js';

const WAITING_MAX = 10_000;
const ENTRY = { id: 'one' } as RequestEntry;

describe('The request log', () => {
  let metrics: Metrics;
  let answer: () => Promise<unknown>;
  let batches: number;
  let log: RequestLog;

  beforeEach(() => {
    metrics = new Metrics();
    batches = 0;
    const asMachine = (): Promise<unknown> => {
      batches += 1;
      return answer();
    };
    log = new RequestLog({ asMachine } as unknown as UnitOfWork, new SystemClock(), metrics);
  });

  const dropped = async (): Promise<number | undefined> => (await metrics.requestLogDropped.get()).values[0]?.value;
  const note = (count: number): void => {
    for (let each = 0; each < count; each += 1) log.note(ENTRY);
  };

  it('writes by 500, and all that waits when it is told to', async () => {
    answer = () => Promise.resolve([]);
    note(1_001);
    await log.flush();
    expect([batches, await dropped()]).toEqual([3, 0]);
  });

  it('gives up and counts what the database does not take', async () => {
    answer = () => Promise.reject(new Error('away'));
    note(3);
    await log.flush();
    expect([batches, await dropped()]).toEqual([1, 3]);
  });

  it('keeps no more in memory than so many while the database does not answer', async () => {
    let release: (rows: unknown[]) => void = () => undefined;
    answer = () => new Promise((resolve) => (release = resolve));
    note(500 + WAITING_MAX + 7);
    expect(await dropped()).toBe(7);
    answer = () => Promise.resolve([]);
    release([]);
    await log.flush();
    expect(batches).toBe(1 + WAITING_MAX / 500);
  });
});
