import { type HsTopic, type HsValues, type Provenance } from './reference-entry.js';

/** A value and who says so. */
export type Known<T extends HsTopic> = Provenance & { readonly value: HsValues[T] };

/** Everything on record about one code on one day. */
export interface HsCode {
  readonly code: string;
  readonly on: string;
  readonly goods: Known<'hs_goods'>;
  readonly duty: Known<'hs_duty'> | null;
  readonly exportDuty: Known<'hs_export_duty'> | null;
  readonly vat: Known<'hs_vat'> | null;
  readonly consumptionTax: Known<'hs_consumption_tax'> | null;
  readonly supervision: Known<'hs_supervision'> | null;
  readonly elements: Known<'hs_elements'> | null;
}

/** What no source states, by the name of its field: `duty.general`. */
export function unstatedOf({ goods, duty, exportDuty, vat, consumptionTax, supervision, elements }: HsCode): string[] {
  const { value } = goods;
  const missing: Readonly<Record<string, boolean>> = {
    'goods.nameEn': value.nameEn === null,
    'goods.firstUnit': value.firstUnit === null,
    'goods.secondUnit': value.secondUnit === null && !value.hasOneUnit,
    'duty.mfn': duty?.value.mfn == null,
    'duty.provisional': duty?.value.provisional == null,
    'duty.general': duty?.value.general == null,
    exportDuty: exportDuty === null,
    vat: vat === null,
    consumptionTax: consumptionTax === null,
    supervision: supervision === null,
    elements: elements === null,
  };
  return Object.keys(missing).filter((field) => missing[field] === true);
}
