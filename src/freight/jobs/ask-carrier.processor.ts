import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Bookings } from '../application/bookings.service.js';
import { Carriage, type CarrierWord } from '../application/carriage.service.js';
import { type Booking } from '../entities/booking.entity.js';
import { CarrierDesk } from './carrier-desk.js';
import { ASK_CARRIER, type AskPayload } from './freight.job.js';

/**
 * Asks the carrier how a booking stands when it has not spoken for too long. What it answers is recorded as if it had
 * called back; silence, or a carrier that is down, is noted, and it is asked again later. One such job per booking.
 */
@Injectable()
export class AskCarrier extends Processor<AskPayload> {
  readonly job = ASK_CARRIER;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bookings: Bookings,
    private readonly carriage: Carriage,
    private readonly desk: CarrierDesk,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskPayload>): Promise<void> {
    const { bookingId, dueAt } = delivery.payload;
    const booking = await this.deliveries.read(delivery, (view) => this.bookings.get(view, bookingId));
    if (booking.isOver || booking.askArmedFor?.toISOString() !== dueAt) return; // over, or another asking took its place
    if (booking.askAt !== null && booking.askAt.toISOString() > dueAt) {
      await this.deliveries.once(delivery, (tx) => this.carriage.postponeAsking(tx, bookingId));
      return;
    }
    const word = await this.ask(delivery, booking);
    await this.deliveries.once(delivery, async (tx) => {
      if (word !== null) await this.carriage.recordRetractions(tx, word.batch);
      const isNews = word !== null && (await this.carriage.record(tx, bookingId, word));
      await this.carriage.noteAsked(tx, bookingId, isNews);
    });
  }

  /** @returns null where the carrier could not be asked, or does not know the booking */
  private async ask({ caller }: Delivery<AskPayload>, booking: Booking): Promise<CarrierWord | null> {
    try {
      return await this.desk.inquire(caller, booking);
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}
