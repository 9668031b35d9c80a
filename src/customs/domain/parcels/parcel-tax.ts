import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { importTax } from '../import-tax.js';
import { preferentialTax, type RetailRates, retailRates } from '../preferential-tax.js';
import { RETAIL_IMPORT_LAW, type RetailImportLaw, type VatBase } from '../retail-import-law.js';
import { minorOf } from './match.js';
import { type ListLine, type ListPaper } from './papers.js';

/** Fen. */
export interface LineTax {
  readonly lineNo: number;
  readonly taxable: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
}

export interface ParcelTax {
  /** 完税价格: goods, freight and insurance. Fen. */
  readonly taxable: bigint;
  readonly total: bigint;
  /** Reduced tax within the limits; full tax of one indivisible item above that of an order. */
  readonly regime: 'preferential' | 'full_tax_single_item';
  readonly vatBase: VatBase;
  readonly law: string;
  readonly lines: readonly LineTax[];
}

/**
 * Taxes of a retail import, line by line: freight and insurance are spread over the lines by their value, the last takes what
 * is left. Each tax is rounded once a line, half up to the fen. The rates are those of the list.
 * @returns null where the order is above the limit of one order and no single item: it is no retail import
 */
export function parcelTax(
  list: ListPaper,
  vatBase: VatBase = RETAIL_IMPORT_LAW.vatBase,
  law: RetailImportLaw = RETAIL_IMPORT_LAW,
): ParcelTax | null {
  const goods = list.lines.map(({ total }) => minorOf(total));
  const value = goods.reduce((sum, one) => sum + one, 0n);
  const extra = minorOf(list.freight) + minorOf(list.insurance);
  const taxable = value + extra;
  const isWithin = taxable <= law.orderLimit.minor;
  if (!isWithin && !(law.singleItemStays && isSingleItem(list))) return null;
  let left = extra;
  const lines = list.lines.map((line, index) => {
    const own = goods[index] ?? 0n;
    const part = index === goods.length - 1 ? left : value === 0n ? 0n : (extra * own) / value;
    left -= part;
    return isWithin ? reduced(line, own + part, vatBase, law) : full(line, own + part);
  });
  const total = lines.reduce(
    (sum, { duty, consumptionTax, vat }) => sum + BigInt(duty) + BigInt(consumptionTax) + BigInt(vat),
    0n,
  );
  const regime = isWithin ? 'preferential' : 'full_tax_single_item';
  return { taxable, total, regime, vatBase, law: law.source, lines };
}

function isSingleItem({ lines }: ListPaper): boolean {
  return lines.length === 1 && Number(lines[0]?.quantity) === 1;
}

function reduced(line: ListLine, taxable: bigint, vatBase: VatBase, law: RetailImportLaw): LineTax {
  const { consumptionTax, vat } = preferentialTax(taxable, ratesOf(line, vatBase, law));
  return lineOf(line, taxable, { duty: 0n, consumptionTax, vat });
}

function full({ dutyRate = '0', consumptionTaxRate = '0', vatRate = '0', ...line }: ListLine, value: bigint): LineTax {
  const { duty, consumptionTax, vat } = importTax({
    dutiableValue: Money.ofMinor(value, 'CNY'),
    dutyRate: new Decimal(dutyRate),
    consumptionTaxRate: new Decimal(consumptionTaxRate),
    vatRate: new Decimal(vatRate),
  });
  return lineOf(line, value, { duty: duty.minor, consumptionTax: consumptionTax.minor, vat: vat.minor });
}

function lineOf(
  { lineNo }: Pick<ListLine, 'lineNo'>,
  taxable: bigint,
  { duty, consumptionTax, vat }: { readonly duty: bigint; readonly consumptionTax: bigint; readonly vat: bigint },
): LineTax {
  return {
    lineNo,
    taxable: taxable.toString(),
    duty: duty.toString(),
    consumptionTax: consumptionTax.toString(),
    vat: vat.toString(),
  };
}

/** There are few pairs of rates, and a million parcels. */
const RATES_MAX = 1_000;
const known = new Map<string, RetailRates>();

function ratesOf(
  { consumptionTaxRate = '0', vatRate = '0' }: ListLine,
  base: VatBase,
  law: RetailImportLaw,
): RetailRates {
  const key = `${law.from} ${consumptionTaxRate} ${vatRate} ${base}`;
  let rates = known.get(key);
  if (rates === undefined) {
    if (known.size >= RATES_MAX) known.clear();
    rates = retailRates(
      { consumptionTaxRate: new Decimal(consumptionTaxRate), vatRate: new Decimal(vatRate) },
      law,
      base,
    );
    known.set(key, rates);
  }
  return rates;
}
