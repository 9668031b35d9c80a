import { type BookingState } from './booking-status.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A carrier answers the request itself at once, and thinks about it for a day or two. */
const ANSWER_MS: Readonly<Record<'live' | 'sandbox', number>> = { live: 15 * MINUTE_MS, sandbox: 30_000 };
const DECISION_MS: Readonly<Record<'live' | 'sandbox', number>> = { live: 2 * DAY_MS, sandbox: 30_000 };
/** How long after a sailing, an arrival or its papers the carrier's word is late. */
const AFTER_CALL_MS = DAY_MS;
const AFTER_ARRIVAL_MS = 14 * DAY_MS;
const WITHOUT_DATE_MS = 7 * DAY_MS;

/** In the sandbox nothing takes weeks: a word that was lost is asked for within seconds. */
const SANDBOX_FIRST_ASK_MS = 20_000;
const SANDBOX_ASK_MAX_MS = 10 * MINUTE_MS;
const LIVE_FIRST_REPEAT_MS = HOUR_MS;
const LIVE_REPEAT_MAX_MS = DAY_MS;

export interface Progress {
  readonly state: BookingState;
  readonly isCancelling: boolean;
  /** A change has been asked for, and is not decided. */
  readonly isChanging: boolean;
  readonly departedAt: Date | null;
  readonly arrivedAt: Date | null;
  /** The carrier's last word on the departure and the arrival that are still to come. */
  readonly departureDue: Date | null;
  readonly arrivalDue: Date | null;
}

/** By when the carrier should have said the next thing; null once the booking is over. */
export function expectedBy(progress: Progress, now: Date, livemode: boolean): Date | null {
  const mode = livemode ? 'live' : 'sandbox';
  const within = (ms: number): Date => new Date(now.getTime() + ms);
  switch (progress.state) {
    case 'requested':
      return within(ANSWER_MS[mode]);
    case 'received':
    case 'pending_update':
    case 'update_received':
      return within(DECISION_MS[mode]);
    case 'confirmed':
    case 'pending_amendment':
      return progress.isCancelling || progress.isChanging
        ? within(DECISION_MS[mode])
        : carriageExpectedBy(progress, now);
    case 'rejected':
    case 'declined':
    case 'cancelled':
    case 'completed':
      return null;
  }
}

function carriageExpectedBy({ departedAt, arrivedAt, departureDue, arrivalDue }: Progress, now: Date): Date {
  if (arrivedAt !== null) return new Date(now.getTime() + AFTER_ARRIVAL_MS);
  const due = departedAt === null ? departureDue : arrivalDue;
  const from = due === null ? now.getTime() + WITHOUT_DATE_MS : Math.max(due.getTime(), now.getTime());
  return new Date(from + AFTER_CALL_MS);
}

/**
 * When the carrier is asked, unless it speaks first: when its word is due, then at growing intervals.
 * @param asks how often it was asked since it last told something new
 */
export function nextAsk(expected: Date, asks: number, now: Date, livemode: boolean): Date {
  if (!livemode) return new Date(now.getTime() + Math.min(SANDBOX_FIRST_ASK_MS * 2 ** asks, SANDBOX_ASK_MAX_MS));
  if (asks === 0) return expected;
  return new Date(now.getTime() + Math.min(LIVE_FIRST_REPEAT_MS * 2 ** (asks - 1), LIVE_REPEAT_MAX_MS));
}
