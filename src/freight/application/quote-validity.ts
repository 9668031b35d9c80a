import { addDays, CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';

/** How long a price is held, unless a rate of it ends before. */
const VALID_DAYS = 14;

/** Two weeks, or the end of the last day in China on which all of its rates hold. */
export function validUntil(ratesValidTo: LocalDate | null, now: Date): Date {
  const held = new Date(`${addDays(dateInZone(now, CHINA), VALID_DAYS)}T23:59:59+08:00`);
  if (ratesValidTo === null) return held;
  const ends = new Date(`${ratesValidTo}T23:59:59+08:00`);
  return ends < held ? ends : held;
}
