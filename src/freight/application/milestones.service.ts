import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { cursorId, cursorOf, type Page, type PageQuery } from '../../platform/http/paging.js';
import { publish } from '../../platform/outbox/outbox.js';
import {
  callTimes,
  type Classifier,
  type KeptEvent,
  type Retraction,
  type TransportEvent,
} from '../domain/transport-event.js';
import { Booking } from '../entities/booking.entity.js';

export interface MilestoneRow {
  readonly id: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly classifier: Classifier;
  readonly code: string;
  readonly source: string;
  readonly source_code: string | null;
  readonly occurs_at: Date;
  readonly local_time: string;
  readonly reported_at: Date;
  readonly location: string | null;
  readonly equipment_reference: string | null;
  readonly vessel_name: string | null;
  readonly voyage_number: string | null;
  readonly delay_reason: string | null;
  readonly remark: string | null;
  readonly retracted_by: string | null;
  readonly retracted_at: Date | null;
}

const COLUMNS = `
  id, event_id, event_type, classifier, code, source, source_code, occurs_at, local_time, reported_at, location, equipment_reference,
  vessel_name, voyage_number, delay_reason, remark, retracted_by, retracted_at`;

function qualified(table: string): string {
  return COLUMNS.split(',')
    .map((column) => `${table}.${column.trim()}`)
    .join(', ');
}

/** Keeps the events that are not known yet; one that was retracted before it arrived is kept as retracted. */
const KEEP = `
  INSERT INTO freight.milestone (tenant_id, id, booking_id, event_id, event_type, classifier, code, source, source_code,
                                 occurs_at, local_time,
                                 reported_at, location, equipment_reference, vessel_name, voyage_number, delay_reason, remark,
                                 retracted_by, retracted_at, created_at)
  SELECT $1, e.id, $2, e."eventId", e."eventType", e.classifier, e.code, e.source, e."sourceCode", e.at::timestamptz, e.at, e."reportedAt", e.location,
         e."equipmentReference", e."vesselName", e."voyageNumber", e."delayReason", e.remark, r.event_id, r.created_at, $3
  FROM jsonb_to_recordset($4::jsonb) AS e (
    id uuid, "eventId" text, "eventType" text, classifier text, code text, source text, "sourceCode" text, at text, "reportedAt" timestamptz, location text,
    "equipmentReference" text, "vesselName" text, "voyageNumber" text, "delayReason" text, remark text)
  LEFT JOIN freight.retraction r ON r.tenant_id = $1 AND r.retracted_event_id = e."eventId"
  ORDER BY e.id
  ON CONFLICT (tenant_id, booking_id, event_id) DO NOTHING RETURNING ${COLUMNS}`;

/**
 * An event and its retraction may be recorded at the same moment, and neither would see the other: recorders of events
 * go in together, a retraction goes in alone. Taken before any booking is held, so that nobody waits in a circle.
 */
const ENTER_TOGETHER = `SELECT pg_advisory_xact_lock_shared(hashtextextended('freight.milestone/' || $1, 0))`;
const ENTER_ALONE = `SELECT pg_advisory_xact_lock(hashtextextended('freight.milestone/' || $1, 0))`;

const CALLS = `
  SELECT code, classifier, location, occurs_at AS at, reported_at AS "reportedAt", retracted_at IS NOT NULL AS "isRetracted"
  FROM freight.milestone WHERE tenant_id = $1 AND booking_id = $2 AND source = 'carrier' AND code IN ('DEPA', 'ARRI')`;

const KEEP_RETRACTIONS = `
  INSERT INTO freight.retraction (tenant_id, retracted_event_id, event_id, created_at)
  SELECT $1, r."retractedEventId", r."eventId", $2
  FROM jsonb_to_recordset($3::jsonb) AS r ("retractedEventId" text, "eventId" text)
  ON CONFLICT (tenant_id, retracted_event_id) DO NOTHING`;

const RETRACTED = `
  SELECT DISTINCT booking_id FROM freight.milestone
  WHERE tenant_id = $1 AND event_id = ANY($2) AND retracted_at IS NULL ORDER BY booking_id`;

const RETRACT = `
  UPDATE freight.milestone m SET retracted_by = r.event_id, retracted_at = $3
  FROM freight.retraction r
  WHERE m.tenant_id = $1 AND m.booking_id = $2 AND m.retracted_at IS NULL
    AND r.tenant_id = m.tenant_id AND r.retracted_event_id = m.event_id
  RETURNING ${qualified('m')}`;

const LIST = `
  SELECT ${COLUMNS} FROM freight.milestone
  WHERE tenant_id = $1 AND booking_id = $2 AND ($3::uuid IS NULL OR id > $3)
    AND ($4::text IS NULL OR classifier = $4)
  ORDER BY id LIMIT $5`;

const ONE = `SELECT ${COLUMNS} FROM freight.milestone WHERE tenant_id = $1 AND booking_id = $2 AND event_id = $3`;
const ALL = `SELECT ${COLUMNS} FROM freight.milestone WHERE tenant_id = $1 AND booking_id = $2 ORDER BY id LIMIT 5000`;

