import { newId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { cursorId, cursorOf, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { CODE_OF, timesOf } from '../../domain/consignments/consignment-progress.js';
import { type CourierEvent } from '../../domain/consignments/courier-report.js';
import { type CallTimes, type Classifier, type KeptEvent } from '../../domain/transport-event.js';
import { type Consignment } from '../../entities/consignment.entity.js';
import { about } from './consignment-news.js';

export interface ConsignmentEventRow {
  readonly id: string;
  readonly event_id: string;
  readonly classifier: Classifier;
  readonly code: string;
  readonly source_code: string;
  readonly local_time: string;
  readonly reported_at: Date;
  readonly location: string | null;
  readonly tracking_number: string | null;
  readonly remark: string | null;
}

const COLUMNS =
  'id, event_id, classifier, code, source_code, local_time, reported_at, location, tracking_number, remark';

const KEEP = `
  INSERT INTO freight.consignment_event (tenant_id, id, consignment_id, event_id, classifier, code, source_code, occurs_at, local_time,
                                         reported_at, location, tracking_number, remark, created_at)
  SELECT $1, e.id, $2, e."eventId", e.classifier, e.code, e."sourceCode", e.at::timestamptz, e.at, e."reportedAt", e.location,
         e."trackingNumber", e.remark, $3
  FROM jsonb_to_recordset($4::jsonb) AS e (id uuid, "eventId" text, classifier text, code text, "sourceCode" text, at text,
    "reportedAt" timestamptz, location text, "trackingNumber" text, remark text)
  ORDER BY e.id
  ON CONFLICT (tenant_id, consignment_id, event_id) DO NOTHING RETURNING ${COLUMNS}`;

const TIMES = `
  SELECT code, classifier, location, occurs_at AS at, reported_at AS "reportedAt", false AS "isRetracted"
  FROM freight.consignment_event WHERE tenant_id = $1 AND consignment_id = $2 AND code = ANY($3)`;

const LIST = `
  SELECT ${COLUMNS} FROM freight.consignment_event
  WHERE tenant_id = $1 AND consignment_id = $2 AND ($3::uuid IS NULL OR id > $3) AND ($4::text IS NULL OR classifier = $4)
  ORDER BY id LIMIT $5`;

/**
 * Keeps the events that are not known yet, tells each, and reads from all of them when it was collected, left and was handed
 * over.
 * @param consignment held by the caller, who stores it
 * @returns whether anything was new
 */
export async function keepEvents(tx: Tx, consignment: Consignment, events: readonly CourierEvent[]): Promise<boolean> {
  if (events.length === 0) return false;
  const { id } = consignment;
  const given = JSON.stringify(events.map((event) => ({ ...event, id: newId() })));
  const rows = await tx.query<ConsignmentEventRow>(KEEP, [tx.tenantId, id, tx.now, given]);
  if (rows.length === 0) return false;
  for (const { classifier, code, local_time: at, location, tracking_number: trackingNumber } of rows) {
    publish(tx, {
      type: 'freight.consignment.milestone',
      ...about(consignment),
      data: { classifier, code, at, location, trackingNumber },
    });
  }
  const kept = await tx.query<KeptEvent>(TIMES, [tx.tenantId, id, Object.values(CODE_OF)]);
  consignment.noteTimes({
    collection: told(timesOf(kept, CODE_OF.collection, true)),
    departure: told(timesOf(kept, CODE_OF.departure, true)),
    delivery: told(timesOf(kept, CODE_OF.delivery, false)),
  });
  return true;
}

/** Oldest first: a log is read from its start. */
export async function listEvents(
  view: View,
  consignmentId: string,
  query: PageQuery & { readonly classifier?: string | undefined },
): Promise<Page<ConsignmentEventRow>> {
  const limit = query.limit ?? 50;
  const after = query.cursor === undefined ? null : cursorId(query.cursor);
  const values = [view.tenantId, consignmentId, after, query.classifier ?? null, limit + 1];
  const rows = await view.query<ConsignmentEventRow>(LIST, values);
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last.id) : null };
}

function told({ planned, estimated, actual }: CallTimes): Consignment['times']['delivery'] {
  const text = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return { planned: text(planned), estimated: text(estimated), actual: text(actual) };
}
