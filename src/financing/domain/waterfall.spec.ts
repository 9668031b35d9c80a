import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import { noDues, splitReceipt } from './waterfall.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const dues = { fees: cny('10'), penalty: cny('5'), interest: cny('20'), principal: cny('1000'), other: cny('300') };

describe('A receipt', () => {
  it.each([
    // receipt, fees,    penalty, interest, principal,  other,    released,  why
    [
      '2000.00',
      '10.00',
      '5.00',
      '20.00',
      '1000.00',
      '300.00',
      '665.00',
      'pays everybody, and leaves the rest to the SME',
    ],
    ['1335.00', '10.00', '5.00', '20.00', '1000.00', '300.00', '0.00', 'is used up to the fen'],
    [
      '535.00',
      '10.00',
      '5.00',
      '20.00',
      '500.00',
      '0.00',
      '0.00',
      'repays half of the principal, and nothing behind it',
    ],
    ['12.00', '10.00', '2.00', '0.00', '0.00', '0.00', '0.00', 'goes to fees before penalty before interest'],
    ['0.00', '0.00', '0.00', '0.00', '0.00', '0.00', '0.00', 'of nothing splits into nothing'],
  ])('of %s CNY %#: fees %s, penalty %s, interest %s, principal %s, other %s, SME %s: %s', (receipt, ...parts) => {
    const split = splitReceipt(cny(receipt), dues);
    const { fees, penalty, interest, principal, other, released } = split;
    const found = [fees, penalty, interest, principal, other, released].map((part) => part.toAmountString());
    expect(found).toEqual(parts.slice(0, 6));
  });

  it('is all the SME’s when nothing is owed', () => {
    expect(splitReceipt(cny('99.99'), noDues('CNY')).released.toAmountString()).toBe('99.99');
  });

  it('is split without a fen lost or made, whatever is owed, and nobody behind is paid before somebody in front', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((minor) => Money.ofMinor(minor, 'CNY'));
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        amount,
        (receipt, fees, penalty, interest, principal, other) => {
          const owed = { fees, penalty, interest, principal, other };
          const split = splitReceipt(receipt, owed);
          const order = ['fees', 'penalty', 'interest', 'principal', 'other'] as const;
          const paid = order.map((name) => split[name]);
          expect(Money.sum([...paid, split.released], 'CNY').equals(receipt)).toBe(true);
          const short = order.findIndex((name) => !split[name].equals(owed[name]));
          if (short >= 0) {
            expect(split.released.isZero()).toBe(true);
            expect(paid.slice(short + 1).every((part) => part.isZero())).toBe(true);
          }
        },
      ),
    );
  });
});
