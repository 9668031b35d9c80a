import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import {
  CLASSIFIERS,
  type EventBatch,
  type EventReferences,
  type Retraction,
  type TransportEvent,
} from '../domain/transport-event.js';
import { instantAt, isJson, type Json, listAt, objectAt, textAt } from './dcsa-reading.js';

/**
 * DCSA Track & Trace 2.2 events, in a list. Retractions came with version 3: `metadata.retractedEventID` and no
 * payload; both places of the field are read.
 */
export function readEvents(messages: readonly unknown[]): EventBatch {
  const events: TransportEvent[] = [];
  const retractions: Retraction[] = [];
  for (const message of messages) {
    if (!isJson(message)) throw new UnreadableCarrierMessageError(SAY.event_no_json);
    const retraction = readRetraction(message);
    if (retraction === null) events.push(readEvent(message));
    else retractions.push(retraction);
  }
  return { events, retractions };
}

export function isEvent(message: Json): boolean {
  return textAt(message, 'eventID') !== null || isJson(message['metadata']);
}

function readRetraction(message: Json): Retraction | null {
  const metadata = objectAt(message, 'metadata');
  const retractedEventId = textAt(message, 'retractedEventID') ?? textAt(metadata, 'retractedEventID');
  if (retractedEventId === null) return null;
  return { eventId: textAt(message, 'eventID') ?? textAt(metadata, 'eventID') ?? retractedEventId, retractedEventId };
}

function readEvent(event: Json): TransportEvent {
  const call = objectAt(event, 'transportCall');
  const eventType = required(event, 'eventType');
  return {
    eventId: required(event, 'eventID'),
    eventType,
    classifier: readClassifier(event),
    code: readCode(event),
    at: instantAt(event, 'eventDateTime'),
    reportedAt: instantAt(event, 'eventCreatedDateTime'),
    location:
      textAt(call, 'UNLocationCode') ??
      textAt(objectAt(call, 'location'), 'UNLocationCode') ??
      textAt(objectAt(event, 'eventLocation'), 'UNLocationCode'),
    equipmentReference: textAt(event, 'equipmentReference'),
    vesselName: textAt(objectAt(call, 'vessel'), 'vesselName'),
    voyageNumber: textAt(call, 'exportVoyageNumber') ?? textAt(call, 'carrierVoyageNumber'),
    delayReason: textAt(event, 'delayReasonCode'),
    remark: textAt(event, 'changeRemark') ?? textAt(event, 'reason'),
    references: readReferences(event),
  };
}

function readClassifier(event: Json): TransportEvent['classifier'] {
  const text = textAt(event, 'eventClassifierCode');
  const classifier = CLASSIFIERS.find((known) => known === text);
  if (classifier === undefined) {
    throw new UnreadableCarrierMessageError(SAY.event_no_classifier, { classifier: text });
  }
  return classifier;
}

/** Each kind of event has its code in a field of its own name. */
function readCode(event: Json): string {
  const code =
    textAt(event, 'transportEventTypeCode') ??
    textAt(event, 'equipmentEventTypeCode') ??
    textAt(event, 'shipmentEventTypeCode') ??
    textAt(event, 'eventTypeCode');
  if (code === null) throw new UnreadableCarrierMessageError(SAY.event_no_type);
  return code;
}

function readReferences(event: Json): EventReferences {
  const call = objectAt(event, 'transportCall');
  const documents = [...listAt(event, 'documentReferences'), ...listAt(call, 'documentReferences')];
  const document = (type: string): string | null => {
    const found = documents.find((reference) => textAt(reference, 'documentReferenceType') === type);
    return found === undefined ? null : textAt(found, 'documentReferenceValue');
  };
  const own = listAt(event, 'references').find((reference) => textAt(reference, 'referenceType') === 'FF');
  return {
    forwarderReference: own === undefined ? null : textAt(own, 'referenceValue'),
    carrierBookingRequestReference: document('CBR'),
    carrierBookingReference: document('BKG'),
    transportDocumentReference: document('TRD'),
  };
}

function required(event: Json, name: string): string {
  const value = textAt(event, name);
  if (value === null) throw new UnreadableCarrierMessageError(SAY.event_lacks({ field: name }), { field: name });
  return value;
}
