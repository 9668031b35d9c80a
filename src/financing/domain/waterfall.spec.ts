import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import {
  LOAN_PARTS,
  type LoanParts,
  noDues,
  type RankedLoan,
  splitOverLoans,
  splitReceipt,
  totalOfLoan,
} from './waterfall.js';

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

describe('A receipt for several lenders', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((minor) => Money.ofMinor(minor, 'CNY'));
  const owed = fc.record<LoanParts>({ fees: amount, penalty: amount, interest: amount, principal: amount });
  const day = fc.integer({ min: 10, max: 28 }).map((date) => `2026-01-${date}`);
  const ranked = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 4 }), day, owed), { maxLength: 6 })
    .map((parts) =>
      parts.map(([rank, drawnOn, each], index): RankedLoan => ({ id: `l${index}`, rank, drawnOn, owed: each })),
    );
  const big = fc.bigInt({ min: 0n, max: 3n * 10n ** 10n }).map((minor) => Money.ofMinor(minor, 'CNY'));
  const loan = (id: string, rank: number, drawnOn: string, principal: string): RankedLoan => ({
    ...{ id, rank, drawnOn },
    owed: { ...noDues('CNY'), interest: cny('5'), principal: cny(principal) },
  });

  it('makes the first in rank whole before the second gets anything, and of one rank the older', () => {
    const loans = [
      loan('c', 2, '2026-01-01', '100'),
      loan('b', 1, '2026-02-01', '100'),
      loan('a', 1, '2026-01-01', '100'),
    ];
    const { loans: paid, total } = splitOverLoans(cny('217'), loans, cny('50'));
    const told = paid.map(
      ({ id, paid: { interest, principal } }) => `${id} ${interest.toAmountString()} ${principal.toAmountString()}`,
    );
    expect(told).toEqual(['a 5.00 100.00', 'b 5.00 100.00', 'c 5.00 2.00']);
    expect([total.principal, total.other, total.released].map((part) => part.toAmountString())).toEqual([
      '202.00',
      '0.00',
      '0.00',
    ]);
  });

  it('is split to the fen; nobody gets more than it is owed, and nobody anything before those in front are whole', () => {
    fc.assert(
      fc.property(big, ranked, amount, (receipt, loans, other) => {
        const { loans: paid, total } = splitOverLoans(receipt, loans, other);
        const parts = paid.flatMap((each) => LOAN_PARTS.map((part) => each.paid[part]));
        expect(Money.sum([...parts, total.other, total.released], 'CNY').equals(receipt)).toBe(true);
        const dues = paid.flatMap(({ id }) => {
          const found = loans.find((each) => each.id === id)?.owed ?? noDues('CNY');
          return LOAN_PARTS.map((part) => found[part]);
        });
        const [gets, wants] = [
          [...parts, total.other],
          [...dues, other],
        ];
        gets.forEach((got, index) => {
          expect(got.minor <= (wants[index]?.minor ?? 0n)).toBe(true);
        });
        const short = gets.findIndex((got, index) => got.minor < (wants[index]?.minor ?? 0n));
        const behind = short < 0 ? [] : [...gets.slice(short + 1), total.released];
        expect(behind.every((got) => got.isZero())).toBe(true);
        const order = paid.map(({ id }) => loans.find((each) => each.id === id)?.rank ?? 0);
        expect(order).toEqual([...order].sort((left, right) => left - right));
      }),
    );
  });

  it('pays what is owed on no order after the other dues of the order, and before the client', () => {
    const order = [loan('a', 1, '2026-01-01', '100')];
    const { later, total } = splitOverLoans(cny('300'), order, cny('50'), [loan('line', 1, '2026-01-01', '80')]);
    expect(later.map(({ id, paid }) => [id, totalOfLoan(paid).toAmountString()])).toEqual([['line', '85.00']]);
    expect([total.other, total.released].map((part) => part.toAmountString())).toEqual(['50.00', '60.00']);
    const short = splitOverLoans(cny('155'), order, cny('50'), [loan('line', 1, '2026-01-01', '80')]);
    expect(short.later.every(({ paid }) => totalOfLoan(paid).isZero())).toBe(true);
  });

  it('is split the same in whatever order the loans are told', () => {
    const mixed = ranked.chain((loans) =>
      fc.tuple(fc.constant(loans), fc.shuffledSubarray(loans, { minLength: loans.length })),
    );
    fc.assert(
      fc.property(big, mixed, amount, (receipt, [loans, shuffled], other) => {
        const told = (each: readonly RankedLoan[]) =>
          splitOverLoans(receipt, each, other).loans.map(({ id, paid }) => [id, totalOfLoan(paid).minor]);
        expect(told(shuffled)).toEqual(told(loans));
      }),
    );
  });
});
