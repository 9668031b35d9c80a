import { addDays, type LocalDate } from '../../kernel/local-date.js';

/** How the tax office classes an export enterprise (出口企业分类管理); 1 is the best. */
export const ENTERPRISE_CLASSES = [1, 2, 3, 4] as const;
export type EnterpriseClass = (typeof ENTERPRISE_CLASSES)[number];

/** Within how many working days a claim is decided, by class, from a day on. */
export interface ServiceTimes {
  readonly from: LocalDate;
  readonly workingDays: Readonly<Record<EnterpriseClass, number>>;
  readonly source: string;
}

/** The newest last. Where the times change, a row is added with its day. */
export const SERVICE_TIMES: readonly ServiceTimes[] = [
  {
    from: '2018-01-01',
    workingDays: { 1: 5, 2: 10, 3: 15, 4: 20 },
    source:
      '国家税务总局公告2016年第46号（出口退（免）税企业分类管理办法），及其修改；一类至四类 5、10、15、20 个工作日',
  },
];

/** Where nobody has said how an enterprise is classed: what a new one is. */
export const CLASS_UNLESS_NOTED: EnterpriseClass = 3;

export function serviceTimes(day: LocalDate): ServiceTimes {
  const times = SERVICE_TIMES.filter(({ from }) => from <= day).at(-1) ?? SERVICE_TIMES[0];
  if (times === undefined) throw new Error('There are no service times');
  return times;
}

/**
 * The day after so many working days: Monday to Friday; public holidays and the days worked instead of them are not known here,
 * so in weeks with holidays it is early by as many days.
 * @example Friday 2026-11-27 + 1 → Monday 2026-11-30
 */
export function addWorkingDays(day: LocalDate, workingDays: number): LocalDate {
  let reached = day;
  for (let left = workingDays; left > 0;) {
    reached = addDays(reached, 1);
    if (!isWeekend(reached)) left -= 1;
  }
  return reached;
}

function isWeekend(day: LocalDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The Monday of its week. */
export function weekOf(day: LocalDate): LocalDate {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
