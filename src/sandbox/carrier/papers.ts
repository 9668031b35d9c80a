import { randomUUID } from 'node:crypto';

import { type InstructionsRequest } from './instructions-rules.js';
import { type BookingState, type Feedback } from './documents.js';
import { type Voyage } from './voyage.js';

export type InstructionsStatus = 'RECEIVED' | 'PENDING_UPDATE' | 'COMPLETED' | 'CANCELLED' | 'DECLINED';
export type UpdateStatus = 'UPDATE_RECEIVED' | 'UPDATE_CONFIRMED' | 'UPDATE_CANCELLED' | 'UPDATE_DECLINED';

export interface InstructionsState {
  instructions: InstructionsRequest;
  /** As they are to be, until it is decided. */
  updated: InstructionsRequest | null;
  readonly words: readonly string[];
  readonly reference: string;
  status: InstructionsStatus | null;
  updateStatus: UpdateStatus | null;
  /** Reference of the booking's story. */
  readonly booking: string;
  /** The last of them stands for the instructions now. */
  readonly documents: DocumentState[];
  feedbacks: Feedback[];
}

/** DCSA ShippingInstructions: what was asked for, with where it stands. */
export function instructionsDocument(state: InstructionsState, content = state.instructions): object {
  const { reference, status, updateStatus, feedbacks } = state;
  const document = state.documents.at(-1)?.number ?? null;
  return {
    ...content.request,
    shippingInstructionsReference: reference,
    ...(document === null ? {} : { transportDocumentReference: document }),
    shippingInstructionsStatus: status ?? 'RECEIVED',
    ...(updateStatus === null ? {} : { updatedShippingInstructionsStatus: updateStatus }),
    feedbacks,
  };
}

/** A CloudEvent that carries all of it (full state transfer). */
export function instructionsNotification(state: InstructionsState, now: Date): object {
  const { reference, status, updateStatus, updated, feedbacks } = state;
  const document = state.documents.at(-1)?.number ?? null;
  return cloudEvent('org.dcsa.shipping-instructions.v3', state.instructions.forwarderReference, now, {
    shippingInstructionsStatus: status ?? 'RECEIVED',
    ...(updateStatus === null ? {} : { updatedShippingInstructionsStatus: updateStatus }),
    shippingInstructionsReference: reference,
    ...(document === null ? {} : { transportDocumentReference: document }),
    feedbacks,
    shippingInstructions: instructionsDocument(state),
    ...(updated === null ? {} : { updatedShippingInstructions: instructionsDocument(state, updated) }),
  });
}

export type DocumentStatus =
  | 'DRAFT'
  | 'APPROVED'
  | 'ISSUED'
  | 'PENDING_SURRENDER_FOR_AMENDMENT'
  | 'SURRENDERED_FOR_AMENDMENT'
  | 'PENDING_SURRENDER_FOR_DELIVERY'
  | 'SURRENDERED_FOR_DELIVERY'
  | 'VOID';

export interface DocumentState {
  readonly number: string;
  status: DocumentStatus;
  content: InstructionsRequest;
  readonly shippingInstructionsReference: string;
  readonly voyage: Voyage;
  issueDate: string | null;
  /** Of the request to take it back, so that a repeat is known. */
  surrender: string | null;
  feedbacks: Feedback[];
}

const TERMS = 'Terms of the Sandbox Line: nothing is carried, nobody is liable.';
const ISSUER = {
  partyName: 'Sandbox Line',
  address: { street: 'Nowhere Street', city: 'Ningbo', countryCode: 'CN' },
};
/** What instructions say and a transport document does not. */
const OF_INSTRUCTIONS_ALONE = [
  'shippingInstructionsRevisionNumber',
  'isCargoDeliveredInICS2Zone',
  'isHouseBillOfLadingsIssued',
];

/** DCSA TransportDocument: what the instructions said, with what the line adds to it. */
export function transportDocument(state: DocumentState, booking: BookingState): object {
  const { content, voyage, number, status, issueDate, feedbacks } = state;
  const said = Object.fromEntries(
    Object.entries(content.request).filter(([name]) => !OF_INSTRUCTIONS_ALONE.includes(name)),
  );
  const parties = said['documentParties'] as object;
  const service = booking.booking.isLcl ? 'CFS' : 'CY';
  const movement = booking.booking.isLcl ? 'LCL' : 'FCL';
  return {
    ...said,
    transportDocumentReference: number,
    shippingInstructionsReference: state.shippingInstructionsReference,
    transportDocumentStatus: status,
    receiptTypeAtOrigin: service,
    deliveryTypeAtDestination: service,
    cargoMovementTypeAtOrigin: movement,
    cargoMovementTypeAtDestination: movement,
    ...(issueDate === null ? {} : { issueDate, shippedOnBoardDate: issueDate }),
    carrierCode: 'SBXL',
    carrierCodeListProvider: 'SMDG',
    termsAndConditions: TERMS,
    transports: {
      plannedDepartureDate: voyage.departureDate,
      plannedArrivalDate: voyage.arrivalDate,
      portOfLoading: { UNLocationCode: voyage.portOfLoading },
      portOfDischarge: { UNLocationCode: voyage.portOfDischarge },
      vesselVoyages: [{ vesselName: voyage.vesselName, carrierExportVoyageNumber: voyage.number }],
    },
    documentParties: { ...parties, issuingParty: ISSUER },
    feedbacks,
  };
}

export function documentNotification(state: DocumentState, booking: BookingState, now: Date): object {
  const { number, status, shippingInstructionsReference, feedbacks, content } = state;
  return cloudEvent('org.dcsa.transport-document.v3', content.forwarderReference, now, {
    transportDocumentStatus: status,
    transportDocumentReference: number,
    shippingInstructionsReference,
    feedbacks,
    transportDocument: transportDocument(state, booking),
  });
}

function cloudEvent(type: string, subscriptionReference: string, now: Date, data: object): object {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'https://carrier.sandbox.invalid/',
    type,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    subscriptionReference,
    data,
  };
}
