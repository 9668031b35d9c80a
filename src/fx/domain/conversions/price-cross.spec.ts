import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type CrossSide, priceCross } from './price-cross.js';
import { quoteRuleOn } from './quote-rule.js';

const RULE = quoteRuleOn('2026-11-24');
const side = (currency: string, spotBuy: string, spotSell: string, spread = '0.001'): CrossSide => ({
  board: { currency, unit: new Decimal(100), spotBuy: new Decimal(spotBuy), spotSell: new Decimal(spotSell) },
  spread: new Decimal(spread),
});
const USD = side('USD', '708.12', '711.10');
const EUR = side('EUR', '818.40', '824.42');
const JPY = side('JPY', '4.6120', '4.6460');
const money = (amount: string, currency: string): Money => Money.parse(amount, currency);

describe('An exchange between two foreign currencies', () => {
  it('is by the cross rate of the two, and shows both legs', () => {
    const wish = { fixed: 'sell', amount: money('10000.00', 'USD'), buyCurrency: 'EUR' } as const;
    const priced = priceCross(wish, { sold: USD, bought: EUR }, RULE);
    expect([priced.side, priced.rate.toFixed(), priced.boardRate.toFixed()]).toEqual([
      'cross',
      '85.72149812',
      '85.89311273',
    ]);
    expect([priced.buy, priced.bankBuy, priced.margin].map(String)).toEqual([
      '8572.14 EUR',
      '8589.31 EUR',
      '17.17 EUR',
    ]);
    expect(priced.legs.map((leg) => [leg.side, leg.rate.toFixed(), leg.amount.toString()])).toEqual([
      ['sell', '707.41188', '10000.00 USD'],
      ['buy', '825.24442', '8572.14 EUR'],
    ]);
    const [sold, bought] = priced.legs.map(({ worth }) => worth);
    expect(sold?.toString()).toBe('70741.19 CNY');
    // What a cent of the bought currency is worth may be lost between them.
    expect(Math.abs(Number(sold?.minor) - Number(bought?.minor))).toBeLessThan(10);
    expect(priced.steps.map(({ name }) => name)).toEqual([
      ...['sell.boardRate', 'sell.rate', 'sell.worth', 'buy.boardRate', 'buy.rate', 'buy.worth'],
      ...['boardRate', 'rate', 'buy', 'margin'],
    ]);
  });

  it('buys exactly what is wished, for no less than it costs', () => {
    const wish = { fixed: 'buy', amount: money('5000.00', 'EUR'), sellCurrency: 'USD' } as const;
    const priced = priceCross(wish, { sold: USD, bought: EUR }, RULE);
    expect([priced.sell, priced.buy].map(String)).toEqual(['5832.85 USD', '5000.00 EUR']);
  });

  it('never gives the customer more than the bank pays, whatever the amounts, currencies and mark-ups', () => {
    const pairs = fc.constantFrom<readonly [CrossSide, CrossSide]>([USD, EUR], [EUR, USD], [USD, JPY], [JPY, EUR]);
    const share = fc.integer({ min: 0, max: 500 }).map((value) => new Decimal(value).div(10_000));
    fc.assert(
      fc.property(
        pairs,
        share,
        fc.bigInt({ min: 200n, max: 10n ** 12n }),
        fc.boolean(),
        ([one, two], spread, minor, isSale) => {
          const [sold, bought] = [
            { ...one, spread },
            { ...two, spread },
          ];
          const [sell, buy] = [one.board.currency, two.board.currency];
          const wish = isSale
            ? ({ fixed: 'sell', amount: Money.ofMinor(minor, sell), buyCurrency: buy } as const)
            : ({ fixed: 'buy', amount: Money.ofMinor(minor, buy), sellCurrency: sell } as const);
          const priced = priceCross(wish, { sold, bought }, RULE);
          expect(priced.margin.isNegative()).toBe(false);
          expect(priced.buy.plus(priced.margin).equals(priced.bankBuy)).toBe(true);
          const most = priced.sell.toDecimal().times(priced.rate).div(priced.unit);
          expect(priced.buy.toDecimal().lessThanOrEqualTo(most)).toBe(true);
        },
      ),
    );
  });
});
