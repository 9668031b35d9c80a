import { type View } from '../database/session.js';

/** One entry of an order's log. */
export interface LogEntry {
  readonly id: string;
  readonly orderId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Its place will not change any more, and nothing will come before it. */
  readonly isSettled: boolean;
}

/** How long the feed of events reaches back, as the API promises. */
export const FEED_DAYS = 90;

/** The place of what waits for its position in the feed: after everything that has one. */
const WAITING = '9223372036854775807';

/**
 * The log in the order in which it came about. Ids do not tell: they are made before the commit, on machines whose clocks
 * differ. The feed's positions do, given after the commit; and of one resource its sequence, whatever its positions: an
 * event stands no earlier than those of its resource before it. What the feed has forgotten comes first,
 * what has yet to get its position last, both by their ids.
 */
const logWhere = (isOfOrder: string): string => `
  SELECT e.id, e.order_id, e.type, e.occurred_at, e.resource_type, e.resource_id, e.sequence, e.data,
         max(coalesce(f.position, CASE WHEN e.id::text COLLATE "C" > oldest.id THEN ${WAITING} ELSE 0 END)) OVER earlier AS place,
         max(e.id::text COLLATE "C") OVER earlier AS latest_id
  FROM platform.event e
  LEFT JOIN platform.event_feed f ON f.tenant_id = e.tenant_id AND f.event_id = e.id
  CROSS JOIN (SELECT regexp_replace(lpad(to_hex((extract(epoch FROM now() - interval '${FEED_DAYS} days') * 1000)::bigint), 12, '0'),
                                    '^(.{8})', '\\1-') AS id) AS oldest
  WHERE e.tenant_id = $1 AND ${isOfOrder}
  WINDOW earlier AS (PARTITION BY e.order_id, e.resource_id ORDER BY e.sequence)`;

const COLUMNS = `
  id, order_id AS "orderId", type, occurred_at AS "occurredAt", resource_type AS "resourceType", resource_id AS "resourceId", data,
  place < ${WAITING} AS "isSettled"`;

const ORDER = `place, latest_id, sequence`;

const PAGE = `
  WITH log AS (${logWhere('e.order_id = $2')})
  SELECT ${COLUMNS} FROM log
  WHERE $3::uuid IS NULL OR (${ORDER}) > (SELECT ${ORDER} FROM log WHERE id = $3)
  ORDER BY ${ORDER} LIMIT $4`;

const ALL = `
  WITH log AS (${logWhere('e.order_id = ANY($2)')})
  SELECT ${COLUMNS} FROM log WHERE type = ANY($3) ORDER BY ${ORDER}`;

/** What happened to one order, as every module published it, in the order of publication. */
export const EventLog = {
  /** A page of everything, oldest first. @param after id of the last entry that was read */
  async forOrder(
    view: View,
    orderId: string,
    { limit, after }: { limit: number; after?: string | undefined },
  ): Promise<LogEntry[]> {
    return view.query<LogEntry>(PAGE, [view.tenantId, orderId, after ?? null, limit]);
  },

  /** Every event of these types. */
  async ofTypes(view: View, orderId: string, types: readonly string[]): Promise<LogEntry[]> {
    return (await this.ofOrders(view, [orderId], types)).get(orderId) ?? [];
  },

  /** As `ofTypes` for several orders, by their ids; an order without any has no entry. */
  async ofOrders(view: View, orderIds: readonly string[], types: readonly string[]): Promise<Map<string, LogEntry[]>> {
    const entries = await view.query<LogEntry>(ALL, [view.tenantId, orderIds, types]);
    return Map.groupBy(entries, ({ orderId }) => orderId);
  },
};
