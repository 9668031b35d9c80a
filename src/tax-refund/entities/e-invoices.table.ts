import { createHash } from 'node:crypto';

import { type Tx, type View } from '../../platform/database/session.js';

/** An e-invoice as it came. */
export interface OriginalInvoice {
  /** Of its bytes in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly content: string;
  readonly createdAt: Date;
}

const KEEP = `
  INSERT INTO tax_refund.e_invoice (tenant_id, id, sha256, content, created_at) VALUES ($1, $2, $3, $4, $5)`;
const FIND = `
  SELECT sha256, content, created_at AS "createdAt" FROM tax_refund.e_invoice WHERE tenant_id = $1 AND id = $2`;

export async function keepOriginal(tx: Tx, invoiceId: string, content: string): Promise<void> {
  const sha256 = createHash('sha256').update(content, 'utf8').digest('hex');
  await tx.query(KEEP, [tx.tenantId, invoiceId, sha256, content, tx.now]);
}

export async function findOriginal(view: View, invoiceId: string): Promise<OriginalInvoice | null> {
  const [found] = await view.query<OriginalInvoice>(FIND, [view.tenantId, invoiceId]);
  return found ?? null;
}
