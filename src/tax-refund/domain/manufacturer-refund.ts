import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { checkFobValue, fobInCny, type FobValue } from './fob-value.js';
import { SAY } from './tax-refund.sentences.js';

const RULE: CalculationRule = {
  id: 'tax-refund.manufacturer',
  version: '2026-01-01',
  source: '财政部 税务总局公告2026年第11号（免抵退税办法；公式承自财税〔2012〕39号第五条（一））',
};

/** The exports of a period that share one pair of rates. */
export interface RateGroup extends FobValue {
  readonly vatRate: Decimal;
  /** Above zero: goods without refund are not under this method at all. */
  readonly refundRate: Decimal;
  /** 进料加工: duty-free material inside the goods, CNY; no refund for tax that was never paid. */
  readonly bondedMaterialValue?: Money | undefined;
}

/** A tax period of one manufacturer. All money but the FOB values in CNY. */
export interface ManufacturerPeriod {
  readonly rateGroups: readonly RateGroup[];
  readonly domesticOutputVat: Money;
  readonly inputVat: Money;
  /** 上期留抵税额 */
  readonly carryForwardCredit?: Money | undefined;
  /** 上期结转需冲减的免抵退税额: what corrections of the period before took back, and that had too little to take it off. */
  readonly carriedReduction?: Money | undefined;
}

export interface RateGroupResult {
  readonly fobCny: Money;
  readonly nonDeductibleVat: Money;
  readonly exemptCreditRefund: Money;
}

export interface ManufacturerRefund extends Explained {
  readonly rateGroups: readonly RateGroupResult[];
  /** 当期不得免征和抵扣税额, already reduced for bonded material. */
  readonly nonDeductibleVat: Money;
  readonly nonDeductibleReduction: Money;
  /** 当期应纳税额; negative where credit is left. */
  readonly netVat: Money;
  readonly vatPayable: Money;
  /** 期末留抵税额 */
  readonly endingCredit: Money;
  /** 免抵退税额, already reduced: the ceiling of the refund. */
  readonly exemptCreditRefund: Money;
  readonly exemptCreditRefundReduction: Money;
  /** 应退税额 */
  readonly refund: Money;
  /** 免抵税额: set off against domestic VAT; still the base of 城建税 and 附加. */
  readonly exemptCredit: Money;
  /** 结转下期留抵 */
  readonly carryForward: Money;
  /** 结转下期需冲减的免抵退税额. */
  readonly reductionForward: Money;
}

interface GroupWorking extends RateGroupResult {
  readonly nonDeductibleReduction: Money;
  readonly exemptCreditRefundReduction: Money;
}

/**
 * 免抵退: exempt, credit and refund for a manufacturer, once per taxpayer and period.
 *
 *     net VAT = output VAT of domestic sales − (input VAT − non-deductible VAT) − credit carried in
 *     refund  = the lower of the credit left at the end and the ceiling (免抵退税额)
 *
 * `refund + exemptCredit` is always the ceiling.
 *
 * Rounding: half up to the fen, per rate group; groups are summed after rounding.
 * @throws InvalidInputError naming every fault
 */
export function manufacturerRefund(period: ManufacturerPeriod): ManufacturerRefund {
  checkPeriod(period);
  return reckonPeriod(period);
}

/**
 * The same of what is on record, where corrections of earlier periods may have made a group less than nothing: what cannot be taken off
 * 免抵退税额 of this period goes over into the next (boxes 13 to 16 of 免抵退税申报汇总表), and 不得免征和抵扣税额 below zero is credit.
 */
