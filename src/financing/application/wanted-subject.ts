import { InputCheck } from '../../kernel/input-check.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Product } from '../domain/products/product.js';
import { type LoanSubject, subjectKindOf } from '../domain/subject.js';

/** What a client names to be lent on; null where it does not. */
export interface NamedSubjects {
  readonly orderId: string | null;
  readonly sellerId: string | null;
}

/** What the product is lent on, and nothing else, is to be named. @throws InvalidInputError */
export function wantedSubject({ base, code }: Pick<Product, 'base' | 'code'>, named: NamedSubjects): LoanSubject {
  const check = new InputCheck();
  const kind = subjectKindOf(base);
  check.that(kind !== null, '/product', 'not_askable', SAY.not_askable);
  check.that(kind !== 'order' || named.orderId !== null, '/orderId', 'required', SAY.order_needed);
  check.that(kind !== 'seller' || named.sellerId !== null, '/sellerId', 'required', SAY.seller_needed);
  check.that(kind !== 'seller' || named.orderId === null, '/orderId', 'not_applicable', SAY.order_not_wanted);
  check.that(kind !== 'order' || named.sellerId === null, '/sellerId', 'not_applicable', SAY.seller_not_wanted);
  check.done();
  const id = kind === 'order' ? named.orderId : named.sellerId;
  if (kind === null || id === null) throw new Error(`Product ${code} is lent on nothing`);
  return { kind, id };
}
