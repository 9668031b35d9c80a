import { type Tx, type View } from '../../platform/database/session.js';
import { type CheckDigits } from '../domain/invoice-findings.js';
import { type IssuerReview } from '../domain/invoice-policy.js';

/** What a tenant asks of the invoices that it takes in. */
export interface InvoicePolicy {
  readonly checkDigits: CheckDigits;
  readonly issuerReview: IssuerReview;
}

const USUAL: InvoicePolicy = { checkDigits: 'warn', issuerReview: 'warn' };

const READ = `
  SELECT check_digits AS "checkDigits", issuer_review AS "issuerReview" FROM tax_refund.invoice_policy WHERE tenant_id = $1`;
const SET = `
  INSERT INTO tax_refund.invoice_policy (tenant_id, check_digits, issuer_review, updated_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id) DO UPDATE SET check_digits = excluded.check_digits, issuer_review = excluded.issuer_review,
    updated_at = excluded.updated_at`;

export async function readInvoicePolicy(view: View): Promise<InvoicePolicy> {
  const [policy] = await view.query<InvoicePolicy>(READ, [view.tenantId]);
  return policy ?? USUAL;
}

export async function setInvoicePolicy(tx: Tx, { checkDigits, issuerReview }: InvoicePolicy): Promise<void> {
  await tx.query(SET, [tx.tenantId, checkDigits, issuerReview, tx.now]);
}
