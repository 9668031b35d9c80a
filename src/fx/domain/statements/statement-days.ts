import { addDays, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';

/** Days asked for in one turn, at most: the rest follows at once. */
const DAYS_MAX = 7;
/** Banks in China have a day's statement ready in the early morning of the next (practice). */
const READY = '06:00';
/** China keeps one zone and no summer time. */
const OFFSET = '+08:00';

/** The days that are to be asked for: after the last one that was, up to the day before the turn. */
export function daysToAsk(askedUntil: LocalDate, dueAt: Date): LocalDate[] {
  const last = addDays(dateInZone(dueAt, CHINA), -1);
  const days: LocalDate[] = [];
  for (let day = addDays(askedUntil, 1); day <= last && days.length < DAYS_MAX; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The morning on which the day after is stated; at once where that is past. */
export function nextTurn(askedUntil: LocalDate, now: Date): Date {
  const morning = morningOf(addDays(askedUntil, 2));
  return morning > now ? morning : now;
}

function morningOf(day: LocalDate): Date {
  return new Date(`${day}T${READY}:00${OFFSET}`);
}
