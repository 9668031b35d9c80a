import { IdField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { BOOKING_STATES } from '../../domain/booking-status.js';

export class BookingRequestDto {
  @IdField({ description: 'The order whose goods are carried', kind: 'order' })
  orderId!: string;

  @IdField({ description: 'An open quote for the shipment of the order', kind: 'freightQuote' })
  quoteId!: string;

  @TextField({
    description: 'Your own number of the booking; unique',
    optional: true,
    max: 100,
    example: 'BKG-2026-17',
  })
  reference?: string;
}

export class BookingCancellationDto {
  @TextField({ description: 'Why; the carrier is told', optional: true, max: 500, example: 'The buyer has postponed' })
  reason?: string;
}

export class BookingsQuery extends DatedPageQuery {
  @TextField({
    description: 'One or more states, with commas',
    optional: true,
    pattern: wordsPattern(BOOKING_STATES),
    example: 'confirmed',
  })
  state?: string;

  @IdField({ description: 'Bookings of this order', kind: 'order', optional: true })
  orderId?: string;

  @TextField({ description: 'Your own number', optional: true, max: 100, example: 'BKG-2026-17' })
  reference?: string;

  @TextField({ description: "The carrier's number", optional: true, max: 35, example: 'SBK795000001' })
  carrierBookingReference?: string;
}
