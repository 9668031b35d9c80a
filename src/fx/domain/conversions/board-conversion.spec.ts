import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { Money } from '../../../kernel/money.js';
import { type BoardConversion, convertAtBoard } from './board-conversion.js';

const BOARD = {
  currency: 'CNY',
  spotBuy: new Decimal('617.66'),
  cashBuy: new Decimal('612.71'),
  spotSell: new Decimal('620.14'),
  cashSell: new Decimal('625.15'),
};
const usd = (amount: string) => Money.parse(amount, 'USD');

describe('convertAtBoard', () => {
  it.each<[BoardConversion['side'], NonNullable<BoardConversion['form']>, string, string, string]>([
    ['sell', 'telegraphic', 'spotBuy', '617.66', '结汇: the bank buys low'],
    ['sell', 'notes', 'cashBuy', '612.71', 'notes are worth less to the bank'],
    ['buy', 'telegraphic', 'spotSell', '620.14', '购汇: the bank sells high'],
    ['buy', 'notes', 'cashSell', '625.15', 'and its notes are dearer'],
  ])('a customer who would %s %s gets the price %s, %s CNY for USD 100 (%s)', (side, form, rateName, amount) => {
    const result = convertAtBoard({ amount: usd('100.00'), side, form, quote: BOARD });
    expect(result.rateName).toBe(rateName);
    expect(result.converted.toString()).toBe(`${amount} CNY`);
  });

  it('means telegraphic, per 100, unless told otherwise', () => {
    const yen = Money.parse('3970', 'JPY');
    const quote = { currency: 'CNY', spotBuy: new Decimal('6.0078') };
    expect(convertAtBoard({ amount: yen, side: 'sell', quote }).converted.toAmountString()).toBe('238.51');
  });

  it('answers at the scale of the quote’s currency', () => {
    const quote = { currency: 'JPY', unit: new Decimal(1), spotBuy: new Decimal('149.875') };
    expect(convertAtBoard({ amount: usd('1234.56'), side: 'sell', quote }).converted.toAmountString()).toBe('185030');
    const dinars = { currency: 'KWD', unit: new Decimal(1), spotBuy: new Decimal('0.3075') };
    expect(convertAtBoard({ amount: usd('1.00'), side: 'sell', quote: dinars }).converted.toAmountString()).toBe(
      '0.308',
    );
  });

  it('refuses a board that lacks the price, has a price of zero, or quotes a currency in itself', () => {
    const amount = usd('1.00');
    const lacks = { currency: 'CNY', spotSell: new Decimal(1) };
    const zero = { currency: 'CNY', spotBuy: new Decimal(0) };
    for (const quote of [lacks, zero, { ...BOARD, currency: 'USD' }, { ...BOARD, unit: new Decimal(0) }]) {
      expect(() => convertAtBoard({ amount, side: 'sell', quote })).toThrow(InvalidInputError);
    }
  });

  it('rounds a half away from zero, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 1, max: 999_999 }), (cents, price) => {
        const { converted } = convertAtBoard({
          amount: Money.ofMinor(cents, 'USD'),
          side: 'sell',
          quote: { currency: 'CNY', spotBuy: new Decimal(price).div(100) },
        });
        // cents × price / 100 / 100, in integers: add a half and cut
        expect(converted.minor).toBe((cents * BigInt(price) * 2n + 10_000n) / 20_000n);
      }),
    );
  });
});
