import { type LocalDate } from '../../kernel/local-date.js';

/** Zero has two meanings: taxed as if sold at home, or exempt without refund. */
export type ZeroMeaning = 'taxed_as_domestic' | 'exempt';

/** One row of the official library (出口退税率文库): the rates of a code for some days, both inclusive. */
export interface LibraryRate {
  /** 8 digits, 10, or 10 and up to 6 more by which the library tells apart what customs does not. */
  readonly code: string;
  readonly name: string;
  /** 计量单位, as the library writes it. */
  readonly unit: string | null;
  /** 征税率: fractions; several where the goods are taxed by who sells them. */
  readonly vatRates: readonly string[];
  /** 退税率: a fraction. */
  readonly refundRate: string;
  /** Consumption tax on the value (从价), a fraction; null: none. */
  readonly adValorem: string | null;
  /** Consumption tax by quantity (从量), CNY per unit; null: none. */
  readonly specificTax: string | null;
  /** 特殊商品标识, as the library has it. */
  readonly specialFlag: string | null;
  /** Of a rate of zero; null where the library does not say. */
  readonly zeroMeaning: ZeroMeaning | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Name and issue of the library: `出口退税率文库 2026B`. */
  readonly version: string;
  readonly source: string;
}

/** Goods on a day. */
export interface LibraryQuestion {
  /** 8 to 10 digits. */
  readonly hsCode: string;
  /** What a person chose among the codes of the library for these goods; null: nobody has. */
  readonly refundCode: string | null;
  readonly on: LocalDate;
}

export interface LibraryAnswer {
  /** `silent`: the library has nothing about the goods before that day; `none`: it has, but not for that day. */
  readonly outcome: 'rate' | 'choice' | 'none' | 'silent';
  /** The row that decides; null unless the outcome is `rate`. */
  readonly rate: LibraryRate | null;
  /** The rows that a person must choose among, by code; empty unless the outcome is `choice`. */
  readonly choices: readonly LibraryRate[];
}

/**
 * What the library says of goods on a day. The longest code that theirs begins with decides. Where the library divides their
 * code further and the parts differ in rate or tax, a person must choose; where they do not, any of them will do.
 * @param rows those whose code theirs begins with, and those whose code begins with theirs; of any day, in any order
 */
export function libraryAnswer(
  rows: readonly LibraryRate[],
  { hsCode, refundCode, on }: LibraryQuestion,
): LibraryAnswer {
  const code = refundCode ?? hsCode;
  const about = rows.filter((row) => code.startsWith(row.code) || (refundCode === null && row.code.startsWith(code)));
  const holding = about.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on));
  if (holding.length === 0) {
    const hasBegun = about.some(({ validFrom }) => validFrom <= on);
    return { outcome: hasBegun ? 'none' : 'silent', rate: null, choices: [] };
  }
  const [own] = longestFirst(holding.filter((row) => code.startsWith(row.code)));
  const parts = byCode(holding.filter((row) => row.code.length > code.length));
  // A heading that is divided still has a row of its own for what is in none of the parts.
  const candidates = own?.code === code || parts.length === 0 ? [...(own ? [own] : []), ...parts] : parts;
  const [first, ...others] = candidates;
  if (first === undefined) return { outcome: 'none', rate: null, choices: [] };
  if (others.every((other) => isAlike(first, other))) return { outcome: 'rate', rate: first, choices: [] };
  return { outcome: 'choice', rate: null, choices: candidates };
}

/** Whether it makes no difference to the tax which of them the goods are. */
export function isAlike(one: LibraryRate, other: LibraryRate): boolean {
  return (
    one.refundRate === other.refundRate &&
    one.zeroMeaning === other.zeroMeaning &&
    one.adValorem === other.adValorem &&
    one.specificTax === other.specificTax &&
    one.vatRates.join() === other.vatRates.join()
  );
}

function longestFirst(rows: readonly LibraryRate[]): LibraryRate[] {
  return [...rows].sort((left, right) => right.code.length - left.code.length);
}

function byCode(rows: readonly LibraryRate[]): LibraryRate[] {
  return [...rows].sort((left, right) => (left.code < right.code ? -1 : 1));
}
