import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { firstIdAt, newId, publicId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { bound } from '../../platform/usage/bounds.js';
import { ConsumerBehindError, ConsumerExistsError, ConsumerLimitError } from '../domain/webhooks.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { type EventRow } from './event-json.js';
import { EventReader } from './event-reader.service.js';

const COUNT = `SELECT count(*)::int AS count FROM webhooks.event_consumer WHERE tenant_id = $1`;
const CONSUMERS_MAX = bound({
  name: 'events.consumers',
  max: 50,
  per: 'tenant',
  unit: 'items',
  title: { en: 'Consumers of the event feed', zh: '事件流消费者' },
  used: COUNT,
});
/** Ids are made before the commit, positions after it: of events about an instant the first by id may not be first in the feed. */
const ABOUT = 1_000;

export interface ConsumerRow {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly lag: string;
  readonly created_at: Date;
  readonly acknowledged_at: Date | null;
}

export type Start = { readonly at: 'newest' | 'oldest' } | { readonly at: 'since'; readonly since: Date };

const HEAD = `coalesce((SELECT position FROM platform.event_feed_head WHERE tenant_id = $1), 0)`;
/** Just before the oldest event that is left. */
const FLOOR = `coalesce((SELECT min(position) - 1 FROM platform.event_feed WHERE tenant_id = $1), ${HEAD})`;
const COLUMNS = `
  id, name, position, created_at, acknowledged_at,
  greatest(0, coalesce((SELECT h.position FROM platform.event_feed_head h WHERE h.tenant_id = event_consumer.tenant_id), 0)
              - event_consumer.position) AS lag`;
const GET = `SELECT ${COLUMNS} FROM webhooks.event_consumer WHERE tenant_id = $1 AND id = $2`;
const INSERT = `
  INSERT INTO webhooks.event_consumer (tenant_id, id, name, position, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, name) DO NOTHING RETURNING ${COLUMNS}`;
const START = {
  newest: `SELECT ${HEAD} AS position`,
  oldest: `SELECT ${FLOOR} AS position`,
  since: `
    SELECT coalesce(min(position) - 1, ${HEAD}) AS position
    FROM (SELECT position FROM platform.event_feed WHERE tenant_id = $1 AND event_id >= $2
          ORDER BY event_id LIMIT ${ABOUT}) AS about`,
} as const;
/** Only forward: what was acknowledged once is not read again by a late repeat. */
const ADVANCE = `
  UPDATE webhooks.event_consumer SET position = greatest(position, $3), acknowledged_at = $4
  WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const RESET = `
  UPDATE webhooks.event_consumer SET position = $3 WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const REMOVE = `DELETE FROM webhooks.event_consumer WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const OLDEST = `
  SELECT ${FLOOR} AS floor,
         (SELECT event_id FROM platform.event_feed WHERE tenant_id = $1 ORDER BY position LIMIT 1) AS event_id`;

/** Readers of the feed whose place is kept for them. They live by the real time, as the feed does. */
@Injectable()
export class EventConsumers {
  constructor(
    private readonly reader: EventReader,
    private readonly clock: Clock,
  ) {}

  /** @throws ConsumerExistsError, ConsumerLimitError */
  async create(tx: Tx, name: string, start: Start): Promise<ConsumerRow> {
    const [counted] = await tx.query<{ count: number }>(COUNT, [tx.tenantId]);
    if ((counted?.count ?? 0) >= CONSUMERS_MAX) throw new ConsumerLimitError(SAY.consumers_max, { max: CONSUMERS_MAX });
    const position = await this.placeOf(tx, start);
    const [row] = await tx.query<ConsumerRow>(INSERT, [tx.tenantId, newId(), name, position, tx.now]);
    if (row === undefined) throw new ConsumerExistsError(SAY.consumer_exists);
    note(tx, 'create', row.id);
    return row;
  }

  list(view: View, query: PageQuery): Promise<Page<ConsumerRow>> {
    return page<ConsumerRow>(view, { table: 'webhooks.event_consumer', columns: COLUMNS, query });
  }

  async get(view: View, id: string): Promise<ConsumerRow> {
    return one(await view.query<ConsumerRow>(GET, [view.tenantId, id]));
  }

  /**
   * What comes after its place, which stays where it is.
   * @throws ConsumerBehindError when some of that has been forgotten meanwhile
   */
  async next(view: View, id: string, limit: number): Promise<{ events: EventRow[]; hasMore: boolean }> {
    const { position } = await this.get(view, id);
    const found = await this.reader.after(view, position, limit);
    // Asked afterwards, so that nothing is forgotten between the two.
    const [oldest] = await view.query<{ floor: string; event_id: string | null }>(OLDEST, [view.tenantId]);
    if (oldest !== undefined && BigInt(position) < BigInt(oldest.floor)) {
      throw new ConsumerBehindError(SAY.consumer_behind, {
        oldestEventId: oldest.event_id === null ? null : publicId('event', oldest.event_id),
      });
    }
    return found;
  }

  /** Everything up to this event is done. @throws ResourceNotFoundError when it is no event of the feed */
  async acknowledge(tx: Tx, id: string, eventId: string): Promise<ConsumerRow> {
    await this.get(tx, id);
    const position = await this.reader.positionOf(tx, eventId);
    return one(await tx.query<ConsumerRow>(ADVANCE, [tx.tenantId, id, position, this.clock.now()]));
  }

  async reset(tx: Tx, id: string, start: Start): Promise<ConsumerRow> {
    const position = await this.placeOf(tx, start);
    const row = one(await tx.query<ConsumerRow>(RESET, [tx.tenantId, id, position]));
    note(tx, 'reset', id);
    return row;
  }

  async remove(tx: Tx, id: string): Promise<ConsumerRow> {
    const row = one(await tx.query<ConsumerRow>(REMOVE, [tx.tenantId, id]));
    note(tx, 'remove', id);
    return row;
  }

  private async placeOf(view: View, start: Start): Promise<string> {
    const values = start.at === 'since' ? [view.tenantId, firstIdAt(start.since.getTime())] : [view.tenantId];
    const [row] = await view.query<{ position: string }>(START[start.at], values);
    return row?.position ?? '0';
  }
}

function one(rows: readonly ConsumerRow[]): ConsumerRow {
  const [row] = rows;
  if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_consumer);
  return row;
}

function note(tx: Tx, verb: string, resourceId: string): void {
  audit(tx, { action: `webhooks.event_consumer.${verb}`, resourceType: 'eventConsumer', resourceId });
}
