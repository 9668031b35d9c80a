import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type VerificationState } from '../domain/verification-status.js';
import { checkPatienceMs, type Difference, type Verdict } from '../domain/verification.js';

/** How the check of one invoice stands. */
export interface InvoiceCheck {
  readonly id: string;
  readonly state: VerificationState;
  readonly outcome: Verdict['outcome'] | null;
  readonly differences: readonly Difference[];
  /** Which question it is: what has no answer is asked again as the same one. */
  readonly round: number;
  /** How often this question had no answer. */
  readonly asks: number;
  /** Why the authority will not look at it, in its words. */
  readonly reason: string | null;
  readonly expectedBy: Date | null;
  readonly answeredAt: Date | null;
}

const COLUMNS = `id, state, outcome, differences, round, asks, reason, expected_by AS "expectedBy", answered_at AS "answeredAt"`;
const OPEN = `
  INSERT INTO tax_refund.invoice_check (tenant_id, id, state, differences, round, asks, expected_by, created_at, updated_at)
  VALUES ($1, $2, 'unverified', '[]', 1, 0, $3, $4, $4)`;
const OF = `SELECT ${COLUMNS} FROM tax_refund.invoice_check WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;
const LOCKED = `SELECT ${COLUMNS} FROM tax_refund.invoice_check WHERE tenant_id = $1 AND id = $2 FOR UPDATE`;
const SET = `
  UPDATE tax_refund.invoice_check
  SET state = $3, outcome = $4, differences = $5::jsonb, asks = $6, expected_by = $7, answered_at = $8, updated_at = $9, round = $10,
      reason = $11
  WHERE tenant_id = $1 AND id = $2`;

/** @returns when it is asked for again, if nothing has come by then */
export async function openCheck(tx: Tx, invoiceId: string): Promise<Date> {
  const expectedBy = nextAsk(tx, 0);
  await tx.query(OPEN, [tx.tenantId, invoiceId, expectedBy, tx.now]);
  return expectedBy;
}

export function checksOf(view: View, invoiceIds: readonly string[]): Promise<InvoiceCheck[]> {
  return view.query<InvoiceCheck>(OF, [view.tenantId, invoiceIds]);
}

export async function lockCheck(tx: Tx, invoiceId: string): Promise<InvoiceCheck | null> {
  const [check] = await tx.query<InvoiceCheck>(LOCKED, [tx.tenantId, invoiceId]);
  return check ?? null;
}

export async function storeCheck(tx: Tx, check: InvoiceCheck): Promise<void> {
  const { id, state, outcome, differences, round, asks, reason, expectedBy, answeredAt } = check;
  await tx.query(SET, [
    tx.tenantId,
    id,
    state,
    outcome,
    JSON.stringify(differences),
    asks,
    expectedBy,
    answeredAt,
    tx.now,
    round,
    reason,
  ]);
}

export function nextAsk({ now, livemode }: Pick<Tx, 'now' | 'livemode'>, asks: number): Date {
  return new Date(now.getTime() + checkPatienceMs(asks, livemode));
}

/** How the invoices of an order stand that a claim could be made of. */
export interface InvoiceStandingRow {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly issuedOn: LocalDate;
  readonly state: VerificationState | null;
  readonly outcome: Verdict['outcome'] | null;
  /** Why the authority will not look at it. */
  readonly reason: string | null;
  readonly sellerName: string;
  /** Whether its issuer has a review that is valid on the day of issue. */
  readonly isReviewed: boolean;
}

const OF_ORDER = `
  SELECT i.id, i.invoice_number AS "invoiceNumber", i.issued_on::text AS "issuedOn",
         i.seller_name AS "sellerName", c.state, c.outcome, c.reason,
         EXISTS (SELECT FROM tax_refund.invoice_issuer r
                 WHERE r.tenant_id = i.tenant_id AND r.tax_number = i.seller_tax_number AND r.state IN ('approved', 'expired')
                   AND r.valid_from <= i.issued_on AND r.valid_to >= i.issued_on) AS "isReviewed"
  FROM tax_refund.invoice i
  LEFT JOIN tax_refund.invoice_check c ON c.tenant_id = i.tenant_id AND c.id = i.id
  WHERE i.tenant_id = $1 AND i.order_id = $2 AND i.state = 'recorded' AND i.red_of IS NULL
    AND EXISTS (SELECT FROM tax_refund.invoice_line l WHERE l.tenant_id = i.tenant_id AND l.invoice_id = i.id
                AND l.allocated_quantity < l.quantity - l.red_quantity)
  ORDER BY i.id`;

export function standingsOf(view: View, orderId: string): Promise<InvoiceStandingRow[]> {
  return view.query<InvoiceStandingRow>(OF_ORDER, [view.tenantId, orderId]);
}
