import { InputCheck } from '../../kernel/input-check.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { SAY } from './issuer.sentences.js';

/** 纳税信用级别, 国家税务总局公告2014年第40号, 2018年第8号 (M). */
export const CREDIT_GRADES = ['A', 'B', 'M', 'C', 'D'] as const;
export type CreditGrade = (typeof CREDIT_GRADES)[number];

export interface IssuerProduct {
  readonly hsCode: string;
  readonly goodsName: string;
  /** How much it can make in a year, as a decimal; null where nobody said. */
  readonly yearlyCapacity: string | null;
  /** Code of the customs unit table. */
  readonly unit: string | null;
}

export interface IssuerDocument {
  readonly kind: string;
  readonly reference: string;
}

/** What is looked at in a review. */
export interface IssuerDetails {
  readonly creditGrade: CreditGrade;
  /** 一般纳税人: only they issue special invoices at the full rate. */
  readonly isGeneralTaxpayer: boolean;
  readonly products: readonly IssuerProduct[];
  /** 境内货源地, five digits. */
  readonly sourceDistrict: string;
  readonly documents: readonly IssuerDocument[];
}

export interface ReviewDays {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
}

/** How long before its end somebody is told. */
const WARNING_DAYS = 30;
/** A review is looked at anew every two years at the latest. */
const DAYS_MAX = 731;

/** @throws InvalidInputError naming every fault */
export function checkReview({ validFrom, validTo }: ReviewDays, today: LocalDate): void {
  const check = new InputCheck();
  check.date(validFrom, '/validFrom');
  check.date(validTo, '/validTo');
  if (check.that(validFrom <= validTo, '/validTo', 'before_start', SAY.ends_before({ validFrom }))) {
    check.that(validTo >= today, '/validTo', 'past', SAY.over_already({ today }));
    const latest = addDays(validFrom, DAYS_MAX - 1);
    check.that(validTo <= latest, '/validTo', 'too_long', SAY.too_long({ latest }));
  }
  check.done();
}

/** When somebody is told next: before the end, once, and at the end. */
export function nextNotice(validTo: LocalDate, isWarned: boolean): Date {
  const day = isWarned ? addDays(validTo, 1) : addDays(validTo, 1 - WARNING_DAYS);
  return new Date(`${day}T00:00:00+08:00`);
}
