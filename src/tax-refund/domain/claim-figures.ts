import { type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { agencyRefund } from './agency-refund.js';
import { taxOf } from './match-consumption-tax.js';
import { fobInCny } from './fob-value.js';
import { type CorrectableLine } from './correction.js';
import { type ManufacturerRefund, type RateGroup, reckonPeriod } from './manufacturer-refund.js';
import { type MatchedLine } from './match-facts.js';
import { tradingRefund } from './trading-refund.js';

/** One line of a claim as the tax bureau gets it. Money in CNY. */
export interface ClaimedLine {
  readonly matched: MatchedLine;
  readonly taxable: Money;
  readonly vatRate: Decimal;
  /** The lower of the goods' refund rate and the VAT rate. */
  readonly refundRate: Decimal;
  readonly refund: Money;
  readonly nonRefundableVat: Money;
  /** 进料加工: duty-free material inside the goods; of a manufacturer only. */
  readonly bonded: Money;
  /** Consumption tax that is refunded besides; of a trading company only. */
  readonly consumptionTax: Money;
}

/** What is claimed, and how it was worked out. */
export interface ClaimFigures extends Explained {
  readonly lines: readonly ClaimedLine[];
  readonly taxable: Money;
  /** Of both taxes. */
  readonly refund: Money;
  /** What of the refund is consumption tax. */
  readonly consumptionTax: Money;
  readonly nonRefundableVat: Money;
  /** 免抵税额: what is set off against domestic VAT rather than refunded; of a manufacturer only. */
  readonly exemptCredit: Money;
}

/** A tax period of a manufacturer, and what was claimed in it before. */
export interface PeriodFigures {
  readonly domesticOutputVat: Money;
  readonly inputVat: Money;
  readonly carryForwardCredit: Money;
  /** 上期结转需冲减的免抵退税额. */
  readonly carriedReduction: Money;
  /** 计划分配率 of the goods' own processing trade (实耗法): the share of duty-free material in their value; null: none. */
  readonly bondedPlanRate: Decimal | null;
  /** CNY per 1 unit, by currency. */
  readonly fxRates: ReadonlyMap<string, Decimal>;
  /** Exports of the period in earlier claims, and their refund: the credit is compared once for all. */
  readonly earlierGroups: readonly RateGroup[];
  readonly earlierRefund: Money;
}

const ZERO = Money.zero('CNY');
/** 基本税率 (增值税法 第十条); for a manufacturer's line whose order names no rate. */
export const STANDARD_VAT_RATE = new Decimal('0.13');

/** 免退税: VAT by the invoices, and consumption tax by its papers. */
export function tradingFigures(matched: readonly MatchedLine[]): ClaimFigures {
  const bases = matched.map(purchaseOf);
  const result = tradingRefund(
    matched.map((line, index) => ({
      purchaseAmountExVat: bases[index]?.amount,
      vatRate: vatRateOf(line),
      refundRate: line.refundRate,
      consumptionTaxPaid: taxOf(line.consumptionTax?.takes ?? []),
    })),
  );
  const lines = matched.map((line, index): ClaimedLine => {
    const item = result.items[index];
    return {
      matched: line,
      taxable: item?.base ?? ZERO,
      vatRate: vatRateOf(line),
      refundRate: item?.effectiveRate ?? new Decimal(0),
      refund: item?.vatRefund ?? ZERO,
      nonRefundableVat: item?.nonRefundableVat ?? ZERO,
      bonded: ZERO,
      consumptionTax: item?.consumptionTaxRefund ?? ZERO,
    };
  });
  return figuresOf(lines, result, [...bases.flatMap(({ steps }) => steps), ...matched.flatMap(papersOf)]);
}

/** What an item takes of the papers of its consumption tax. */
function papersOf({ line, consumptionTax }: MatchedLine): CalculationStep[] {
  const takes = consumptionTax?.takes ?? [];
  return takes.map(({ voucher, quantity, taxable, tax }) => {
    const byValue = voucher.rate === null ? [] : [`${taxable.toAmountString()} × ${voucher.rate.toFixed()}`];
    const byUnit = voucher.amountPerUnit === null ? [] : [`${quantity.toFixed()} × ${voucher.amountPerUnit.toFixed()}`];
    const how = `${[...byValue, ...byUnit].join(' + ')}, each rounded; the rest of a paper with the rest of its tax`;
    return step(`lines.${line.lineNumber}.consumptionTax.${voucher.voucherNumber}`, how, tax);
  });
}

/** 代办退税. */
export function agencyFigures(matched: readonly MatchedLine[]): ClaimFigures {
  const bases = matched.map(purchaseOf);
  const rates = matched.map((line) => Decimal.min(line.refundRate, vatRateOf(line)));
  const result = agencyRefund(
    matched.map((line, index) => ({
      fob: bases[index]?.amount ?? ZERO,
      vatRate: vatRateOf(line),
      refundRate: rates[index] ?? new Decimal(0),
    })),
  );
  const lines = matched.map((line, index): ClaimedLine => {
    const item = result.items[index];
    const refund = item?.refund ?? ZERO;
    return {
      matched: line,
      taxable: item?.invoiceAmount ?? ZERO,
      vatRate: vatRateOf(line),
      refundRate: rates[index] ?? new Decimal(0),
      refund,
      nonRefundableVat: (item?.invoiceTax ?? ZERO).minus(refund),
      bonded: ZERO,
      consumptionTax: ZERO,
    };
  });
  return figuresOf(
    lines,
    result,
    bases.flatMap(({ steps }) => steps),
  );
}

/**
 * 免抵退税. The refund of this claim is what the period yields with it, less what earlier claims of the period got.
 * @param vatRates by line number of the order
 */
export function manufacturerFigures(
  matched: readonly MatchedLine[],
  vatRates: ReadonlyMap<number, Decimal>,
  period: PeriodFigures,
): ClaimFigures {
  const lines = matched.map((line) => manufacturedLine(line, vatRates, period));
  const [before, result] = [reckoned(period, []), reckoned(period, groupsOf(lines))];
  const refund = Money.max(ZERO, result.refund.minus(period.earlierRefund));
  const ceiling = Money.sum(
    lines.map((line) => line.refund),
    'CNY',
  );
  const last = step('claim.refund', 'max(0, refund of the period − refund of its earlier claims)', refund);
  const figures = figuresOf(lines, result, []);
  const exemptCredit = ceiling.minus(takenOff(before, result)).minus(refund);
  return { ...figures, refund, exemptCredit, steps: [...figures.steps, last] };
}

/** What a correction of a manufacturer's claim brings in its period, or takes of it. */
export interface PeriodCorrection extends Explained {
  readonly refund: Money;
  readonly exemptCredit: Money;
}

/**
 * A correction (冲减、更正) of a manufacturer is reckoned with the period that it is declared in: what the period yields with it, less what
 * it yields without. What is taken back and claimed anew alike changes nothing. It never takes more than the claims of the period got.
 * Sources: 财政部 税务总局公告2026年第11号; 免抵退税申报汇总表, 国家税务总局公告2021年第15号.
 * @param lines below zero for what is taken back
 */
export function manufacturerCorrection(lines: readonly CorrectableLine[], period: PeriodFigures): PeriodCorrection {
  const [before, after] = [reckoned(period, []), reckoned(period, groupsOf(lines))];
  const change = after.refund.minus(before.refund);
  const refund = Money.max(change, period.earlierRefund.negated());
  const ceiling = Money.sum(
    lines.map((line) => line.refund),
    'CNY',
  );
  const last = step(
    'correction.refund',
    'refund of the period with it − without it, at most what its claims got',
    refund,
  );
  const exemptCredit = ceiling.minus(takenOff(before, after)).minus(refund);
  return { refund, exemptCredit, rule: after.rule, steps: [...after.steps, last] };
}

function reckoned(period: PeriodFigures, groups: readonly RateGroup[]): ManufacturerRefund {
  return reckonPeriod({
    rateGroups: merged([...period.earlierGroups, ...groups]),
    domesticOutputVat: period.domesticOutputVat,
    inputVat: period.inputVat,
    carryForwardCredit: period.carryForwardCredit,
    carriedReduction: period.carriedReduction,
  });
}

/** How much of what is to be taken off (需冲减) is taken off; below zero where more is to be taken off than before. */
function takenOff(before: ManufacturerRefund, after: ManufacturerRefund): Money {
  return before.reductionForward.minus(after.reductionForward);
}

function manufacturedLine(
  matched: MatchedLine,
  vatRates: ReadonlyMap<number, Decimal>,
  { fxRates, bondedPlanRate }: Pick<PeriodFigures, 'fxRates' | 'bondedPlanRate'>,
): ClaimedLine {
  const { fob, lineNumber } = matched.line;
  const taxable = fobInCny({ fob, fxRate: fxRates.get(fob.currency) });
  const bonded = bondedPlanRate === null ? ZERO : taxable.times(bondedPlanRate, 'half-up');
  const net = taxable.minus(bonded);
  const vatRate = vatRates.get(lineNumber) ?? STANDARD_VAT_RATE;
  const refundRate = Decimal.min(matched.refundRate, vatRate);
  return {
    matched,
    taxable,
    vatRate,
    refundRate,
    refund: net.times(refundRate, 'half-up'),
    nonRefundableVat: net.times(vatRate.minus(refundRate), 'half-up'),
    bonded,
    consumptionTax: ZERO,
  };
}

type RatedLine = Pick<ClaimedLine, 'taxable' | 'vatRate' | 'refundRate' | 'bonded'>;

function groupsOf(lines: readonly RatedLine[]): RateGroup[] {
  return merged(
    lines.map(({ taxable, vatRate, refundRate, bonded }) => ({
      ...{ fob: taxable, vatRate, refundRate, bondedMaterialValue: bonded },
    })),
  );
}

/** Lines that share both rates are one group: rounding is per group. */
function merged(given: readonly RateGroup[]): RateGroup[] {
  const groups = new Map<string, RateGroup>();
  for (const { fob, vatRate, refundRate, bondedMaterialValue = ZERO } of given) {
    const key = `${vatRate.toString()} ${refundRate.toString()}`;
    const before = groups.get(key);
    groups.set(key, {
      ...{ fob: fob.plus(before?.fob ?? ZERO), vatRate, refundRate },
      bondedMaterialValue: bondedMaterialValue.plus(before?.bondedMaterialValue ?? ZERO),
    });
  }
  return [...groups.values()];
}

/** The purchase that one item stands for: Σ of what it takes of its invoices. */
function purchaseOf({ line, takes }: MatchedLine): { amount: Money; steps: CalculationStep[] } {
  const amount = Money.sum(
    takes.map((take) => take.amount),
    'CNY',
  );
  const shares = takes.map(({ invoice, quantity, amount: share }) =>
    step(
      `lines.${line.lineNumber}.invoice.${invoice.invoiceNumber}.${invoice.lineNumber}`,
      `${invoice.amount.toAmountString()} × ${quantity.toFixed()} / ${invoice.quantity.toFixed()}, rounded; the rest with the last`,
      share,
    ),
  );
  return { amount, steps: [...shares, step(`lines.${line.lineNumber}.base`, 'Σ invoices', amount)] };
}

function vatRateOf({ takes }: MatchedLine): Decimal {
  return takes[0]?.invoice.vatRate ?? STANDARD_VAT_RATE;
}

function figuresOf(
  lines: readonly ClaimedLine[],
  { rule, steps }: Explained,
  before: readonly CalculationStep[],
): ClaimFigures {
  const sum = (field: 'taxable' | 'refund' | 'nonRefundableVat' | 'consumptionTax') =>
    Money.sum(
      lines.map((line) => line[field]),
      'CNY',
    );
  return {
    lines,
    taxable: sum('taxable'),
    refund: sum('refund').plus(sum('consumptionTax')),
    consumptionTax: sum('consumptionTax'),
    nonRefundableVat: sum('nonRefundableVat'),
    exemptCredit: ZERO,
    rule,
    steps: [...before, ...steps],
  };
}

/** The VAT invoices that a claim stands on, each once: its number, of an old one behind its code. */
export function vouchersOf({ lines }: ClaimFigures): readonly string[] {
  const invoices = lines.flatMap(({ matched }) => matched.takes.map(({ invoice }) => invoice));
  return [...new Set(invoices.map(({ invoiceCode, invoiceNumber }) => `${invoiceCode ?? ''}${invoiceNumber}`))];
}
