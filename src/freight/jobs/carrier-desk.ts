import { Injectable } from '@nestjs/common';

import { type BookingReport, isConfirmed } from '../domain/booking-report.js';
import { type EventBatch } from '../domain/transport-event.js';
import { type Booking } from '../entities/booking.entity.js';
import { Carrier, type Caller } from '../partners/carrier.port.js';

const NOTHING: EventBatch = { events: [], retractions: [] };

/** Asks the carrier for what a message left out, between two transactions. */
@Injectable()
export class CarrierDesk {
  constructor(private readonly carrier: Carrier) {}

  /** How the booking stands, and its milestones once it was confirmed: everything there is to know. */
  async inquire(caller: Caller, booking: Booking): Promise<{ report: BookingReport | null; batch: EventBatch }> {
    const { carrierBookingRequestReference: request, carrierBookingReference: confirmed } = booking;
    const name = confirmed ?? request;
    const report = name === null ? null : await this.carrier.booking(caller, name);
    const number = report?.carrierBookingReference ?? confirmed;
    const batch = number === null ? NOTHING : await this.carrier.events(caller, number);
    return { report, batch };
  }

  /** A light notification tells of a state without its facts: the whole booking is asked for. */
  async complete(caller: Caller, report: BookingReport): Promise<BookingReport> {
    const name = report.carrierBookingReference ?? report.carrierBookingRequestReference;
    if (name === null) return report;
    const whole = await this.carrier.booking(caller, name);
    return whole === null ? report : filled(report, whole);
  }

  /** Milestones that a completed booking must have had, and of which no callback has told us yet. */
  async missingEvents(caller: Caller, booking: Booking, report: BookingReport): Promise<EventBatch> {
    const number = report.carrierBookingReference ?? booking.carrierBookingReference;
    const isMissing = report.bookingStatus === 'COMPLETED' && booking.arrivedAt === null;
    return isMissing && number !== null ? this.carrier.events(caller, number) : NOTHING;
  }

  /** Milestones of a booking whose confirmation has not come yet: it is asked for, so that they follow it. */
  async missingConfirmation(caller: Caller, booking: Booking, number: string | null): Promise<BookingReport | null> {
    if (booking.carrierBookingReference !== null || number === null) return null;
    const report = await this.carrier.booking(caller, number);
    return report !== null && isConfirmed(report) ? report : null;
  }
}

/** What the message says itself stands; what it left out comes from the answer. */
function filled(report: BookingReport, whole: BookingReport): BookingReport {
  return {
    ...report,
    forwarderReference: report.forwarderReference ?? whole.forwarderReference,
    carrierBookingRequestReference: report.carrierBookingRequestReference ?? whole.carrierBookingRequestReference,
    carrierBookingReference: report.carrierBookingReference ?? whole.carrierBookingReference,
    transportDocumentReference: report.transportDocumentReference ?? whole.transportDocumentReference,
    voyage: report.voyage ?? whole.voyage,
    cutOffs: report.cutOffs ?? whole.cutOffs,
  };
}
