import { Injectable } from '@nestjs/common';

import { tryParseId } from '../../kernel/ids.js';
import { type Reason, reasonOf } from '../../kernel/sentence.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { type BookingReport, isOvertaken, judgeReport } from '../domain/booking-report.js';
import { type BookingCommand } from '../domain/booking-status.js';
import { SAY } from '../domain/freight.sentences.js';
import { type EventBatch, type EventReferences, type TransportEvent } from '../domain/transport-event.js';
import { Booking } from '../entities/booking.entity.js';
import { SEND_BOOKING, SEND_CANCELLATION } from '../jobs/freight.job.js';
import { ChangeAnswers } from './change-answers.service.js';
import { CutOffs } from './cut-offs.service.js';
import { armAsk, expectNext, noteSilence } from './expectations.js';
import { oweFreight, releaseFreight } from './freight-dues.js';
import { Milestones } from './milestones.service.js';
import { WaitingEvents } from './waiting-events.service.js';

const LOCATE = `
  SELECT id FROM freight.booking
  WHERE tenant_id = $1 AND (id = $2::uuid OR carrier_booking_request_reference = $3 OR carrier_booking_reference = $4
                            OR transport_document_reference = $5)
  ORDER BY (id = $2::uuid) DESC NULLS LAST, id DESC LIMIT 1`;

/** Where the trade has no name for a ship yet: "to be nominated". */
const NOT_YET_NAMED = 'TBN';

/** A feedback beside good news is a remark, not a reason. */
const NEEDS_NO_REASON: readonly BookingCommand[] = ['receive', 'confirm', 'complete'];

/** What the carrier said, gathered before the transaction that records it. */
export interface CarrierWord {
  readonly report: BookingReport | null;
  readonly batch: EventBatch;
}

/** Records what the carrier says of our bookings. Each method is safe to repeat, and does not trust the order of arrival. */
@Injectable()
export class Carriage {
  constructor(
    private readonly milestones: Milestones,
    private readonly waiting: WaitingEvents,
    private readonly changes: ChangeAnswers,
    private readonly cutOffs: CutOffs,
    private readonly ledger: Ledger,
  ) {}

  /** The booking that a message names, by our own reference first. Null when none of ours fits. */
  async locate(view: View, references: EventReferences): Promise<string | null> {
    const own = references.forwarderReference === null ? null : tryParseId('booking', references.forwarderReference);
    const { carrierBookingRequestReference, carrierBookingReference, transportDocumentReference } = references;
    const [row] = await view.query<{ id: string }>(LOCATE, [
      view.tenantId,
      own,
      carrierBookingRequestReference,
      carrierBookingReference,
      transportDocumentReference,
    ]);
    return row?.id ?? null;
  }

  /** Events that name no booking of ours: kept until one has these numbers. One that has come meanwhile has them now. */
  async recordStrangers(tx: Tx, events: readonly TransportEvent[]): Promise<void> {
    for (const event of events) {
      const bookingId = await this.locate(tx, event.references);
      if (bookingId === null) await this.waiting.keep(tx, event);
      else await this.record(tx, bookingId, { report: null, batch: { events: [event], retractions: [] } });
    }
  }

  /** The carrier has taken the request, under a reference of its own. */
  async recordTaken(tx: Tx, bookingId: string, requestReference: string): Promise<void> {
    const booking = await held(tx, bookingId);
    booking.noteRequestReference(requestReference);
    if (booking.state === 'requested') await this.take(tx, booking, 'receive', null);
    // A wish to cancel that was told meanwhile had nobody to go to.
    if (booking.isCancelling) enqueue(tx, SEND_CANCELLATION, { bookingId });
    await this.changes.sendOpen(tx, booking);
    await tx.store(Booking, booking);
  }

  /** The carrier's final no to the request itself. */
  async recordRefused(tx: Tx, bookingId: string, reason: string): Promise<void> {
    const booking = await held(tx, bookingId);
    if (booking.state !== 'requested') return;
    await this.take(tx, booking, 'reject', reason);
    await tx.store(Booking, booking);
  }

