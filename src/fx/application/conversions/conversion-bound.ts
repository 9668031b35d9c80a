import { type Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { SAY } from '../../domain/fx.sentences.js';
import { isWithin, usualWorstRate } from '../../domain/conversions/rate-bound.js';
import { type Bound } from '../../entities/conversion-figures.js';
import { type Quote } from '../../entities/quote.entity.js';

/** How far a conversion may go from its quote while it waits, as somebody says. */
export interface ConversionTerms {
  readonly worstRate?: Decimal | undefined;
  readonly validUntil?: Date | undefined;
}

/** @throws InvalidInputError where the quote itself would be shut out, or the time is over */
export function boundOf(quote: Quote, { worstRate, validUntil }: ConversionTerms, now: Date): Bound {
  const { bound: side, rate, unit } = quote;
  const check = new InputCheck();
  if (worstRate !== undefined) {
    const takesQuote = isWithin(side, quote, { rate: worstRate, unit });
    check.that(takesQuote, '/worstRate', 'range', SAY.worst_rate_better({ rate: rate.toFixed() }));
  }
  check.that(validUntil === undefined || validUntil > now, '/validUntil', 'past', SAY.instant_to_come);
  check.done();
  return { worstRate: worstRate ?? usualWorstRate(side, rate), validUntil: validUntil ?? null };
}
