import { type View } from '../../platform/database/session.js';
import { type Claim } from './claim.entity.js';
import { type BatchKey } from './filing-batch.entity.js';

const OF_KEY = `tenant_id = $1 AND taxpayer_number = $2 AND period = $3 AND regime = $4`;

/** What of the claims of a period is filed by itself is counted; one that was given up keeps its place, so that no other's changes. */
const ALONE = `SELECT count(*)::int AS count FROM tax_refund.claim WHERE ${OF_KEY} AND filing_batch_id IS NULL AND id <= $5`;

/** Which of those that are filed by themselves a claim is, from 1. */
export async function placeAlone(view: View, claim: Claim): Promise<number> {
  const { taxpayerNumber, period, regime, id } = claim;
  const [row] = await view.query<{ count: number }>(ALONE, [view.tenantId, taxpayerNumber, period, regime, id]);
  return Math.max(row?.count ?? 1, 1);
}

const NUMBERS = `SELECT number FROM tax_refund.filing_batch WHERE ${OF_KEY} AND number IS NOT NULL ORDER BY number`;

/** The numbers of the batches of a period that the bureau has, or is sent. */
export async function batchNumbers(view: View, { taxpayerNumber, period, regime }: BatchKey): Promise<number[]> {
  const rows = await view.query<{ number: number }>(NUMBERS, [view.tenantId, taxpayerNumber, period, regime]);
  return rows.map(({ number }) => number);
}

const LINKS = `
  SELECT DISTINCT f.claim_id, line ->> 'refundRate' AS rate, line ->> 'link' AS link
  FROM tax_refund.filing f, jsonb_array_elements(f.body::jsonb -> 'lines') AS line
  WHERE f.tenant_id = $1 AND f.batch_id = $2 AND line ->> 'link' IS NOT NULL`;

/** The 关联号 that the claims of a batch were filed with, by claim and refund rate. */
export async function linksFiled(view: View, batchId: string): Promise<Map<string, Map<string, string>>> {
  const rows = await view.query<{ claim_id: string; rate: string; link: string }>(LINKS, [view.tenantId, batchId]);
  const groups = Map.groupBy(rows, (row) => row.claim_id);
  return new Map([...groups].map(([claimId, some]) => [claimId, new Map(some.map(({ rate, link }) => [rate, link]))]));
}
