import { reasonOf } from '../../../kernel/sentence.js';
import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { type ConsignmentCommand } from '../../domain/consignments/consignment-status.js';
import { type Consignment } from '../../entities/consignment.entity.js';
import { ASK_COURIER } from '../../jobs/consignments/consignment.job.js';

/** Of whom an event of a consignment tells. */
export function about({ id, orderId }: Consignment): {
  readonly resource: { readonly type: string; readonly id: string };
  readonly orderId: string | null;
} {
  return { resource: { type: 'consignment', id }, orderId };
}

export function announceRequested(tx: Tx, consignment: Consignment): void {
  const { way, reference, comparisonId, offer } = consignment;
  publish(tx, {
    type: 'freight.consignment.requested',
    ...about(consignment),
    creates: true,
    data: { way, reference, comparisonId: publicId('freightComparison', comparisonId), charges: offer.totals },
  });
  note(tx, 'requested', consignment, null);
}

/** Tells of a step that was taken. */
export function announceStep(
  tx: Tx,
  command: ConsignmentCommand,
  consignment: Consignment,
  from: Consignment['state'],
): void {
  const { way, waybillNumber, trackingNumbers, reason, causes } = consignment;
  const told = { ...about(consignment), changed: ['state'] };
  const data = { way, waybillNumber };
  const why = causes === null ? reasonOf(reason ?? [SAY.courier_no_reason]) : reasonOf(causes);
  if (command === 'accept') {
    publish(tx, { type: 'freight.consignment.accepted', ...told, data: { ...data, trackingNumbers } });
  } else if (command === 'collect') publish(tx, { type: 'freight.consignment.collected', ...told, data });
  else if (command === 'carry') publish(tx, { type: 'freight.consignment.in_transit', ...told, data });
  else if (command === 'deliver') publish(tx, { type: 'freight.consignment.delivered', ...told, data });
  else if (command === 'reject') publish(tx, { type: 'freight.consignment.rejected', ...told, data: why });
  else if (command === 'cancel') publish(tx, { type: 'freight.consignment.cancelled', ...told, data: why });
  else if (command === 'send_back') {
    publish(tx, { type: 'freight.consignment.returned', ...told, data: { ...data, ...why } });
  } else publish(tx, { type: 'freight.consignment.lost', ...told, data: { ...data, ...why } });
  note(tx, command, consignment, from);
}

export function note(tx: Tx, action: string, { id, state }: Consignment, from: string | null): void {
  audit(tx, {
    ...{ action: `freight.consignment.${action}`, resourceType: 'consignment', resourceId: id },
    ...{ from, to: state },
  });
}

/** Something new was said or asked for: by when the next word is expected, and who asks if it does not come. */
export function expectNext(tx: Tx, consignment: Consignment): void {
  consignment.expectNext(tx.now, tx.livemode);
  armAsk(tx, consignment);
}

/** Orders the one job that asks, unless one is under way that comes soon enough. */
export function armAsk(tx: Tx, consignment: Consignment): void {
  const dueAt = consignment.armAsk();
  if (dueAt === null) return;
  enqueue(tx, ASK_COURIER, { consignmentId: consignment.id, dueAt: dueAt.toISOString() }, { dueAt });
}
