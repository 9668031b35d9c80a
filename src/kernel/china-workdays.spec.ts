import { addWorkdays, holidayNotice, holidaysKnown, isWorkday, workdayFrom } from './china-workdays.js';
import { addDays } from './local-date.js';

describe('The working days of China', () => {
  it.each([
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday that is worked'],
    ['2026-02-15', false, 'the first day of the Spring Festival'],
    ['2026-02-23', false, 'its last, a Monday'],
    ['2026-02-24', true, 'the day after'],
    ['2026-02-28', true, 'another Saturday that is worked'],
    ['2026-10-11', false, 'a Sunday'],
    ['2025-10-08', false, 'National Day and Mid-Autumn together'],
    ['2024-10-12', true, 'a Saturday that is worked'],
  ])('%s: %s (%s)', (day, isWorked) => {
    expect(isWorkday(day)).toBe(isWorked);
  });

  it.each([
    ['2026-02-16', '2026-02-24', 'past the whole festival'],
    ['2026-02-14', '2026-02-14', 'not past a weekend that is worked'],
    ['2026-12-12', '2026-12-14', 'past a weekend'],
    ['2030-10-01', '2030-10-01', 'of a year that is not announced only the weekends are known'],
    ['2030-10-05', '2030-10-07', 'and those'],
  ])('%s is put off to %s: %s', (day, worked) => {
    expect(workdayFrom(day)).toBe(worked);
  });

  it('are of a year as its notice has them, and make up for days off with weekends', () => {
    expect(holidayNotice('2026')).toContain('2026年');
    expect(holidayNotice('2030')).toBeNull();
    for (const year of [2024, 2025, 2026]) {
      const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) =>
        day.startsWith(String(year)),
      );
      const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(days.filter((day) => isWeekend(day) && isWorkday(day)).length).toBeLessThanOrEqual(8);
      // 11 days are off by law until 2024, 13 since; what is off beyond is made up for.
      const off = days.filter((day) => !isWeekend(day) && !isWorkday(day)).length;
      const made = days.filter((day) => isWeekend(day) && isWorkday(day)).length;
      expect(off - made).toBeLessThanOrEqual(year === 2024 ? 11 : 13);
      expect(off - made).toBeGreaterThanOrEqual(8);
    }
  });

  it.each([
    ['2026-11-27', 1, '2026-11-30', 'over a weekend'],
    ['2026-11-28', 1, '2026-11-30', 'from a Saturday'],
    ['2026-11-02', 5, '2026-11-09', 'a week'],
    ['2026-11-02', 0, '2026-11-02', 'none'],
    ['2026-09-30', 1, '2026-10-08', 'over the National Day'],
    ['2026-10-08', 2, '2026-10-10', 'to a Saturday that is worked'],
    ['2026-02-13', 1, '2026-02-14', 'to the Saturday before the Spring Festival'],
    ['2026-02-14', 1, '2026-02-24', 'over the Spring Festival'],
    ['2026-12-31', 1, '2027-01-01', 'a holiday of a year that is not announced'],
  ])('%s + %i working days are %s (%s)', (day, count, expected) => {
    expect(addWorkdays(day, count)).toBe(expected);
  });

  it('are known of whole years, one after the other', () => {
    const { from, to } = holidaysKnown();
    const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) =>
      String(Number(from.slice(0, 4)) + index),
    );
    expect([from, to]).toEqual(['2024-01-01', '2026-12-31']);
    expect(years.map((year) => holidayNotice(year) !== null)).toEqual([true, true, true]);
  });
});
