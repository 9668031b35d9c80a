import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { tradeTermOf } from '../data/trade-terms.js';
import { type DeclarationForm, type FormItem } from '../declaration-form.js';
import { type ImportedItem, type ImportedShipment, type ValueBasis } from '../import-assessment.js';

/**
 * A declared import as the calculation of its taxes takes it. Of freight and premium only what the trade term leaves out
 * is added.
 * @param on the day of declaration, whose rates apply (关税法 Art. 20: 完成申报之日)
 * @returns null while the exchange rate, or what the trade term is, is not known
 */
export function shipmentOf(form: DeclarationForm, on: LocalDate): ImportedShipment | null {
  const basis = valueBasisOf(form.incoterm);
  const rate = form.currency === 'CNY' ? '1' : form.import?.exchangeRate;
  if (basis === null || rate == null) return null;
  return {
    importedOn: on,
    valueBasis: basis,
    currency: form.currency,
    rate: new Decimal(rate),
    freight: basis === 'FOB' ? moneyOf(form.freightCharge) : undefined,
    insurance: basis === 'CIF' ? undefined : moneyOf(form.insuranceCharge),
    otherAdditions: moneyOf(form.import?.otherCharge ?? null),
    items: form.items.map(importedItem),
  };
}

/** What the price of an Incoterm holds; null for none of 2020. */
export function valueBasisOf(incoterm: string): ValueBasis | null {
  const term = tradeTermOf(incoterm);
  if (term === null) return null;
  if (term.includesInsurance) return 'CIF';
  return term.includesFreight ? 'CFR' : 'FOB';
}

function importedItem(item: FormItem): ImportedItem {
  const { hsCode, total, import: facts } = item;
  const second =
    item.secondQuantity === null || item.secondUnit === null
      ? []
      : [{ quantity: new Decimal(item.secondQuantity), unit: item.secondUnit }];
  return {
    hsCode,
    total: Money.fromJSON(total),
    quantities: [
      { quantity: new Decimal(item.firstQuantity), unit: item.firstUnit },
      ...second,
      { quantity: new Decimal(item.quantity), unit: item.unit },
    ],
    treatment: facts?.treatment ?? 'mfn',
    antiDumpingRate: facts?.antiDumpingRate == null ? undefined : new Decimal(facts.antiDumpingRate),
    agreedRate: facts?.preference == null ? undefined : new Decimal(facts.preference.dutyRate),
  };
}

function moneyOf(charge: MoneyJson | null): Money | undefined {
  return charge === null ? undefined : Money.fromJSON(charge);
}
