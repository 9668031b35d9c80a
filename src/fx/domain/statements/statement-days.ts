import { addDays, CHINA, dateInZone, laterOf, type LocalDate } from '../../../kernel/local-date.js';

/** Days asked for in one turn, at most: the rest follows at once. */
const DAYS_MAX = 7;
/** Statements that a bank gives to be fetched (practice); what is older is brought as a file. */
const KEPT_DAYS = 35;
/** Banks in China have a day's statement ready in the early morning of the next (practice). */
const READY = '06:00';
/** China keeps one zone and no summer time. */
const OFFSET = '+08:00';

/** The days that are to be asked for: after the last one that was, up to the day before the turn, as far back as the bank has them. */
export function daysToAsk(askedUntil: LocalDate, dueAt: Date): LocalDate[] {
  const last = addDays(dateInZone(dueAt, CHINA), -1);
  const first = laterOf(addDays(askedUntil, 1), addDays(last, 1 - KEPT_DAYS));
  const days: LocalDate[] = [];
  for (let day = first; day <= last && days.length < DAYS_MAX; day = addDays(day, 1)) days.push(day);
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
