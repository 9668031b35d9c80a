import { type Tx } from '../../platform/database/session.js';

const HOLD = `SELECT after_case AS "after" FROM tax_refund.deadline_backlog WHERE tenant_id = $1 FOR UPDATE`;
const NEXT = `
  SELECT c.id, c.state <> 'closed' AND c.declarations <> '[]'
    AND NOT EXISTS (SELECT FROM tax_refund.deadline d WHERE d.tenant_id = c.tenant_id AND d.order_id = c.id) AS "lacksDeadlines"
  FROM tax_refund.refund_case c WHERE c.tenant_id = $1 AND c.id > $2 ORDER BY c.id LIMIT $3`;
const MOVE = `UPDATE tax_refund.deadline_backlog SET after_case = $2 WHERE tenant_id = $1`;
const END = `DELETE FROM tax_refund.deadline_backlog WHERE tenant_id = $1`;

/** One case of the backlog; without `lacksDeadlines` there is nothing to do for it. */
export interface BacklogCase {
  readonly id: string;
  readonly lacksDeadlines: boolean;
}

/** Where the backlog of the tenant has come to, held until the transaction ends. @returns null where there is none (any more) */
export async function holdBacklog(tx: Tx): Promise<string | null> {
  const [found] = await tx.query<{ after: string }>(HOLD, [tx.tenantId]);
  return found?.after ?? null;
}

export function backlogAfter(tx: Tx, after: string, max: number): Promise<BacklogCase[]> {
  return tx.query<BacklogCase>(NEXT, [tx.tenantId, after, max]);
}

/** @param last the last case that was looked at; null: there are no more */
export async function moveBacklog(tx: Tx, last: string | null): Promise<void> {
  await (last === null ? tx.query(END, [tx.tenantId]) : tx.query(MOVE, [tx.tenantId, last]));
}
