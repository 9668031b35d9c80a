import { type Base } from './products/vocabulary.js';

export const SUBJECT_KINDS = ['order', 'seller', 'warehouse_receipt', 'forward'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a loan is lent on: one order, what a seller is worth itself, goods in pledge, or the margin of a forward. Of each product one at a time. */
export interface LoanSubject {
  readonly kind: SubjectKind;
  readonly id: string;
}

const OF_BASE: Readonly<Record<Base, SubjectKind>> = {
  matched_refund: 'order',
  insured_invoice: 'order',
  signed_order: 'order',
  export_data: 'seller',
  guarantee_pool: 'seller',
  warehouse_receipt: 'warehouse_receipt',
  fx_margin: 'forward',
};

/** Whose worth a product on this base is lent on. */
export function subjectKindOf(base: Base): SubjectKind {
  return OF_BASE[base];
}

/** Of those that are over, the same product may be had again: a line, goods or a margin are lent on anew, an order once. */
export function isRevolving({ kind }: Pick<LoanSubject, 'kind'>): boolean {
  return kind !== 'order';
}
