import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { withoutVat } from '../../kernel/vat.js';
import { SAY } from './orders.sentences.js';

const RULE: CalculationRule = {
  id: 'margin.exchange-cost',
  version: '2019-04-01',
  source: '出口换汇成本：（含税进价 + 费用 − 出口退税）÷ FOB 外汇净收入',
};

/** A deal as it is estimated before it is signed. */
export interface ExchangeCostInput {
  /** Foreign currency; or instead of it CIF with freight and insurance. */
  readonly fob?: Money | undefined;
  readonly cif?: Money | undefined;
  readonly freight?: Money | undefined;
  readonly insurance?: Money | undefined;
  /** CNY; or instead of it the purchase amount with its rates and fees. */
  readonly totalCost?: Money | undefined;
  readonly purchaseAmountInclVat?: Money | undefined;
  readonly vatRate?: Decimal | undefined;
  readonly refundRate?: Decimal | undefined;
  /** Share of the purchase amount with VAT. */
  readonly feeRate?: Decimal | undefined;
  /** CNY */
  readonly fees?: Money | undefined;
  /** The bank's buying rate, CNY per one unit. */
  readonly buyRate?: Decimal | undefined;
}

export interface ExchangeCost extends Explained {
  readonly fob: Money;
  readonly totalCost: Money;
  /** CNY spent to earn one unit of the foreign currency. */
  readonly exchangeCost: Decimal;
  readonly refund?: Money;
  readonly revenue?: Money;
  /** May be negative. */
  readonly profit?: Money;
  /** Of the total cost; absent where nothing was spent. */
  readonly profitRate?: Decimal;
  readonly profitable?: boolean;
}

/**
 * 换汇成本: what one unit of foreign currency costs in CNY, and what is left at the bank's rate.
 *
 * Rounding: money half up to the fen at each step; the two ratios half up to six decimals.
 * Whether it is profitable is decided on unrounded figures; equality is no profit.
 * @throws InvalidInputError naming every fault
 * @example 71,000.00 CNY for USD 10,000.00 → 7.1; at a buying rate of 7.1 nothing is earned
 */
export function exchangeCost(input: ExchangeCostInput): ExchangeCost {
  checkInput(input);
  const fob = fobOf(input);
  const { totalCost, refund } = costOf(input);
  const ratio = roundHalfUp(totalCost.toDecimal().div(fob.toDecimal()), 6);
  const result = {
    fob,
    totalCost,
    exchangeCost: ratio,
    ...(refund !== undefined && { refund }),
    ...(input.buyRate !== undefined && outcomeAt(input.buyRate, fob, totalCost)),
  };
  return { ...result, rule: RULE, steps: workingOf(result) };
}

type Outcome = Pick<ExchangeCost, 'revenue' | 'profit' | 'profitRate' | 'profitable'>;

function fobOf({ fob, cif, freight, insurance }: ExchangeCostInput): Money {
  if (cif === undefined || freight === undefined) return fob ?? Money.zero('USD');
  return cif.minus(freight).minus(insurance ?? Money.zero(cif.currency));
}

function costOf(input: ExchangeCostInput): { totalCost: Money; refund?: Money } {
  const { purchaseAmountInclVat: purchase, vatRate, refundRate } = input;
  if (purchase === undefined || vatRate === undefined || refundRate === undefined) {
    return { totalCost: input.totalCost ?? Money.zero('CNY') };
  }
  const refund = withoutVat(purchase, vatRate).times(Decimal.min(refundRate, vatRate), 'half-up');
  const totalCost = purchase
    .plus(purchase.times(input.feeRate ?? new Decimal(0), 'half-up'))
    .plus(input.fees ?? Money.zero('CNY'))
    .minus(refund);
  return { totalCost, refund };
}

