import { UnreadableCarrierMessageError } from '../../domain/booking.errors.js';
import { type Feedback } from '../../domain/booking-report.js';
import { DOCUMENT_TYPES } from '../../domain/booking-change.js';
import { DOCUMENT_STATUSES, type DocumentReport } from '../../domain/lading/document-report.js';
import {
  INSTRUCTIONS_STATUSES,
  type InstructionsReport,
  type InstructionsStatus,
} from '../../domain/lading/lading-report.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { instantAt, isJson, type Json, listAt, objectAt, textAt } from '../dcsa-reading.js';
import { type PapersWord } from './carrier-papers.port.js';

/** DCSA notifications of shipping instructions and of transport documents; null for any other message. */
export function readPapersNotification(event: Json): PapersWord | null {
  const type = textAt(event, 'type') ?? '';
  const data = objectAt(event, 'data');
  if (/^org\.dcsa\.shipping-instructions(-notification)?\./.test(type)) {
    return { kind: 'instructions', report: readInstructions(data, momentOf(event)) };
  }
  if (/^org\.dcsa\.transport-document(-notification)?\./.test(type)) {
    return { kind: 'document', report: readDocument(data, momentOf(event)) };
  }
  return null;
}

/**
 * States beside the whole, as a notification has them, or the whole itself, as it is answered when asked for.
 * @param asOf null for what is answered
 */
export function readInstructions(told: Json, asOf: Date | null): InstructionsReport {
  const standing = isJson(told['shippingInstructions']) ? told['shippingInstructions'] : told;
  const updated = isJson(told['updatedShippingInstructions']) ? told['updatedShippingInstructions'] : null;
  const either = (name: string): string | null => textAt(told, name) ?? textAt(standing, name);
  const update = either('updatedShippingInstructionsStatus');
  return {
    shippingInstructionsStatus: readStatus(either('shippingInstructionsStatus')),
    updatedShippingInstructionsStatus: update,
    forwarderReference: forwarderIn(standing) ?? (updated === null ? null : forwarderIn(updated)),
    shippingInstructionsReference: either('shippingInstructionsReference'),
    transportDocumentReference: either('transportDocumentReference'),
    revision: revisionOf(update === 'UPDATE_CONFIRMED' ? standing : updated),
    ...remarks(told, standing),
    asOf,
  };
}

/** The same of a transport document. */
export function readDocument(told: Json, asOf: Date | null): DocumentReport {
  const isWhole = Array.isArray(told['consignmentItems']);
  const document = isJson(told['transportDocument']) ? told['transportDocument'] : isWhole ? told : null;
  const either = (name: string): string | null => textAt(told, name) ?? (document && textAt(document, name));
  const status = either('transportDocumentStatus') ?? '';
  const state = Object.hasOwn(DOCUMENT_STATUSES, status) ? DOCUMENT_STATUSES[status] : undefined;
  const reference = either('transportDocumentReference');
  if (state === undefined || reference === null) {
    throw new UnreadableCarrierMessageError(SAY_LADING.status_unknown({ state: status }), { status });
  }
  const type = document === null ? null : textAt(document, 'transportDocumentTypeCode');
  return {
    state,
    transportDocumentStatus: status,
    transportDocumentReference: reference,
    transportDocumentSubReference: either('transportDocumentSubReference'),
    shippingInstructionsReference: either('shippingInstructionsReference'),
    forwarderReference: document === null ? null : forwarderIn(document),
    type: DOCUMENT_TYPES.find((known) => known === type) ?? null,
    document,
    ...remarks(told, document ?? told),
    asOf,
  };
}

function momentOf(event: Json): Date {
  return new Date(instantAt(event, 'time'));
}

function readStatus(text: string | null): InstructionsStatus {
  const status = INSTRUCTIONS_STATUSES.find((known) => known === text);
  if (status !== undefined) return status;
  throw new UnreadableCarrierMessageError(SAY_LADING.status_unknown({ state: text ?? '' }), { status: text });
}

function forwarderIn(whole: Json): string | null {
  const own = listAt(whole, 'references').find((reference) => textAt(reference, 'type') === 'FF');
  return own === undefined ? null : textAt(own, 'value');
}

function revisionOf(whole: Json | null): number | null {
  const revision = whole?.['shippingInstructionsRevisionNumber'];
  return typeof revision === 'number' && Number.isInteger(revision) ? revision : null;
}

function remarks(told: Json, whole: Json): Pick<InstructionsReport, 'feedbacks' | 'reasons'> {
  const from = [told, whole].find((each) => Array.isArray(each['feedbacks']));
  if (from === undefined) return { feedbacks: null, reasons: [] };
  const feedbacks = listAt(from, 'feedbacks').map((feedback): Feedback => ({
    severity: textAt(feedback, 'severity') ?? 'INFO',
    code: textAt(feedback, 'code') ?? '',
    message: textAt(feedback, 'message') ?? '',
    jsonPath: textAt(feedback, 'jsonPath'),
    property: textAt(feedback, 'property'),
  }));
  return { feedbacks, reasons: feedbacks.map(({ message }) => message).filter((message) => message !== '') };
}
