import { type Currency } from '../../../kernel/currency.js';
import { type DayBasis } from '../../../kernel/day-basis.js';
import { DomainError, problem } from '../../../kernel/domain-error.js';
import { addDays, earlierOf, type LocalDate } from '../../../kernel/local-date.js';
import { type Bilingual } from '../../../kernel/sentence.js';
import { type SigningTerms } from '../agreement/agreement-rules.js';
import { type ExtensionTerms } from '../extension/extension-rules.js';
import { type InstalmentTerms } from '../instalments/instalments.js';
import { type WriteOffTerms } from '../write-off/write-off-rules.js';
import { SAY } from './product.sentences.js';
import { type Base, type Closing, type Condition, type Paper } from './vocabulary.js';

/** A product's code, as the table of products names it: a new product is a new row, no code. */
export type ProductCode = string;

/** Who lends. Never the platform. */
export interface LenderName {
  readonly code: string;
  readonly name: Bilingual;
}

/** Per year, as a fraction: fixed, or a published rate and what is added to it. */
export interface Interest {
  readonly kind: 'fixed' | 'floating';
  /** Of a fixed one. */
  readonly annualRate?: string | undefined;
  /** Of a floating one: `LPR_1Y`. */
  readonly reference?: string | undefined;
  readonly spread?: string | undefined;
}

/** On overdue principal: so much on top of the annual rate, or the annual rate times so much in all. */
export interface Penalty {
  readonly kind: 'added_rate' | 'multiplier';
  readonly value: string;
}

/** What a lender lends, on what, for how much, and when. Rates are fractions; amounts are major units of `currency`. */
export interface ProductTerms {
  readonly code: ProductCode;
  readonly name: Bilingual;
  readonly lender: LenderName;
  /** What is lent against. */
  readonly base: Base;
  readonly currency: Currency;
  /** Share of the base that is lent. */
  readonly advanceRate: string;
  /** What one client may owe at once, unless a limit of its own is set. */
  readonly clientLimit: string;
  /** Less than this is not lent. */
  readonly minimum: string;
  readonly tenorDays: number;
  readonly interest: Interest;
  readonly penalty: Penalty;
  readonly dayBasis: DayBasis;
  /** Once, on what is drawn. */
  readonly feeRate: string;
  /** Once, whatever is drawn. */
  readonly feeFlat: string;
  /** Paid back in parts; absent where all is due at the end of the term. */
  readonly instalments?: InstalmentTerms | undefined;
  /** Signed before it is paid out; absent where the request is all that is asked for. */
  readonly signing?: SigningTerms | undefined;
  /** Later due dates; absent where it allows none. */
  readonly extension?: ExtensionTerms | undefined;
  /** Loans that are not paid back; absent where none is written off. */
  readonly writeOff?: WriteOffTerms | undefined;
  /** All of them must hold. */
  readonly opensWhen: readonly Condition[];
  /** Money that repays it. */
  readonly closesBy: readonly Closing[];
  readonly documents: readonly Paper[];
}

/** One version of a product, for the days on which it is granted. */
export interface Product extends ProductTerms {
  readonly version: number;
  /** The platform's own row, or one of the tenant's, which goes before it. */
  readonly origin: 'standard' | 'own';
  /** First and last day on which it is granted; both inclusive, null is open. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
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

/** Somebody else has added a version of the same product at the same moment. */
export class ProductVersionExistsError extends DomainError {
  static readonly problem = problem(
    'FINANCING.PRODUCT_VERSION_EXISTS',
    'conflict',
    { en: 'The product has another new version by now', zh: '该产品已有新的版本' },
    {
      en: 'Read GET /v1/financing/products/{product} again and decide anew',
      zh: '请重新查询该产品的各版本后再提交',
    },
  );
}

/**
 * Of each product the version in force. A version ends when the next of the same origin begins, or on its own last day, so that
 * versions never overlap. The tenant's own goes before the platform's.
 */
export function productsOn(all: readonly Product[], day: LocalDate): Product[] {
  const codes = [...new Set(all.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const found = inForce(all, { code, origin: 'own' }, day) ?? inForce(all, { code, origin: 'standard' }, day);
    return found === null ? [] : [found];
  });
}

/** @throws ProductNotOfferedError when no version is in force on that day */
export function productOn(all: readonly Product[], code: ProductCode, day: LocalDate): Product {
  const product = productsOn(all, day).find((each) => each.code === code);
  if (product === undefined) throw new ProductNotOfferedError(SAY.not_offered, { code, day });
  return product;
}

/** The versions of one product, the latest first, each with the day on which it ends or has ended. */
export function historyOf(all: readonly Product[], code: ProductCode): Product[] {
  const own = all.filter((each) => each.code === code).sort(latestFirst);
  return own.map((each) => ({ ...each, validTo: endOf(own, each) }));
}

function inForce(
  all: readonly Product[],
  { code, origin }: Pick<Product, 'code' | 'origin'>,
  day: LocalDate,
): Product | null {
  const begun = all.filter((each) => each.code === code && each.origin === origin && each.validFrom <= day);
  const [latest] = begun.sort(latestFirst);
  return latest === undefined || (latest.validTo !== null && latest.validTo < day) ? null : latest;
}

function endOf(all: readonly Product[], product: Product): LocalDate | null {
  const next = all.filter(({ origin, validFrom }) => origin === product.origin && validFrom > product.validFrom).at(-1);
  if (next === undefined) return product.validTo;
  const last = addDays(next.validFrom, -1);
  return product.validTo === null ? last : earlierOf(product.validTo, last);
}

function latestFirst(left: Product, right: Product): number {
  return left.validFrom < right.validFrom ? 1 : left.validFrom > right.validFrom ? -1 : 0;
}
