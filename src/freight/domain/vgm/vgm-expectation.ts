const HOUR_MS = 3_600_000;
const LIVE_ANSWER_MS = 24 * HOUR_MS;
/** In the sandbox nothing takes days. */
const SANDBOX_ANSWER_MS = 30_000;

/** By when the carrier should have accepted or rejected what it was told: its desks work round the clock before a sailing. */
export function vgmExpectedBy(now: Date, livemode: boolean): Date {
  return new Date(now.getTime() + (livemode ? LIVE_ANSWER_MS : SANDBOX_ANSWER_MS));
}
