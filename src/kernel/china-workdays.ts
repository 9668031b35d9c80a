import { type LocalDate } from './local-date.js';
import { addWorkdaysOf, isWorkdayOf, workdayFromOf, type YearOfDays } from './workdays.js';

/**
 * The days off and the working weekends (放假调休), as the State Council announces them each autumn. One that is announced is a new entry; of a year
 * without one only the weekends are known.
 */
export const CHINA_NOTICES: Readonly<Record<string, YearOfDays>> = {
  2024: {
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    worked: [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29'],
      '2024-10-12',
    ],
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
  },
};

/** The notice that a year is known by; null where there is none, and nothing but its weekends is known. */
export function holidayNotice(year: string): string | null {
  return CHINA_NOTICES[year]?.source ?? null;
}

/** The first and the last day of the years that are known; before and after them only weekends are. */
export function holidaysKnown(): { readonly from: LocalDate; readonly to: LocalDate } {
  const years = Object.keys(CHINA_NOTICES).sort();
  return { from: `${years.at(0) ?? ''}-01-01`, to: `${years.at(-1) ?? ''}-12-31` };
}

const isChinese = isWorkdayOf(CHINA_NOTICES);

/** Whether is worked in China on that day. */
export function isWorkday(day: LocalDate): boolean {
  return isChinese(day);
}

/** The day itself where it is worked, else the first after it on which is (顺延至其后的第一个工作日). */
export function workdayFrom(day: LocalDate): LocalDate {
  return workdayFromOf(isChinese, day);
}

/**
 * The day after so many working days (个工作日); the day itself does not count.
 * @example Friday 2026-11-27 + 1 → Monday 2026-11-30; Wednesday 2026-09-30 + 1 → Thursday 2026-10-08, after the National Day
 */
export function addWorkdays(day: LocalDate, workdays: number): LocalDate {
  return addWorkdaysOf(isChinese, day, workdays);
}
