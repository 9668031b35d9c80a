import { type ImportKind, type TableRecord } from './declaration-table-columns.js';

/** How a row of a table that was made elsewhere stands to what the platform holds. */
export const ROW_OUTCOMES = [
  /** A claim here declares the same. */
  'agrees',
  /** A claim here declares it otherwise, or the invoice has no more. */
  'differs',
  /** No claim here declares it. */
  'unknown',
  /** An earlier import, or an earlier row, declared it. */
  'declared_before',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** One field that is another there than here. */
export interface Difference {
  readonly field: string;
  readonly declared: string;
  readonly held: string;
}

/** What a claim here declares, in the form of a row. */
export interface HeldRow {
  readonly claimId: string | null;
  readonly taxpayer: string;
  readonly record: TableRecord;
}

export interface Comparison {
  readonly outcome: RowOutcome;
  /** The claim that it was held against; null where there is none. */
  readonly claimId: string | null;
  readonly differences: readonly Difference[];
}

/**
 * What must be the same. Names, units (a word there, a code here), serial numbers and remarks may be written otherwise, and the value
 * in US dollars is one of several that programs reckon differently.
 */
const COMPARED: Readonly<Record<ImportKind, readonly string[]>> = {
  export_details: ['exportDate', 'hsCode', 'quantity'],
  purchase_details: ['issuedOn', 'hsCode', 'quantity', 'taxable', 'vatRate', 'refundRate', 'refund'],
  agency_details: ['exportDate', 'hsCode', 'quantity', 'taxable', 'vatRate', 'refundRate', 'refund'],
  manufacturer_details: [
    ...['exportDate', 'hsCode', 'quantity', 'taxable', 'vatRate', 'refundRate', 'bonded', 'nonRefundable', 'refund'],
  ],
  manufacturer_summary: ['amount'],
  code_adjustments: ['oldCode', 'oldRate', 'newCode', 'newRate'],
};
/** An empty cell of these says nothing, and contradicts nothing. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['bonded', 'amount']);

const KEYS: Readonly<Record<ImportKind, readonly string[]>> = {
  export_details: ['item'],
  purchase_details: ['tax', 'voucher', 'supplier'],
  agency_details: ['item', 'voucher'],
  manufacturer_details: ['item'],
  manufacturer_summary: ['box'],
  code_adjustments: ['item'],
};

/** Under which rows of tables and rows of claims are found by one another; what is taken back and what is claimed are two things. */
export function keyOf(kind: ImportKind, record: TableRecord): string {
  const sign = isTakenBack(kind, record) ? '-' : '+';
  return [sign, ...KEYS[kind].map((field) => record[field] ?? '')].join(' ');
}

/** 冲减: a row below zero takes back what was declared. */
export function isTakenBack(kind: ImportKind, { quantity = '', taxable = '' }: TableRecord): boolean {
  return (
    kind !== 'manufacturer_summary' &&
    kind !== 'code_adjustments' &&
    (quantity.startsWith('-') || taxable.startsWith('-'))
  );
}

/**
 * Holds a row against those of claims that have its key: the one that differs least is the one it is about.
 * @param taxpayer whose table it is
 */
export function compareRow(
  kind: ImportKind,
  { record, taxpayer }: { readonly record: TableRecord; readonly taxpayer: string },
  held: readonly HeldRow[],
): Comparison {
  let nearest: Comparison | null = null;
  for (const each of held) {
    const differences = differencesOf(kind, { record, taxpayer }, each);
    if (nearest !== null && nearest.differences.length <= differences.length) continue;
    nearest = { outcome: differences.length === 0 ? 'agrees' : 'differs', claimId: each.claimId, differences };
  }
  return nearest ?? { outcome: 'unknown', claimId: null, differences: [] };
}

function differencesOf(
  kind: ImportKind,
  { record, taxpayer }: { readonly record: TableRecord; readonly taxpayer: string },
  held: HeldRow,
): Difference[] {
  const found = COMPARED[kind].flatMap((field): Difference[] => {
    const [declared = '', here = ''] = [record[field], held.record[field]];
    const isSilent = declared === '' && MAY_BE_EMPTY.has(field);
    return declared === here || isSilent ? [] : [{ field, declared, held: here }];
  });
  return held.taxpayer === taxpayer
    ? found
    : [{ field: 'taxpayerNumber', declared: taxpayer, held: held.taxpayer }, ...found];
}
