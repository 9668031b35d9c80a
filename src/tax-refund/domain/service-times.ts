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

/** The Monday of its week. */
export function weekOf(day: LocalDate): LocalDate {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
