import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { type DayBasis, dayBasisOf } from '../../../kernel/day-basis.js';
import { type Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { SAY } from '../fx.sentences.js';

const RULE: CalculationRule = {
  id: 'fx.forward-rate',
  version: '1990-01-01',
  source: 'Covered interest parity, simple interest; ACT/360, GBP and HKD ACT/365',
};

export interface ForwardTerms {
  /** Units of the quote currency per one unit of the base currency. */
  readonly spot: Decimal;
  readonly baseCurrency: string;
  readonly quoteCurrency: string;
  /** Per year, as fractions; may be negative. */
  readonly baseRate: Decimal;
  readonly quoteRate: Decimal;
  readonly days: number;
  readonly baseDayBasis?: DayBasis | undefined;
  readonly quoteDayBasis?: DayBasis | undefined;
}

export interface ForwardRate extends Explained {
  /** Eight decimals. */
  readonly forwardRate: Decimal;
  /** Forward − spot, eight decimals. */
  readonly swapPoints: Decimal;
}

/**
 * The outright forward rate at which neither currency is better held.
 *
 *     forward = spot × (1 + quote rate × days / basis) / (1 + base rate × days / basis)
 *
 * Rounding: half up to eight decimals.
 * @throws InvalidInputError naming every fault
 */
export function forwardRate(terms: ForwardTerms): ForwardRate {
  const growthOf = (rate: Decimal, basis: DayBasis) => rate.times(terms.days).div(basis).plus(1);
  const baseBasis = terms.baseDayBasis ?? dayBasisOf(terms.baseCurrency);
  const quoteBasis = terms.quoteDayBasis ?? dayBasisOf(terms.quoteCurrency);
  const baseGrowth = growthOf(terms.baseRate, baseBasis);
  const quoteGrowth = growthOf(terms.quoteRate, quoteBasis);
  const check = new InputCheck();
  check.positive(terms.spot, '/spot');
  check.notNegative(terms.days, '/days');
  const areTwo = terms.baseCurrency !== terms.quoteCurrency;
  check.that(areTwo, '/quoteCurrency', 'same_currency', SAY.same_currency);
  check.that(baseGrowth.greaterThan(0), '/baseRate', 'out_of_range', SAY.loss_limit);
  check.that(quoteGrowth.greaterThan(0), '/quoteRate', 'out_of_range', SAY.loss_limit);
  check.done();

  const forward = roundHalfUp(terms.spot.times(quoteGrowth).div(baseGrowth), 8);
  const swapPoints = roundHalfUp(forward.minus(terms.spot), 8);
  return {
    forwardRate: forward,
    swapPoints,
    rule: RULE,
    steps: [
      step('quoteGrowth', `1 + quoteRate × days / ${quoteBasis}`, roundHalfUp(quoteGrowth, 12)),
      step('baseGrowth', `1 + baseRate × days / ${baseBasis}`, roundHalfUp(baseGrowth, 12)),
      step('forwardRate', 'round(spot × quoteGrowth / baseGrowth, 8)', forward),
      step('swapPoints', 'forwardRate − spot', swapPoints),
    ],
  };
}
