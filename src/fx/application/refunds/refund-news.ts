import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type CollectionRefund } from '../../entities/collection-refund.entity.js';

const about = ({ id }: CollectionRefund, changed: readonly string[] = ['state']) =>
  ({ resource: { type: 'collectionRefund', id }, changed }) as const;

function factsOf({ amount, collectionId, reasonCode }: CollectionRefund) {
  return { amount: amount.toJSON(), collectionId: publicId('collection', collectionId), reasonCode };
}

function whyOf({ refusalCode, refusal, causes }: CollectionRefund) {
  return {
    reason: [refusalCode, refusal].filter((word) => word !== null).join(': '),
    ...(causes === null ? {} : { causes }),
  };
}

export function noteRefund(tx: Tx, action: string, { id, state }: CollectionRefund, from: string | null): void {
  audit(tx, {
    action: `collection_refund.${action}`,
    resourceType: 'collectionRefund',
    resourceId: id,
    from,
    to: state,
  });
}

export function announceRequested(tx: Tx, refund: CollectionRefund): void {
  publish(tx, {
    type: 'fx.collection_refund.requested',
    ...about(refund),
    creates: true,
    data: { ...factsOf(refund), awaitsApproval: refund.approval !== null },
  });
}

export function announceMove(tx: Tx, move: 'sent' | 'confirmed', refund: CollectionRefund): void {
  const changed = move === 'sent' ? ['state'] : ['state', 'bankReference'];
  publish(tx, { type: `fx.collection_refund.${move}`, ...about(refund, changed), data: factsOf(refund) });
}

/** It did not arrive, for certain: the collection has the money again. */
export function announceSetback(tx: Tx, setback: 'rejected' | 'declined' | 'returned', refund: CollectionRefund): void {
  publish(tx, {
    type: `fx.collection_refund.${setback}`,
    ...about(refund, ['state', 'refusalCode', 'refusal']),
    data: { ...factsOf(refund), ...whyOf(refund) },
  });
}

export function announceOverdue(tx: Tx, refund: CollectionRefund, since: Date): void {
  publish(tx, {
    type: 'fx.collection_refund.overdue',
    ...about(refund, ['expectedBy']),
    data: { state: refund.state, expectedBy: since.toISOString() },
  });
}
