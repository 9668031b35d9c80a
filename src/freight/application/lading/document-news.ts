import { publicId } from '../../../kernel/ids.js';
import { type Reason } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type DocumentCommand } from '../../domain/lading/transport-document-status.js';
import { type TransportDocument } from '../../entities/transport-document.entity.js';

const KIND = 'freight.transport_document';

/** Tells of the birth of a document. */
export function tellDrafted(tx: Tx, row: TransportDocument, creates: boolean): void {
  const data = { ...factsOf(row), transportDocumentTypeCode: row.type };
  publish(tx, { type: `${KIND}.drafted`, ...aboutOf(row), creates, data });
  audit(tx, { action: `${KIND}.drafted`, resourceType: 'transportDocument', resourceId: row.id, to: row.state });
}

/** Tells of a step that the document has taken. */
export function tellStep(tx: Tx, row: TransportDocument, command: DocumentCommand, why: Reason): void {
  const about = aboutOf(row);
  const data = factsOf(row);
  if (command === 'redraft') {
    tellDrafted(tx, row, false);
    return;
  }
  if (command === 'approve') publish(tx, { type: `${KIND}.approved`, ...about, data });
  else if (command === 'issue') {
    publish(tx, { type: `${KIND}.issued`, ...about, data: { ...data, transportDocumentTypeCode: row.type } });
  } else if (command === 'give_back') {
    publish(tx, { type: `${KIND}.surrender_declined`, ...about, data: { ...data, ...why } });
  } else if (command === 'void') publish(tx, { type: `${KIND}.voided`, ...about, data });
  else {
    const purpose = command.endsWith('delivery') ? 'delivery' : 'amendment';
    const isPending = command.startsWith('hand_in');
    const type = isPending ? (`${KIND}.surrender_pending` as const) : (`${KIND}.surrendered` as const);
    publish(tx, { type, ...about, data: { ...data, purpose } });
  }
  audit(tx, { action: `${KIND}.${command}`, resourceType: 'transportDocument', resourceId: row.id, to: row.state });
}

/** Tells that the carrier does not do what it was asked for. */
export function tellRefused(tx: Tx, row: TransportDocument, isApproval: boolean, why: Reason): void {
  const type = isApproval ? (`${KIND}.approval_declined` as const) : (`${KIND}.surrender_declined` as const);
  publish(tx, { type, ...aboutOf(row), changed: [], data: { ...factsOf(row), ...why } });
}

function aboutOf({ id, orderId }: TransportDocument): {
  resource: { type: 'transportDocument'; id: string };
  orderId: string;
  changed: string[];
} {
  return { resource: { type: 'transportDocument', id }, orderId, changed: ['state'] };
}

function factsOf({ bookingId, transportDocumentReference, level }: TransportDocument): {
  bookingId: string;
  transportDocumentReference: string;
  level: TransportDocument['level'];
} {
  return { bookingId: publicId('booking', bookingId), transportDocumentReference, level };
}
