import fc from 'fast-check';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { Money } from '../../../kernel/money.js';
import { cascade, type Guarantor, proportional } from './cascade.js';
import { guaranteeLiability, type LiabilityTerms } from './liability.js';
import { poolShares } from './pool.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const fen = (minor: bigint): Money => Money.ofMinor(minor, 'CNY');
const members = (...owed: readonly string[]): LiabilityTerms['members'] =>
  owed.map((amount, index) => ({ memberId: 'ABCDEFGH'.charAt(index), outstanding: cny(amount) }));
const terms = (more: Partial<LiabilityTerms> = {}): LiabilityTerms => ({
  ...{ members: members('500000.00', '300000.00', '200000.00'), minimumMembers: 3 },
  ...more,
});
const faultsOf = (change: Partial<LiabilityTerms>): string[] => {
  try {
    guaranteeLiability(terms(change));
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

describe('The liability of the members of a guarantee group', () => {
  it('is for each all that the group owes', () => {
    const { groupTotal, meetsMinimum, liabilities } = guaranteeLiability(terms());
    expect([String(groupTotal), meetsMinimum]).toEqual(['1000000.00 CNY', true]);
    expect(liabilities.map(({ own, forOthers, liability }) => [own, forOthers, liability].map(String))).toEqual([
      ['500000.00 CNY', '500000.00 CNY', '1000000.00 CNY'],
      ['300000.00 CNY', '700000.00 CNY', '1000000.00 CNY'],
      ['200000.00 CNY', '800000.00 CNY', '1000000.00 CNY'],
    ]);
  });

  it('is told of two as well, who are too few', () => {
    expect(guaranteeLiability(terms({ members: members('1', '2') })).meetsMinimum).toBe(false);
  });

  it('is refused with every fault at once', () => {
    expect(
      faultsOf({
        members: [
          { memberId: 'A', outstanding: cny('1') },
          { memberId: 'A', outstanding: Money.parse('1', 'USD') },
          { memberId: 'B', outstanding: cny('1'), limit: Money.parse('-1', 'USD') },
        ],
        minimumMembers: 0,
        call: { defaultedMemberId: 'C', amountDue: Money.parse('1', 'USD') },
      }),
    ).toEqual([
      '/minimumMembers not_positive',
      '/members/1/memberId duplicate',
      '/members/1/outstanding currency_mismatch',
      '/members/2/limit negative',
      '/members/2/limit currency_mismatch',
      '/call/defaultedMemberId unknown',
      '/call/amountDue currency_mismatch',
    ]);
  });
});

describe('A call on a guarantee group', () => {
  const call = (due: string, own: string, pool: string) => {
    const request = { amountDue: cny(due), ownFunds: cny(own), poolFunds: cny(pool), defaultedMemberId: 'A' };
    const { call: called } = guaranteeLiability(terms({ call: request }));
    const amounts = called?.fromMembers.map(({ memberId, amount }) => `${memberId} ${amount.toAmountString()}`);
    return [called?.fromOwnFunds.toAmountString(), called?.fromPool.toAmountString(), ...(amounts ?? [])];
  };

  it.each([
    ['100.00', '150.00', '50.00', ['100.00', '0.00', 'B 0.00', 'C 0.00'], 'the own account has enough'],
    ['100.00', '30.00', '200.00', ['30.00', '70.00', 'B 0.00', 'C 0.00'], 'the pool has the rest'],
    ['100.00', '30.00', '20.00', ['30.00', '20.00', 'B 30.00', 'C 20.00'], 'the rest in proportion, 3 to 2'],
    ['0.01', '0.00', '0.00', ['0.00', '0.00', 'B 0.01', 'C 0.00'], 'the fen to the larger fraction'],
  ])('for %s with %s of its own and %s in the pool is %j: %s', (due, own, pool, shares) => {
    expect(call(due, own, pool)).toEqual(shares);
  });

  it('gives the unit left over to the first of equal fractions', () => {
    expect(proportional(fen(100n), [1n, 1n, 1n]).map(({ minor }) => minor)).toEqual([34n, 33n, 33n]);
    expect(proportional(fen(5n), [1n, 2n, 3n]).map(({ minor }) => minor)).toEqual([1n, 2n, 2n]);
  });

  it('calls again on the others what one of them does not have', () => {
    const others = [
      { memberId: 'B', weight: cny('100'), most: cny('10') },
      { memberId: 'C', weight: cny('100'), most: cny('1000') },
      { memberId: 'D', weight: cny('0'), most: cny('1000') },
    ];
    const at = (due: string) =>
      cascade({ amountDue: cny(due), ownFunds: cny('0'), poolFunds: cny('0'), others }).fromMembers.map(({ amount }) =>
        amount.toAmountString(),
      );
    expect(at('100')).toEqual(['10.00', '90.00', '0.00']);
    // Who has no limit is called when those who have one can pay no more.
    expect(at('1100')).toEqual(['10.00', '1000.00', '90.00']);
  });

  const money = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen);
  const guarantor = fc.record({ weight: money, most: fc.option(money, { nil: undefined }) });
  const guarantors = fc
    .array(guarantor, { maxLength: 8 })
    .map((list): Guarantor[] => list.map((each, index) => ({ ...each, memberId: String(index) })));

  it('never pays the lender more than is due, takes no more of anybody than it has, and names what is missing', () => {
    fc.assert(
      fc.property(money, money, money, guarantors, (amountDue, ownFunds, poolFunds, others) => {
        const found = cascade({ amountDue, ownFunds, poolFunds, others });
        const amounts = found.fromMembers.map(({ amount }) => amount);
        const all = [found.fromOwnFunds, found.fromPool, ...amounts, found.shortfall];
        expect(all.some((amount) => amount.isNegative())).toBe(false);
        expect(Money.sum(all, 'CNY').equals(amountDue)).toBe(true);
        expect(found.fromOwnFunds.isMoreThan(ownFunds) || found.fromPool.isMoreThan(poolFunds)).toBe(false);
        expect(others.some(({ most }, index) => most !== undefined && amounts[index]?.isMoreThan(most))).toBe(false);
      }),
    );
  });

  it('is short only when nobody has anything left', () => {
    fc.assert(
      fc.property(money, guarantors, (amountDue, others) => {
        const { fromMembers, shortfall } = cascade({ amountDue, ownFunds: fen(0n), poolFunds: fen(0n), others });
        fc.pre(!shortfall.isZero());
        expect(others.map(({ most }) => most)).toEqual(fromMembers.map(({ amount }) => amount));
      }),
    );
  });

  it('that is repeated for the shortfall, with what each has left, takes in all no more than at once', () => {
    const amounts = fc.array(fc.tuple(money, money, money), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(money, amounts, (amountDue, list) => {
        const none = { ownFunds: fen(0n), poolFunds: fen(0n) };
        const round = (due: Money, has: readonly Money[]) =>
          cascade({
            ...none,
            amountDue: due,
            others: list.map(([weight], index) => ({ memberId: `${index}`, weight, most: has[index] })),
          });
        const first = round(
          amountDue,
          list.map(([, now]) => now),
        );
        const second = round(
          first.shortfall,
          list.map(([, , later]) => later),
        );
        const paid = [...first.fromMembers, ...second.fromMembers].map(({ amount }) => amount);
        expect(Money.sum([...paid, second.shortfall], 'CNY').equals(amountDue)).toBe(true);
      }),
    );
  });
});

describe('The pool of a guarantee group', () => {
  const parts = fc.array(
    fc.bigInt({ min: 0n, max: 10n ** 9n }).map((minor) => fen(minor)),
    { minLength: 1, maxLength: 8 },
  );

  it('pays by the part of the defaulted member first, then by the others, of none more than there is', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100 }), (amounts, percent) => {
        const held = amounts.map((amount, index) => ({ memberId: String(index), amount }));
        const all = Money.sum(amounts, 'CNY');
        const amount = fen((all.minor * BigInt(percent)) / 100n);
        const paid = new Map(poolShares(amount, held, '0').map((share) => [share.memberId, share.amount]));
        expect(Money.sum([...paid.values()], 'CNY').equals(amount)).toBe(true);
        expect(held.some((part) => paid.get(part.memberId)?.isMoreThan(part.amount))).toBe(false);
        const own = amounts[0] ?? fen(0n);
        expect((paid.get('0') ?? fen(0n)).equals(Money.min(own, amount))).toBe(true);
      }),
    );
  });
});