  /**
   * Acts on a report, on milestones, or on both. A completion comes after the milestones that it closes.
   * @returns whether anything was new
   */
  async record(tx: Tx, bookingId: string, { report, batch }: CarrierWord): Promise<boolean> {
    if (batch.events.length > 0 || report !== null) await this.milestones.enter(tx);
    const booking = await held(tx, bookingId);
    const commands = report === null ? [] : this.noteReport(tx, booking, report);
    const cutOffs = report?.cutOffs ?? null;
    if (cutOffs !== null && booking.isConfirmed) await this.cutOffs.sync(tx, booking);
    const reason = report === null || report.reasons.length === 0 ? null : report.reasons.join('; ');
    const isLast = (command: BookingCommand): boolean => command === 'complete';
    for (const command of commands.filter((one) => !isLast(one))) await this.take(tx, booking, command, reason);
    // With each word, not only with the number: an event may have gone to wait just as that came.
    const waited = await this.waiting.adopt(tx, booking);
    const hasNewEvents = await this.milestones.keep(tx, booking, [...batch.events, ...waited]);
    for (const command of commands.filter(isLast)) await this.take(tx, booking, command, reason);
    if (hasNewEvents) expectNext(tx, booking);
    const isOfChange = report !== null && (await this.changes.record(tx, booking, report));
    await this.noteDone(tx, booking, hasNewEvents ? [...batch.events, ...waited] : []);
    await tx.store(Booking, booking);
    return hasNewEvents || isOfChange || commands.length > 0;
  }

  /** The carrier has the change that was open. */
  async recordChangeTaken(tx: Tx, bookingId: string, changeId: string, asAmendment: boolean): Promise<void> {
    const booking = await held(tx, bookingId);
    if (booking.openChangeId !== changeId) return;
    await this.changes.recordTaken(tx, booking, asAmendment);
    await tx.store(Booking, booking);
  }

  /** The carrier's final no to the message of a change. */
  async recordChangeRefused(tx: Tx, bookingId: string, changeId: string, reason: string): Promise<void> {
    const booking = await held(tx, bookingId);
    if (booking.openChangeId !== changeId) return;
    await this.changes.recordRefused(tx, booking, reason);
    await tx.store(Booking, booking);
  }

  /** The carrier would not take an amendment back; its own word on it may be in the report. */
  async recordChangeKept(tx: Tx, bookingId: string, changeId: string, report: BookingReport | null): Promise<void> {
    if (report !== null) await this.record(tx, bookingId, { report, batch: NOTHING });
    const booking = await held(tx, bookingId);
    if (booking.openChangeId !== changeId) return;
    await this.changes.recordKept(tx, booking);
    await tx.store(Booking, booking);
  }

  /** What boxes and ship have done, of what had to be done by a cut-off. */
  private async noteDone(tx: Tx, booking: Booking, events: readonly TransportEvent[]): Promise<void> {
    const isActual = (code: string): boolean =>
      events.some((event) => event.code === code && event.classifier === 'ACT');
    if (isActual('GTIN')) await this.cutOffs.meet(tx, booking.id, ['FCO', 'LCO', 'PCO', 'RCO']);
    if (isActual('DEPA') && booking.departedAt !== null) await this.cutOffs.end(tx, booking.id);
  }

  /** Keeps retractions and applies them to the bookings whose events they take back. Call it before `record`. */
  async recordRetractions(tx: Tx, batch: EventBatch): Promise<void> {
    if (batch.retractions.length === 0) return;
    for (const bookingId of await this.milestones.keepRetractions(tx, batch.retractions)) {
      const booking = await held(tx, bookingId);
      await this.milestones.retract(tx, booking);
      await tx.store(Booking, booking);
    }
  }

  /**
   * The carrier refused the wish to cancel. Where the booking was confirmed meanwhile, the wish goes out once more in
   * the form for confirmed bookings; else the booking stands.
   */
  async recordCancellationRefused(
    tx: Tx,
    bookingId: string,
    { reason, wasConfirmed, report }: { reason: string; wasConfirmed: boolean; report: BookingReport | null },
  ): Promise<void> {
    if (report !== null) await this.record(tx, bookingId, { report, batch: NOTHING });
    const booking = await held(tx, bookingId);
    if (!booking.isCancelling) return;
    if (!wasConfirmed && booking.carrierBookingReference !== null) {
      enqueue(tx, SEND_CANCELLATION, { bookingId });
      return;
    }
    this.declineCancellation(tx, booking, reasonOf(reason));
    await tx.store(Booking, booking);
  }

  /** The job that asks came due. @param isNews whether the asking brought anything */
  async noteAsked(tx: Tx, bookingId: string, isNews: boolean): Promise<void> {
    const booking = await held(tx, bookingId);
    booking.askFired();
    if (booking.isOver || isNews) armAsk(tx, booking);
    else noteSilence(tx, booking);
    // Without the carrier's reference there is nothing to ask for: the request itself goes out again, with the same reference.
    if (booking.state === 'requested' && booking.carrierBookingRequestReference === null) {
      enqueue(tx, SEND_BOOKING, { bookingId });
    }
    await tx.store(Booking, booking);
  }

  /** The job that asks came too early: something was said since it was ordered. */
  async postponeAsking(tx: Tx, bookingId: string): Promise<void> {
    const booking = await held(tx, bookingId);
    booking.askFired();
    armAsk(tx, booking);
    await tx.store(Booking, booking);
  }

