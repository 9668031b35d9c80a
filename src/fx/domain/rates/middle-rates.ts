import { isCurrency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { dayFaults, rateOf } from './ecb-file.js';
import { published, type PublishedRate } from './quotation.js';
import { mannerOf, type PublishedSource, rateSource } from './rate-source.js';
import { SAY } from './rates.sentences.js';

/** A rate as somebody states it, word by word. */
export interface StatedRate {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly unit: string;
  readonly rate: string;
}

export const STATED_FIELDS = ['date', 'base', 'quote', 'unit', 'rate'] as const satisfies (keyof StatedRate)[];
export type StatedField = (typeof STATED_FIELDS)[number];

export interface StatedFault {
  readonly field: StatedField;
  readonly code: string;
  readonly message: Sentence;
}

/**
 * Reads a rate that is stated in full (middle rates, 中间价). It must be the way round, and per the unit, in which the source
 * quotes that currency: the usual slip is a rate the wrong way round, which no later check would find.
 */
export function readStated(
  source: PublishedSource,
  stated: StatedRate,
  today: LocalDate,
): { rate: PublishedRate | null; faults: StatedFault[] } {
  const { date, base, quote, unit } = stated;
  const faults: StatedFault[] = dayFaults(date, today).map((message) => ({ field: 'date', code: 'date', message }));
  for (const [field, code] of [
    ['base', base],
    ['quote', quote],
  ] as const) {
    if (!isCurrency(code)) faults.push({ field, code: 'currency', message: SAY.currency_unknown({ code }) });
  }
  const rate = rateOf(stated.rate);
  if (rate === null) {
    const message = SAY.rate_unreadable({ code: `${base}/${quote}`, text: stated.rate });
    faults.push({ field: 'rate', code: 'rate', message });
  }
  const isUnit = /^\d{1,5}$/.test(unit) && Number(unit) >= 1 && Number(unit) <= 10_000;
  if (!isUnit) faults.push({ field: 'unit', code: 'unit', message: SAY.unit_unreadable({ text: unit }) });
  if (faults.length > 0 || rate === null) return { rate: null, faults };
  const manner = mannerFault(source, stated);
  if (manner !== null) return { rate: null, faults: [manner] };
  const currency = base === rateSource(source).home ? quote : base;
  return { rate: published(source, { currency, rate, publishedOn: date }), faults: [] };
}

function mannerFault(source: PublishedSource, { base, quote, unit }: StatedRate): StatedFault | null {
  const { home } = rateSource(source);
  if ((base === home) === (quote === home)) {
    return { field: 'base', code: 'pair', message: SAY.pair_without_home({ source, home }) };
  }
  const currency = base === home ? quote : base;
  const expected = mannerOf(source, currency);
  const isDirect = base === currency;
  const isRight = isDirect === (expected.direction === 'direct') && new Decimal(unit).equals(expected.unit);
  if (isRight) return null;
  const [rightBase, rightQuote] = expected.direction === 'direct' ? [currency, home] : [home, currency];
  const message = SAY.not_quoted_so({ source, currency, base: rightBase, quote: rightQuote, unit: expected.unit });
  return { field: isDirect === (expected.direction === 'direct') ? 'unit' : 'base', code: 'manner', message };
}
