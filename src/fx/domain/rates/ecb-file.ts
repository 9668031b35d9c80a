import { type Currency, isCurrency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { published, type PublishedRate } from './quotation.js';
import { SAY } from './rates.sentences.js';

/** Once quoted by the ECB, and money no more. */
const FORMER: readonly string[] = 'BGN CYP EEK HRK LTL LVL MTL ROL SIT SKK TRL'.split(' ');

const RATE = /^\d{1,9}(\.\d{1,10})?$/;
/** How the ECB writes that there was no rate. */
const NONE: readonly string[] = ['N/A', ''];

/** The columns of a file: a currency for each place, null where a column is passed over. */
export interface EcbColumns {
  readonly currencies: readonly (Currency | null)[];
  /** Currencies that are money no more. */
  readonly passedOver: readonly string[];
}

/** Reads the first line: `Date,USD,JPY,…,`. The file ends every line with a comma. */
export function ecbColumns(cells: readonly string[]): { columns: EcbColumns; faults: Sentence[] } {
  const codes = (cells.at(-1) === '' ? cells.slice(0, -1) : cells).map((cell) => cell.toUpperCase());
  const [first, ...rest] = codes;
  const isLaidOut = first === 'DATE' && rest.length > 0 && rest.every((code) => /^[A-Z]{3}$/.test(code));
  if (!isLaidOut) {
    const found = cells.slice(0, 8).join(',');
    return { columns: { currencies: [], passedOver: [] }, faults: [SAY.ecb_layout({ found })] };
  }
  const unknown = rest.filter((code) => !isCurrency(code) && !FORMER.includes(code));
  const twice = rest.filter((code, index) => rest.indexOf(code) < index);
  return {
    columns: {
      currencies: rest.map((code) => (isCurrency(code) ? code : null)),
      passedOver: rest.filter((code) => FORMER.includes(code)),
    },
    faults: [
      ...unknown.map((code) => SAY.currency_unknown({ code })),
      ...twice.map((code) => SAY.currency_twice({ code })),
    ],
  };
}

/** Reads the rates of one day, or everything that is wrong with the line. `N/A` is no rate of that day. */
export function ecbRates(
  { currencies }: EcbColumns,
  cells: readonly string[],
  today: LocalDate,
): { rates: PublishedRate[]; faults: Sentence[] } {
  const [day = '', ...given] =
    cells.at(-1) === '' && cells.length === currencies.length + 2 ? cells.slice(0, -1) : cells;
  if (given.length !== currencies.length) {
    return { rates: [], faults: [SAY.cells({ count: cells.length, expected: currencies.length + 1 })] };
  }
  const faults = dayFaults(day, today);
  const rates = currencies.flatMap((currency, index) => {
    const text = given[index] ?? '';
    if (currency === null || NONE.includes(text)) return [];
    const rate = rateOf(text);
    if (rate === null) faults.push(SAY.rate_unreadable({ code: currency, text }));
    return rate === null ? [] : [published('ecb', { currency, rate, publishedOn: day })];
  });
  return { rates: faults.length > 0 ? [] : rates, faults };
}

/** A rate above zero; null where it is none. */
export function rateOf(text: string): Decimal | null {
  if (!RATE.test(text)) return null;
  const rate = new Decimal(text);
  return rate.isZero() ? null : rate;
}

/** A day that exists and has come. */
export function dayFaults(day: string, today: LocalDate): Sentence[] {
  if (!isLocalDate(day)) return [SAY.no_day({ text: day })];
  return day > today ? [SAY.day_to_come({ day })] : [];
}
