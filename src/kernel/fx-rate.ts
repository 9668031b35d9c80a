import { type Currency } from './currency.js';
import { Decimal, type Rounding } from './decimal.js';
import { DomainError, problem } from './domain-error.js';
import { SAY } from './kernel.sentences.js';
import { Money } from './money.js';

export class MalformedFxRateError extends DomainError {
  static readonly problem = problem(
    'FX_RATE.MALFORMED',
    'invalid',
    { en: 'An exchange rate cannot be used', zh: '汇率无效' },
    { en: 'Give a positive rate between two different currencies', zh: '请提供两个不同币种之间的正汇率' },
  );
}

/**
 * One unit of `base` costs `rate` units of `quote`, as published by `source` at `asOf`.
 * There is deliberately no `invert()`: a bank's buying and selling rates are two
 * quotes, and 1/rate is neither of them.
 */
export class FxRate {
  private constructor(
    readonly base: Currency,
    readonly quote: Currency,
    readonly rate: Decimal,
    /** RFC 3339 instant or ISO date, as the publisher gives it. */
    readonly asOf: string,
    /** Who published it: `PBOC-CENTRAL-PARITY`, `BANK-SELL-SPOT`, … */
    readonly source: string,
  ) {}

  /** @throws MalformedFxRateError when the rate is not positive or both sides are one currency */
  static of(rate: { base: Currency; quote: Currency; rate: string; asOf: string; source: string }): FxRate {
    if (!/^\d+(\.\d+)?$/.test(rate.rate) || rate.base === rate.quote || new Decimal(rate.rate).isZero()) {
      throw new MalformedFxRateError(SAY.rate_malformed, { rate: rate.rate });
    }
    return new FxRate(rate.base, rate.quote, new Decimal(rate.rate), rate.asOf, rate.source);
  }

  /** @throws MalformedFxRateError when the money is not in the base currency */
  convert(money: Money, rounding: Rounding): Money {
    if (money.currency !== this.base) {
      throw new MalformedFxRateError(SAY.rate_other_currency, {
        expected: this.base,
        got: money.currency,
      });
    }
    return Money.ofMajor(money.toDecimal().times(this.rate), this.quote, rounding);
  }
}
