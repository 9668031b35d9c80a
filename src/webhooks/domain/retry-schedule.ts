const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waiting time before each try, counted from the one before. Source: Standard Webhooks 1.0.0, "Retry schedule". */
const WAITS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

const JITTER = 0.1;

export const ATTEMPTS_MAX = WAITS_MS.length;

/**
 * @param attemptsMade tries so far, at least one
 * @param random in [0, 1): spreads the retries of many messages by up to a tenth
 * @returns how long to wait, or null when the tries are used up
 */
export function nextWaitMs(attemptsMade: number, random: number): number | null {
  const wait = WAITS_MS[attemptsMade];
  return wait === undefined ? null : Math.floor(wait * (1 + JITTER * random));
}

/** Failures in a row after which nothing is sent for a while. */
const TRIPS_AT = 5;
const OPEN_MAX_MS = 10 * MINUTE;

/**
 * How long a circuit stays open after so many failures in a row: not at all below five, then 5 s doubling to ten minutes.
 * One trial is let through when it closes.
 */
export function openForMs(consecutiveFailures: number): number {
  if (consecutiveFailures < TRIPS_AT) return 0;
  return Math.min(OPEN_MAX_MS, 5 * SECOND * 2 ** Math.min(consecutiveFailures - TRIPS_AT, 20));
}

/** An endpoint that has only failed for this long is switched off. */
export const DISABLE_AFTER_MS = 5 * 24 * HOUR;
