import { Money } from '../../kernel/money.js';
import { type TableRecord } from './declaration-table-columns.js';

/** A manufacturer's month as 免抵退税申报汇总表 wants it; money in CNY but the value in US dollars. */
export interface SummaryFacts {
  /** Null where goods were sold in another currency. */
  readonly exportsUsd: Money | null;
  readonly exports: Money;
  /** 不得免征和抵扣税额, already less what is inside for bonded material. */
  readonly nonDeductibleVat: Money;
  /** 免抵退税额, already less the same and less what earlier periods left to be taken off. */
  readonly exemptCreditRefund: Money;
  /** 上期结转需冲减的免抵退税额, and what goes over into the next period of it. */
  readonly carriedReduction: Money;
  readonly reductionForward: Money;
  /** 期末留抵税额 of the VAT return. */
  readonly endingCredit: Money;
}

const ZERO = Money.zero('CNY');

/**
 * The nineteen boxes (栏次) of the form, as its own formulas have them. Services (跨境应税行为) and the annual settlement of processing
 * trade (进料加工核销) are none here: their boxes are zero.
 *
 *     15 = max(0, 10 − 13 + 14)    16 = 13 − 10 − 14 + 15    18 = the lower of 15 and 17    19 = 15 − 18
 *
 * Source: 国家税务总局公告2021年第15号, 免抵退税申报汇总表.
 */
export function summaryRecords(facts: SummaryFacts): TableRecord[] {
  const { exportsUsd, exports, nonDeductibleVat, exemptCreditRefund, endingCredit } = facts;
  const refund = Money.min(exemptCreditRefund, endingCredit);
  const { carriedReduction, reductionForward } = facts;
  const claimed = exemptCreditRefund.plus(carriedReduction).minus(reductionForward);
  const usd = exportsUsd?.toAmountString() ?? '';
  const noUsd = exportsUsd === null ? '' : '0.00';
  const boxes: readonly (readonly [string, string])[] = [
    ['免抵退税出口销售额（美元）', usd],
    ['其中：出口货物劳务销售额（美元）', usd],
    ['跨境应税行为销售额（美元）', noUsd],
    ['免抵退税出口销售额（人民币）', exports.toAmountString()],
    ['免抵退税不得免征和抵扣税额', nonDeductibleVat.toAmountString()],
    ['其中：出口货物劳务不得免征和抵扣税额', nonDeductibleVat.toAmountString()],
    ['跨境应税行为不得免征和抵扣税额', ZERO.toAmountString()],
    ['进料加工核销应调整不得免征和抵扣税额', ZERO.toAmountString()],
    ['免抵退税不得免征和抵扣税额合计', nonDeductibleVat.toAmountString()],
    ['免抵退税额', claimed.toAmountString()],
    ['其中：出口货物劳务免抵退税额', claimed.toAmountString()],
    ['跨境应税行为免抵退税额', ZERO.toAmountString()],
    ['上期结转需冲减的免抵退税额', carriedReduction.toAmountString()],
    ['进料加工核销应调整免抵退税额', ZERO.toAmountString()],
    ['免抵退税额合计', exemptCreditRefund.toAmountString()],
    ['结转下期需冲减的免抵退税额', reductionForward.toAmountString()],
    ['增值税纳税申报表期末留抵税额', endingCredit.toAmountString()],
    ['应退税额', refund.toAmountString()],
    ['免抵税额', exemptCreditRefund.minus(refund).toAmountString()],
  ];
  return boxes.map(([item, amount], index) => ({ item, box: String(index + 1), amount }));
}
