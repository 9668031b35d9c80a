import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { afterPaying, noLongerNeeded, toSetAside } from './set-aside.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const money = fc.bigInt({ min: 0n, max: 10n ** 10n }).map((minor) => Money.ofMinor(minor, 'CNY'));

describe('What is set aside for the price of a contract that buys', () => {
  it('is what the price lacks, as far as there is money', () => {
    const held = { price: cny('7100.00'), deposit: cny('213.00'), setAside: cny('0.00') };
    expect(toSetAside(cny('10000.00'), held).toString()).toBe('6887.00 CNY');
    expect(toSetAside(cny('500.00'), held).toString()).toBe('500.00 CNY');
    expect(toSetAside(cny('500.00'), { ...held, setAside: cny('6887.00') }).isZero()).toBe(true);
  });

  it('pays a part after its share of the deposit, and is free beyond what the rest costs', () => {
    expect(afterPaying(cny('6887.00'), cny('3550.00'), cny('106.50')).toString()).toBe('3443.50 CNY');
    const rest = { price: cny('3550.00'), deposit: cny('106.50'), setAside: cny('6887.00') };
    expect(noLongerNeeded(rest).toString()).toBe('3443.50 CNY');
  });

  it('never makes more held than the price, nor pays what is not there', () => {
    fc.assert(
      fc.property(money, money, money, money, (price, deposit, setAside, released) => {
        const put = toSetAside(released, { price, deposit, setAside });
        expect([put.isNegative(), put.isMoreThan(released)]).toEqual([false, false]);
        const after = { price, deposit, setAside: setAside.plus(put) };
        if (!put.isZero()) expect(after.deposit.plus(after.setAside).isMoreThan(price)).toBe(false);
        expect(noLongerNeeded(after).isMoreThan(after.setAside)).toBe(false);
        expect(afterPaying(setAside, price, deposit).isMoreThan(setAside)).toBe(false);
      }),
    );
  });
});
