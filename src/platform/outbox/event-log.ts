import { type View } from '../database/session.js';

/** One entry of an order's log. */
export interface LogEntry {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const COLUMNS = `
  id, type, occurred_at AS "occurredAt", resource_type AS "resourceType", resource_id AS "resourceId", data`;

const PAGE = `
  SELECT ${COLUMNS} FROM platform.event
  WHERE tenant_id = $1 AND order_id = $2 AND id > $3 ORDER BY id LIMIT $4`;

const ALL = `
  SELECT ${COLUMNS} FROM platform.event
  WHERE tenant_id = $1 AND order_id = $2 AND type = ANY($3) ORDER BY id`;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** What happened to one order, as every module published it, in the order of publication. */
export const EventLog = {
  /** A page of everything, oldest first. @param after id of the last entry that was read */
  async forOrder(
    view: View,
    orderId: string,
    { limit, after }: { limit: number; after?: string | undefined },
  ): Promise<LogEntry[]> {
    return view.query<LogEntry>(PAGE, [view.tenantId, orderId, after ?? FIRST, limit]);
  },

  /** Every event of these types. */
  async ofTypes(view: View, orderId: string, types: readonly string[]): Promise<LogEntry[]> {
    return view.query<LogEntry>(ALL, [view.tenantId, orderId, types]);
  },
};
