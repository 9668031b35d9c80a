import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';

/** What one unit of currency of export costs where nobody asks questions, CNY; a custom of tax offices, not law. */
export interface CostBand {
  /** How the administrative division of the claimant begins (GB/T 2260), such as `33` or `3302`; empty: everywhere. */
  readonly region: string;
  readonly currency: string;
  /** CNY per 1 unit, both ends inside. */
  readonly from: Decimal;
  readonly to: Decimal;
  /** Export dates, both inclusive; null: open. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** 出口商品代码调整对应: what a code of the tariff became. */
export interface CodeChange {
  readonly from: string;
  readonly to: string;
  /** The first day of the new code. */
  readonly changedOn: LocalDate;
}

/** What a tenant matches by, beside the law. */
export interface MatchRules {
  readonly costBands: readonly CostBand[];
  readonly codeChanges: readonly CodeChange[];
}

/** Five to eight CNY for a dollar: outside of it tax offices ask for the reason (换汇成本预警). */
export const USUAL_BAND: CostBand = {
  region: '',
  currency: 'USD',
  from: new Decimal(5),
  to: new Decimal(8),
  validFrom: null,
  validTo: null,
};

export const NO_OWN_RULES: MatchRules = { costBands: [], codeChanges: [] };

/** @param region administrative division of the claimant, six digits; null where it is not known */
export function bandOn(
  { costBands }: MatchRules,
  {
    region,
    currency,
    exportDate,
  }: { readonly region: string | null; readonly currency: string; readonly exportDate: LocalDate },
): CostBand | null {
  if (costBands.length === 0) return currency === USUAL_BAND.currency ? USUAL_BAND : null;
  let found: CostBand | null = null;
  for (const band of [USUAL_BAND, ...costBands]) {
    if (band.currency !== currency || !(region ?? '').startsWith(band.region)) continue;
    if (band.validFrom !== null && exportDate < band.validFrom) continue;
    if (band.validTo !== null && exportDate > band.validTo) continue;
    // The narrowest region counts; of two for the same one the later.
    if (found === null || band.region.length >= found.region.length) found = band;
  }
  return found;
}

/**
 * Whether an invoice may name another code than the declaration, because the tariff changed in between: the older code
 * became the newer one, in one step or several, each by the day on which the newer paper was written.
 */
export function isRenamed(
  { codeChanges }: MatchRules,
  invoiced: { readonly hsCode: string; readonly on: LocalDate },
  declared: { readonly hsCode: string; readonly on: LocalDate },
): boolean {
  if (codeChanges.length === 0) return false;
  return becomes(codeChanges, invoiced.hsCode, declared) || becomes(codeChanges, declared.hsCode, invoiced);
}

function becomes(
  changes: readonly CodeChange[],
  from: string,
  { hsCode, on }: { readonly hsCode: string; readonly on: LocalDate },
): boolean {
  const seen = new Set([from]);
  // A set that grows is walked to its end.
  for (const code of seen) {
    for (const change of changes) if (change.from === code && change.changedOn <= on) seen.add(change.to);
  }
  return seen.has(hsCode);
}

/**
 * The administrative division in a taxpayer number: digits 3 to 8 of a unified social credit code, the first six of the
 * older fifteen digits; null where the number has another form.
 */
export function regionOf(taxNumber: string): string | null {
  const region = taxNumber.length === 18 ? taxNumber.slice(2, 8) : taxNumber.length === 15 ? taxNumber.slice(0, 6) : '';
  return /^\d{6}$/.test(region) ? region : null;
}
