/** Incoterms 2020. */
export const INCOTERMS = ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const;
export type Incoterm = (typeof INCOTERMS)[number];

/** For sea and inland waterway only. */
const SEA_ONLY: readonly Incoterm[] = ['FAS', 'FOB', 'CFR', 'CIF'];
const CARRIAGE_PAID: readonly Incoterm[] = ['CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'];
const INSURANCE_PAID: readonly Incoterm[] = ['CIF', 'CIP', 'DAP', 'DPU', 'DDP'];

export function isForSeaOnly(incoterm: Incoterm): boolean {
  return SEA_ONLY.includes(incoterm);
}

/** The price contains the main carriage. */
export function sellerPaysCarriage(incoterm: Incoterm): boolean {
  return CARRIAGE_PAID.includes(incoterm);
}

/**
 * The price contains the insurance of the carriage. Under the D terms nobody owes the other an insurance, but the
 * goods travel at the seller's risk, and customs takes the price as CIF.
 */
export function sellerPaysInsurance(incoterm: Incoterm): boolean {
  return INSURANCE_PAID.includes(incoterm);
}
