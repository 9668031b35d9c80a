import { isLocalDate } from '../../kernel/local-date.js';
import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import {
  type BookingReport,
  CARRIER_STATUSES,
  type CarrierStatus,
  type CutOff,
  type Feedback,
  type Voyage,
} from '../domain/booking-report.js';
import { SAY } from '../domain/freight.sentences.js';
import { instantAt, isJson, type Json, listAt, objectAt, textAt } from './dcsa-reading.js';

/** DCSA BookingNotification 2.0: a CloudEvent, with the whole booking in it or only its states. */
export function readNotification(event: Json): BookingReport {
  const data = objectAt(event, 'data');
  const whole = isJson(data['booking']) ? data['booking'] : {};
  return readReport(data, whole, new Date(instantAt(event, 'time')));
}

/** DCSA Booking 2.0, as it is answered when asked for. */
export function readBooking(booking: Json): BookingReport {
  return readReport(booking, booking, null);
}

export function isNotification(message: Json): boolean {
  return /^org\.dcsa\.booking(-notification)?\./.test(textAt(message, 'type') ?? '');
}

function readReport(states: Json, booking: Json, asOf: Date | null): BookingReport {
  const either = (name: string): string | null => textAt(states, name) ?? textAt(booking, name);
  return {
    bookingStatus: readStatus(either('bookingStatus')),
    amendedBookingStatus: either('amendedBookingStatus'),
    bookingCancellationStatus: either('bookingCancellationStatus'),
    forwarderReference: readForwarderReference(booking),
    carrierBookingRequestReference: either('carrierBookingRequestReference'),
    carrierBookingReference: either('carrierBookingReference'),
    transportDocumentReference: readDocumentReference(booking),
    voyage: readVoyage(booking),
    cutOffs: readCutOffs(booking),
    feedbacks: readFeedbacks(states, booking),
    reasons: [...listAt(states, 'feedbacks'), ...(states === booking ? [] : listAt(booking, 'feedbacks'))]
      .map((feedback) => textAt(feedback, 'message'))
      .filter((message) => message !== null)
      .filter((message, index, all) => all.indexOf(message) === index),
    asOf,
  };
}

function readFeedbacks(states: Json, booking: Json): Feedback[] | null {
  const from = [states, booking].find((each) => Array.isArray(each['feedbacks']));
  if (from === undefined) return null;
  return listAt(from, 'feedbacks').map((feedback) => ({
    severity: textAt(feedback, 'severity') ?? 'INFO',
    code: textAt(feedback, 'code') ?? '',
    message: textAt(feedback, 'message') ?? '',
    jsonPath: textAt(feedback, 'jsonPath'),
    property: textAt(feedback, 'property'),
  }));
}

function readStatus(text: string | null): CarrierStatus {
  const status = CARRIER_STATUSES.find((known) => known === text);
  if (status === undefined) {
    throw new UnreadableCarrierMessageError(SAY.state_unknown, {
      bookingStatus: text,
    });
  }
  return status;
}

function readForwarderReference(booking: Json): string | null {
  const own = listAt(booking, 'references').find((reference) => textAt(reference, 'type') === 'FF');
  return own === undefined ? null : textAt(own, 'value');
}

/** 2.0.5 has a list; before it there was one. */
function readDocumentReference(booking: Json): string | null {
  const listed = booking['transportDocumentReferences'];
  const [first] = Array.isArray(listed) ? (listed as unknown[]) : [];
  return typeof first === 'string' && first !== '' ? first : textAt(booking, 'transportDocumentReference');
}

/** The ocean leg: the main carriage of the plan, from its first sailing to its last arrival. */
function readVoyage(booking: Json): Voyage | null {
  const sequence = (leg: Json): number => Number(textAt(leg, 'transportPlanStageSequenceNumber') ?? 0);
  const plan = listAt(booking, 'transportPlan').sort((left, right) => sequence(left) - sequence(right));
  const main = plan.filter((leg) => textAt(leg, 'transportPlanStage') === 'MNC');
  const [first] = main;
  if (first === undefined) return null;
  return {
    vesselName: textAt(first, 'vesselName'),
    vesselImoNumber: textAt(first, 'vesselIMONumber'),
    voyageNumber: textAt(first, 'carrierExportVoyageNumber') ?? textAt(first, 'universalExportVoyageReference'),
    serviceCode: textAt(first, 'carrierServiceCode'),
    plannedDeparture: dateAt(first, 'plannedDepartureDate'),
    plannedArrival: dateAt(main.at(-1) ?? first, 'plannedArrivalDate'),
  };
}

function readCutOffs(booking: Json): CutOff[] | null {
  if (!Array.isArray(booking['shipmentCutOffTimes'])) return null;
  return listAt(booking, 'shipmentCutOffTimes').map((cutOff) => ({
    code: textAt(cutOff, 'cutOffDateTimeCode') ?? '',
    at: instantAt(cutOff, 'cutOffDateTime'),
  }));
}

function dateAt(json: Json, name: string): string | null {
  const date = textAt(json, name);
  return date !== null && isLocalDate(date) ? date : null;
}
