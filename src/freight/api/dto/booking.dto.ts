import { publicId } from '../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import {
  BOOKING_STATES,
  type BookingState,
  CANCELLATION_STATES,
  type CancellationState,
} from '../../domain/booking-status.js';
import { FREIGHT_MODES, type FreightMode } from '../../domain/rate.js';
import { type Booking } from '../../entities/booking.entity.js';
import { money, PORT } from './charge.dto.js';

/** A time as planned, as last estimated and as it was. */
export class CallTimesDto {
  @InstantField({ description: 'As planned', nullable: true, example: '2026-12-05T10:00:00.000Z' })
  readonly planned!: string | null;

  @InstantField({ description: 'As last estimated', nullable: true, example: '2026-12-05T10:00:00.000Z' })
  readonly estimated!: string | null;

  @InstantField({ description: 'As it was', nullable: true, example: '2026-12-05T10:12:00.000Z' })
  readonly actual!: string | null;
}

export class CutOffDto {
  @TextField({
    description: 'DCSA code: DCO documents, VCO verified gross mass, FCO full container, LCO LCL delivery …',
    max: 3,
    example: 'VCO',
  })
  readonly code!: string;

  @InstantField({ description: 'Latest time, by the clock of the port', example: '2026-12-04T18:00:00+08:00' })
  readonly at!: string;
}

/** What the carrier makes of a field, or of the whole (DCSA Feedback). */
export class FeedbackDto {
  @TextField({ description: '`INFO`, `WARN` or `ERROR`', max: 50, example: 'WARN' })
  readonly severity!: string;

  @TextField({ description: 'DCSA code', max: 50, min: 0, example: 'PROPERTY_VALUE_HAS_BEEN_CHANGED' })
  readonly code!: string;

  @TextField({ description: "The carrier's words", max: 5_000, min: 0, example: 'Partial loads are not taken' })
  readonly message!: string;

  @TextField({ description: 'Place in its message', nullable: true, max: 500, example: '$.isPartialLoadAllowed' })
  readonly jsonPath!: string | null;

  @TextField({ description: 'Name of the field', nullable: true, max: 100, example: 'isPartialLoadAllowed' })
  readonly property!: string | null;
}

/** A text that the standard has less room for than was given. */
export class CutFieldDto {
  @TextField({ description: 'Place in the request', max: 200, example: '/documentParties/consignee/partyName' })
  readonly pointer!: string;

  @IntegerField({ description: 'Characters given', min: 1, example: 84 })
  readonly givenLength!: number;

  @IntegerField({ description: 'Characters sent', min: 1, example: 70 })
  readonly keptLength!: number;
}

/** Space on a ship. */
export class BookingDto {
  @IdField({ description: 'The booking; the carrier knows it by this number too', kind: 'booking' })
  readonly id!: string;

  @TextField({ description: 'Your own number', nullable: true, max: 100, example: 'BKG-2026-17' })
  readonly reference!: string | null;

  @IdField({ description: 'The order', kind: 'order' })
  readonly orderId!: string;

  @IdField({
    description: 'The quote it was booked at; null where none could be given',
    kind: 'freightQuote',
    nullable: true,
  })
  readonly quoteId!: string | null;

  @EnumField({ description: 'Where it stands', values: BOOKING_STATES, example: 'confirmed' })
  readonly state!: BookingState;

  @EnumField({ description: 'What became of the wish to cancel, if any', values: CANCELLATION_STATES, example: 'none' })
  readonly cancellation!: CancellationState;

  @TextListField({ description: 'What can be done now', max: 10, maxLength: 50, example: ['request_cancellation'] })
  readonly allowedActions!: string[];

  @TextField({
    description: 'Why it was rejected, declined or cancelled, or what the carrier wants changed',
    nullable: true,
    max: 5_000,
    min: 0,
    example: 'No space on the requested sailing',
  })
  readonly reason!: string | null;

