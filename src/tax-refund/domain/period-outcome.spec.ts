import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { manufacturerRefund } from './manufacturer-refund.js';
import { carriedInto, neighbour, type PeriodAccount, periodOutcome } from './period-outcome.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const group = (fob: string, refundRate = '0.13', bonded = '0.00') => ({
  fob: cny(fob),
  vatRate: new Decimal('0.13'),
  refundRate: new Decimal(refundRate),
  bondedMaterialValue: cny(bonded),
});
const account = (change: Partial<PeriodAccount>): PeriodAccount => ({
  domesticOutputVat: cny('0.00'),
  inputVat: cny('0.00'),
  carryForwardCredit: cny('0.00'),
  carriedReduction: cny('0.00'),
  groups: [],
  claimedRefund: cny('0.00'),
  ...change,
});

describe('What a month of a manufacturer comes to (免抵退)', () => {
  it.each<[string, Partial<PeriodAccount>, Record<string, string>]>([
    [
      'credit without exports goes over as it is',
      { inputVat: cny('100.00'), carryForwardCredit: cny('20.00') },
      { refund: '0.00', carryForward: '120.00', vatPayable: '0.00' },
    ],
    [
      'VAT is due where domestic sales are more',
      { domesticOutputVat: cny('150.00'), inputVat: cny('100.00') },
      { vatPayable: '50.00', carryForward: '0.00' },
    ],
    [
      // ceiling 1000 × 13 % = 130; credit 200: 130 back, 70 over
      'credit above the ceiling: the rest goes over',
      { inputVat: cny('200.00'), groups: [group('1000.00')], claimedRefund: cny('130.00') },
      { refund: '130.00', exemptCredit: '0.00', carryForward: '70.00' },
    ],
    [
      // two rates: 1000 × (13 % − 9 %) = 40 is cost; ceiling 130 + 90 = 220; credit 200 − 40 = 160
      'several rates are compared once',
      { inputVat: cny('200.00'), groups: [group('1000.00'), group('1000.00', '0.09')], claimedRefund: cny('160.00') },
      { nonDeductibleVat: '40.00', refund: '160.00', exemptCredit: '60.00', carryForward: '0.00' },
    ],
    [
      // (1000 − 400) × 13 % = 78
      'bonded material lowers the ceiling',
      { inputVat: cny('200.00'), groups: [group('1000.00', '0.13', '400.00')], claimedRefund: cny('78.00') },
      { refund: '78.00', carryForward: '122.00' },
    ],
    [
      'what no claim has taken is credit still',
      { inputVat: cny('200.00'), groups: [group('1000.00')], claimedRefund: cny('100.00') },
      { refund: '100.00', exemptCredit: '30.00', carryForward: '100.00' },
    ],
  ])('%s', (_what, change, expected) => {
    const outcome = periodOutcome(account(change));
    expect(JSON.parse(JSON.stringify(outcome))).toMatchObject(
      Object.fromEntries(Object.entries(expected).map(([name, amount]) => [name, { amount, currency: 'CNY' }])),
    );
  });

  it('loses nothing from month to month: what went in is paid, refunded, cost, or still credit', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((minor) => Money.ofMinor(minor, 'CNY'));
    const exports = fc.array(fc.tuple(amount, fc.constantFrom('0.06', '0.09', '0.13'), amount), { maxLength: 3 });
    const month = fc.record({ output: amount, input: amount, exports });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 6 }), (months) => {
        let credit = cny('0.00');
        let [wentIn, cameOut] = [cny('0.00'), cny('0.00')];
        for (const { output, input, exports: sold } of months) {
          const groups = sold.map(([fob, rate, bonded]) => ({
            ...group('0.00', rate),
            fob,
            bondedMaterialValue: bonded,
          }));
          const given = {
            ...{ domesticOutputVat: output, inputVat: input, carryForwardCredit: credit },
            carriedReduction: cny('0.00'),
          };
          const claimedRefund =
            groups.length === 0 ? cny('0.00') : manufacturerRefund({ ...given, rateGroups: groups }).refund;
          const outcome = periodOutcome({ ...given, groups, claimedRefund });
          expect([outcome.refund.isNegative(), outcome.carryForward.isNegative()]).toEqual([false, false]);
          wentIn = wentIn.plus(input).plus(outcome.vatPayable);
          cameOut = cameOut.plus(output).plus(outcome.refund).plus(outcome.nonDeductibleVat);
          credit = outcome.carryForward;
        }
        expect(wentIn.minus(cameOut).minus(credit).isZero()).toBe(true);
      }),
    );
  });

  it('says what a correction changes in the month after', () => {
    const outcome = periodOutcome(account({ inputVat: cny('120.00') }));
    const recorded = { carryForwardCredit: cny('100.00'), carriedReduction: cny('0.00') };
    const next = { period: '202612', ...recorded, isClaimed: true };
    const { due, difference, isClaimed } = carriedInto(outcome, next);
    expect([due.toAmountString(), difference.toAmountString(), isClaimed]).toEqual(['120.00', '20.00', true]);
  });

  it.each([
    ['202611', 1, '202612'],
    ['202612', 1, '202701'],
    ['202701', -1, '202612'],
  ] as const)('%s %s is %s', (period, months, expected) => {
    expect(neighbour(period, months)).toBe(expected);
  });
});