export function reckonPeriod(period: ManufacturerPeriod): ManufacturerRefund {
  const groups = period.rateGroups.map(workOutGroup);
  const nonDeductibleVat = sum(groups.map((group) => group.nonDeductibleVat));
  const carriedReduction = period.carriedReduction ?? ZERO;
  const claimed = sum(groups.map((group) => group.exemptCreditRefund));
  const exemptCreditRefund = Money.max(ZERO, claimed.minus(carriedReduction));
  const netVat = period.domesticOutputVat
    .minus(period.inputVat.minus(nonDeductibleVat))
    .minus(period.carryForwardCredit ?? ZERO);
  const endingCredit = Money.max(ZERO, netVat.negated());
  const refund = Money.min(endingCredit, exemptCreditRefund);
  const result = {
    rateGroups: groups.map(({ fobCny, ...group }) => ({
      fobCny,
      nonDeductibleVat: group.nonDeductibleVat,
      exemptCreditRefund: group.exemptCreditRefund,
    })),
    nonDeductibleVat,
    nonDeductibleReduction: sum(groups.map((group) => group.nonDeductibleReduction)),
    netVat,
    vatPayable: Money.max(ZERO, netVat),
    endingCredit,
    exemptCreditRefund,
    exemptCreditRefundReduction: sum(groups.map((group) => group.exemptCreditRefundReduction)),
    refund,
    exemptCredit: exemptCreditRefund.minus(refund),
    carryForward: endingCredit.minus(refund),
    reductionForward: Money.max(ZERO, carriedReduction.minus(claimed)),
  };
  const isReduced = !carriedReduction.isZero() || !result.reductionForward.isZero();
  return { ...result, rule: RULE, steps: [...workingOf(result), ...(isReduced ? reductionOf(result) : [])] };
}

const ZERO = Money.zero('CNY');

function workOutGroup(group: RateGroup): GroupWorking {
  const fobCny = fobInCny(group);
  const bonded = group.bondedMaterialValue ?? ZERO;
  const net = fobCny.isNegative() ? fobCny.minus(bonded) : Money.max(ZERO, fobCny.minus(bonded));
  const gap = group.vatRate.minus(group.refundRate);
  return {
    fobCny,
    nonDeductibleVat: net.times(gap, 'half-up'),
    exemptCreditRefund: net.times(group.refundRate, 'half-up'),
    nonDeductibleReduction: bonded.times(gap, 'half-up'),
    exemptCreditRefundReduction: bonded.times(group.refundRate, 'half-up'),
  };
}

function checkPeriod(period: ManufacturerPeriod): void {
  const check = new InputCheck();
  check.filled(period.rateGroups, '/rateGroups');
  period.rateGroups.forEach((group, index) => {
    const at = `/rateGroups/${index}`;
    checkFobValue(check, group, at);
    check.share(group.vatRate, `${at}/vatRate`);
    const holds = group.refundRate.greaterThan(0) && group.refundRate.lessThanOrEqualTo(group.vatRate);
    check.that(holds, `${at}/refundRate`, 'out_of_range', SAY.refund_rate_above_zero);
    check.amount(group.bondedMaterialValue, `${at}/bondedMaterialValue`, 'CNY');
  });
  check.amount(period.domesticOutputVat, '/domesticOutputVat', 'CNY');
  check.amount(period.inputVat, '/inputVat', 'CNY');
  check.amount(period.carryForwardCredit, '/carryForwardCredit', 'CNY');
  check.amount(period.carriedReduction, '/carriedReduction', 'CNY');
  check.done();
}

function sum(amounts: readonly Money[]): Money {
  return Money.sum(amounts, 'CNY');
}

function reductionOf({ exemptCreditRefund, reductionForward }: Omit<ManufacturerRefund, keyof Explained>) {
  return [
    step('exemptCreditRefund', 'max(0, Σ rateGroups − carriedReduction)', exemptCreditRefund),
    step('reductionForward', 'max(0, carriedReduction − Σ rateGroups)', reductionForward),
  ];
}

function workingOf(result: Omit<ManufacturerRefund, keyof Explained>): CalculationStep[] {
  const groups = result.rateGroups.flatMap((group, index) => {
    const at = `rateGroups.${index}`;
    return [
      step(`${at}.fobCny`, 'fob in CNY, or round(fob × fxRate)', group.fobCny),
      step(
        `${at}.nonDeductibleVat`,
        'round(max(0, fobCny − bondedMaterialValue) × (vatRate − refundRate))',
        group.nonDeductibleVat,
      ),
      step(
        `${at}.exemptCreditRefund`,
        'round(max(0, fobCny − bondedMaterialValue) × refundRate)',
        group.exemptCreditRefund,
      ),
    ];
  });
  return [
    ...groups,
    step('netVat', 'domesticOutputVat − (inputVat − nonDeductibleVat) − carryForwardCredit', result.netVat),
    step('vatPayable', 'max(0, netVat)', result.vatPayable),
    step('endingCredit', 'max(0, −netVat)', result.endingCredit),
    step('refund', 'min(endingCredit, exemptCreditRefund)', result.refund),
    step('exemptCredit', 'exemptCreditRefund − refund', result.exemptCredit),
    step('carryForward', 'endingCredit − refund', result.carryForward),
  ];
}
