import { type Base } from './products/vocabulary.js';

export const SUBJECT_KINDS = ['order', 'seller', 'warehouse_receipt', 'forward'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a loan is lent on: one order, what a seller is worth itself, goods in pledge, or the margin of a forward. */
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

/** How often a product is lent on the same: once for good, again when what was lent is over, or beside that while it reaches. */
export type Lending = 'once' | 'in_turn' | 'beside';

const LENDING: Readonly<Record<SubjectKind, Lending>> = {
  ...{ order: 'once', warehouse_receipt: 'in_turn', forward: 'in_turn' },
  // A line is drawn as it is needed.
  seller: 'beside',
};

export function lendingOn({ kind }: Pick<LoanSubject, 'kind'>): Lending {
  return LENDING[kind];
}
