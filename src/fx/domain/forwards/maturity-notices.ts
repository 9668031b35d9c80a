import { addDays, daysBetween, type LocalDate } from '../../../kernel/local-date.js';

/** China keeps one zone and no summer time. */
const MORNING = 'T09:00:00+08:00';
const MIDNIGHT = 'T00:00:00+08:00';

/** What happens on a day in the life of a contract: its owner is reminded, it is the last day, or that is over. */
export type Notice = 'reminder' | 'due' | 'past_due';

/**
 * The days on which somebody looks at a contract: so many before its last one, the last one, and the day after.
 * @returns in order, those after `after` only
 */
export function noticesOf(
  dueOn: LocalDate,
  noticeDays: readonly number[],
  after: LocalDate,
): readonly { readonly on: LocalDate; readonly notice: Notice }[] {
  const before = [...new Set(noticeDays.filter((days) => days > 0))].map((days) => addDays(dueOn, -days));
  const days = [...before, dueOn, addDays(dueOn, 1)].sort();
  return days.filter((on) => on > after).map((on) => ({ on, notice: noticeOn(dueOn, on) }));
}

export function noticeOn(dueOn: LocalDate, day: LocalDate): Notice {
  const left = daysBetween(day, dueOn);
  if (left > 0) return 'reminder';
  return left === 0 ? 'due' : 'past_due';
}

/** The instant: nine in the morning in China, but as soon as the last day is over. */
export function instantOf({ on, notice }: { readonly on: LocalDate; readonly notice: Notice }): Date {
  return new Date(`${on}${notice === 'past_due' ? MIDNIGHT : MORNING}`);
}
