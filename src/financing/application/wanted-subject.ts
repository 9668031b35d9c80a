import { InputCheck } from '../../kernel/input-check.js';
import { type Said, type Sentence } from '../../kernel/sentence.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Product } from '../domain/products/product.js';
import { SAY_STOCK } from '../domain/stock/stock.sentences.js';
import { type LoanSubject, SUBJECT_KINDS, type SubjectKind, subjectKindOf } from '../domain/subject.js';

/** What a client names to be lent on; null where it does not. */
export interface NamedSubjects {
  readonly orderId: string | null;
  readonly sellerId: string | null;
  readonly warehouseReceiptId: string | null;
  readonly forwardId: string | null;
}

/** By which field each is named, and what is said where it is missing. */
const FIELDS: Readonly<Record<SubjectKind, { readonly field: keyof NamedSubjects; readonly needed: Sentence }>> = {
  order: { field: 'orderId', needed: SAY.order_needed },
  seller: { field: 'sellerId', needed: SAY.seller_needed },
  warehouse_receipt: { field: 'warehouseReceiptId', needed: SAY_STOCK.receipt_needed },
  forward: { field: 'forwardId', needed: SAY_STOCK.forward_needed },
};

/** What the product is lent on, and nothing else, is to be named. @throws InvalidInputError */
export function wantedSubject({ base, code }: Pick<Product, 'base' | 'code'>, named: NamedSubjects): LoanSubject {
  const check = new InputCheck();
  const kind = subjectKindOf(base);
  const { field, needed } = FIELDS[kind];
  check.that(named[field] !== null, `/${field}`, 'required', needed);
  for (const other of SUBJECT_KINDS.filter((each) => each !== kind)) {
    const { field: unwanted } = FIELDS[other];
    check.that(named[unwanted] === null, `/${unwanted}`, 'not_applicable', notWanted(kind, other, field));
  }
  check.done();
  const id = named[field];
  if (id === null) throw new Error(`Product ${code} is lent on nothing`);
  return { kind, id };
}

function notWanted(kind: SubjectKind, other: SubjectKind, field: Said): Sentence {
  if (kind === 'seller' && other === 'order') return SAY.order_not_wanted;
  if (kind === 'order' && other === 'seller') return SAY.seller_not_wanted;
  return SAY_STOCK.other_subject({ field });
}
