import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { buyDues, giveBack } from './foreign-dues.js';
import { type BoardPrices } from '../conversions/price-quote.js';

const board = (currency: string, spotSell: string): BoardPrices => ({
  currency,
  unit: new Decimal(100),
  spotBuy: new Decimal(spotSell),
  spotSell: new Decimal(spotSell),
});
const USD = board('USD', '711.10');
const money = (amount: string, currency = 'USD') => Money.parse(amount, currency);
const minors = (currency: string, max = 10_000_000_00n) =>
  fc.bigInt({ min: 1n, max }).map((minor) => Money.ofMinor(minor, currency));
const prices = fc.integer({ min: 1, max: 200_000 }).map((price) => (price / 100).toFixed(2));

describe('Dues in a foreign currency', () => {
  it.each([
    ['are paid whole where the money is enough', '1495.00', '70000.00', '1495.00', '10630.95'],
    ['are paid whole where it is enough to the fen', '1495.00', '10630.95', '1495.00', '10630.95'],
    ['are paid in part where it is a fen too little, and the fen stays', '1495.00', '10630.94', '1494.99', '10630.87'],
    ['are not paid by less than the smallest unit costs', '1495.00', '0.07', '0.00', '0.00'],
  ])('%s', (_what, owed, available, due, cost) => {
    const bought = buyDues(money(owed), money(available, 'CNY'), USD);
    expect([bought.due.toAmountString(), bought.cost.toAmountString()]).toEqual([due, cost]);
  });

  it('say at which price and how they were worked out', () => {
    const { rate, unit, rule, steps } = buyDues(money('1495.00'), money('70000.00', 'CNY'), USD);
    expect([rate.toFixed(), unit.toFixed(), rule.id]).toEqual(['711.1', '100', 'fx.conversion']);
    expect(steps.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'amount 1495.00 USD',
      'rateUsed 711.1',
      'converted 10630.95 CNY',
    ]);
  });

  it.each(['USD', 'JPY', 'KWD'])('never take more %s than is owed, nor more CNY than is there', (currency) => {
    fc.assert(
      fc.property(minors(currency), minors('CNY'), prices, (owed, available, price) => {
        const { due, cost } = buyDues(owed, available, board(currency, price));
        expect(due.isMoreThan(owed)).toBe(false);
        expect(cost.isMoreThan(available)).toBe(false);
        if (due.equals(owed)) return;
        // Another unit of the currency would not have been affordable.
        const next = due.plus(Money.ofMinor(1n, currency)).toDecimal().times(price).div(100);
        expect(next.greaterThan(available.toDecimal())).toBe(true);
      }),
    );
  });
});

describe('What is given back', () => {
  const taken = (due: string, paid: string) => ({ due: money(due), paid: money(paid, 'CNY') });

  it('is worth what was taken for it', () => {
    const parts = giveBack(money('900.00'), [taken('600.00', '4266.60'), taken('1000.00', '7000.00')]);
    expect(parts.map(({ due, paid }) => [due.toString(), paid.toString()])).toEqual([
      ['600.00 USD', '4266.60 CNY'],
      ['300.00 USD', '2100.00 CNY'],
    ]);
  });

  it('is all that was owed back or all that was taken, and in two steps no other than in one', () => {
    const debt = fc.tuple(minors('USD', 1_000_00n), minors('CNY', 10_000_00n)).map(([due, paid]) => ({ due, paid }));
    fc.assert(
      fc.property(fc.array(debt, { maxLength: 5 }), minors('USD', 6_000_00n), (debts, owed) => {
        const sum = (amounts: readonly Money[]) => Money.sum(amounts, 'USD');
        const first = giveBack(owed, debts);
        const given = sum(first.map(({ due }) => due));
        expect(given.equals(Money.min(owed, sum(debts.map(({ due }) => due))))).toBe(true);
        const rest = debts.map((one) => {
          const part = first.find(({ taken: of }) => of === one);
          return part === undefined ? one : { due: one.due.minus(part.due), paid: one.paid.minus(part.paid) };
        });
        const second = giveBack(money('99999.00'), rest);
        const paid = Money.sum(
          [...first, ...second].map((part) => part.paid),
          'CNY',
        );
        const total = Money.sum(
          debts.map((one) => one.paid),
          'CNY',
        );
        expect(paid.equals(total)).toBe(true);
      }),
    );
  });
});
