import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type BoardPrices, priceQuote, type Wish } from './price-quote.js';
import { quoteRuleOn } from './quote-rule.js';
import { AmountTooSmallError } from './quote.errors.js';

const RULE = quoteRuleOn('2026-11-24');
const USD = board('USD', '708.12', '711.10');
const JPY = board('JPY', '4.6120', '4.6460');

function board(currency: string, spotBuy: string, spotSell: string): BoardPrices {
  return { currency, unit: new Decimal(100), spotBuy: new Decimal(spotBuy), spotSell: new Decimal(spotSell) };
}

const sell = (amount: string, currency: string, buyCurrency = 'CNY'): Wish => ({
  fixed: 'sell',
  amount: Money.parse(amount, currency),
  buyCurrency,
});
const buy = (amount: string, currency: string, sellCurrency = 'CNY'): Wish => ({
  fixed: 'buy',
  amount: Money.parse(amount, currency),
  sellCurrency,
});

describe('A quote', () => {
  it.each([
    ['sells dollars', sell('10000.00', 'USD'), USD, '707.41188', '10000.00 USD', '70741.19 CNY', '70.81'],
    [
      'sells dollars for a fixed sum',
      buy('70741.19', 'CNY', 'USD'),
      USD,
      '707.41188',
      '10000.01 USD',
      '70741.19 CNY',
      '70.88',
    ],
    ['buys dollars', buy('1000.00', 'USD'), USD, '711.8111', '7118.12 CNY', '1000.00 USD', '7.12'],
    [
      'buys dollars with a fixed sum',
      sell('7118.12', 'CNY', 'USD'),
      USD,
      '711.8111',
      '7118.12 CNY',
      '1000.00 USD',
      '7.12',
    ],
    [
      'sells yen, which have no decimals',
      sell('1000000', 'JPY'),
      JPY,
      '4.607388',
      '1000000 JPY',
      '46073.88 CNY',
      '46.12',
    ],
    ['buys yen, rounded down', sell('100.00', 'CNY', 'JPY'), JPY, '4.650646', '100.00 CNY', '2150 JPY', '0.11'],
  ])('that %s', (_what, wish, prices, rate, sold, bought, margin) => {
    const quote = priceQuote(wish, prices, RULE);
    expect([quote.rate.toFixed(), quote.sell.toString(), quote.buy.toString(), quote.margin.toAmountString()]).toEqual([
      rate,
      sold,
      bought,
      margin,
    ]);
  });

  it('of next to nothing is refused', () => {
    expect(() => priceQuote(sell('0.01', 'CNY', 'USD'), USD, RULE)).toThrow(AmountTooSmallError);
  });

  it('never costs the platform anything, and never gives more than the rate says', () => {
    const amounts = fc.integer({ min: 1_000, max: 100_000_000 }).map((minor) => BigInt(minor));
    const prices = fc.integer({ min: 1_000, max: 200_000 }).map((price) => new Decimal(price).div(100));
    fc.assert(
      fc.property(
        amounts,
        prices,
        fc.constantFrom('USD', 'JPY', 'KWD'),
        fc.constantFrom('sell', 'buy'),
        fc.boolean(),
        (minor, price, currency, fixed, isForeign) => {
          const amount = Money.ofMinor(minor, isForeign ? currency : 'CNY');
          const other = isForeign ? 'CNY' : currency;
          const wish: Wish =
            fixed === 'sell' ? { fixed, amount, buyCurrency: other } : { fixed: 'buy', amount, sellCurrency: other };
          const line = { currency, unit: new Decimal(100), spotBuy: price, spotSell: price.times('1.004') };
          fc.pre(!isTooSmall(wish, line));
          const quote = priceQuote(wish, line, RULE);
          expect(quote.margin.isNegative()).toBe(false);
          expect((fixed === 'sell' ? quote.sell : quote.buy).equals(amount)).toBe(true);
          const [foreign, home] = quote.side === 'sell' ? [quote.sell, quote.buy] : [quote.buy, quote.sell];
          const exact = foreign.toDecimal().times(quote.rate).div(quote.unit);
          const gain = quote.side === 'sell' ? home.toDecimal().minus(exact) : exact.minus(home.toDecimal());
          expect(gain.lessThanOrEqualTo('0.005')).toBe(true);
        },
      ),
    );
  });
});

function isTooSmall(wish: Wish, prices: BoardPrices): boolean {
  try {
    priceQuote(wish, prices, RULE);
    return false;
  } catch (error) {
    return error instanceof AmountTooSmallError;
  }
}
