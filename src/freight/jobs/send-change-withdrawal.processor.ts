import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BookingAmendments } from '../application/booking-changes.service.js';
import { Bookings } from '../application/bookings.service.js';
import { Carriage } from '../application/carriage.service.js';
import { Carrier } from '../partners/carrier.port.js';
import { type ChangePayload, SEND_CHANGE_WITHDRAWAL } from './freight.job.js';

/** Takes an amendment back. A no means that the carrier has decided it: it is asked how the booking stands. */
@Injectable()
export class SendChangeWithdrawal extends Processor<ChangePayload> {
  readonly job = SEND_CHANGE_WITHDRAWAL;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bookings: Bookings,
    private readonly changes: BookingAmendments,
    private readonly carriage: Carriage,
    private readonly carrier: Carrier,
  ) {
    super();
  }

  override async process(delivery: Delivery<ChangePayload>): Promise<void> {
    const { changeId } = delivery.payload;
    const { change, booking } = await this.deliveries.read(delivery, async (view) => {
      const found = await this.changes.get(view, changeId);
      return { change: found, booking: await this.bookings.get(view, found.bookingId) };
    });
    const { carrierBookingReference: carrierReference, id } = booking;
    if (change.state !== 'withdrawing' || carrierReference === null) return;
    try {
      const reference = publicId('bookingChange', changeId);
      await this.carrier.withdrawChange(delivery.caller, { reference, carrierReference });
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const report = await this.carrier.booking(delivery.caller, carrierReference);
      await this.deliveries.once(delivery, (tx) => this.carriage.recordChangeKept(tx, id, changeId, report));
    }
  }
}
