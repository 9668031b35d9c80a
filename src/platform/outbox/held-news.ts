import { type Tx } from '../database/session.js';

const RELEASE = `
  UPDATE platform.delivery SET due_at = now(), clock_due_at = NULL, held_by = NULL
  WHERE tenant_id = $1 AND held_by = $2 AND sent_at IS NULL`;

/**
 * Bundles that this transaction tells wait for the end of the operation, or for ten minutes: those who hear of its parts do
 * not take turns with it. Its events stand in the feed at once.
 */
export function holdNews(tx: Tx, operationId: string): void {
  tx.newsHeldBy = operationId;
}

/** The operation is over, however it ended: what was told of its parts is handed over. */
export async function releaseNews(tx: Tx, operationId: string): Promise<void> {
  await tx.query(RELEASE, [tx.tenantId, operationId]);
}
