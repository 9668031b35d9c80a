import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { manufacturerCorrection, type PeriodFigures } from './claim-figures.js';
import { type CorrectableLine, correctionOf, type LineChange } from './correction.js';
import { type RateGroup, reckonPeriod } from './manufacturer-refund.js';
import { periodOutcome } from './period-outcome.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const ZERO = cny('0.00');
const RATE = new Decimal('0.13');
const ITEM = '310420260000000001001';

function line(fob: Money, refundRate = RATE, bonded = ZERO): CorrectableLine {
  const net = fob.minus(bonded);
  return {
    ...{ declarationLine: ITEM, hsCode: '8516609000', goodsName: '电烤箱', unit: '001', quantity: new Decimal(1000) },
    ...{ taxable: fob, vatRate: RATE, refundRate, bonded, consumptionTax: ZERO },
    refund: net.times(refundRate, 'half-up'),
    nonRefundableVat: net.times(RATE.minus(refundRate), 'half-up'),
  };
}
const groupOf = ({ taxable: fob, vatRate, refundRate, bonded }: CorrectableLine): RateGroup => ({
  ...{ fob, vatRate, refundRate, bondedMaterialValue: bonded },
});
function period(change: Partial<PeriodFigures> = {}): PeriodFigures {
  return {
    ...{ domesticOutputVat: ZERO, inputVat: cny('5000.00'), carryForwardCredit: ZERO, carriedReduction: ZERO },
    ...{ bondedPlanRate: null, fxRates: new Map<string, Decimal>(), earlierGroups: [], earlierRefund: ZERO },
    ...change,
  };
}
const back = (taxable: Money | null, anew: LineChange['anew'] = null): LineChange => ({
  ...{ declarationLine: ITEM, taxable, anew },
});
const told = ({ refund, exemptCredit }: { refund: Money; exemptCredit: Money }): string[] =>
  [refund, exemptCredit].map((amount) => amount.toAmountString());

