import { type View } from '../../platform/database/session.js';

/** The claim by which an advance was settled. */
export interface FiledSettlement {
  readonly id: string;
  readonly state: string;
}

/** One at most: the database has a key for it. */
const SETTLEMENT = `
  SELECT id, state FROM tax_refund.claim
  WHERE tenant_id = $1 AND corrects_id = $2 AND correction ->> 'kind' = 'overseas_settlement' AND state <> 'abandoned'`;

export async function settlementOfClaim(view: View, claimId: string): Promise<FiledSettlement | null> {
  const [found] = await view.query<FiledSettlement>(SETTLEMENT, [view.tenantId, claimId]);
  return found ?? null;
}
