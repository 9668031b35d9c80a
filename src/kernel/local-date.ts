/** A calendar day without a zone: `YYYY-MM-DD`. Strings compare in time order. */
export type LocalDate = string;

const PATTERN = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a day that exists: 2025-02-29 does not, nor a year 0. */
export function isLocalDate(text: string): boolean {
  const match = PATTERN.exec(text);
  // The calendar has no year 0, nor has PostgreSQL.
  return match !== null && text >= '0001' && toUtc(text).toISOString().startsWith(text);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(new Date(toUtc(date).getTime() + days * DAY_MS));
}

/** Same day of the month, or the month's last day where there is none: 2024-01-31 + 1 → 2024-02-29. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromUtc(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
}

/** Whole days from `from` (counted) to `to` (not counted). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (toUtc(to).getTime() - toUtc(from).getTime()) / DAY_MS;
}

export function laterOf(left: LocalDate, right: LocalDate): LocalDate {
  return left > right ? left : right;
}

export function earlierOf(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? left : right;
}

/** The calendar day that an instant falls on in a named zone, such as `Asia/Shanghai`. */
export function dateInZone(instant: Date, zone: string): LocalDate {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(instant);
}

/** The zone of every Chinese business date. */
export const CHINA = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

function toUtc(date: LocalDate): Date {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? new Date(0) : new Date(time);
}

function fromUtc(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}
