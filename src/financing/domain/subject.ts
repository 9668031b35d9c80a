import { type Base } from './products/vocabulary.js';

export const SUBJECT_KINDS = ['order', 'seller'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a loan is lent on: one order, or what a seller is worth itself. Of each product one at a time. */
export interface LoanSubject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Null of what nobody can ask for yet. */
const OF_BASE: Readonly<Record<Base, SubjectKind | null>> = {
  matched_refund: 'order',
  insured_invoice: 'order',
  signed_order: 'order',
  export_data: 'seller',
  guarantee_pool: 'seller',
  warehouse_receipt: null,
  fx_margin: null,
};

/** Whose worth a product on this base is lent on. */
export function subjectKindOf(base: Base): SubjectKind | null {
  return OF_BASE[base];
}

/** Of those that are over, the same product may be had again: a line is drawn anew, an order is lent on once. */
export function isRevolving({ kind }: Pick<LoanSubject, 'kind'>): boolean {
  return kind === 'seller';
}
