const MINUTE = 60_000;
const FIRST_MS = 60 * MINUTE;
const LONGEST_MS = 24 * 60 * MINUTE;

/** The sandbox answers within seconds, so a sandbox tenant asks after seconds. */
const SANDBOX_MS = 20_000;
const SANDBOX_LONGEST_MS = 5 * MINUTE;

/**
 * People at customs decide some of what is filed after a list; that takes hours.
 * @param asks how often it has been asked already; the wait doubles with each
 * @returns milliseconds until it should have been decided
 */
export function filingPatienceMs(asks: number, livemode: boolean): number {
  return livemode ? Math.min(FIRST_MS * 2 ** asks, LONGEST_MS) : Math.min(SANDBOX_MS * 2 ** asks, SANDBOX_LONGEST_MS);
}