/** What the carrier reported of a shipment: append-only, each event once, retractions noted beside what they retract. */
@Injectable()
export class Milestones {
  /** To be called before a booking is held whose events are to be kept. */
  async enter(tx: Tx): Promise<void> {
    await tx.query(ENTER_TOGETHER, [tx.tenantId]);
  }

  /**
   * Keeps the new ones and tells them; a departure from the port of loading and an arrival at the port of discharge are
   * told once more by themselves.
   * @param booking held by the caller, who stores it
   * @returns whether anything was new
   */
  async keep(tx: Tx, booking: Booking, events: readonly TransportEvent[]): Promise<boolean> {
    if (events.length === 0) return false;
    const rows = await tx.query<MilestoneRow>(KEEP, [
      tx.tenantId,
      booking.id,
      tx.now,
      JSON.stringify(events.map((event) => ({ ...event, id: newId() }))),
    ]);
    if (rows.length === 0) return false;
    for (const row of rows) if (row.retracted_at === null) publishMilestone(tx, booking, row, false);
    await this.recount(tx, booking);
    publishCalls(tx, booking, rows);
    return true;
  }

  /** One of them, by who told it and the teller's id. */
  async find(view: View, bookingId: string, eventId: string): Promise<MilestoneRow | null> {
    const [row] = await view.query<MilestoneRow>(ONE, [view.tenantId, bookingId, eventId]);
    return row ?? null;
  }

  /** All of them, for what is worked out of the whole. */
  all(view: View, bookingId: string): Promise<MilestoneRow[]> {
    return view.query<MilestoneRow>(ALL, [view.tenantId, bookingId]);
  }

  /** Keeps retractions by themselves, so that one that overtakes its event still counts. @returns bookings they touch */
  async keepRetractions(tx: Tx, retractions: readonly Retraction[]): Promise<string[]> {
    await tx.query(ENTER_ALONE, [tx.tenantId]);
    await tx.query(KEEP_RETRACTIONS, [tx.tenantId, tx.now, JSON.stringify(retractions)]);
    const ids = retractions.map(({ retractedEventId }) => retractedEventId);
    const rows = await tx.query<{ booking_id: string }>(RETRACTED, [tx.tenantId, ids]);
    return rows.map(({ booking_id }) => booking_id);
  }

  /**
   * Marks the events of this booking that the carrier has taken back.
   * @param booking held by the caller, who stores it
   */
  async retract(tx: Tx, booking: Booking): Promise<void> {
    const rows = await tx.query<MilestoneRow>(RETRACT, [tx.tenantId, booking.id, tx.now]);
    for (const row of rows) publishMilestone(tx, booking, row, true);
    await this.recount(tx, booking);
  }

  /** Oldest first: a log is read from its start. */
  async list(
    view: View,
    bookingId: string,
    query: PageQuery & { readonly classifier?: string | undefined },
  ): Promise<Page<MilestoneRow>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : cursorId(query.cursor);
    const values = [view.tenantId, bookingId, after, query.classifier ?? null, limit + 1];
    const rows = await view.query<MilestoneRow>(LIST, values);
    const data = rows.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last.id) : null };
  }

  private async recount(tx: Tx, booking: Booking): Promise<void> {
    const events = await tx.query<KeptEvent>(CALLS, [tx.tenantId, booking.id]);
    booking.noteDeparture(callTimes(events, 'DEPA', booking.portOfLoading));
    booking.noteArrival(callTimes(events, 'ARRI', booking.portOfDischarge));
  }
}

function publishMilestone(tx: Tx, booking: Booking, row: MilestoneRow, retracted: boolean): void {
  const { classifier, code, local_time: at, location } = row;
  publish(tx, {
    type: 'freight.shipment.milestone',
    resource: { type: 'booking', id: booking.id },
    orderId: booking.orderId,
    data: { classifier, code, at, location, retracted },
  });
}

/** Departure and arrival, each once in the life of the booking. */
function publishCalls(tx: Tx, booking: Booking, rows: readonly MilestoneRow[]): void {
  const { id, orderId, portOfLoading, portOfDischarge } = booking;
  const resource = { type: 'booking', id };
  if (booking.departs()) {
    const departedAt = toldAs(rows, booking.departedAt);
    const data = { departedAt, portOfLoading };
    publish(tx, { type: 'freight.shipment.departed', resource, orderId, changed: ['departure'], data });
  }
  if (booking.arrives()) {
    const arrivedAt = toldAs(rows, booking.arrivedAt);
    const data = { arrivedAt, portOfDischarge };
    publish(tx, { type: 'freight.shipment.arrived', resource, orderId, changed: ['arrival'], data });
  }
}

/** The instant as the carrier wrote it, with the offset of the port. */
function toldAs(rows: readonly MilestoneRow[], instant: Date | null): string {
  const row = rows.find(({ occurs_at }) => occurs_at.getTime() === instant?.getTime());
  return row?.local_time ?? instant?.toISOString() ?? '';
}
