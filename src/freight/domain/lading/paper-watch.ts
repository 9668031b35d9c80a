const MINUTE_MS = 60_000;
const LIVE_FIRST_MS = 15 * MINUTE_MS;
const LIVE_MAX_MS = 24 * 60 * MINUTE_MS;
/** In the sandbox nothing takes weeks: a word that was lost is asked for within seconds. */
const SANDBOX_FIRST_MS = 20_000;
const SANDBOX_MAX_MS = 10 * MINUTE_MS;

/**
 * When the carrier is asked how papers stand, unless they are over by then: at growing intervals, once a day at last.
 * @param asks how often it was asked since it last told something new
 */
export function nextPaperAsk(asks: number, now: Date, livemode: boolean): Date {
  const [first, max] = livemode ? [LIVE_FIRST_MS, LIVE_MAX_MS] : [SANDBOX_FIRST_MS, SANDBOX_MAX_MS];
  return new Date(now.getTime() + Math.min(first * 2 ** Math.min(asks, 20), max));
}
