import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { type Product } from '../domain/products/product.js';
import { type LoanSubject } from '../domain/subject.js';
import { Advance } from '../entities/advance.entity.js';

const LIVE = ['awaiting_approval', 'requested', 'drawn', 'written_off'];

/** What else is lent on an order: asked for, drawn, or written off. Of ranks the highest. */
const LENT_ON = `
  SELECT coalesce(sum(CASE WHEN state IN ('awaiting_approval', 'requested') THEN principal_minor ELSE outstanding_minor END), 0)::text AS lent,
         coalesce(max(lender_rank), 0)::int AS rank, count(*)::int AS loans
  FROM financing.advance
  WHERE tenant_id = $1 AND order_id = $2 AND state = ANY ($3) AND principal_currency = $4 AND ($5::uuid IS NULL OR id <> $5)`;

/** The same of a line: by the product, and nothing is paid before it. */
const DRAWN_OF = `
  SELECT coalesce(sum(CASE WHEN state IN ('awaiting_approval', 'requested') THEN principal_minor ELSE outstanding_minor END), 0)::text AS lent,
         0 AS rank, count(*)::int AS loans
  FROM financing.advance
  WHERE tenant_id = $1 AND subject_kind = 'seller' AND subject_id = $2 AND product = $6 AND state = ANY ($3)
    AND principal_currency = $4 AND ($5::uuid IS NULL OR id <> $5)`;

const LATEST = `
  SELECT id FROM financing.advance
  WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 AND product = $4 ORDER BY id DESC LIMIT 1`;

const OF_ORDER = `SELECT id FROM financing.advance WHERE tenant_id = $1 AND order_id = $2 ORDER BY id`;

export interface LentOn {
  readonly amount: Money;
  readonly loans: number;
  /** Of the one that is paid last; zero where there is none. */
  readonly lastRank: number;
}

/** The loan of a product on a subject that counts, the latest; held. To be called past the turnstile. */
export async function loanOn(tx: Tx, { kind, id }: LoanSubject, product: string): Promise<Advance | null> {
  const [row] = await tx.query<{ id: string }>(LATEST, [tx.tenantId, kind, id, product]);
  return row === undefined ? null : tx.lock(Advance, row.id);
}

/** Every loan that was ever asked for on an order, by their ids; held. */
export async function loansOnOrder(tx: Tx, orderId: string): Promise<Advance[]> {
  const rows = await tx.query<{ id: string }>(OF_ORDER, [tx.tenantId, orderId]);
  const loans: Advance[] = [];
  for (const { id } of rows) {
    const advance = await tx.lock(Advance, id);
    if (advance !== null) loans.push(advance);
  }
  return loans;
}

/**
 * What is lent by now on an order by any product, or drawn of a line; null of what is lent on in turn.
 * @param except the loan that is being decided on
 */
export async function lentOn(
  view: View,
  { kind, id }: LoanSubject,
  { product, except }: { readonly product: Pick<Product, 'code' | 'currency'>; readonly except: string | null },
): Promise<LentOn | null> {
  if (kind !== 'order' && kind !== 'seller') return null;
  const { code, currency } = product;
  const known: SqlValue[] = [view.tenantId, id, LIVE, currency, except];
  const [sql, values] = kind === 'order' ? [LENT_ON, known] : [DRAWN_OF, [...known, code]];
  const [row] = await view.query<{ lent: string; rank: number; loans: number }>(sql, values);
  return {
    amount: Money.ofMinor(BigInt(row?.lent ?? '0'), currency),
    loans: row?.loans ?? 0,
    lastRank: row?.rank ?? 0,
  };
}