  /** @returns the commands that the report calls for */
  private noteReport(tx: Tx, booking: Booking, report: BookingReport): readonly BookingCommand[] {
    const verdict = judgeReport(booking.state, booking.lastReportedAt, report);
    if (verdict.kind === 'stale' || isOvertaken(booking, report)) return [];
    booking.noteReport(report);
    const commands = verdict.kind === 'news' ? verdict.commands : [];
    if (commands.includes('confirm') && booking.carrierBookingReference === null) {
      throw new UnreadableCarrierMessageError(SAY.confirmed_without_number);
    }
    const isDeclined = report.bookingCancellationStatus === 'CANCELLATION_DECLINED';
    if (isDeclined && booking.cancellation === 'requested' && !commands.includes('cancel')) {
      this.declineCancellation(tx, booking, reasonOf(report.reasons.join('; ') || [SAY.carrier_keeps]));
    }
    return commands;
  }

  private declineCancellation(tx: Tx, booking: Booking, reason: Reason): void {
    const { id, orderId, state } = booking;
    booking.declineCancellation(tx.now);
    expectNext(tx, booking);
    const resource = { type: 'booking', id };
    publish(tx, {
      type: 'freight.booking.cancellation_declined',
      resource,
      orderId,
      changed: ['cancellation'],
      data: reason,
    });
    audit(tx, {
      action: 'freight.booking.cancellation_declined',
      resourceType: 'booking',
      resourceId: id,
      from: state,
      to: state,
    });
  }

  /** Takes one step: changes the state, books what it means in money, tells it. */
  private async take(tx: Tx, booking: Booking, command: BookingCommand, reason: string | null): Promise<void> {
    const from = booking.state;
    booking.take(command, tx.now, reason === null || NEEDS_NO_REASON.includes(command) ? null : { reason });
    if (command === 'confirm' && booking.ledgerTransferId === null) await oweFreight(this.ledger, tx, booking);
    if (command === 'cancel' || command === 'decline') await releaseFreight(this.ledger, tx, booking, command);
    // A wish to cancel that nobody has answered ends with the booking.
    if (booking.isOver && booking.cancellation === 'requested') {
      this.declineCancellation(tx, booking, reasonOf(reason ?? [SAY.booking_state({ state: booking.state })]));
    }
    if (booking.isOver) await this.cutOffs.end(tx, booking.id);
    this.tell(tx, booking, command, from);
    expectNext(tx, booking);
    audit(tx, {
      action: `freight.booking.${command}`,
      resourceType: 'booking',
      resourceId: booking.id,
      from,
      to: booking.state,
    });
  }

  private tell(tx: Tx, booking: Booking, command: BookingCommand, from: Booking['state']): void {
    const { id, orderId, charges } = booking;
    const about = { resource: { type: 'booking', id }, orderId, changed: ['state'] };
    const reason = reasonOf(booking.reason ?? booking.cancellationReason ?? [SAY.no_reason_given]);
    if (command === 'confirm' && from !== 'pending_amendment') {
      publish(tx, { type: 'freight.booking.confirmed', ...about, data: confirmationOf(booking) });
    } else if (command === 'reject') {
      publish(tx, { type: 'freight.booking.rejected', ...about, data: { ...reason, afterConfirmation: false } });
    } else if (command === 'decline') {
      publish(tx, { type: 'freight.booking.rejected', ...about, data: { ...reason, afterConfirmation: true } });
    } else if (command === 'cancel') {
      publish(tx, { type: 'freight.booking.cancelled', ...about, data: reason });
    } else if (command === 'require_update' || command === 'require_amendment') {
      const data = { ...reason, afterConfirmation: command === 'require_amendment' };
      publish(tx, { type: 'freight.booking.change_wanted', ...about, data });
    } else if (command === 'complete') {
      publish(tx, { type: 'freight.booking.completed', ...about, data: { charges } });
    }
  }
}

const NOTHING: EventBatch = { events: [], retractions: [] };

async function held(tx: Tx, id: string): Promise<Booking> {
  const booking = await tx.lock(Booking, id);
  if (booking === null) throw new Error(`Booking ${id} is gone`);
  return booking;
}

function confirmationOf(booking: Booking): {
  carrierBookingReference: string;
  transportDocumentReference: string;
  vesselName: string;
  voyageNumber: string;
  plannedDeparture: string | null;
  charges: Booking['charges'];
} {
  const carrierBookingReference = booking.carrierBookingReference ?? '';
  return {
    carrierBookingReference,
    // Where the bill of lading has no number yet, the booking's is what customs and carrier know the goods by.
    transportDocumentReference: booking.transportDocumentReference ?? carrierBookingReference,
    vesselName: booking.vesselName ?? NOT_YET_NAMED,
    voyageNumber: booking.voyageNumber ?? NOT_YET_NAMED,
    plannedDeparture: booking.plannedDeparture,
    charges: booking.charges,
  };
}
