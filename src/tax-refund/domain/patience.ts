import { type ClaimState } from './claim-status.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long each state may last before the bureau is asked; a state that is not here waits for nobody but the client.
 * A class 2 platform is answered within ten working days, a letter of inquiry (函调) takes a month and more.
 */
const LIVE_MS: Readonly<Partial<Record<ClaimState, number>>> = {
  queued: 10 * MINUTE,
  filed: DAY,
  accepted: 14 * DAY,
  queried: 30 * DAY,
  answered: 30 * DAY,
  withheld: 30 * DAY,
  approved: 10 * DAY,
};
const LONGEST_MS = 60 * DAY;

/** The sandbox answers within seconds, so a sandbox tenant asks after seconds. */
const SANDBOX_MS = 20_000;
const SANDBOX_LONGEST_MS = 5 * MINUTE;

/**
 * @param asks how often the bureau has been asked in this state already; the wait doubles with each
 * @returns milliseconds until something should have happened, or null when nobody outside is waited for
 */
export function patienceMs(state: ClaimState, asks: number, livemode: boolean): number | null {
  const first = LIVE_MS[state];
  if (first === undefined) return null;
  return livemode ? Math.min(first * 2 ** asks, LONGEST_MS) : Math.min(SANDBOX_MS * 2 ** asks, SANDBOX_LONGEST_MS);
}
