/** As the platform sees a partner; `unknown` where nothing was asked of late. */
export const PARTNER_STATUSES = ['operational', 'degraded', 'down', 'unknown'] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** What came of the calls of some time: `failed` is no answer, or one that says the partner cannot. A refusal is an answer. */
export interface CallCounts {
  readonly answered: number;
  readonly failed: number;
  /** Messages that the partner has sent of its own accord. */
  readonly received: number;
}

/** One call that failed is bad luck, three are none. */
const DOWN_FAILURES = 3;
const DOWN_SHARE = 0.5;
const DEGRADED_SHARE = 0.05;

/** Of the last quarter of an hour. */
export function statusOf({ answered, failed, received }: CallCounts): PartnerStatus {
  const calls = answered + failed;
  if (calls === 0) return received > 0 ? 'operational' : 'unknown';
  const share = failed / calls;
  if (failed >= DOWN_FAILURES && share >= DOWN_SHARE) return 'down';
  return share >= DEGRADED_SHARE ? 'degraded' : 'operational';
}

/** Upper ends, in milliseconds, of the classes that durations are counted in; what took longer counts as the last. */
export const UP_TO_MS = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 120_000] as const;
const [SHORTEST_MS] = UP_TO_MS;

export function classOf(durationMs: number): number {
  return UP_TO_MS.find((upTo) => durationMs <= upTo) ?? UP_TO_MS[UP_TO_MS.length - 1] ?? SHORTEST_MS;
}

/**
 * The duration that `share` of the calls did not exceed, told as the upper end of its class: never less than it was.
 * @param classes how many calls there were, by upper end
 * @returns null where there was no call
 */
export function quantile(classes: ReadonlyMap<number, number>, share: number): number | null {
  const sorted = [...classes].filter(([, calls]) => calls > 0).sort(([left], [right]) => left - right);
  const wanted = sorted.reduce((sum, [, calls]) => sum + calls, 0) * share;
  let passed = 0;
  for (const [upTo, calls] of sorted) {
    passed += calls;
    if (passed >= wanted) return upTo;
  }
  return null;
}
