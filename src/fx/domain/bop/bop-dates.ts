import { isWorkday } from '../../../kernel/china-workdays.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { addWorkdaysOf, type IsWorkday } from '../../../kernel/workdays.js';

/** Dated, as the rule may change: working days within which a receipt is declared, the day of the credit not counted. */
const WITHIN: readonly { readonly from: LocalDate; readonly workdays: number; readonly source: string }[] = [
  { from: '2010-05-01', workdays: 5, source: '《国际收支统计申报办法实施细则》：解付银行解付之日后五个工作日内' },
];
/** The day before the last is when somebody is reminded. */
const REMINDER_WORKDAYS_LEFT = 1;

/**
 * The last day on which a receipt of that day is declared (T+5 working days, 调休 counted).
 * @param isWorked in China; without it, by the notices that come with the project
 */
export function bopDueOn(creditedOn: LocalDate, isWorked: IsWorkday = isWorkday): LocalDate {
  return addWorkdaysOf(isWorked, creditedOn, workdaysOn(creditedOn));
}

/** The working day on which somebody is reminded. */
export function bopRemindOn(creditedOn: LocalDate, isWorked: IsWorkday = isWorkday): LocalDate {
  return addWorkdaysOf(isWorked, creditedOn, workdaysOn(creditedOn) - REMINDER_WORKDAYS_LEFT);
}

function workdaysOn(day: LocalDate): number {
  return WITHIN.filter(({ from }) => from <= day).at(-1)?.workdays ?? 5;
}
