import { Decimal } from '../../kernel/decimal.js';
import { type IssuerProduct } from './issuer.js';

/** How much of one unit an issuer invoiced under one HS code in a year: red letters and cancelled invoices are off. */
export interface Invoiced {
  readonly hsCode: string;
  readonly unit: string;
  readonly quantity: Decimal;
}

/** What of a product was invoiced in a year, beside what its issuer can make. */
export interface CapacityUse {
  readonly hsCode: string;
  readonly goodsName: string;
  readonly unit: string;
  readonly yearlyCapacity: Decimal;
  /** In that unit. */
  readonly invoiced: Decimal;
  /** Units that were invoiced beside and cannot be converted: how much that is of the capacity is not known. */
  readonly otherUnits: readonly string[];
  readonly isPassed: boolean;
}

/** Grams in one unit of mass: 千克, 克, 吨, of the customs unit table. Everything else counts in its own unit alone. */
const GRAMS: Readonly<Record<string, string>> = { '035': '1000', '036': '1', '070': '1000000' };

/**
 * Holds what was invoiced against what an issuer said it can make in a calendar year, product by product. A code counts to the
 * product that names it with most digits; products without a capacity or its unit are left out. Exact: nothing is rounded.
 */
export function capacityUses(products: readonly IssuerProduct[], invoiced: readonly Invoiced[]): CapacityUse[] {
  return products.flatMap((product) => {
    const { hsCode, goodsName, yearlyCapacity: capacity, unit } = product;
    if (capacity === null || unit === null) return [];
    const own = invoiced.filter((one) => productOf(products, one.hsCode) === product);
    const counted = own.map((one) => ({ unit: one.unit, quantity: inUnit(one, unit) }));
    const sum = counted.reduce((total, { quantity }) => total.plus(quantity ?? 0), new Decimal(0));
    const otherUnits = counted.filter(({ quantity }) => quantity === null).map((one) => one.unit);
    const yearlyCapacity = new Decimal(capacity);
    return [
      {
        ...{ hsCode, goodsName, unit, yearlyCapacity, invoiced: sum },
        otherUnits: [...new Set(otherUnits)].sort(),
        isPassed: sum.greaterThan(yearlyCapacity),
      },
    ];
  });
}

/** The product that a code belongs to. */
export function productOf(products: readonly IssuerProduct[], hsCode: string): IssuerProduct | null {
  const named = products.filter((product) => hsCode.startsWith(product.hsCode));
  return named.toSorted((left, right) => right.hsCode.length - left.hsCode.length)[0] ?? null;
}

function inUnit({ quantity, unit: from }: Invoiced, to: string): Decimal | null {
  if (from === to) return quantity;
  const [grams, each] = [GRAMS[from], GRAMS[to]];
  return grams === undefined || each === undefined ? null : quantity.times(grams).div(each);
}
