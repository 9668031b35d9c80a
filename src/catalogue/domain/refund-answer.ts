import { type LocalDate } from '../../kernel/local-date.js';
import { type Said } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { type ZeroMeaning, libraryAnswer, type LibraryQuestion, type LibraryRate } from './refund-library.js';
import { type RefundRateRow, type RefundRateTable, refundRatesIn } from './refund-rate.js';

/** A rate as somebody is told it, whoever states it. Rates are fractions. */
export interface RefundRateFact {
  /** Of the library, or the prefix by which the table that comes with the project knows the goods. */
  readonly code: string;
  readonly name: Said;
  readonly unit: string | null;
  readonly vatRates: readonly string[];
  readonly refundRate: string;
  readonly zeroMeaning: ZeroMeaning | null;
  readonly adValorem: string | null;
  readonly specificTax: string | null;
  readonly specialFlag: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly version: string;
  readonly source: string;
}

export interface RefundRateAnswer {
  readonly outcome: 'rate' | 'choice' | 'unknown';
  readonly rate: RefundRateFact | null;
  /** What a person must choose among, by `code`. */
  readonly choices: readonly RefundRateFact[];
  /** In words. */
  readonly detail: Said;
}

/** The rate of goods on a day, what a person must choose among, or that nothing is known; never a guess. */
export function refundRateAnswer(
  table: RefundRateTable,
  library: readonly LibraryRate[],
  question: LibraryQuestion,
): RefundRateAnswer {
  const { hsCode, on } = question;
  const { outcome, rate, choices } = libraryAnswer(library, question);
  if (outcome === 'choice') {
    const detail = SAY.choose_code({ hsCode, choices: choices.map(({ code, name }) => `${code} ${name}`) });
    return { outcome, rate: null, choices, detail };
  }
  const [row] = outcome === 'silent' ? refundRatesIn(table, { hsCode, on }) : [];
  const found = rate ?? (row === undefined ? null : factOf(table, row, hsCode));
  if (found !== null) return { outcome: 'rate', rate: found, choices: [], detail: rateSaid(found) };
  const detail = outcome === 'none' ? SAY.library_without({ hsCode, day: on }) : SAY.no_refund_rate({ hsCode });
  return { outcome: 'unknown', rate: null, choices: [], detail };
}

/** Every rate that the goods have had, and those of the parts of their code; what the library states goes before the table. */
export function refundRateHistory(
  table: RefundRateTable,
  library: readonly LibraryRate[],
  hsCode: string,
): RefundRateFact[] {
  const about = library.filter(({ code }) => hsCode.startsWith(code) || code.startsWith(hsCode));
  const first = about.map(({ validFrom }) => validFrom).sort()[0] ?? null;
  const earlier = refundRatesIn(table, { hsCode })
    .filter(({ validFrom }) => first === null || validFrom === null || validFrom < first)
    .map((row) => factOf(table, row, hsCode));
  return [...earlier, ...about];
}

function factOf({ version }: RefundRateTable, row: RefundRateRow, hsCode: string): RefundRateFact {
  const { group, refundRate, zeroMeaning = null, validFrom, validTo, source } = row;
  const prefixes = group.hsPrefixes.filter((prefix) => hsCode.startsWith(prefix));
  const code = prefixes.sort((left, right) => right.length - left.length)[0] ?? hsCode;
  const untold = { unit: null, vatRates: [], adValorem: null, specificTax: null, specialFlag: null };
  return { code, name: group.name, ...untold, refundRate, zeroMeaning, validFrom, validTo, version, source };
}

function rateSaid({ code, refundRate, zeroMeaning, validFrom, validTo, version }: RefundRateFact): Said {
  const where = { code, version, from: validFrom ?? '…', to: validTo ?? '…' };
  if (refundRate !== '0') return SAY.rate_is({ ...where, rate: refundRate });
  if (zeroMeaning === 'exempt') return SAY.rate_exempt(where);
  return zeroMeaning === 'taxed_as_domestic' ? SAY.rate_domestic(where) : SAY.rate_zero(where);
}