function outcomeAt(buyRate: Decimal, fob: Money, totalCost: Money): Outcome {
  const revenueExact = fob.toDecimal().times(buyRate);
  const revenue = Money.ofMajor(revenueExact, 'CNY', 'half-up');
  const profit = revenue.minus(totalCost);
  return {
    revenue,
    profit,
    ...(!totalCost.isZero() && { profitRate: roundHalfUp(profit.toDecimal().div(totalCost.toDecimal()), 6) }),
    // totalCost / fob < buyRate, without the division
    profitable: totalCost.toDecimal().lessThan(revenueExact),
  };
}

function checkInput(input: ExchangeCostInput): void {
  const check = new InputCheck();
  checkExportValue(check, input);
  checkCost(check, input);
  check.positive(input.buyRate, '/buyRate');
  check.done();
}

function checkExportValue(check: InputCheck, { fob, cif, freight, insurance }: ExchangeCostInput): void {
  if (fob === undefined && cif === undefined) check.required(fob, '/fob');
  if (fob !== undefined) {
    check.absent(cif, '/cif', 'fob');
    check.absent(freight, '/freight', 'fob');
    check.absent(insurance, '/insurance', 'fob');
    checkForeign(check, fob, '/fob');
    check.that(fob.minor > 0n, '/fob', 'not_positive', SAY.fob_above_zero);
    return;
  }
  if (cif === undefined) return;
  checkForeign(check, cif, '/cif');
  check.amount(cif, '/cif');
  check.amount(freight, '/freight', cif.currency);
  check.amount(insurance, '/insurance', cif.currency);
  if (!check.required(freight, '/freight')) return;
  const isOneCurrency = [freight, insurance].every((part) => part === undefined || part.currency === cif.currency);
  if (!isOneCurrency) return;
  const fobValue = fobOf({ cif, freight, insurance });
  check.that(fobValue.minor > 0n, '/cif', 'not_positive', SAY.cif_less_charges);
}

function checkForeign(check: InputCheck, money: Money, pointer: string): void {
  check.that(money.currency !== 'CNY', pointer, 'currency_mismatch', SAY.export_value_foreign);
}

function checkCost(check: InputCheck, input: ExchangeCostInput): void {
  const { totalCost, purchaseAmountInclVat, vatRate, refundRate, feeRate, fees } = input;
  const parts = { purchaseAmountInclVat, vatRate, refundRate, feeRate, fees };
  if (totalCost !== undefined) {
    for (const [name, value] of Object.entries(parts)) check.absent(value, `/${name}`, 'totalCost');
  } else if (Object.values(parts).every((value) => value === undefined)) {
    check.required(totalCost, '/totalCost');
  } else {
    check.required(purchaseAmountInclVat, '/purchaseAmountInclVat');
    check.required(vatRate, '/vatRate');
    check.required(refundRate, '/refundRate');
  }
  check.amount(totalCost, '/totalCost', 'CNY');
  check.amount(purchaseAmountInclVat, '/purchaseAmountInclVat', 'CNY');
  check.share(vatRate, '/vatRate');
  check.share(refundRate, '/refundRate');
  check.notNegative(feeRate, '/feeRate');
  check.amount(fees, '/fees', 'CNY');
}

function workingOf(result: Omit<ExchangeCost, keyof Explained>): CalculationStep[] {
  const { fob, refund, totalCost, revenue, profit, profitRate } = result;
  const working = [step('fob', 'fob, or cif − freight − insurance', fob)];
  if (refund !== undefined) {
    const formula = 'round(round(purchaseAmountInclVat / (1 + vatRate)) × min(refundRate, vatRate))';
    working.push(step('refund', formula, refund));
    const cost = 'purchaseAmountInclVat + round(purchaseAmountInclVat × feeRate) + fees − refund';
    working.push(step('totalCost', cost, totalCost));
  } else working.push(step('totalCost', 'as given', totalCost));
  working.push(step('exchangeCost', 'round(totalCost / fob, 6)', result.exchangeCost));
  if (revenue !== undefined) working.push(step('revenue', 'round(fob × buyRate)', revenue));
  if (profit !== undefined) working.push(step('profit', 'revenue − totalCost', profit));
  if (profitRate !== undefined) working.push(step('profitRate', 'round(profit / totalCost, 6)', profitRate));
  return working;
}
