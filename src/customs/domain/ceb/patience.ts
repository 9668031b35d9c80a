const MINUTE = 60_000;
const FIRST_MS = 10 * MINUTE;
const LONGEST_MS = 24 * 60 * MINUTE;

/** The sandbox answers within seconds, so a sandbox tenant asks after seconds. */
const SANDBOX_MS = 20_000;
const SANDBOX_LONGEST_MS = 5 * MINUTE;

/**
 * Customs answers a message within minutes: that it is being declared, if nothing else.
 * @param asks how often it has been asked already; the wait doubles with each
 * @returns milliseconds until something should have come
 */
export function cebPatienceMs(asks: number, livemode: boolean): number {
  return livemode ? Math.min(FIRST_MS * 2 ** asks, LONGEST_MS) : Math.min(SANDBOX_MS * 2 ** asks, SANDBOX_LONGEST_MS);
}