describe('A correction of a manufacturer’s claim (冲减、更正)', () => {
  it('is reckoned with the period that it is declared in', () => {
    // That month claims 50,000.00 at 13 %: ceiling 6,500.00, credit 5,000.00. 10,000.00 comes back: ceiling 5,200.00.
    const earlier = { earlierGroups: [groupOf(line(cny('50000.00')))], earlierRefund: cny('5000.00') };
    const { lines } = correctionOf([line(cny('60000.00'))], [back(cny('10000.00'))], true);
    expect(told(manufacturerCorrection(lines, period(earlier)))).toEqual(['0.00', '-1300.00']);
    // 20,000.00 back: ceiling 3,900.00, less than the credit: 1,100.00 of the refund goes.
    const more = correctionOf([line(cny('60000.00'))], [back(cny('20000.00'))], true);
    expect(told(manufacturerCorrection(more.lines, period(earlier)))).toEqual(['-1100.00', '-1500.00']);
  });

  it('leaves what a period cannot take off to the next one (结转下期需冲减)', () => {
    const { lines } = correctionOf([line(cny('60000.00'))], [back(null)], true);
    const groups = lines.map(groupOf);
    expect(told(manufacturerCorrection(lines, period()))).toEqual(['0.00', '0.00']);
    const account = { domesticOutputVat: ZERO, inputVat: ZERO, carryForwardCredit: ZERO, carriedReduction: ZERO };
    const { reductionForward } = periodOutcome({ ...account, groups, claimedRefund: ZERO });
    expect(reductionForward.toAmountString()).toBe('7800.00');
    const next = reckonPeriod({
      ...{ ...account, inputVat: cny('9000.00') },
      ...{ carriedReduction: reductionForward, rateGroups: [groupOf(line(cny('100000.00')))] },
    });
    expect([next.exemptCreditRefund, next.refund, next.reductionForward].map(String)).toEqual([
      ...['5200.00 CNY', '5200.00 CNY', '0.00 CNY'],
    ]);
  });

  it('frees credit where the goods bore a cost: 不得免征和抵扣税额 below zero', () => {
    const nine = line(cny('50000.00'), new Decimal('0.09'));
    const { lines, nonRefundableVat } = correctionOf([nine], [back(null)], true);
    expect(nonRefundableVat.toAmountString()).toBe('-2000.00');
    // Ceiling 13,000.00 less 4,500.00; credit 5,000.00 and 2,000.00 that is deductible again.
    const earlier = { earlierGroups: [groupOf(line(cny('100000.00')))], earlierRefund: cny('5000.00') };
    expect(told(manufacturerCorrection(lines, period(earlier)))).toEqual(['2000.00', '-6500.00']);
  });

  it('claims another value anew at the rates of the item', () => {
    const anew = { code: null, taxable: cny('54000.00'), quantity: null };
    const { lines } = correctionOf([line(cny('60000.00'), RATE, cny('6000.00'))], [back(null, anew)], true);
    expect(lines.map(({ taxable, bonded, refund }) => [taxable, bonded, refund].map(String).join(' '))).toEqual([
      '-60000.00 CNY -6000.00 CNY -7020.00 CNY',
      '54000.00 CNY 5400.00 CNY 6318.00 CNY',
    ]);
  });

  const fen = fc.bigInt({ min: 1n, max: 10n ** 11n }).map((minor) => Money.ofMinor(minor, 'CNY'));
  const rates = fc.constantFrom('0.13', '0.09', '0.06').map((rate) => new Decimal(rate));
  const some = fc.record({
    ...{ domesticOutputVat: fen, inputVat: fen, carryForwardCredit: fen },
    carriedReduction: fc.oneof(fc.constant(ZERO), fen),
    sold: fc.array(fc.tuple(fen, rates), { maxLength: 3 }),
  });

  it('to the same values changes nothing', () => {
    fc.assert(
      fc.property(some, fen, rates, ({ sold, ...month }, fob, rate) => {
        const earlierGroups = sold.map(([value, each]) => groupOf(line(value, each)));
        const earlierRefund = reckonPeriod({ ...month, rateGroups: earlierGroups }).refund;
        const same = { code: null, taxable: null, quantity: null };
        const { lines, ...sums } = correctionOf([line(fob, rate)], [back(null, same)], true);
        const brought = manufacturerCorrection(lines, period({ ...month, earlierGroups, earlierRefund }));
        expect(told(brought)).toEqual(['0.00', '0.00']);
        expect([sums.taxable, sums.refund, sums.nonRefundableVat].every((sum) => sum.isZero())).toBe(true);
        const account = { ...month, claimedRefund: earlierRefund };
        const outcome = periodOutcome({ ...account, groups: [...earlierGroups, ...lines.map(groupOf)] });
        const without = periodOutcome({ ...account, groups: earlierGroups });
        expect(outcome.carryForward.equals(without.carryForward)).toBe(true);
        expect(outcome.reductionForward.equals(without.reductionForward)).toBe(true);
      }),
    );
  });

  it('conserves the sum of the periods, whatever is taken back in which of them', () => {
    const month = fc.record({
      ...{ domesticOutputVat: fen, inputVat: fen, sold: fen, rate: rates },
      back: fc.option(fc.tuple(fen, rates)),
    });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 6 }), (months) => {
        let [credit, reduction] = [ZERO, ZERO];
        let [claimed, came, tax] = [ZERO, ZERO, ZERO];
        for (const { domesticOutputVat, inputVat, sold, rate, back: taken } of months) {
          const exported = groupOf(line(sold, rate));
          const lines = taken === null ? [] : correctionOf([line(...taken)], [back(null)], true).lines;
          const given = { domesticOutputVat, inputVat, carryForwardCredit: credit, carriedReduction: reduction };
          const first = reckonPeriod({ ...given, rateGroups: [exported] });
          const corrected = manufacturerCorrection(
            lines,
            period({ ...given, earlierGroups: [exported], earlierRefund: first.refund }),
          );
          const groups = mergedOf([exported, ...lines.map(groupOf)]);
          const claimedRefund = first.refund.plus(corrected.refund);
          const outcome = periodOutcome({ ...given, groups, claimedRefund });
          const { exemptCreditRefund } = reckonPeriod({ ...given, rateGroups: groups });
          // What is refunded and set off is what was claimed less what was taken back, as far as that does not go over.
          expect(outcome.refund.plus(outcome.exemptCredit).equals(exemptCreditRefund)).toBe(true);
          claimed = claimed.plus(sumOf(groups));
          came = came.plus(exemptCreditRefund);
          // Nothing of the VAT is lost: what is due and not refunded goes over.
          tax = tax.plus(domesticOutputVat).minus(inputVat).plus(outcome.nonDeductibleVat);
          tax = tax.minus(outcome.vatPayable).plus(outcome.refund);
          [credit, reduction] = [outcome.carryForward, outcome.reductionForward];
          expect(corrected.refund.plus(first.refund).isNegative()).toBe(false);
        }
        expect(came.minus(reduction).equals(claimed)).toBe(true);
        expect(tax.plus(credit).isZero()).toBe(true);
      }),
    );
  });
});

/** As claims are read: lines that share both rates are one group. */
function mergedOf(groups: readonly RateGroup[]): RateGroup[] {
  const merged = new Map<string, RateGroup>();
  for (const group of groups) {
    const key = group.refundRate.toString();
    merged.set(key, { ...group, fob: group.fob.plus(merged.get(key)?.fob ?? ZERO) });
  }
  return [...merged.values()];
}

function sumOf(groups: readonly RateGroup[]): Money {
  const amounts = groups.map(({ fob, refundRate }) => fob.times(refundRate, 'half-up'));
  return Money.sum(amounts, 'CNY');
}
