import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { isWithin, type Rate, type Side, usualWorstRate } from './rate-bound.js';

const at = (rate: Decimal | string, unit: string | number = 100): Rate => ({
  rate: new Decimal(rate),
  unit: new Decimal(unit),
});

const SIDE = fc.constantFrom<Side>('sell', 'buy');
/** Of a millionth, as customers' rates are. */
const RATE = fc.integer({ min: 1_000, max: 2_000_000_000 }).map((millionths) => new Decimal(millionths).div(1_000_000));

describe('The worst rate', () => {
  it.each([
    ['selling', 'sell', '707.41188', '703.874821'],
    ['buying', 'buy', '711.8111', '715.370155'],
  ] as const)('usual for %s is half a percent from the quote', (_what, side, quoted, worst) => {
    expect(usualWorstRate(side, new Decimal(quoted)).toFixed()).toBe(worst);
  });

  it.each([
    ['the very rate, selling', 'sell', at('703.874821'), true],
    ['a millionth less, selling', 'sell', at('703.874820'), false],
    ['more, selling', 'sell', at('800'), true],
    ['the same in another unit, selling', 'sell', at('7.03874821', 1), true],
    ['less in another unit, selling', 'sell', at('7.0387482', 1), false],
    ['the very rate, buying', 'buy', at('703.874821'), true],
    ['a millionth more, buying', 'buy', at('703.874822'), false],
    ['less, buying', 'buy', at('600'), true],
  ] as const)('judges %s', (_what, side, found, isTaken) => {
    expect(isWithin(side, found, at('703.874821'))).toBe(isTaken);
  });

  it('never shuts out the quote, and never gives away more than half a percent of it', () => {
    fc.assert(
      fc.property(SIDE, RATE, (side, rate) => {
        const worst = usualWorstRate(side, rate);
        expect(isWithin(side, at(rate), at(worst))).toBe(true);
        expect(worst.minus(rate).abs().lessThanOrEqualTo(rate.times('0.005'))).toBe(true);
      }),
    );
  });

  it('takes whatever is better than what it takes, and of two different rates one is worse for each side', () => {
    fc.assert(
      fc.property(SIDE, RATE, RATE, RATE, (side, worst, one, other) => {
        const [low, high] = one.lessThan(other) ? [one, other] : [other, one];
        const [worse, better] = side === 'sell' ? [low, high] : [high, low];
        if (isWithin(side, at(worse), at(worst))) expect(isWithin(side, at(better), at(worst))).toBe(true);
        fc.pre(!one.equals(worst));
        expect(isWithin('sell', at(one), at(worst))).not.toBe(isWithin('buy', at(one), at(worst)));
      }),
    );
  });
});
