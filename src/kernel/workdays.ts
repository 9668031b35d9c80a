import { addDays, type LocalDate } from './local-date.js';

/** The days off and the working weekends of a year somewhere. */
export interface YearOfDays {
  /** First and last day off. Weekends that fall within are among them. */
  readonly off: readonly (readonly [LocalDate, LocalDate])[];
  /** Saturdays and Sundays on which is worked (调休上班). */
  readonly worked: readonly LocalDate[];
  readonly source: string;
}

/** Whether is worked on a day: in one place, or in several at once. */
export type IsWorkday = (day: LocalDate) => boolean;

const SUNDAY = 0;
const SATURDAY = 6;

/** By the years that are known; of any other only the weekends are. */
export function isWorkdayOf(years: Readonly<Record<string, YearOfDays>>): IsWorkday {
  return (day) => {
    const year = years[day.slice(0, 4)];
    if (year?.worked.includes(day) === true) return true;
    if (year?.off.some(([first, last]) => first <= day && day <= last) === true) return false;
    return ![SATURDAY, SUNDAY].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  };
}

/** The day itself where it is worked, else the first after it on which is. */
export function workdayFromOf(isWorkday: IsWorkday, day: LocalDate): LocalDate {
  let found = day;
  while (!isWorkday(found)) found = addDays(found, 1);
  return found;
}

/** The day after so many working days; the day itself does not count. */
export function addWorkdaysOf(isWorkday: IsWorkday, day: LocalDate, workdays: number): LocalDate {
  let reached = day;
  for (let left = workdays; left > 0; left -= 1) reached = workdayFromOf(isWorkday, addDays(reached, 1));
  return reached;
}
