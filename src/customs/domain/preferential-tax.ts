import { type Decimal } from '../../kernel/decimal.js';
import { type RetailImportLaw, type VatBase } from './retail-import-law.js';

/** Nothing is divided before the end, so that no half of a fen is lost. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The rates of one kind of goods, prepared once for any number of parcels. */
export interface RetailRates {
  /** What one of the taxable value gives, unrounded. */
  readonly consumptionTax: Fraction;
  readonly vat: Fraction;
}

/** Minor units of CNY. */
export interface RetailTaxes {
  readonly consumptionTax: bigint;
  readonly vat: bigint;
}

/**
 * Rates of goods within the limits of retail imports.
 *
 *     consumption tax = share × c / (1 − c)
 *     VAT             = share × (1 + ct) × v,  ct = c / (1 − c), or share × c / (1 − c) of the reduced base
 *
 * @param consumptionTaxRate ad valorem, below 1
 */
export function retailRates(
  { consumptionTaxRate, vatRate }: { readonly consumptionTaxRate: Decimal; readonly vatRate: Decimal },
  { share }: Pick<RetailImportLaw, 'share'>,
  vatBase: VatBase,
): RetailRates {
  const [ct, vat, part] = [consumptionTaxRate, vatRate, share].map(fractionOf) as [Fraction, Fraction, Fraction];
  const left = ct.under - ct.over;
  const consumptionTax = { over: ct.over * part.over, under: left * part.under };
  const base =
    vatBase === 'full_consumption_tax'
      ? { over: ct.under, under: left }
      : { over: left * part.under + consumptionTax.over, under: consumptionTax.under };
  return {
    consumptionTax,
    vat: { over: base.over * vat.over * part.over, under: base.under * vat.under * part.under },
  };
}

/**
 * Consumption tax and VAT of a retail import within the limits, each rounded once, half up to the fen.
 * @param taxable retail price, freight and insurance in minor units of CNY, not negative
 */
export function preferentialTax(taxable: bigint, { consumptionTax, vat }: RetailRates): RetailTaxes {
  return { consumptionTax: share(taxable, consumptionTax), vat: share(taxable, vat) };
}

function share(amount: bigint, { over, under }: Fraction): bigint {
  return (2n * amount * over + under) / (2n * under);
}

function fractionOf(rate: Decimal): Fraction {
  const places = rate.decimalPlaces();
  return { over: BigInt(rate.times(`1e${places}`).toFixed(0)), under: 10n ** BigInt(places) };
}