  @EnumField({ description: 'Full containers, or part of one', values: FREIGHT_MODES, example: 'fcl' })
  readonly mode!: FreightMode;

  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'CNNGB' })
  readonly portOfLoading!: string;

  @TextField({ description: 'UN/LOCODE', ...PORT, example: 'DEHAM' })
  readonly portOfDischarge!: string;

  @DateField({ description: 'Day of departure that was asked for', example: '2026-12-05' })
  readonly expectedDepartureDate!: string;

  @ListField(() => MoneyDto, { description: 'Freight owed, one sum per currency, as quoted', max: 20 })
  readonly charges!: MoneyDto[];

  @TextField({ description: "DCSA `bookingStatus`, the carrier's word", nullable: true, max: 50, example: 'CONFIRMED' })
  readonly bookingStatus!: string | null;

  @TextField({ description: 'DCSA `amendedBookingStatus`', nullable: true, max: 50, example: 'AMENDMENT_RECEIVED' })
  readonly amendedBookingStatus!: string | null;

  @TextField({
    description: 'DCSA `bookingCancellationStatus`',
    nullable: true,
    max: 50,
    example: 'CANCELLATION_RECEIVED',
  })
  readonly bookingCancellationStatus!: string | null;

  @TextField({ description: "The carrier's number of the request", nullable: true, max: 100 })
  readonly carrierBookingRequestReference!: string | null;

  @TextField({ description: "The carrier's number of the booking", nullable: true, max: 35, example: 'SBK795000001' })
  readonly carrierBookingReference!: string | null;

  @TextField({ description: 'Number of the bill of lading', nullable: true, max: 20, example: 'SNBX0000795000001' })
  readonly transportDocumentReference!: string | null;

  @TextField({ description: 'The ship', nullable: true, max: 50, example: 'SBX ORIENT' })
  readonly vesselName!: string | null;

  @TextField({ description: 'Its IMO number', nullable: true, max: 8, example: '9300001' })
  readonly vesselImoNumber!: string | null;

  @TextField({ description: 'Its voyage', nullable: true, max: 50, example: '026W' })
  readonly voyageNumber!: string | null;

  @TextField({ description: "The carrier's service", nullable: true, max: 11, example: 'SBX1' })
  readonly serviceCode!: string | null;

  @DateField({ description: 'Departure by the confirmed plan', nullable: true, example: '2026-12-05' })
  readonly plannedDeparture!: string | null;

  @DateField({ description: 'Arrival by the confirmed plan', nullable: true, example: '2027-01-04' })
  readonly plannedArrival!: string | null;

  @ListField(() => CutOffDto, { description: 'Latest times for papers, weights and boxes', max: 50 })
  readonly cutOffs!: CutOffDto[];

  @ListField(() => FeedbackDto, {
    description: 'What the carrier remarked last: values it changed, fields it does not take',
    max: 1_000,
  })
  readonly feedbacks!: FeedbackDto[];

  @ListField(() => CutFieldDto, { description: 'Texts that went to the carrier shortened', max: 1_000 })
  readonly cutFields!: CutFieldDto[];

  @IdField({ description: 'The change that is not decided yet', kind: 'bookingChange', nullable: true })
  readonly openChangeId!: string | null;

  @ObjectField(() => CallTimesDto, { description: 'Departure from the port of loading, by the milestones' })
  readonly departure!: CallTimesDto;

  @ObjectField(() => CallTimesDto, { description: 'Arrival at the port of discharge, by the milestones' })
  readonly arrival!: CallTimesDto;

  @InstantField({ description: "By when the carrier's next word is expected; null once it is over", nullable: true })
  readonly expectedBy!: string | null;

  @BooleanField({ description: 'The word did not come in time; the carrier is being asked', example: false })
  readonly overdue!: boolean;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 3 })
  readonly version!: number;

  @InstantField({ description: 'When it was asked for', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last happened', example: '2026-11-24T02:00:05.000Z' })
  readonly updatedAt!: string;

  static from(this: void, booking: Booking, language: Language): BookingDto {
    return {
      ...identityOf(booking, language),
      ...carrierWordsOf(booking),
      departure: times(booking.departurePlanned, booking.departureEstimated, booking.departureActual),
      arrival: times(booking.arrivalPlanned, booking.arrivalEstimated, booking.arrivalActual),
      expectedBy: booking.expectedBy?.toISOString() ?? null,
      overdue: booking.overdueAt !== null,
      ...stampsOf(booking),
    };
  }
}

type CarrierWords = Pick<
  BookingDto,
  | 'bookingStatus'
  | 'amendedBookingStatus'
  | 'bookingCancellationStatus'
  | 'carrierBookingRequestReference'
  | 'carrierBookingReference'
  | 'transportDocumentReference'
  | 'vesselName'
  | 'vesselImoNumber'
  | 'voyageNumber'
  | 'serviceCode'
  | 'plannedDeparture'
  | 'plannedArrival'
  | 'cutOffs'
  | 'feedbacks'
  | 'cutFields'
  | 'openChangeId'
>;
type Times = 'departure' | 'arrival' | 'expectedBy' | 'overdue' | 'version' | 'createdAt' | 'updatedAt';

function identityOf(booking: Booking, language: Language): Omit<BookingDto, keyof CarrierWords | Times> {
  const { state, cancellation, allowedActions, reason, reference, mode, portOfLoading, portOfDischarge } = booking;
  return {
    id: publicId('booking', booking.id),
    reference,
    orderId: publicId('order', booking.orderId),
    quoteId: booking.quoteId === null ? null : publicId('freightQuote', booking.quoteId),
    state,
    cancellation,
    allowedActions,
    reason: booking.causes === null ? reason : reasonIn(booking.causes, language),
    mode,
    portOfLoading,
    portOfDischarge,
    expectedDepartureDate: booking.expectedDepartureDate,
    charges: booking.charges.map(money),
  };
}

function carrierWordsOf(booking: Booking): CarrierWords {
  return {
    bookingStatus: booking.bookingStatus,
    amendedBookingStatus: booking.amendedBookingStatus,
    bookingCancellationStatus: booking.bookingCancellationStatus,
    carrierBookingRequestReference: booking.carrierBookingRequestReference,
    carrierBookingReference: booking.carrierBookingReference,
    transportDocumentReference: booking.transportDocumentReference,
    vesselName: booking.vesselName,
    vesselImoNumber: booking.vesselImoNumber,
    voyageNumber: booking.voyageNumber,
    serviceCode: booking.serviceCode,
    plannedDeparture: booking.plannedDeparture,
    plannedArrival: booking.plannedArrival,
    cutOffs: booking.cutOffs.map(({ code, at }) => ({ code, at })),
    feedbacks: booking.feedbacks.map((feedback) => ({ ...feedback })),
    cutFields: booking.cutFields.map((field) => ({ ...field })),
    openChangeId: booking.openChangeId === null ? null : publicId('bookingChange', booking.openChangeId),
  };
}

function times(planned: Date | null, estimated: Date | null, actual: Date | null): CallTimesDto {
  const text = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return { planned: text(planned), estimated: text(estimated), actual: text(actual) };
}

export class BookingPageDto extends PageOf(BookingDto) {}
