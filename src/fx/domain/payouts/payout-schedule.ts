import { addWorkdays, isWorkday, workdayFrom } from '../../../kernel/china-workdays.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';

export const PAYOUT_MODES = ['immediate', 'batched'] as const;
export type PayoutMode = (typeof PAYOUT_MODES)[number];

/** How a tenant orders its payouts from the bank. */
export interface PayoutPolicy {
  readonly mode: PayoutMode;
  /** `16:30`, China time: what comes later is carried out on the next working day. Null: the bank takes orders at any hour. */
  readonly cutOff: string | null;
  /** Payments in one message, at most. */
  readonly batchMax: number;
  /** Whether the bank is asked to book a batch as one entry (`BtchBookg`). */
  readonly batchBooking: boolean;
}

export const USUAL_POLICY: PayoutPolicy = { mode: 'immediate', cutOff: null, batchMax: 100, batchBooking: false };
export const CUT_OFF = /^([01]\d|2[0-3]):[0-5]\d$/;

/** China keeps one zone and no summer time. */
const OFFSET = '+08:00';

/** On which day the bank is to carry out an order, and until when orders for that day are taken. */
export interface Execution {
  readonly on: LocalDate;
  /** The cut-off on that day; null where there is none. */
  readonly closesAt: Date | null;
  /** Before it nothing is to be expected: now, or the morning of a later day. */
  readonly startsAt: Date;
}

/** The hour at which banks in China begin to work through orders of that day (practice). */
const OPENS = '09:00';

/**
 * Before the cut-off of a working day the same day, after it the next working day (顺延至下一工作日). Without a cut-off the day
 * itself, whatever it is: such a bank pays at any hour (超级网银).
 * @example 16:30, on Friday 2026-11-27 at 17:00 → Monday 2026-11-30
 */
export function executionOf(now: Date, cutOff: string | null): Execution {
  const today = dateInZone(now, CHINA);
  if (cutOff === null) return { on: today, closesAt: null, startsAt: now };
  const isInTime = isWorkday(today) && now < instantOf(today, cutOff);
  const on = isInTime ? today : isWorkday(today) ? addWorkdays(today, 1) : workdayFrom(today);
  return { on, closesAt: instantOf(on, cutOff), startsAt: isInTime ? now : instantOf(on, OPENS) };
}

function instantOf(day: LocalDate, time: string): Date {
  return new Date(`${day}T${time}:00${OFFSET}`);
}
