import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { dcsaCode } from '../domain/event-codes.js';
import { SAY } from '../domain/freight.sentences.js';
import {
  CLASSIFIERS,
  type EventBatch,
  type EventReferences,
  type Retraction,
  type TransportEvent,
} from '../domain/transport-event.js';
import { instantAt, isJson, type Json, listAt, objectAt, textAt } from './dcsa-reading.js';
import { declarationNamed } from './vgm/vgm-naming.js';

/**
 * DCSA Track & Trace events, in a list: 2.2, and 3.0 with its `metadata` and `payload`. Retractions came with version 3:
 * `metadata.retractedEventID` and no payload; both places of the field are read. What is said of our declarations of verified gross
 * mass is no milestone of the goods.
 */
export function readEvents(messages: readonly unknown[]): EventBatch {
  const events: TransportEvent[] = [];
  const retractions: Retraction[] = [];
  for (const message of messages) {
    if (!isJson(message)) throw new UnreadableCarrierMessageError(SAY.event_no_json);
    const retraction = readRetraction(message);
    if (retraction !== null) retractions.push(retraction);
    else if (declarationNamed(flatEvent(message)) === null) events.push(readEvent(flatEvent(message)));
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

/** A 3.0 event as 2.2 has it: what it says of itself beside what it says of the shipment. */
export function flatEvent(message: Json): Json {
  return isJson(message['payload']) ? { ...objectAt(message, 'metadata'), ...message['payload'] } : message;
}

function readEvent(event: Json): TransportEvent {
  const call = objectAt(event, 'transportCall');
  const eventType = required(event, 'eventType');
  return {
    eventId: required(event, 'eventID'),
    eventType,
    classifier: readClassifier(event),
    code: dcsaCode(readCode(event)),
    sourceCode: readCode(event),
    source: 'carrier',
    at: instantAt(event, 'eventDateTime'),
    reportedAt: instantAt(event, 'eventCreatedDateTime'),
    location:
      textAt(call, 'UNLocationCode') ??
      textAt(objectAt(call, 'location'), 'UNLocationCode') ??
      textAt(objectAt(event, 'eventLocation'), 'UNLocationCode'),
    equipmentReference: textAt(event, 'equipmentReference'),
    vesselName: textAt(objectAt(call, 'vessel'), 'vesselName') ?? textAt(objectAt(call, 'vessel'), 'name'),
    voyageNumber:
      textAt(call, 'exportVoyageNumber') ??
      textAt(call, 'carrierExportVoyageNumber') ??
      textAt(call, 'carrierVoyageNumber'),
    delayReason: textAt(event, 'delayReasonCode'),
    remark: textAt(event, 'changeRemark') ?? textAt(event, 'reason'),
    references: readReferences(event),
  };
}

/** As drafts of 3.0 spell them. */
const WORDS: Readonly<Record<string, string>> = { PLANNED: 'PLN', ESTIMATED: 'EST', ACTUAL: 'ACT' };

function readClassifier(event: Json): TransportEvent['classifier'] {
  const text = textAt(event, 'eventClassifierCode');
  const classifier = CLASSIFIERS.find((known) => known === (WORDS[text ?? ''] ?? text));
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
  const documents = ['documentReferences', 'relatedDocumentReferences'].flatMap((name) => [
    ...listAt(event, name),
    ...listAt(call, name),
  ]);
  const document = (type: string): string | null => {
    const found = documents.find((each) => (textAt(each, 'documentReferenceType') ?? textAt(each, 'type')) === type);
    return found === undefined ? null : (textAt(found, 'documentReferenceValue') ?? textAt(found, 'value'));
  };
  const own = listAt(event, 'references').find(
    (each) => (textAt(each, 'referenceType') ?? textAt(each, 'type')) === 'FF',
  );
  return {
    forwarderReference: own === undefined ? null : (textAt(own, 'referenceValue') ?? textAt(own, 'value')),
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
