import { type DeclarationState } from './declaration-status.js';

/** When something happens, and whose world it happens in: the sandbox's is quicker. */
export interface Moment {
  readonly now: Date;
  readonly livemode: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each state may last before customs is asked; a state that is not here waits for nobody but the client. */
const LIVE_MS: Readonly<Partial<Record<DeclarationState, number>>> = {
  queued: 10 * MINUTE,
  submitted: 30 * MINUTE,
  accepted: DAY,
  reviewing: 2 * DAY,
  concluded: DAY,
  inspecting: 3 * DAY,
  released: 10 * DAY,
  departed: 15 * DAY,
};
const LONGEST_MS = 30 * DAY;

/** The sandbox answers within seconds, so a sandbox tenant asks after seconds. */
const SANDBOX_MS = 20_000;
const SANDBOX_LONGEST_MS = 5 * MINUTE;

/**
 * @param asks how often customs has been asked in this state already; the wait doubles with each
 * @returns milliseconds until something should have happened, or null when nobody outside is waited for
 */
export function patienceMs(state: DeclarationState, asks: number, livemode: boolean): number | null {
  const first = LIVE_MS[state];
  if (first === undefined) return null;
  return livemode ? Math.min(first * 2 ** asks, LONGEST_MS) : Math.min(SANDBOX_MS * 2 ** asks, SANDBOX_LONGEST_MS);
}

/** Until when it is waited for in a state; null when nobody outside is waited for. */
export function deadline(state: DeclarationState, asks: number, { now, livemode }: Moment): Date | null {
  const patience = patienceMs(state, asks, livemode);
  return patience === null ? null : new Date(now.getTime() + patience);
}
