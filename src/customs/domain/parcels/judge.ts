import { RETAIL_IMPORT_LAW } from '../retail-import-law.js';
import { matchPapers, minorOf, papersNeeded } from './match.js';
import { SAY } from './parcel.sentences.js';
import { type ParcelState } from './parcel-status.js';
import { parcelTax, type ParcelTax } from './parcel-tax.js';
import { type Papers } from './papers.js';
import { type Direction, type ProfileTerms } from './profile.js';
import { type ParcelFinding } from './shape.js';

/** The kind of parcels that are judged. */
export interface ParcelKind {
  readonly direction: Direction;
  readonly supervisionMode: string;
  readonly terms: ProfileTerms;
}

export interface Judgement {
  readonly state: Extract<ParcelState, 'gathering' | 'mismatched' | 'over_limit' | 'matched'>;
  /** Why it is not matched; and what is told of one that is. */
  readonly findings: readonly ParcelFinding[];
  /** Of imports that match. */
  readonly tax: ParcelTax | null;
}

/** Whether a parcel may be filed: papers, agreement, tax and the limit of one order. What a person has bought this year is not asked here. */
export function judge(papers: Papers, { direction, supervisionMode, terms }: ParcelKind): Judgement {
  const { missing, mismatches } = matchPapers(papers, direction, papersNeeded(direction, supervisionMode));
  if (mismatches.length > 0) return { state: 'mismatched', findings: mismatches, tax: null };
  if (missing.length > 0) {
    const findings = missing.map((paper) => ({
      rule: 'missing',
      pointer: `/${paper}`,
      detail: SAY.missing_paper({ paper }),
    }));
    return { state: 'gathering', findings, tax: null };
  }
  const { order, list } = papers;
  if (direction === 'export' || order === undefined || list === undefined)
    return { state: 'matched', findings: [], tax: null };
  const charged = { ...list, freight: list.freight ?? order.freight };
  const tax = parcelTax(charged, terms.vatBase ?? RETAIL_IMPORT_LAW.vatBase);
  if (tax === null) return { state: 'over_limit', findings: [overOrder(charged)], tax };
  const withheld = minorOf(order.taxTotal);
  const differs = SAY.tax_differs({ given: yuan(withheld), expected: yuan(tax.total) });
  const notices = withheld === tax.total ? [] : [{ rule: 'tax_differs', pointer: '/order/taxTotal', detail: differs }];
  return { state: 'matched', findings: notices, tax };
}

/** What is said of a parcel whose buyer has bought too much this year. */
export function overYear(): ParcelFinding {
  const limit = RETAIL_IMPORT_LAW.yearLimit.toAmountString();
  return { rule: 'over_year_limit', pointer: '/list', detail: SAY.over_year_limit({ limit }) };
}

function overOrder(list: NonNullable<Papers['list']>): ParcelFinding {
  const goods = list.lines.reduce((sum, { total }) => sum + minorOf(total), 0n);
  const value = yuan(goods + minorOf(list.freight) + minorOf(list.insurance));
  const limit = RETAIL_IMPORT_LAW.orderLimit.toAmountString();
  return { rule: 'over_order_limit', pointer: '/list', detail: SAY.over_order_limit({ value, limit }) };
}

export function yuan(minor: bigint): string {
  const digits = minor.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
