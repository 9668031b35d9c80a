import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { UnreadableCourierMessageError } from '../../domain/consignments/consignment.errors.js';
import { COURIER_STATUSES, type CourierEvent, type CourierReport } from '../../domain/consignments/courier-report.js';
import { UnreadableCarrierMessageError } from '../../domain/booking.errors.js';
import { CODE_SCHEMES, eventCode } from '../../domain/event-codes.js';
import { CLASSIFIERS } from '../../domain/transport-event.js';
import { instantAt, isJson, type Json, listAt, parseJson, textAt } from '../dcsa-reading.js';

/** A whole report, as callbacks and answers have it. @throws UnreadableCourierMessageError */
export function readCourierReport(body: string): CourierReport {
  return inCourierWords(() => {
    const message = parseJson(body);
    if (!isJson(message)) throw new UnreadableCourierMessageError(SAY.courier_no_json);
    return {
      reference: required('reference', textAt(message, 'reference')),
      courierReference: textAt(message, 'courierReference'),
      status: required('status', among(COURIER_STATUSES, textAt(message, 'status'))),
      asOf: new Date(instantAt(message, 'asOf')),
      reason: textAt(message, 'reason'),
      waybillNumber: plain(textAt(message, 'waybillNumber')),
      trackingNumbers: listOfTexts(message['trackingNumbers']),
      isCancellationDeclined: message['cancellation'] === 'DECLINED',
      events: listAt(message, 'events').map(readEvent),
    };
  });
}

/** Words of the trade by their scheme: UPU for parcels and mail, DCSA for the rest. What nobody knows stays as it is. */
function readEvent(event: Json): CourierEvent {
  const sourceCode = required('code', textAt(event, 'code'));
  const scheme = among(CODE_SCHEMES, textAt(event, 'scheme')) ?? 'dcsa';
  return {
    eventId: required('id', textAt(event, 'id')),
    classifier: required('classifier', among(CLASSIFIERS, textAt(event, 'classifier'))),
    code: eventCode(scheme, sourceCode)?.code ?? sourceCode,
    sourceCode,
    at: instantAt(event, 'at'),
    reportedAt: instantAt(event, 'reportedAt'),
    location: textAt(event, 'location'),
    trackingNumber: plain(textAt(event, 'trackingNumber')),
    remark: textAt(event, 'remark'),
  };
}

/** As it is scanned: without the blanks and hyphens that are for the eye. */
function plain(number: string | null): string | null {
  return number?.replace(/[\s-]/gu, '').toUpperCase() ?? null;
}

function listOfTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => (typeof each === 'string' ? (plain(each) ?? []) : []));
}

function among<Word extends string>(words: readonly Word[], text: string | null): Word | null {
  return words.find((word) => word === text) ?? null;
}

function required<Value>(field: string, value: Value | null): Value {
  if (value === null) throw new UnreadableCourierMessageError(SAY.courier_lacks({ field }), { field });
  return value;
}

/** The reading of JSON is the carrier's too, and speaks of carriers. */
function inCourierWords<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableCarrierMessageError)) throw error;
    throw new UnreadableCourierMessageError(error.sentence, {}, [], { cause: error });
  }
}
