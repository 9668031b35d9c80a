import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { EVENT_COLUMNS, type EventRow } from './event-json.js';

export interface EventQuery {
  /** Id of the last event the caller has seen. */
  readonly after?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly resourceId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly limit: number;
}

const COLUMNS = EVENT_COLUMNS.split(', ')
  .map((column) => `e.${column}`)
  .join(', ');

const FROM_FEED = `
  SELECT ${COLUMNS} FROM platform.event_feed f
  JOIN platform.event e ON e.tenant_id = f.tenant_id AND e.id = f.event_id`;

interface Batch {
  readonly events: EventRow[];
  readonly hasMore: boolean;
}

/** The tenant's events in the order of its feed: nothing appears later at a position that was read. */
@Injectable()
export class EventReader {
  /** Oldest first, after the one named. @throws ResourceNotFoundError when `after` is no event of the tenant's feed */
  async list(view: View, query: EventQuery): Promise<Batch> {
    const position = query.after === undefined ? '0' : await this.positionOf(view, query.after);
    const values: SqlValue[] = [view.tenantId, position];
    const next = (value: SqlValue): string => `$${values.push(value)}`;
    const where = ['f.tenant_id = $1', 'f.position > $2'];
    if (query.types !== undefined) where.push(`e.type = ANY(${next(query.types)})`);
    if (query.resourceId !== undefined) where.push(`e.resource_id = ${next(query.resourceId)}`);
    if (query.orderId !== undefined) where.push(`e.order_id = ${next(query.orderId)}`);
    const sql = `${FROM_FEED} WHERE ${where.join(' AND ')} ORDER BY f.position LIMIT ${next(query.limit + 1)}`;
    return batchOf(await view.query<EventRow>(sql, values), query.limit);
  }

  /** All that stands after a position. */
  async after(view: View, position: string, limit: number): Promise<Batch> {
    const sql = `${FROM_FEED} WHERE f.tenant_id = $1 AND f.position > $2 ORDER BY f.position LIMIT $3`;
    return batchOf(await view.query<EventRow>(sql, [view.tenantId, position, limit + 1]), limit);
  }

  /** Id of the newest event that has its place in the feed; null where there is none. */
  async newest(view: View): Promise<string | null> {
    const sql = `SELECT event_id FROM platform.event_feed WHERE tenant_id = $1 ORDER BY position DESC LIMIT 1`;
    const [row] = await view.query<{ event_id: string }>(sql, [view.tenantId]);
    return row?.event_id ?? null;
  }

  async get(view: View, id: string): Promise<EventRow> {
    const [row] = await view.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM platform.event WHERE tenant_id = $1 AND id = $2`,
      [view.tenantId, id],
    );
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_event);
    return row;
  }

  /** @throws ResourceNotFoundError when it is no event of the feed */
  async positionOf(view: View, eventId: string): Promise<string> {
    const [row] = await view.query<{ position: string }>(
      `SELECT position FROM platform.event_feed WHERE tenant_id = $1 AND event_id = $2`,
      [view.tenantId, eventId],
    );
    if (row === undefined) throw new ResourceNotFoundError(SAY.after_unknown);
    return row.position;
  }
}

/** @param rows one more than asked for, where there are more */
function batchOf(rows: EventRow[], limit: number): Batch {
  return { events: rows.slice(0, limit), hasMore: rows.length > limit };
}
