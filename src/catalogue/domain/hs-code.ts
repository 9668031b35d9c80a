import { type HsTopic, type HsValues, type Provenance } from './reference-entry.js';

/** A value and who says so. */
export type Known<T extends HsTopic> = Provenance & { readonly value: HsValues[T] };

/** Everything on record about one code on one day. */
export interface HsCode {
  readonly code: string;
  readonly on: string;
  readonly names: Known<'hs_names'>;
  readonly units: Known<'hs_units'> | null;
  readonly mfn: Known<'hs_mfn'> | null;
  readonly provisional: Known<'hs_provisional'> | null;
  readonly general: Known<'hs_general'> | null;
  readonly exportDuty: Known<'hs_export_duty'> | null;
  readonly exportProvisional: Known<'hs_export_provisional'> | null;
  readonly vat: Known<'hs_vat'> | null;
  readonly consumptionTax: Known<'hs_consumption_tax'> | null;
  readonly supervision: Known<'hs_supervision'> | null;
  readonly elements: Known<'hs_elements'> | null;
}

/** What no source states, by the name of its field: `duty.general`. */
export function unstatedOf(code: HsCode): string[] {
  const units = code.units?.value;
  const missing: Readonly<Record<string, boolean>> = {
    'names.nameEn': code.names.value.nameEn === null,
    'units.firstUnit': units?.firstUnit == null,
    'units.secondUnit': units?.secondUnit == null && units?.hasOneUnit !== true,
    'duty.mfn': code.mfn === null,
    'duty.provisional': code.provisional === null,
    'duty.general': code.general === null,
    'exportDuty.duty': code.exportDuty === null,
    'exportDuty.provisional': code.exportProvisional === null,
    vat: code.vat === null,
    consumptionTax: code.consumptionTax === null,
    supervision: code.supervision === null,
    elements: code.elements === null,
  };
  return Object.keys(missing).filter((field) => missing[field] === true);
}
