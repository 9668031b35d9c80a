import { type Tx, type View } from '../../platform/database/session.js';

/** How far a lender was told of a client's log. */
export interface LenderFeed {
  readonly position: string;
  /** While the loans that there were at the beginning are brought: the last of them. Null when that is done. */
  readonly afterLoanId: string | null;
}

/** Before the first loan. */
export const FIRST_LOAN = '00000000-0000-0000-0000-000000000000';

const COLUMNS = `position::text AS position, after_loan_id AS "afterLoanId"`;
const READ = `SELECT ${COLUMNS} FROM financing.lender_feed WHERE tenant_id = $1 AND consent_id = $2`;
const HOLD = `${READ} FOR UPDATE`;
/** An earlier consent for the same lender that is not told to its end: the new one goes on where that one stands. */
const EARLIER = `
  SELECT min(f.position)::text AS position FROM financing.lender_consent c
  JOIN financing.lender_consent o ON o.tenant_id = c.tenant_id AND o.lender = c.lender AND o.lender_id = c.lender_id AND o.id <> c.id
  JOIN financing.lender_feed f ON f.tenant_id = c.lender_id AND f.consent_id = o.id AND NOT f.is_over
  WHERE c.lender_id = $1 AND c.id = $2`;
const BEGIN = `
  INSERT INTO financing.lender_feed (tenant_id, consent_id, position, after_loan_id, is_over, moved_at)
  VALUES ($1, $2, $3, $4, false, now()) ON CONFLICT (tenant_id, consent_id) DO NOTHING`;
const MOVE = `
  UPDATE financing.lender_feed SET position = $3, after_loan_id = $4, is_over = $5, moved_at = now()
  WHERE tenant_id = $1 AND consent_id = $2`;

export async function readFeed(view: View, consentId: string): Promise<LenderFeed | null> {
  const [row] = await view.query<LenderFeed>(READ, [view.tenantId, consentId]);
  return row ?? null;
}

/** @returns false where somebody else has gone on from there meanwhile */
export async function holdFeed(tx: Tx, consentId: string, seen: LenderFeed): Promise<boolean> {
  const [row] = await tx.query<LenderFeed>(HOLD, [tx.tenantId, consentId]);
  return row?.position === seen.position && row.afterLoanId === seen.afterLoanId;
}

/** @param beginning the place in the client's log after which it is told */
export async function beginFeed(tx: Tx, consentId: string, beginning: string): Promise<void> {
  const [earlier] = await tx.query<{ position: string | null }>(EARLIER, [tx.tenantId, consentId]);
  const values = [earlier?.position ?? beginning, FIRST_LOAN];
  await tx.query(BEGIN, [tx.tenantId, consentId, ...values]);
}

export async function moveFeed(
  tx: Tx,
  consentId: string,
  to: LenderFeed & { readonly isOver: boolean },
): Promise<void> {
  await tx.query(MOVE, [tx.tenantId, consentId, to.position, to.afterLoanId, to.isOver]);
}
