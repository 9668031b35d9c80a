import { addDays, CHINA, dateInZone, daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { type Answer } from './doubt.js';

/** A later day that the bureau granted. */
export interface Extension {
  readonly dueOn: LocalDate;
  readonly reason: string;
  /** RFC 3339. */
  readonly at: string;
}

/** An inquiry of the bureau (函调, 约谈, 补充资料): what it asks, until when, and what it was told. */
export interface Inquiry {
  /** Counts from 1 within the claim. */
  readonly number: number;
  /** The attempt it is about. */
  readonly attempt: number;
  /** The number of the bureau's letter (函号), where it has one. */
  readonly letter: string | null;
  readonly question: string;
  /** RFC 3339, by the bureau's clock. */
  readonly askedAt: string;
  /** The last day for the answer, as last extended; null where the bureau set none. */
  readonly dueOn: LocalDate | null;
  readonly isOverdue: boolean;
  readonly extensions: readonly Extension[];
  readonly answers: readonly Answer[];
}

/** Days before the last day on which a clerk is reminded. */
const REMINDERS = [7, 3, 1] as const;
const MIDNIGHT_IN_CHINA = 'T00:00:00+08:00';

/** When somebody is to be told next of an inquiry that is not answered. */
export interface Reminder {
  readonly dueAt: Date;
  /** Days left by then; -1 when the last day is over. */
  readonly daysLeft: number;
}

/** @returns the next reminder after this instant: 7, 3 and 1 days before, then the day after the last; null when all are past */
export function nextReminder(dueOn: LocalDate, now: Date): Reminder | null {
  const today = dateInZone(now, CHINA);
  const daysLeft = [...REMINDERS, -1].find((days) => days < daysBetween(today, dueOn));
  if (daysLeft === undefined) return null;
  return { daysLeft, dueAt: new Date(`${addDays(dueOn, -daysLeft)}${MIDNIGHT_IN_CHINA}`) };
}

/** Days that are left of an inquiry on a day; below zero when it is overdue. */
export function daysLeft(dueOn: LocalDate, now: Date): number {
  return daysBetween(dateInZone(now, CHINA), dueOn);
}
