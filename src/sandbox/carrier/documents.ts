import { randomUUID } from 'node:crypto';

import { addDays } from '../../kernel/local-date.js';
import { type BookingRequest } from './booking-rules.js';
import { instantAtPort, timeAtPort, type Voyage } from './voyage.js';

export type BookingStatus =
  | 'RECEIVED'
  | 'PENDING_UPDATE'
  | 'UPDATE_RECEIVED'
  | 'CONFIRMED'
  | 'PENDING_AMENDMENT'
  | 'REJECTED'
  | 'DECLINED'
  | 'CANCELLED'
  | 'COMPLETED';
export type AmendmentStatus =
  'AMENDMENT_RECEIVED' | 'AMENDMENT_CONFIRMED' | 'AMENDMENT_DECLINED' | 'AMENDMENT_CANCELLED';

export interface Container {
  readonly reference: string;
  readonly isoCode: string;
}

export interface Feedback {
  readonly severity: 'INFO' | 'WARN' | 'ERROR';
  readonly code: string;
  readonly message: string;
}

export interface BookingState {
  booking: BookingRequest;
  /** What the shipper wants instead, until it is decided. */
  change: BookingRequest | null;
  amendment: AmendmentStatus | null;
  words: readonly string[];
  readonly requestReference: string;
  status: BookingStatus | null;
  cancellation: 'CANCELLATION_RECEIVED' | 'CANCELLATION_DECLINED' | 'CANCELLATION_CONFIRMED' | null;
  feedbacks: Feedback[];
  bookingReference: string | null;
  billNumber: string | null;
  voyage: Voyage | null;
  containers: Container[];
  isAwaitingRelease: boolean;
  isLoaded: boolean;
  readonly events: object[];
}

/** DCSA Booking: what was asked for, and from the confirmation on what was promised. */
export function bookingDocument(state: BookingState): object {
  const { voyage, booking, status, cancellation, feedbacks } = state;
  return {
    ...booking.request,
    carrierBookingRequestReference: state.requestReference,
    ...(state.bookingReference === null ? {} : { carrierBookingReference: state.bookingReference }),
    bookingStatus: status ?? 'RECEIVED',
    ...(state.amendment === null ? {} : { amendedBookingStatus: state.amendment }),
    ...(cancellation === null ? {} : { bookingCancellationStatus: cancellation }),
    ...(state.billNumber === null ? {} : { transportDocumentReferences: [state.billNumber] }),
    ...(voyage === null ? {} : promises(voyage, booking)),
    feedbacks,
  };
}

/** A CloudEvent that carries the whole booking (full state transfer). */
export function bookingNotification(state: BookingState, now: Date): object {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'https://carrier.sandbox.invalid/',
    type: 'org.dcsa.booking.v2',
    time: now.toISOString(),
    datacontenttype: 'application/json',
    subscriptionReference: state.booking.forwarderReference,
    data: {
      bookingStatus: state.status ?? 'RECEIVED',
      ...(state.amendment === null ? {} : { amendedBookingStatus: state.amendment }),
      ...(state.cancellation === null ? {} : { bookingCancellationStatus: state.cancellation }),
      carrierBookingRequestReference: state.requestReference,
      ...(state.bookingReference === null ? {} : { carrierBookingReference: state.bookingReference }),
      feedbacks: state.feedbacks,
      booking: bookingDocument(state),
    },
  };
}

function promises(voyage: Voyage, booking: BookingRequest): object {
  const { portOfLoading, departureDate } = voyage;
  const cutOff = (code: string, daysBefore: number, time: string): object => ({
    cutOffDateTimeCode: code,
    cutOffDateTime: timeAtPort(portOfLoading, addDays(departureDate, -daysBefore), time),
  });
  return {
    transportPlan: [
      {
        transportPlanStage: 'MNC',
        transportPlanStageSequenceNumber: 1,
        loadLocation: { UNLocationCode: portOfLoading },
        dischargeLocation: { UNLocationCode: voyage.portOfDischarge },
        plannedDepartureDate: departureDate,
        plannedArrivalDate: voyage.arrivalDate,
        modeOfTransport: 'VESSEL',
        vesselName: voyage.vesselName,
        vesselIMONumber: voyage.vesselIMONumber,
        carrierServiceCode: voyage.serviceCode,
        carrierExportVoyageNumber: voyage.number,
      },
    ],
    shipmentCutOffTimes: [
      cutOff('DCO', 2, '12:00:00'),
      cutOff('VCO', 1, '18:00:00'),
      cutOff('FCO', 1, '12:00:00'),
      ...(booking.isLcl ? [cutOff('LCO', 3, '12:00:00')] : []),
    ],
    confirmedEquipments: booking.equipments.map(({ isoCode, units }) => ({ ISOEquipmentCode: isoCode, units })),
  };
}

type Classifier = 'PLN' | 'EST' | 'ACT';

/** Writes Track & Trace 2.2 events of one booking. */
export class EventPen {
  constructor(
    private readonly state: BookingState,
    private readonly voyage: Voyage,
    private readonly now: Date,
  ) {}

  /** @param at null for the present */
  transport(code: 'DEPA' | 'ARRI', classifier: Classifier, at: string | null, delay: object = {}): object {
    const port = code === 'DEPA' ? this.voyage.portOfLoading : this.voyage.portOfDischarge;
    return {
      ...this.base('TRANSPORT', classifier, port, at),
      transportEventTypeCode: code,
      ...delay,
      ...this.links(port),
    };
  }

  equipment(code: 'GTIN' | 'LOAD' | 'DISC', container: Container): object {
    const port = code === 'DISC' ? this.voyage.portOfDischarge : this.voyage.portOfLoading;
    return {
      ...this.base('EQUIPMENT', 'ACT', port, null),
      equipmentEventTypeCode: code,
      equipmentReference: container.reference,
      ISOEquipmentCode: container.isoCode,
      emptyIndicatorCode: 'LADEN',
      ...this.links(port),
    };
  }

  departureTime(date = this.voyage.departureDate): string {
    return timeAtPort(this.voyage.portOfLoading, date, '18:00:00');
  }

  arrivalTime(date = this.voyage.arrivalDate): string {
    return timeAtPort(this.voyage.portOfDischarge, date, '08:00:00');
  }

  private base(
    eventType: 'TRANSPORT' | 'EQUIPMENT',
    eventClassifierCode: Classifier,
    port: string,
    at: string | null,
  ): object {
    const now = instantAtPort(port, this.now);
    return {
      eventID: randomUUID(),
      eventCreatedDateTime: now,
      eventType,
      eventClassifierCode,
      eventDateTime: at ?? now,
    };
  }

  private links(port: string): object {
    const { voyage, state } = this;
    const isLoading = port === voyage.portOfLoading;
    return {
      transportCall: {
        transportCallID: `${state.bookingReference ?? ''}-${isLoading ? 'POL' : 'POD'}`,
        carrierServiceCode: voyage.serviceCode,
        exportVoyageNumber: voyage.number,
        transportCallSequenceNumber: isLoading ? 1 : 2,
        UNLocationCode: port,
        facilityTypeCode: 'POTE',
        modeOfTransport: 'VESSEL',
        vessel: { vesselIMONumber: voyage.vesselIMONumber, vesselName: voyage.vesselName },
      },
      documentReferences: [
        { documentReferenceType: 'BKG', documentReferenceValue: state.bookingReference },
        { documentReferenceType: 'TRD', documentReferenceValue: state.billNumber },
      ],
      references: [{ referenceType: 'FF', referenceValue: state.booking.forwarderReference }],
    };
  }
}
