import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { presentOf } from '../../platform/database/present.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SAY_CARRIAGE } from '../domain/carriage.sentences.js';
import { type CodeScheme, eventCode } from '../domain/event-codes.js';
import { boxFreeTime, type BoxFreeTime, type FreeTimeTariff, freeTimeTariff } from '../domain/free-time.js';
import { SAY } from '../domain/freight.sentences.js';
import { UnknownEventCodeError } from '../domain/tracking.errors.js';
import {
  CARRIER,
  freshnessOf,
  type Freshness,
  predictArrival,
  type Prediction,
  type Stage,
  stagesOf,
  type TrackedEvent,
} from '../domain/tracking.js';
import { type Classifier } from '../domain/transport-event.js';
import { Booking } from '../entities/booking.entity.js';
import { type MilestoneRow, Milestones } from './milestones.service.js';

/** How long our own voyages of a lane took, the newest first. */
const TRANSITS = `
  SELECT (extract(epoch FROM arrived_at - departed_at) * 1000)::float8 AS ms FROM freight.booking
  WHERE tenant_id = $1 AND port_of_loading = $2 AND port_of_discharge = $3 AND arrived_at IS NOT NULL
    AND departed_at < arrived_at AND id <> $4
  ORDER BY id DESC LIMIT 50`;

export interface TrackingView {
  readonly booking: Booking;
  readonly stages: readonly Stage[];
  readonly freshness: Freshness;
  readonly prediction: Prediction | null;
}

export interface FreeTimeView {
  readonly tariff: FreeTimeTariff | null;
  readonly asOf: LocalDate;
  readonly boxes: readonly (BoxFreeTime & { readonly equipmentReference: string })[];
}

/** What somebody other than the carrier saw. */
export interface Sighting {
  readonly source: string;
  readonly sourceReference: string | null;
  readonly scheme: CodeScheme;
  readonly code: string;
  readonly classifier: Classifier;
  readonly at: string;
  readonly location: string | null;
  readonly equipmentReference: string | null;
  readonly remark: string | null;
}

/** Where a shipment is: worked out of everything that was told of it. */
@Injectable()
export class Tracking {
  constructor(
    private readonly milestones: Milestones,
    private readonly clock: Clock,
  ) {}

  /** The tenant's time: its test clock's, where it has one. */
  now(view: View): Promise<Date> {
    return presentOf(view, this.clock);
  }

  async of(view: View, booking: Booking, now: Date): Promise<TrackingView> {
    const { portOfLoading, portOfDischarge, id } = booking;
    const rows = await this.milestones.all(view, id);
    const past = await view.query<{ ms: number }>(TRANSITS, [view.tenantId, portOfLoading, portOfDischarge, id]);
    const events = rows.map(trackedOf);
    const standing = { isAtSea: booking.departedAt !== null && booking.arrivedAt === null, isOver: booking.isOver };
    return {
      booking,
      stages: stagesOf(events),
      freshness: freshnessOf(events, standing, now),
      prediction: predictArrival(
        departureOf(booking),
        past.map(({ ms }) => ms),
      ),
    };
  }

  /** By the carrier's word alone: what others say may be shown, but not charged by. */
  async freeTime(view: View, booking: Booking, asOf: LocalDate): Promise<FreeTimeView> {
    const rows = await this.milestones.all(view, booking.id);
    const port = booking.portOfDischarge;
    const day = (box: string, code: string): LocalDate | null => dayOf(rows, { box, code, port });
    const boxes = [...new Set(rows.map(({ equipment_reference: box }) => box).filter((box) => box !== null))].sort();
    const found = boxes.flatMap((box) => {
      const discharged = day(box, 'DISC');
      return discharged === null
        ? []
        : [{ box, days: { discharged, left: day(box, 'GTOT'), returned: day(box, 'DROP') } }];
    });
    const [first] = found;
    const tariff = first === undefined ? null : freeTimeTariff(port.slice(0, 2), first.days.discharged);
    if (tariff === null) return { tariff, asOf, boxes: [] };
    return {
      tariff,
      asOf,
      boxes: found.map(({ box, days }) => ({ equipmentReference: box, ...boxFreeTime(tariff, days, asOf) })),
    };
  }

