import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Element } from '../world/xml.js';

interface TariffLine {
  readonly duty: string;
  readonly vat: string;
  readonly consumptionTax: string;
  /** Of the consumption tax: CNY for each unit. */
  readonly perUnit: { readonly amount: string; readonly unit: string } | null;
}

const PLAIN = { consumptionTax: '0', perUnit: null } as const;

/** What this customs knows of codes; anything else pays ten percent and the usual VAT. */
const TARIFF: Readonly<Record<string, TariffLine>> = {
  '0409000000': { ...PLAIN, duty: '0.15', vat: '0.09' },
  '0805100000': { ...PLAIN, duty: '0.11', vat: '0.09' },
  '1604111000': { ...PLAIN, duty: '0.12', vat: '0.13' },
  '2208300000': { duty: '0.1', vat: '0.13', consumptionTax: '0.2', perUnit: { amount: '1', unit: '035' } },
};
const ANYTHING_ELSE: TariffLine = { ...PLAIN, duty: '0.1', vat: '0.13' };

/** CNY per 1, as this customs uses them in every month; of any other currency 1. */
export const CUSTOMS_RATES: Readonly<Record<string, string>> = {
  USD: '7.1',
  EUR: '7.8',
  GBP: '9.2',
  HKD: '0.91',
  JPY: '0.047',
  AUD: '4.6',
};

export interface Taxes {
  readonly duty: Money;
  readonly consumptionTax: Money;
  readonly vat: Money;
}

const AS_RATE = '1';
const PERCENT = new Decimal('0.01');
const NOTHING = Money.zero('CNY');

/** What is charged on an import (`DecMessage`), each tax of each item rounded half up to the fen. */
export function taxesOf(message: Element): Taxes {
  const head = message.child('DecHead');
  const items = message.all('DecLists/DecList');
  const goods = items.map((item) => inCny(item.text('DeclTotal'), item.text('TradeCurr')));
  const weights = goods.map(({ minor }) => minor);
  const shared = (charge: string): Money[] =>
    inCny(head.text(`${charge}Rate`), head.text(`${charge}Curr`)).allocate(weights);
  const isPremiumRate = head.text('InsurMark') === AS_RATE;
  const [freight, other] = [shared('Fee'), shared('Other')];
  const premium = isPremiumRate ? [] : shared('Insur');
  const charged = items.map((item, index) => {
    const carried = (goods[index] ?? NOTHING).plus(freight[index] ?? NOTHING);
    const insured = isPremiumRate
      ? carried.times(new Decimal(head.text('InsurRate')).times(PERCENT), 'half-up')
      : (premium[index] ?? NOTHING);
    return chargeOn(item, carried.plus(insured).plus(other[index] ?? NOTHING));
  });
  const sum = (tax: keyof Taxes): Money =>
    Money.sum(
      charged.map((each) => each[tax]),
      'CNY',
    );
  return { duty: sum('duty'), consumptionTax: sum('consumptionTax'), vat: sum('vat') };
}

function chargeOn(item: Element, value: Money): Taxes {
  const line = TARIFF[item.text('CodeTS')] ?? ANYTHING_ELSE;
  const duty = value.times(new Decimal(line.duty), 'half-up');
  const base = value.plus(duty);
  const byQuantity =
    line.perUnit === null ? new Decimal(0) : quantityIn(item, line.perUnit.unit).times(line.perUnit.amount);
  const rate = new Decimal(line.consumptionTax);
  const composite = base.toDecimal().plus(byQuantity).div(rate.negated().plus(1));
  const consumptionTax = Money.ofMajor(composite.times(rate).plus(byQuantity), 'CNY', 'half-up');
  return { duty, consumptionTax, vat: base.plus(consumptionTax).times(new Decimal(line.vat), 'half-up') };
}

function quantityIn(item: Element, unit: string): Decimal {
  for (const place of ['First', 'Second'] as const) {
    if (item.text(`${place}Unit`) === unit) return new Decimal(item.text(`${place}Qty`));
  }
  return new Decimal(item.text('GUnit') === unit ? item.text('GQty') : 0);
}

/** Half up to the fen; nothing where nothing is stated. */
function inCny(amount: string, currency: string): Money {
  if (!/^\d+(\.\d+)?$/.test(amount)) return NOTHING;
  return Money.ofMajor(new Decimal(amount).times(CUSTOMS_RATES[currency] ?? '1'), 'CNY', 'half-up');
}
