import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { type Reason } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { Advance } from '../entities/advance.entity.js';
import { moveHeld } from './limits/limit-rows.js';
import { type Pledges } from './pledges.service.js';

/** It comes to nothing: what it holds of limits, and what backs it, is free again. To be called with it held. */
export async function declineAdvance(
  tx: Tx,
  pledges: Pledges,
  advance: Advance,
  reason: Reason,
  approval: ApprovalStanding | null = null,
): Promise<void> {
  const { state: from } = advance;
  advance.decline(reason, tx.now, approval);
  await tx.store(Advance, advance);
  await pledges.release(tx, advance.id);
  // The limit is reserved when the lender is asked.
  if (from === 'requested') await moveHeld(tx, advance.id, { reserved: -advance.principal.minor });
  publish(tx, {
    type: 'financing.advance.declined',
    resource: { type: 'advance', id: advance.id },
    orderId: advance.orderId,
    changed: ['state'],
    data: reason,
  });
  noteAdvance(tx, 'decline', advance, from);
}

export function noteAdvance(tx: Tx, verb: string, { id, state }: Advance, from: string | null): void {
  audit(tx, { action: `financing.advance.${verb}`, resourceType: 'advance', resourceId: id, from, to: state });
}
