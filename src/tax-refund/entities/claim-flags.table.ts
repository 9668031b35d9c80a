import { type Sentence } from '../../kernel/sentence.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type ClaimState } from '../domain/claim-status.js';
import { type FlagRule } from '../domain/claim-flag.js';

/** What became known of an invoice after this claim was made of it. */
export interface ClaimFlag {
  readonly rule: FlagRule;
  readonly invoice_id: string;
  readonly detail: Sentence;
  readonly created_at: Date;
  /** Since when it counts no more. */
  readonly lifted_at: Date | null;
}

const OF_CLAIM = `
  SELECT rule, invoice_id, detail, created_at, lifted_at FROM tax_refund.claim_flag
  WHERE tenant_id = $1 AND claim_id = $2 ORDER BY created_at, invoice_id, rule`;

export function flagsOf(view: View, claimId: string): Promise<ClaimFlag[]> {
  return view.query<ClaimFlag>(OF_CLAIM, [view.tenantId, claimId]);
}

export interface StandingClaim {
  readonly id: string;
  readonly orderId: string;
  readonly state: ClaimState;
}

/** `$3`: only where it holds more than is left after what red-letter invoices took back. */
const STANDING = `
  SELECT DISTINCT c.id, c.order_id AS "orderId", c.state
  FROM tax_refund.invoice_line il
  JOIN tax_refund.allocation a ON a.tenant_id = il.tenant_id AND a.invoice_line_id = il.id
  JOIN tax_refund.claim_line cl ON cl.tenant_id = a.tenant_id AND cl.id = a.claim_line_id AND NOT cl.released
  JOIN tax_refund.claim c ON c.tenant_id = cl.tenant_id AND c.id = cl.claim_id
  WHERE il.tenant_id = $1 AND il.invoice_id = $2
    AND (NOT $3 OR il.allocated_quantity > il.quantity - il.red_quantity
         OR il.allocated_minor > il.amount_minor - il.red_minor)
  ORDER BY c.id`;

/** The claims that stand on an invoice. */
export function claimsOn(
  view: View,
  invoiceId: string,
  { ifTakenBack = false }: { readonly ifTakenBack?: boolean } = {},
): Promise<StandingClaim[]> {
  return view.query<StandingClaim>(STANDING, [view.tenantId, invoiceId, ifTakenBack]);
}

const FLAG = `
  INSERT INTO tax_refund.claim_flag (tenant_id, claim_id, invoice_id, rule, detail, created_at)
  SELECT $1, claim_id, $3, $4, $5::jsonb, $6 FROM unnest($2::uuid[]) AS claim_id
  ON CONFLICT (tenant_id, claim_id, invoice_id, rule) DO UPDATE 
  SET detail = excluded.detail, created_at = excluded.created_at, lifted_at = NULL`;

const LIFT_RED = `
  UPDATE tax_refund.claim_flag SET lifted_at = $3
  WHERE tenant_id = $1 AND invoice_id = $2 AND rule = 'invoice_red_flushed' AND lifted_at IS NULL AND claim_id <> ALL($4::uuid[])`;

/** Red-letter invoices were taken back: claims that stand on what is there again are flagged no more. */
export async function liftRedFlags(tx: Tx, invoiceId: string): Promise<void> {
  const standing = await claimsOn(tx, invoiceId, { ifTakenBack: true });
  const ids = standing.map(({ id }) => id);
  await tx.query(LIFT_RED, [tx.tenantId, invoiceId, tx.now, ids]);
}

export async function flagClaims(
  tx: Tx,
  claims: readonly StandingClaim[],
  { invoiceId, rule, detail }: { readonly invoiceId: string; readonly rule: FlagRule; readonly detail: Sentence },
): Promise<void> {
  if (claims.length === 0) return;
  const ids = claims.map(({ id }) => id);
  await tx.query(FLAG, [tx.tenantId, ids, invoiceId, rule, JSON.stringify(detail), tx.now]);
}
