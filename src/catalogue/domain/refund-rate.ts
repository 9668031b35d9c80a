import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Bilingual, type Sentence } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { libraryAnswer, type LibraryRate, type ZeroMeaning } from './refund-library.js';
import { ProductGroupUnknownError, RefundRateChoiceError, RefundRateNotFoundError } from './refund-rate.errors.js';

/** One rate and the days for which it holds; both inclusive, `null` = open. */
export interface RefundRateInterval {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** Fraction as a decimal string. */
  readonly refundRate: string;
  readonly zeroMeaning?: ZeroMeaning;
  /** The notice that set it. */
  readonly source: string;
}

/** Goods that have always had the same refund rates. */
export interface RefundRateGroup {
  /** lower_snake; stable. */
  readonly code: string;
  readonly name: Bilingual;
  /** 2 to 10 digits; the longest one that a code begins with decides, across all groups. */
  readonly hsPrefixes: readonly string[];
  /** In time order, without overlaps. */
  readonly rates: readonly RefundRateInterval[];
}

export interface RefundRateTable {
  /** Says which state of the table gave an answer. */
  readonly version: string;
  readonly groups: readonly RefundRateGroup[];
}

export interface RefundRateQuery {
  /** 8 to 10 digits; give this or the group. */
  readonly hsCode?: string | undefined;
  readonly productGroup?: string | undefined;
  /** The code of the official library that a person chose for the goods; begins with theirs. */
  readonly refundCode?: string | undefined;
  /** The export date printed on the declaration: it selects the rate, not the day of filing. */
  readonly exportDate: LocalDate;
}

export interface RefundRate extends Explained {
  readonly refundRate: Decimal;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** `library` where the official library speaks. */
  readonly productGroup: string;
  readonly zeroMeaning?: ZeroMeaning;
  /** The row of the official library; null where the table that comes with the project speaks. */
  readonly library: LibraryRate | null;
}

/** The group of what is not from the table. */
export const LIBRARY_GROUP = 'library';

/**
 * The export refund rate of goods on their export date. The official library speaks first; of goods and days before its first
 * word about them, the table.
 * @param library what it has about the goods, as `libraryAnswer` wants it
 * @throws InvalidInputError when neither or both of code and group are given, or one cannot be read
 * @throws ProductGroupUnknownError, RefundRateNotFoundError when there is no row for it
 * @throws RefundRateChoiceError when a person must say which goods of the library they are
 */
export function refundRateOn(
  table: RefundRateTable,
  query: RefundRateQuery,
  library: readonly LibraryRate[] = [],
): RefundRate {
  checkQuery(query);
  const { hsCode, refundCode = null, exportDate: on } = query;
  if (hsCode === undefined) return ofTable(table, query);
  const { outcome, rate, choices } = libraryAnswer(library, { hsCode, refundCode, on });
  if (outcome === 'silent') return ofTable(table, query);
  if (rate !== null) return ofLibrary(rate);
  if (outcome === 'none') throw notFound(query, SAY.library_without({ hsCode, day: on }));
  const message = SAY.choose_code({ hsCode, choices: choices.map(({ code, name }) => `${code} ${name}`) });
  const details = { hsCode, exportDate: on, choices: choices.map(({ code }) => code) };
  throw new RefundRateChoiceError(message, details, [{ pointer: '/refundCode', code: 'choose', message }]);
}

function ofLibrary(rate: LibraryRate): RefundRate {
  const { code, refundRate, validFrom, validTo, zeroMeaning, version, source } = rate;
  return {
    refundRate: new Decimal(refundRate),
    validFrom,
    validTo,
    productGroup: LIBRARY_GROUP,
    ...(zeroMeaning !== null && { zeroMeaning }),
    library: rate,
    rule: { id: 'tax-refund.rate', version, source },
    steps: [
      step('code', 'the longest code of the library', code),
      step('refundRate', `rate of ${code} from ${validFrom} to ${validTo ?? '…'}`, refundRate),
    ],
  };
}

