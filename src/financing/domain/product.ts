import { type DayBasis } from '../../kernel/day-basis.js';
import { DomainError, problem } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { SAY } from './financing.sentences.js';

/** A product's code, as the table of products names it: a new product is a new row, no code. */
export type ProductCode = string;

/** The terms of one product. Rates are fractions per year; amounts are major units of `currency`. */
export interface Product {
  readonly code: ProductCode;
  readonly name: Bilingual;
  /** First and last day on which it is granted; both inclusive, null is open. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly currency: 'CNY';
  /** Share of the matched refund that is advanced. */
  readonly advanceRate: string;
  /** What one client may owe at once, unless a limit of its own is set. */
  readonly clientLimit: string;
  readonly annualRate: string;
  /** On overdue principal, on top of the annual rate. */
  readonly penaltyRate: string;
  readonly dayBasis: DayBasis;
  /** Once, on what is drawn. */
  readonly feeRate: string;
  readonly tenorDays: number;
  /** Less than this is not lent. */
  readonly minimum: string;
}

/** No lender offers the product on that day. */
export class ProductNotOfferedError extends DomainError {
  static readonly problem = problem(
    'FINANCING.PRODUCT_NOT_OFFERED',
    'invalid',
    { en: 'The product is not offered on this day', zh: '该融资产品当前未开放' },
    { en: 'See GET /v1/financing/products for what is offered', zh: '请查询可用的融资产品' },
  );
}

/** @throws ProductNotOfferedError when the table has no row for the day */
export function productOn(table: readonly Product[], code: ProductCode, day: LocalDate): Product {
  const product = table.find(
    (row) => row.code === code && row.validFrom <= day && (row.validTo === null || day <= row.validTo),
  );
  if (product === undefined) throw new ProductNotOfferedError(SAY.not_offered, { code, day });
  return product;
}