  /**
   * Keeps what somebody other than the carrier saw, beside the carrier's own words: it moves nothing but the picture.
   * The same source and reference again is the same event.
   * @throws InvalidInputError, UnknownEventCodeError
   */
  async report(tx: Tx, bookingId: string, sighting: Sighting): Promise<MilestoneRow> {
    const check = new InputCheck();
    check.that(sighting.source !== CARRIER, '/source', 'reserved', SAY_CARRIAGE.source_reserved);
    check.done();
    const known = eventCode(sighting.scheme, sighting.code);
    if (known === null) {
      const { scheme, code } = sighting;
      throw new UnknownEventCodeError(SAY_CARRIAGE.unknown_code({ scheme, code }), {}, [
        { pointer: '/code', code: 'unknown', message: SAY_CARRIAGE.unknown_code({ scheme, code }) },
      ]);
    }
    await this.milestones.enter(tx);
    const booking = await tx.lock(Booking, bookingId);
    if (booking === null) throw new ResourceNotFoundError(SAY.no_such_booking);
    const eventId = `${sighting.source}/${sighting.sourceReference ?? newId()}`;
    await this.milestones.keep(tx, booking, [
      {
        ...{ eventId, eventType: known.type, classifier: sighting.classifier, code: known.code },
        ...{ sourceCode: sighting.code, source: sighting.source, at: sighting.at, reportedAt: tx.now.toISOString() },
        ...{ location: sighting.location, equipmentReference: sighting.equipmentReference, remark: sighting.remark },
        ...{ vesselName: null, voyageNumber: null, delayReason: null, references: NO_REFERENCES },
      },
    ]);
    await tx.store(Booking, booking);
    audit(tx, { action: 'freight.booking.milestone_reported', resourceType: 'booking', resourceId: bookingId });
    const row = await this.milestones.find(tx, bookingId, eventId);
    if (row === null) throw new Error('A milestone that was just kept is not there');
    return row;
  }
}

const NO_REFERENCES = {
  forwarderReference: null,
  carrierBookingRequestReference: null,
  carrierBookingReference: null,
  transportDocumentReference: null,
};

function trackedOf(row: MilestoneRow): TrackedEvent {
  return {
    ...{ eventId: row.event_id, source: row.source, classifier: row.classifier, code: row.code },
    ...{ location: row.location, equipmentReference: row.equipment_reference, at: row.occurs_at },
    ...{ localTime: row.local_time, reportedAt: row.reported_at, isRetracted: row.retracted_at !== null },
  };
}

function departureOf(booking: Booking): Parameters<typeof predictArrival>[0] {
  const { departureActual, departureEstimated, departurePlanned } = booking;
  if (departureActual !== null) return { at: departureActual, basis: 'actual' };
  if (departureEstimated !== null) return { at: departureEstimated, basis: 'estimated' };
  return departurePlanned === null ? null : { at: departurePlanned, basis: 'planned' };
}

/** The day, by the clock of the place, on which the carrier says it happened to this box; its newest word, whenever that came. */
function dayOf(
  rows: readonly MilestoneRow[],
  { box, code, port }: { readonly box: string; readonly code: string; readonly port: string },
): LocalDate | null {
  const told = rows.filter(
    (row) =>
      row.equipment_reference === box &&
      row.code === code &&
      row.classifier === 'ACT' &&
      row.source === CARRIER &&
      row.retracted_at === null &&
      // Boxes are returned to a depot, wherever it is; the rest happens at the port.
      (code === 'DROP' || row.location === port),
  );
  const inOrder = told.sort((left, right) => left.reported_at.getTime() - right.reported_at.getTime());
  return inOrder.at(-1)?.local_time.slice(0, 10) ?? null;
}
