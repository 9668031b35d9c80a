import { Injectable } from '@nestjs/common';

import { type InboundPayload, readInboxMessage } from '../../platform/partners/inbound.jobs.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Bookings } from '../application/bookings.service.js';
import { Carriage, type CarrierWord } from '../application/carriage.service.js';
import { UnknownBookingError } from '../domain/booking.errors.js';
import { type BookingReport, needsWholeBooking } from '../domain/booking-report.js';
import { SAY } from '../domain/freight.sentences.js';
import { type EventBatch, type EventReferences, type TransportEvent } from '../domain/transport-event.js';
import { type Booking } from '../entities/booking.entity.js';
import { Carrier } from '../partners/carrier.port.js';
import { CarrierPapers } from '../partners/lading/carrier-papers.port.js';
import { CarrierDesk } from './carrier-desk.js';
import { TAKE_NOTIFICATION } from './freight.job.js';
import { PaperMail } from './lading/paper-mail.js';
import { VgmMail } from './vgm/vgm-mail.js';

type Taking = Delivery<InboundPayload>;

/** What a message means for one of our bookings. */
interface Told extends CarrierWord {
  readonly bookingId: string;
}

interface Sorted {
  readonly told: readonly Told[];
  /** They name no booking of ours yet. */
  readonly strangers: readonly TransportEvent[];
}

/**
 * Takes what the carrier called back with: a booking notification, milestones, papers, or verified masses. What it leaves out is asked for
 * before anything is recorded, so that a message that came too early or instead of another one still tells it all.
 */
@Injectable()
export class TakeNotification extends Processor<InboundPayload> {
  readonly job = TAKE_NOTIFICATION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bookings: Bookings,
    private readonly carriage: Carriage,
    private readonly carrier: Carrier,
    private readonly desk: CarrierDesk,
    private readonly papers: CarrierPapers,
    private readonly paperMail: PaperMail,
    private readonly vgmMail: VgmMail,
  ) {
    super();
  }

  override async process(delivery: Taking): Promise<void> {
    const { body } = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const word = this.papers.read(body);
    if (word !== null) {
      await this.paperMail.take(delivery, word);
      return;
    }
    const masses = await this.vgmMail.open(delivery, body);
    const message = this.carrier.read(body);
    const retractions = message.kind === 'events' ? message.batch.retractions : [];
    const { told, strangers } =
      message.kind === 'booking'
        ? { told: [await this.ofReport(delivery, message.report)], strangers: [] }
        : await this.ofEvents(delivery, message.batch);
    await this.deliveries.once(delivery, async (tx) => {
      await this.carriage.recordRetractions(tx, { events: [], retractions });
      for (const { bookingId, ...word } of told) await this.carriage.record(tx, bookingId, word);
      await this.carriage.recordStrangers(tx, strangers);
      await this.vgmMail.record(tx, masses);
    });
  }

  private async ofReport(delivery: Taking, told: BookingReport): Promise<Told> {
    const known = await this.find(delivery, told);
    const isEnough = known !== null && !needsWholeBooking(told);
    const report = isEnough ? told : await this.desk.complete(delivery.caller, told);
    const booking = known ?? (await this.find(delivery, report));
    if (booking === null) throw unknown(report);
    const batch = await this.desk.missingEvents(delivery.caller, booking, report);
    return { bookingId: booking.id, report, batch };
  }

  /** In the order of the bookings' ids, so that two messages never hold the same rows the other way round. */
  private async ofEvents(delivery: Taking, { events }: EventBatch): Promise<Sorted> {
    const told = new Map<string, TransportEvent[]>();
    const bookings = new Map<string, Booking>();
    const strangers: TransportEvent[] = [];
    const named = Map.groupBy(events, ({ references }) => JSON.stringify(references));
    for (const some of named.values()) {
      const [first] = some;
      const booking = first === undefined ? null : await this.findAsking(delivery, first.references);
      if (booking === null) {
        strangers.push(...some);
        continue;
      }
      bookings.set(booking.id, booking);
      told.set(booking.id, [...(told.get(booking.id) ?? []), ...some]);
    }
    const ids = [...told.keys()].sort();
    const sorted = ids.map((id) => this.withConfirmation(delivery, bookings.get(id), told.get(id) ?? []));
    return { told: await Promise.all(sorted), strangers };
  }

  private async withConfirmation(
    { caller }: Taking,
    booking: Booking | undefined,
    events: readonly TransportEvent[],
  ): Promise<Told> {
    if (booking === undefined) throw new Error('Events were sorted to a booking that was not found');
    const number = events[0]?.references.carrierBookingReference ?? null;
    const report = await this.desk.missingConfirmation(caller, booking, number);
    return { bookingId: booking.id, report, batch: { events, retractions: [] } };
  }

  /** By what the message says, else by what the carrier says when asked for the booking it means. */
  private async findAsking(delivery: Taking, references: EventReferences): Promise<Booking | null> {
    const found = await this.find(delivery, references);
    const { carrierBookingReference, carrierBookingRequestReference } = references;
    const name = carrierBookingReference ?? carrierBookingRequestReference;
    if (found !== null || name === null) return found;
    const report = await this.carrier.booking(delivery.caller, name);
    return report === null ? null : this.find(delivery, report);
  }

  private find(delivery: Taking, references: EventReferences): Promise<Booking | null> {
    return this.deliveries.read(delivery, async (view) => {
      const id = await this.carriage.locate(view, references);
      return id === null ? null : this.bookings.get(view, id);
    });
  }
}

function unknown({ carrierBookingReference, carrierBookingRequestReference }: EventReferences): UnknownBookingError {
  return new UnknownBookingError(SAY.no_booking_named, {
    carrierBookingReference,
    carrierBookingRequestReference,
  });
}
