import { addDays, addMonths, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';

/** Until which day of the next month the lists of a month are to be summarised. */
interface SummaryLaw {
  readonly fromMonth: string;
  readonly day: number;
  /** So many days before, somebody should think of it. */
  readonly warningDays: number;
  readonly source: string;
}

/** The newest first; a changed law is a new row with its month. */
export const SUMMARY_LAWS: readonly [SummaryLaw, ...SummaryLaw[]] = [
  {
    fromMonth: '2018-12',
    day: 15,
    warningDays: 5,
    source: '海关总署公告2018年第194号: 每月15日前，将上月结关的申报清单归并汇总申报',
  },
];

export interface SummaryDeadline {
  /** The last day, of China. That one which is no working day may be put off is not counted on. */
  readonly dueOn: LocalDate;
  readonly warnAt: Date;
  /** When the last day is over. */
  readonly overAt: Date;
}

/** @param month `2026-11`: that of clearance (结关), by the calendar of China */
export function summaryDeadline(month: string): SummaryDeadline {
  const law = SUMMARY_LAWS.find(({ fromMonth }) => fromMonth <= month) ?? SUMMARY_LAWS[0];
  const dueOn = addDays(firstOfNext(month), law.day - 1);
  return { dueOn, warnAt: midnight(addDays(dueOn, -law.warningDays)), overAt: midnight(addDays(dueOn, 1)) };
}

/** From when to when it lasts, in China; the end is not within. */
export function boundsOf(month: string): { readonly from: Date; readonly to: Date } {
  return { from: midnight(`${month}-01`), to: midnight(firstOfNext(month)) };
}

/** Lists are cleared until it ends: a month is summarised when it is over. */
export function isOver(month: string, now: Date): boolean {
  return month < dateInZone(now, CHINA).slice(0, 7);
}

function firstOfNext(month: string): LocalDate {
  return addMonths(`${month}-01`, 1);
}

/** China has one zone, and no summer time. */
function midnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
