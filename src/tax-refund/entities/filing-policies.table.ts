import { type Tx, type View } from '../../platform/database/session.js';
import { type FilingPolicy } from '../domain/filing-policy.js';

const USUAL: FilingPolicy = { mode: 'immediate', fileOnDay: null };

const READ = `SELECT mode, file_on_day AS "fileOnDay" FROM tax_refund.filing_policy WHERE tenant_id = $1`;
const SET = `
  INSERT INTO tax_refund.filing_policy (tenant_id, mode, file_on_day, updated_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id) DO UPDATE SET mode = excluded.mode, file_on_day = excluded.file_on_day, updated_at = excluded.updated_at`;

export async function readFilingPolicy(view: View): Promise<FilingPolicy> {
  const [policy] = await view.query<FilingPolicy>(READ, [view.tenantId]);
  return policy ?? USUAL;
}

export async function setFilingPolicy(tx: Tx, { mode, fileOnDay }: FilingPolicy): Promise<void> {
  await tx.query(SET, [tx.tenantId, mode, fileOnDay, tx.now]);
}
