import { ApiError, ConnectionError } from './errors.js';
import { follow, type ScenarioProgress } from './scenario.js';

const at = (version: number, isOver = false): ScenarioProgress => ({
  id: 'scn_1',
  kind: 'export',
  state: isOver ? 'completed' : 'running',
  orderId: null,
  stepsDone: version,
  stepsTotal: 3,
  steps: [],
  waitsFor: null,
  problem: null,
  endedAt: isOver ? '2026-04-01T02:00:00.000Z' : null,
  version,
});

/** Answers one after the other; an error is thrown. */
const answering =
  (...answers: (ScenarioProgress | Error)[]) =>
  (): Promise<ScenarioProgress> => {
    const answer = answers.shift() ?? new Error('It was not to be asked');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };

const versionsOf = async (following: AsyncIterable<ScenarioProgress>): Promise<number[]> => {
  const versions: number[] = [];
  for await (const { version } of following) versions.push(version);
  return versions;
};

describe('Following a scenario', () => {
  it('tells how it was begun, each change once, and is over with it', async () => {
    const read = answering(at(1), at(2), at(2), at(3, true));
    expect(await versionsOf(follow(at(1), read, { pollMs: 1 }))).toEqual([1, 2, 3]);
  });

  it('asks again when there was no answer', async () => {
    const read = answering(new ConnectionError('away'), at(2, true));
    expect(await versionsOf(follow(at(1), read, { pollMs: 1 }))).toEqual([1, 2]);
  });

  it('ends with what the platform refuses', async () => {
    const problem = { type: '', title: 'No', status: 404, detail: 'No', code: 'REQUEST.NOT_FOUND' };
    const gone = new ApiError(
      { ...problem, errors: [], traceId: '', retryable: false, details: {} },
      { headers: new Headers(), retryAfterMs: null },
    );
    await expect(versionsOf(follow(at(1), answering(gone), { pollMs: 1 }))).rejects.toBe(gone);
  });

  it('ends without an error when nobody wants to know any more', async () => {
    const stop = new AbortController();
    const following = follow(at(1), answering(at(1)), { pollMs: 60_000, signal: stop.signal });
    await following.next();
    stop.abort();
    expect(await following.next()).toEqual({ done: true, value: undefined });
  });
});
