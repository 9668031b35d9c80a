import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { standingOfReceipt, type ValuedStock, valueLeft } from './receipt-value.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const stock = (value: string, valued: string, left: string): ValuedStock => ({
  value: cny(value),
  valuedQuantity: new Decimal(valued),
  leftQuantity: new Decimal(left),
});
const SHARE = new Decimal('0.6');

describe('What is left of a receipt', () => {
  it.each([
    // value,      valued, left,  worth,      why
    ['300000.00', '1000', '1000', '300000.00', 'all of it is there'],
    ['300000.00', '1000', '333', '99900.00', 'a part is worth its share'],
    ['100.00', '3', '1', '33.33', 'a third is cut to the fen'],
    ['300.00', '3', '1', '100.00', 'what divides evenly is not cut'],
    ['300000.00', '1000', '0', '0.00', 'nothing is worth nothing'],
  ])('of %s for %s, with %s in pledge, is worth %s: %s', (value, valued, left, worth) => {
    expect(valueLeft(stock(value, valued, left)).toAmountString()).toBe(worth);
  });
});

describe('A receipt that is lent on', () => {
  it.each([
    // value,      owed,       cover,       shortfall,   free,       why
    ['300000.00', '0.00', '180000.00', '0.00', '300000.00', 'nothing is owed'],
    ['300000.00', '120000.00', '180000.00', '0.00', '100000.00', 'a part of the value is bound'],
    ['300000.00', '180000.00', '180000.00', '0.00', '0.00', 'all of it is bound'],
    ['250000.00', '180000.00', '150000.00', '30000.00', '0.00', 'the price has fallen'],
    ['100.00', '0.01', '60.00', '0.00', '99.98', 'what is bound is rounded up'],
  ])('worth %s with %s owed covers %s, lacks %s and leaves %s: %s', (value, owed, cover, shortfall, free) => {
    const its = standingOfReceipt(stock(value, '1', '1'), SHARE, cny(owed));
    expect([its.cover, its.shortfall, its.free].map((money) => money.toAmountString())).toEqual([
      cover,
      shortfall,
      free,
    ]);
  });

  it.each([
    // left,  owed,       lacking,  why
    ['600', '0.00', '0.00', 'nothing is owed'],
    ['0', '0.00', '0.00', 'nothing is owed on the last of it'],
    ['600', '108000.00', '0.00', 'the rest covers it to the fen'],
    ['600', '108000.01', '0.01', 'the rest covers a fen too little'],
    ['0', '0.01', '0.01', 'nothing covers nothing'],
  ])('of which %s of 1000 stay while %s is owed lacks %s: %s', (left, owed, lacking) => {
    const { shortfall } = standingOfReceipt(stock('300000.00', '1000', left), SHARE, cny(owed));
    expect(shortfall.toAmountString()).toBe(lacking);
  });

  it('never lets more be drawn on it than it covers, whatever it is worth and is owed', () => {
    const fen = fc.bigInt({ min: 1n, max: 10n ** 12n });
    const rate = fc.integer({ min: 1, max: 100 }).map((percent) => new Decimal(percent).div(100));
    fc.assert(
      fc.property(fen, fen, rate, fc.integer({ min: 0, max: 997 }), (value, owed, share, left) => {
        const goods = { ...stock('0.00', '997', String(left)), value: Money.ofMinor(value, 'CNY') };
        const its = standingOfReceipt(goods, share, Money.ofMinor(owed, 'CNY'));
        const more = its.free.times(share, 'down');
        const isCovered = !its.owed.plus(more).isMoreThan(its.cover) || more.isZero();
        return isCovered && (its.shortfall.isZero() || its.free.isZero()) && !its.free.isNegative();
      }),
    );
  });
});
