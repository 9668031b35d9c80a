import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { type EnterpriseClass } from './trade-credit-reports.js';

export type WatchedCredit = 'advance_receipt' | 'deferred_receipt';

/** Reports are due within 30 days of the payment or shipment: five days before somebody has to look. */
const LOOK_AFTER_DAYS = 25;
const REPORT_WITHIN_DAYS = 30;

/** The days that a credit may last without a report; more is to be reported (《经常项目外汇业务指引（2020年版）》第二十条). */
const ALLOWED_DAYS: Readonly<Record<WatchedCredit, Readonly<Record<EnterpriseClass, number>>>> = {
  advance_receipt: { A: 30, B: -1, C: -1 },
  deferred_receipt: { A: 90, B: 30, C: 30 },
};

export function allowedDays(type: WatchedCredit, enterpriseClass: EnterpriseClass): number {
  return ALLOWED_DAYS[type][enterpriseClass];
}

/** When it is looked at whether goods or money have come; of classes B and C advances are reported at once. */
export function lookOn(startedOn: LocalDate): LocalDate {
  return addDays(startedOn, LOOK_AFTER_DAYS);
}

/** The last day of the report. */
export function reportBy(startedOn: LocalDate): LocalDate {
  return addDays(startedOn, REPORT_WITHIN_DAYS);
}

/** The first day on which a credit that was said to be short has lasted too long. */
export function tooLongOn(type: WatchedCredit, enterpriseClass: EnterpriseClass, startedOn: LocalDate): LocalDate {
  return addDays(startedOn, Math.max(allowedDays(type, enterpriseClass), 0) + 1);
}
