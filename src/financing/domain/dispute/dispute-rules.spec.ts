import fc from 'fast-check';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { Money } from '../../../kernel/money.js';
import { DISPUTE } from './dispute-status.js';
import {
  checkDispute,
  concessionOf,
  type DisputedPart,
  openOf,
  type Settlement,
  undisputedOf,
} from './dispute-rules.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const VALUE = usd('10000.00');
const TODAY = '2026-12-01';
const part = (amount: string, conceded: string | null = null): DisputedPart => ({
  kind: 'quality',
  amount: usd(amount),
  conceded: conceded === null ? null : usd(conceded),
});
const faultsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
};

describe('A dispute', () => {
  it('is open until it is resolved, and does not open again', () => {
    expect(DISPUTE.states.map((state) => [state, DISPUTE.allowedActions(state)])).toEqual([
      ['open', ['resolve']],
      ['resolved', []],
    ]);
  });

  it.each([
    [{}, []],
    [{ amount: VALUE }, []],
    [{ amount: usd('10000.01') }, ['/amount too_much']],
    [{ amount: Money.parse('1.00', 'CNY') }, ['/amount currency_mismatch']],
    [{ openedOn: '2026-12-02' }, ['/openedOn too_late']],
    [{ amount: usd('10000.01'), openedOn: '2026-12-02' }, ['/amount too_much', '/openedOn too_late']],
  ])('of %j has the faults %j', (given, faults) => {
    const dispute = { amount: usd('2500.00'), openedOn: TODAY, ...given };
    expect(
      faultsOf(() => {
        checkDispute(dispute, { value: VALUE, today: TODAY });
      }),
    ).toEqual(faults);
  });
});

describe('What a resolved dispute costs the seller', () => {
  const of = { amount: usd('2500.00'), openedOn: '2026-11-20', today: TODAY };
  const said = (given: Partial<Settlement>): Settlement => ({
    ...{ outcome: 'upheld', conceded: null, resolvedOn: TODAY },
    ...given,
  });

  it.each<[Partial<Settlement>, string, string]>([
    [{}, '2500.00', 'the buyer was right'],
    [{ conceded: usd('2000.00') }, '2000.00', 'the buyer was right for the most part'],
    [{ outcome: 'rejected' }, '0.00', 'the seller was right'],
    [{ outcome: 'settled', conceded: usd('1000.00') }, '1000.00', 'they met'],
    [{ outcome: 'settled', conceded: usd('0.00') }, '0.00', 'they met in goods, not in money'],
  ])('where it says %j is %s: %s', (given, conceded) => {
    expect(concessionOf(said(given), of).toAmountString()).toBe(conceded);
  });

  it.each([
    [{ outcome: 'rejected', conceded: usd('1.00') }, ['/conceded not_applicable']],
    [{ outcome: 'settled' }, ['/conceded required']],
    [{ conceded: usd('2500.01') }, ['/conceded too_much']],
    [{ conceded: Money.parse('1.00', 'CNY') }, ['/conceded currency_mismatch']],
    [{ resolvedOn: '2026-11-19' }, ['/resolvedOn too_early']],
    [{ resolvedOn: '2026-12-02' }, ['/resolvedOn too_late']],
  ] as const)('is not said by %j: %j', (given, faults) => {
    expect(faultsOf(() => concessionOf(said(given), of))).toEqual(faults);
  });
});

describe('What may be lent on of a disputed order', () => {
  it.each([
    [[], '10000.00', 'nobody disputes anything'],
    [[part('2500.00')], '7500.00', 'what is disputed is not lent on'],
    [[part('2500.00', '0.00')], '10000.00', 'the seller was right: all of it again'],
    [[part('2500.00', '1000.00')], '9000.00', 'what was given up is gone'],
    [[part('2500.00', '1000.00'), part('6000.00')], '3000.00', 'of several each takes its part'],
    [[part('8000.00'), part('9000.00')], '0.00', 'they overlap: no less than nothing'],
  ])('by %j is %s: %s', (disputes, left) => {
    expect(undisputedOf(VALUE, disputes).toAmountString()).toBe(left);
  });

  it('is never negative, never more than the order, and never less once one is resolved', () => {
    const minor = fc.bigInt({ min: 0n, max: 2_000_000n });
    const disputes = fc.array(fc.tuple(minor, fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), { maxLength: 6 });
    fc.assert(
      fc.property(disputes, (drawn) => {
        const parts = drawn.map(([amount, share]): DisputedPart => {
          const conceded = share === null ? null : (amount * BigInt(Math.floor(share * 100))) / 100n;
          return {
            ...{ kind: 'price', amount: Money.ofMinor(amount, 'USD') },
            conceded: conceded === null ? null : Money.ofMinor(conceded, 'USD'),
          };
        });
        const left = undisputedOf(VALUE, parts);
        expect(left.isNegative() || left.isMoreThan(VALUE)).toBe(false);
        const resolved = parts.map((each) => ({ ...each, conceded: each.conceded ?? Money.zero('USD') }));
        expect(left.isMoreThan(undisputedOf(VALUE, resolved))).toBe(false);
        expect(openOf(resolved)).toEqual([]);
      }),
    );
  });
});
