import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './customs.sentences.js';
import { type ByQuantity, type ImportTax, importTax } from './import-tax.js';

const RULE: CalculationRule = {
  id: 'customs.import-assessment',
  version: '2024-12-01',
  source: '《中华人民共和国关税法》：税率适用、计税价格；税额计算至分',
};

/** A rate of the tariff, and who says so. */
export interface TariffRate {
  /** Fraction of the value, or null. */
  readonly rate: string | null;
  /** CNY per unit, or null. */
  readonly amountPerUnit: string | null;
  readonly unit: string | null;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly year: number | null;
}

/** What the tariff has for a code on the day; null: nothing is on record. */
export interface ImportTariff {
  readonly mfn: TariffRate | null;
  readonly provisional: TariffRate | null;
  readonly general: TariffRate | null;
  readonly vat: TariffRate | null;
  readonly consumptionTax: TariffRate | null;
}

export const TREATMENTS = ['mfn', 'general', 'agreement'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What the price of the goods includes. */
export const VALUE_BASES = ['CIF', 'CFR', 'FOB'] as const;
export type ValueBasis = (typeof VALUE_BASES)[number];

export interface ImportedItem {
  readonly hsCode: string;
  /** Price of the item. */
  readonly total: Money;
  /** In the statutory units, by their codes: what is charged by quantity is charged on these. */
  readonly quantities: readonly { readonly quantity: Decimal; readonly unit: string }[];
  readonly treatment: Treatment;
  readonly antiDumpingRate?: Decimal | undefined;
  /** With `agreement`: the rate of the trade agreement (协定税率) that the certificate of origin gives a right to. */
  readonly agreedRate?: Decimal | undefined;
}

/** One shipment of general trade (0110) into China. */
export interface ImportedShipment {
  readonly importedOn: LocalDate;
  readonly valueBasis: ValueBasis;
  readonly currency: string;
  /** CNY per 1 unit of the currency: the rate that customs uses in the month. */
  readonly rate: Decimal;
  /** Of all items, in the currency of the goods; shared out by value. */
  readonly freight?: Money | undefined;
  readonly insurance?: Money | undefined;
  readonly otherAdditions?: Money | undefined;
  readonly items: readonly ImportedItem[];
}

/** Which rate of duty was taken. */
export type DutyBasis = 'provisional' | Treatment;

export interface AssessedItem extends ImportTax {
  readonly hsCode: string;
  readonly dutyBasis: DutyBasis;
  readonly rates: { readonly duty: TariffRate; readonly consumptionTax: TariffRate; readonly vat: TariffRate };
}

export interface ImportAssessment extends Explained {
  readonly items: readonly AssessedItem[];
  readonly dutiableValue: Money;
  readonly duty: Money;
  readonly antiDumpingDuty: Money;
  readonly consumptionTax: Money;
  readonly vat: Money;
  readonly totalTax: Money;
}

/**
 * What customs would charge on a shipment. Goods, freight, insurance and additions are each turned into CNY at the rate and
 * shared out by the value of the items; without a premium 3‰ of goods and freight are added, unless the price is CIF. A
 * provisional rate goes before the MFN rate, never before the general one; beside an agreed rate the lower of the two is taken.
 *
 * Rounding: half up to the fen, each amount in CNY and each tax of each item once.
 * @param tariffs what is on record for the codes of the items on the day of import
 * @throws InvalidInputError for a rate that is not on record, a quantity that is needed and missing, and every other fault
 */
export function assessImport(shipment: ImportedShipment, tariffs: ReadonlyMap<string, ImportTariff>): ImportAssessment {
  checkShipment(shipment, tariffs);
  const shares = sharesOf(shipment);
  const items = shipment.items.map((item, index): AssessedItem => {
    const { duty, basis, consumptionTax, vat } = ratesOf(item, tariffs, shipment.importedOn);
    const tax = importTax({
      ...shares(index),
      dutyRate: fractionOf(duty),
      specificDuty: byQuantityOf(duty, item),
      antiDumpingRate: item.antiDumpingRate,
      consumptionTaxRate: fractionOf(consumptionTax),
      specificConsumptionTax: byQuantityOf(consumptionTax, item),
      vatRate: fractionOf(vat) ?? new Decimal(0),
    });
    return { ...tax, hsCode: item.hsCode, dutyBasis: basis, rates: { duty, consumptionTax, vat } };
  });
  const sum = (of: (item: AssessedItem) => Money): Money => Money.sum(items.map(of), 'CNY');
  const totals = {
    dutiableValue: sum((item) => item.dutiableValue),
    duty: sum((item) => item.duty),
    antiDumpingDuty: sum((item) => item.antiDumpingDuty),
    consumptionTax: sum((item) => item.consumptionTax),
    vat: sum((item) => item.vat),
    totalTax: sum((item) => item.totalTax),
  };
  return { items, ...totals, rule: RULE, steps: workingOf(items, totals) };
}

type Values = Pick<Parameters<typeof importTax>[0], 'goods' | 'freight' | 'insurance' | 'otherAdditions'>;

/** In CNY, of one item. */
function sharesOf({
  valueBasis,
  rate,
  freight,
  insurance,
  otherAdditions,
  items,
}: ImportedShipment): (index: number) => Values {
  const inCny = (amount: Money): Money => Money.ofMajor(amount.toDecimal().times(rate), 'CNY', 'half-up');
  const goods = items.map(({ total }) => inCny(total));
  const weights = goods.map(({ minor }) => minor);
  const shared = (amount: Money | undefined): Money[] | undefined => amount && inCny(amount).allocate(weights);
  const none = Money.zero('CNY');
  const carried = shared(freight);
  const premium = shared(insurance);
  const added = shared(otherAdditions);
  return (index) => ({
    goods: goods[index],
    freight: carried?.[index] ?? none,
    insurance: valueBasis === 'CIF' ? none : premium?.[index],
    otherAdditions: added?.[index] ?? none,
  });
}

interface Rates {
  readonly duty: TariffRate;
  readonly basis: DutyBasis;
  readonly consumptionTax: TariffRate;
  readonly vat: TariffRate;
}

/** What is on record was checked before. */
function ratesOf(item: ImportedItem, tariffs: ReadonlyMap<string, ImportTariff>, day: LocalDate): Rates {
  const tariff = tariffs.get(item.hsCode);
  const { duty, basis } = dutyOf(item, tariff, day);
  const { vat = null, consumptionTax = null } = tariff ?? {};
  if (duty === null || vat === null || consumptionTax === null) throw new Error(`No tariff for ${item.hsCode}`);
  return { duty, basis, consumptionTax, vat };
}

function dutyOf(
  { treatment, agreedRate }: ImportedItem,
  tariff: ImportTariff | undefined,
  day: LocalDate,
): { duty: TariffRate | null; basis: DutyBasis } {
  if (treatment === 'general') return { duty: tariff?.general ?? null, basis: 'general' };
  const provisional = tariff?.provisional ?? null;
  if (treatment === 'agreement' && agreedRate !== undefined) {
    // Of the two the lower (关税法 Art. 13).
    const isLower =
      provisional?.rate != null && provisional.amountPerUnit === null && agreedRate.greaterThan(provisional.rate);
    return isLower
      ? { duty: provisional, basis: 'provisional' }
      : { duty: agreedDuty(agreedRate, day), basis: treatment };
  }
  if (provisional !== null) return { duty: provisional, basis: 'provisional' };
  return { duty: tariff?.mfn ?? null, basis: 'mfn' };
}

/** Which agreement, and by which certificate, the declaration says. */
function agreedDuty(rate: Decimal, validFrom: LocalDate): TariffRate {
  const source = '协定税率，以原产地证明为准（申报人填报）';
  return { rate: rate.toFixed(), amountPerUnit: null, unit: null, validFrom, source, year: null };
}

function fractionOf({ rate }: TariffRate): Decimal | undefined {
  return rate === null ? undefined : new Decimal(rate);
}

function byQuantityOf({ amountPerUnit, unit }: TariffRate, { quantities }: ImportedItem): ByQuantity | undefined {
  if (amountPerUnit === null) return undefined;
  const quantity = quantities.find((each) => each.unit === unit)?.quantity;
  return quantity === undefined ? undefined : { amountPerUnit: new Decimal(amountPerUnit), quantity };
}

function checkShipment(shipment: ImportedShipment, tariffs: ReadonlyMap<string, ImportTariff>): void {
  const check = new InputCheck();
  const { importedOn, valueBasis, currency, rate, freight, insurance, items } = shipment;
  check.date(importedOn, '/importedOn');
  check.positive(rate, '/rate');
  check.that(currency !== 'CNY' || rate.equals(1), '/rate', 'not_at_par', SAY.cny_at_par);
  for (const name of ['freight', 'insurance', 'otherAdditions'] as const) {
    check.amount(shipment[name], `/${name}`, currency);
  }
  if (valueBasis === 'FOB') check.required(freight, '/freight');
  else check.absent(freight, '/freight', valueBasis);
  if (valueBasis === 'CIF') check.absent(insurance, '/insurance', valueBasis);
  if (check.filled(items, '/items')) {
    items.forEach((item, index) => {
      checkItem(check, item, `/items/${index}`, shipment, tariffs.get(item.hsCode));
    });
  }
  check.done();
}

function checkItem(
  check: InputCheck,
  item: ImportedItem,
  at: string,
  { currency, importedOn: day }: ImportedShipment,
  tariff: ImportTariff | undefined,
): void {
  const { hsCode, total, quantities, treatment, agreedRate } = item;
  check.amount(total, `${at}/total`, currency);
  check.positive(total.toDecimal(), `${at}/total`);
  check.notNegative(item.antiDumpingRate, `${at}/antiDumpingRate`);
  if (treatment === 'agreement') check.required(agreedRate, `${at}/agreedRate`);
  check.share(agreedRate, `${at}/agreedRate`);
  quantities.forEach(({ quantity }, index) => {
    check.positive(quantity, `${at}/quantities/${index}/quantity`);
  });
  const { duty } = dutyOf(item, tariff, day);
  const needed = { duty, consumptionTax: tariff?.consumptionTax ?? null, vat: tariff?.vat ?? null };
  for (const [what, rate] of Object.entries(needed)) {
    const isKnown = check.that(rate !== null, `${at}/hsCode`, 'rate_unknown', SAY.rate_unknown({ what, hsCode, day }));
    if (!isKnown || rate?.amountPerUnit == null) continue;
    const unit = rate.unit ?? '';
    const isGiven = quantities.some((each) => each.unit === unit);
    check.that(isGiven, `${at}/quantities`, 'quantity_needed', SAY.quantity_needed({ what, hsCode, unit }));
  }
  const isBelowOne = needed.consumptionTax?.rate == null || new Decimal(needed.consumptionTax.rate).lessThan(1);
  check.that(isBelowOne, `${at}/hsCode`, 'out_of_range', SAY.tax_leaves_no_price);
}

function workingOf(
  items: readonly AssessedItem[],
  totals: Omit<ImportAssessment, keyof Explained | 'items'>,
): CalculationStep[] {
  return [
    ...items.flatMap((item, index) => item.steps.map((each) => ({ ...each, name: `items.${index}.${each.name}` }))),
    ...Object.entries(totals).map(([name, total]) => step(name, `sum of items.*.${name}`, total)),
  ];
}