function ofTable(table: RefundRateTable, query: RefundRateQuery): RefundRate {
  const { group, match } = findGroup(table, query);
  const { exportDate } = query;
  const interval = group.rates.find((rate) => isInForce(rate, exportDate));
  if (interval === undefined) throw notFound(query, SAY.no_rate_on({ group: group.code, day: exportDate }));
  const refundRate = new Decimal(interval.refundRate);
  const rule: CalculationRule = { id: 'tax-refund.rate', version: table.version, source: interval.source };
  return {
    refundRate,
    validFrom: interval.validFrom,
    validTo: interval.validTo,
    productGroup: group.code,
    ...(interval.zeroMeaning !== undefined && { zeroMeaning: interval.zeroMeaning }),
    library: null,
    rule,
    steps: [
      step('productGroup', match, group.code),
      step('refundRate', `rate of ${group.code} on ${exportDate}`, refundRate),
    ],
  };
}

/** What rows of the table may be narrowed by; all given must hold. */
export interface RefundRateFilter {
  /** 8 to 10 digits: rows of the one group that decides for such goods. */
  readonly hsCode?: string | undefined;
  readonly productGroup?: string | undefined;
  /** Rows in force on this day. */
  readonly on?: LocalDate | undefined;
}

export interface RefundRateRow extends RefundRateInterval {
  readonly group: RefundRateGroup;
}

/** Rows of the table, group by group, each in time order. */
export function refundRatesIn(table: RefundRateTable, { hsCode, productGroup, on }: RefundRateFilter): RefundRateRow[] {
  const decides = hsCode === undefined ? undefined : longestPrefix(table, hsCode)?.group;
  return table.groups
    .filter((group) => hsCode === undefined || group === decides)
    .filter(({ code }) => productGroup === undefined || code === productGroup)
    .flatMap((group) => group.rates.map((rate) => ({ ...rate, group })))
    .filter((rate) => on === undefined || isInForce(rate, on));
}

function isInForce({ validFrom, validTo }: RefundRateInterval, day: LocalDate): boolean {
  return (validFrom === null || day >= validFrom) && (validTo === null || day <= validTo);
}

function findGroup(table: RefundRateTable, query: RefundRateQuery): { group: RefundRateGroup; match: string } {
  const { hsCode, productGroup } = query;
  if (productGroup !== undefined) {
    const group = table.groups.find(({ code }) => code === productGroup);
    if (group === undefined) {
      const details = { productGroup, known: table.groups.map(({ code }) => code) };
      throw new ProductGroupUnknownError(SAY.no_product_group({ group: productGroup }), details);
    }
    return { group, match: 'as given' };
  }
  const found = longestPrefix(table, hsCode ?? '');
  if (found === undefined) throw notFound(query, SAY.no_refund_rate({ hsCode: hsCode ?? '' }));
  return { group: found.group, match: `the group that lists HS ${found.prefix}` };
}

function longestPrefix(table: RefundRateTable, hsCode: string): { group: RefundRateGroup; prefix: string } | undefined {
  let best: { group: RefundRateGroup; prefix: string } | undefined;
  for (const group of table.groups) {
    for (const prefix of group.hsPrefixes) {
      if (hsCode.startsWith(prefix) && prefix.length > (best?.prefix.length ?? 0)) best = { group, prefix };
    }
  }
  return best;
}

function notFound({ hsCode, productGroup, exportDate }: RefundRateQuery, message: Sentence): RefundRateNotFoundError {
  const pointer = hsCode === undefined ? '/exportDate' : '/hsCode';
  const details = { hsCode: hsCode ?? null, productGroup: productGroup ?? null, exportDate };
  return new RefundRateNotFoundError(message, details, [{ pointer, code: 'rate_not_found', message }]);
}

function checkQuery({ hsCode, productGroup, refundCode, exportDate }: RefundRateQuery): void {
  const check = new InputCheck();
  if (hsCode === undefined) check.required(productGroup, '/hsCode');
  else {
    check.absent(productGroup, '/productGroup', 'hsCode');
    check.that(/^\d{8,10}$/.test(hsCode), '/hsCode', 'invalid_hs_code', SAY.hs_code_digits);
  }
  if (refundCode !== undefined) {
    const holds = isRefundCode(refundCode, hsCode ?? '');
    check.that(holds, '/refundCode', 'invalid_refund_code', SAY.refund_code({ hsCode: hsCode ?? '' }));
  }
  check.date(exportDate, '/exportDate');
  check.done();
}

/** A code of the library for goods of this HS code: the code itself, or a part that the library divides it into. */
function isRefundCode(refundCode: string, hsCode: string): boolean {
  return /^\d{8,16}$/.test(refundCode) && hsCode !== '' && refundCode.startsWith(hsCode);
}
