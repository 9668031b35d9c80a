import { type Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';

/** Something that became of what backs a loan. */
export interface LenderFact {
  readonly fact: string;
  readonly occurredAt: Date;
  readonly amountMinor: string | null;
  readonly currency: string | null;
}

const KEEP = `
  INSERT INTO financing.lender_fact (tenant_id, loan_id, event_id, position, fact, occurred_at, amount_minor, currency)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, loan_id, event_id) DO NOTHING RETURNING fact`;
const LIST = `
  SELECT fact, occurred_at AS "occurredAt", amount_minor::text AS "amountMinor", currency FROM financing.lender_fact
  WHERE tenant_id = $1 AND loan_id = $2 ORDER BY position LIMIT 1000`;

/** @returns false where the lender has it already */
export async function keepFact(
  tx: Tx,
  loanId: string,
  { id, position, occurredAt }: { readonly id: string; readonly position: string; readonly occurredAt: Date },
  { fact, amount }: { readonly fact: string; readonly amount: Money | null },
): Promise<boolean> {
  const values = [fact, occurredAt, amount?.minor.toString() ?? null, amount?.currency ?? null];
  return (await tx.query(KEEP, [tx.tenantId, loanId, id, position, ...values])).length === 1;
}

/** Oldest first. */
export function factsOf(view: View, loanId: string): Promise<LenderFact[]> {
  return view.query<LenderFact>(LIST, [view.tenantId, loanId]);
}
