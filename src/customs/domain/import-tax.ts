import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './customs.sentences.js';

const RULE: CalculationRule = {
  id: 'customs.import-tax',
  version: '2026-01-01',
  source: '《中华人民共和国关税法》《增值税法》《消费税暂行条例》：从价、从量、复合计征，组成计税价格',
};

/** 3‰ of goods and freight, where the insurance cannot be established. Source: 海关审定进出口货物完税价格办法 */
const INSURANCE_RATE = new Decimal('0.003');

/** What is charged by quantity: CNY per unit, times units. */
export interface ByQuantity {
  readonly amountPerUnit: Decimal;
  readonly quantity: Decimal;
}

/** Goods imported under general trade. All money in CNY, rates as fractions. */
export interface ImportedGoods {
  /** 完税价格; or instead of it goods with what is added to them. */
  readonly dutiableValue?: Money | undefined;
  readonly goods?: Money | undefined;
  readonly freight?: Money | undefined;
  readonly insurance?: Money | undefined;
  /** Packing, commission and the like. */
  readonly otherAdditions?: Money | undefined;
  readonly dutyRate?: Decimal | undefined;
  /** 从量; beside a rate: 复合. */
  readonly specificDuty?: ByQuantity | undefined;
  readonly antiDumpingRate?: Decimal | undefined;
  /** Ad valorem; below 1. */
  readonly consumptionTaxRate?: Decimal | undefined;
  /** 从量; beside a rate: 复合. */
  readonly specificConsumptionTax?: ByQuantity | undefined;
  readonly vatRate: Decimal;
}

export interface ImportTax extends Explained {
  /** Where values were given one by one. */
  readonly insurance?: Money;
  readonly dutiableValue: Money;
  readonly duty: Money;
  readonly antiDumpingDuty: Money;
  /** 组成计税价格 */
  readonly compositePrice: Money;
  readonly consumptionTax: Money;
  readonly vat: Money;
  readonly totalTax: Money;
}

/**
 * Duty, anti-dumping duty, consumption tax and VAT of a general-trade import.
 *
 * What is charged by quantity is added to what is charged by value before either is rounded; of the consumption tax it is part
 * of the composite price too (消费税暂行条例, article 9).
 *
 * Rounding: half up to the fen, each tax once; the consumption tax from the unrounded composite price.
 * @throws InvalidInputError naming every fault
 */
export function importTax(goods: ImportedGoods): ImportTax {
  checkGoods(goods);
  const insurance = goods.dutiableValue === undefined ? insuranceOf(goods) : undefined;
  const dutiableValue = goods.dutiableValue ?? sum(goods.goods, goods.freight, insurance, goods.otherAdditions);
  const duty = taxOf(
    dutiableValue
      .toDecimal()
      .times(goods.dutyRate ?? NOTHING)
      .plus(amountOf(goods.specificDuty)),
  );
  const antiDumpingDuty = dutiableValue.times(goods.antiDumpingRate ?? NOTHING, 'half-up');
  const base = sum(dutiableValue, duty, antiDumpingDuty);
  const rate = goods.consumptionTaxRate ?? NOTHING;
  const specific = amountOf(goods.specificConsumptionTax);
  const composite = base.toDecimal().plus(specific).div(rate.negated().plus(1));
  const consumptionTax = taxOf(composite.times(rate).plus(specific));
  const vat = base.plus(consumptionTax).times(goods.vatRate, 'half-up');
  const result = {
    ...(insurance !== undefined && { insurance }),
    dutiableValue,
    duty,
    antiDumpingDuty,
    compositePrice: taxOf(composite),
    consumptionTax,
    vat,
    totalTax: sum(duty, antiDumpingDuty, consumptionTax, vat),
  };
  return { ...result, rule: RULE, steps: workingOf(result, goods) };
}

const NOTHING = new Decimal(0);

/** Unrounded. */
function amountOf(byQuantity: ByQuantity | undefined): Decimal {
  return byQuantity === undefined ? NOTHING : byQuantity.amountPerUnit.times(byQuantity.quantity);
}

function taxOf(amount: Decimal): Money {
  return Money.ofMajor(amount, 'CNY', 'half-up');
}

function insuranceOf({ goods, freight, insurance }: ImportedGoods): Money {
  return insurance ?? sum(goods, freight).times(INSURANCE_RATE, 'half-up');
}

function sum(...amounts: readonly (Money | undefined)[]): Money {
  return Money.sum(
    amounts.filter((amount) => amount !== undefined),
    'CNY',
  );
}

function checkGoods(input: ImportedGoods): void {
  const check = new InputCheck();
  const { dutiableValue, goods, freight, insurance, otherAdditions } = input;
  const parts = { goods, freight, insurance, otherAdditions };
  if (dutiableValue === undefined) check.required(goods, '/goods');
  check.amount(dutiableValue, '/dutiableValue', 'CNY');
  for (const [name, amount] of Object.entries(parts)) {
    if (dutiableValue !== undefined) check.absent(amount, `/${name}`, 'dutiableValue');
    check.amount(amount, `/${name}`, 'CNY');
  }
  check.notNegative(input.dutyRate, '/dutyRate');
  check.notNegative(input.antiDumpingRate, '/antiDumpingRate');
  check.share(input.consumptionTaxRate, '/consumptionTaxRate');
  const isBelowOne = input.consumptionTaxRate?.equals(1) !== true;
  check.that(isBelowOne, '/consumptionTaxRate', 'out_of_range', SAY.tax_leaves_no_price);
  for (const name of ['specificDuty', 'specificConsumptionTax'] as const) {
    check.notNegative(input[name]?.amountPerUnit, `/${name}/amountPerUnit`);
    check.notNegative(input[name]?.quantity, `/${name}/quantity`);
  }
  check.share(input.vatRate, '/vatRate');
  check.done();
}

function workingOf(
  result: Omit<ImportTax, keyof Explained>,
  { specificDuty, specificConsumptionTax }: ImportedGoods,
): CalculationStep[] {
  const { insurance } = result;
  const perUnit = (name: string, given: ByQuantity | undefined): string =>
    given === undefined ? '' : ` + ${name}.amountPerUnit × ${name}.quantity`;
  const dutyByQuantity = perUnit('specificDuty', specificDuty);
  const taxByQuantity = perUnit('specificConsumptionTax', specificConsumptionTax);
  return [
    ...(insurance === undefined ? [] : [step('insurance', 'as given, or round(0.003 × (goods + freight))', insurance)]),
    step('dutiableValue', 'as given, or goods + freight + insurance + otherAdditions', result.dutiableValue),
    step('duty', `round(dutiableValue × dutyRate${dutyByQuantity})`, result.duty),
    step('antiDumpingDuty', 'round(dutiableValue × antiDumpingRate)', result.antiDumpingDuty),
    step(
      'compositePrice',
      `(dutiableValue + duty + antiDumpingDuty${taxByQuantity}) / (1 − consumptionTaxRate)`,
      result.compositePrice,
    ),
    step(
      'consumptionTax',
      `round(compositePrice, unrounded × consumptionTaxRate${taxByQuantity})`,
      result.consumptionTax,
    ),
    step('vat', 'round((dutiableValue + duty + antiDumpingDuty + consumptionTax) × vatRate)', result.vat),
    step('totalTax', 'duty + antiDumpingDuty + consumptionTax + vat', result.totalTax),
  ];
}
