import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { among, cursorId, cursorOf, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { EventLog, type LogEntry } from '../../platform/outbox/event-log.js';
import { type Margin, marginOf } from '../domain/margin.js';
import { SAY } from '../domain/orders.sentences.js';
import { type TradeOrder } from '../domain/trade-order.js';
import { HEAD_COLUMNS, headOf, type HeadRow, type OrderHead, readOrder } from './order-rows.js';
import { toServiceEvents, TRACKED_EVENTS } from './service-events.js';

/** What a list of orders may be narrowed by. */
export interface OrderFilter {
  readonly states?: readonly string[] | undefined;
  readonly reference?: string | undefined;
  readonly contractNumber?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly buyerId?: string | undefined;
}

const EXISTS = `SELECT 1 FROM orders.trade_order WHERE tenant_id = $1 AND id = $2`;

/**
 * The next page begins behind an entry whose place is settled, where there is one: else what gets its place meanwhile
 * could be missed, or shown twice.
 * @param entries one more than the page holds, if there are more
 */
export function timelinePage(entries: readonly LogEntry[], limit: number): Page<LogEntry> {
  if (entries.length <= limit) return { data: [...entries], nextCursor: null };
  const full = entries.slice(0, limit);
  const settled = full.filter(({ isSettled }) => isSettled);
  const data = settled.length > 0 ? settled : full;
  const last = data.at(-1);
  return { data, nextCursor: last === undefined ? null : cursorOf(last.id) };
}

/** Reads orders. */
@Injectable()
export class OrderQueries {
  /** One statement. @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TradeOrder> {
    const order = await readOrder(view, id);
    if (order === null) throw new ResourceNotFoundError(SAY.no_such_order);
    return order;
  }

  /** One statement, by keyset. */
  async list(view: View, query: PageQuery, filter: OrderFilter): Promise<Page<OrderHead>> {
    const conditions = [
      ...among('state', filter.states?.join(',')),
      ...equal('reference', filter.reference),
      ...equal('contract_number', filter.contractNumber),
      ...equal('seller_id', filter.sellerId),
      ...equal('buyer_id', filter.buyerId),
    ];
    const found = await page<HeadRow>(view, { table: 'orders.trade_order', columns: HEAD_COLUMNS, query, conditions });
    return { data: found.data.map(headOf), nextCursor: found.nextCursor };
  }

  /** Oldest first. @throws ResourceNotFoundError */
  async timeline(view: View, id: string, { limit = 50, cursor }: PageQuery): Promise<Page<LogEntry>> {
    const after = cursor === undefined ? undefined : cursorId(cursor);
    const [found, entries] = await Promise.all([
      view.query(EXISTS, [view.tenantId, id]),
      EventLog.forOrder(view, id, { limit: limit + 1, after }),
    ]);
    if (found.length === 0) throw new ResourceNotFoundError(SAY.no_such_order);
    return timelinePage(entries, limit);
  }

  /** Worked out from the order and its log. @throws ResourceNotFoundError */
  async margin(view: View, id: string): Promise<Margin> {
    const [order, entries] = await Promise.all([this.get(view, id), EventLog.ofTypes(view, id, TRACKED_EVENTS)]);
    return marginOf(order, toServiceEvents(entries));
  }
}
