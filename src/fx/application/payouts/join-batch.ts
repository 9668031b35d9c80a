import { newId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, enqueue } from '../../../platform/outbox/outbox.js';
import { type Execution, type PayoutPolicy } from '../../domain/payouts/payout-schedule.js';
import { PayoutBatch } from '../../entities/payout-batch.entity.js';
import { addItem, openBatch } from '../../entities/payout-batches.table.js';
import { type Creditor, type Payout } from '../../entities/payout.entity.js';
import { closePayoutBatch, sendPayoutBatch } from '../../jobs/fx.job.js';

/** Puts a payout that is queued into the open batch of its account, currency and day. What is full goes at once. */
export async function joinBatch(
  tx: Tx,
  payout: Payout,
  creditor: Creditor,
  { policy, execution }: { readonly policy: PayoutPolicy; readonly execution: Execution },
): Promise<void> {
  const { id: payoutId, partyId, amount, attempt, remittance } = payout;
  const key = { partyId, currency: amount.currency, executionOn: execution.on };
  const closesAt = execution.closesAt ?? tx.now;
  const { batchMax: paymentsMax, batchBooking } = policy;
  const id = newId();
  if (await openBatch(tx, { id, ...key, batchBooking, paymentsMax, closesAt })) {
    enqueue(tx, closePayoutBatch, { batchId: id }, { dueAt: closesAt });
  }
  const batch = await tx.manager.findOneOrFail(PayoutBatch, {
    where: { tenantId: tx.tenantId, ...key, state: 'open' },
    lock: { mode: 'for_no_key_update' },
  });
  await addItem(tx, batch.id, batch.add(amount, tx.now), { payoutId, attempt, amount, creditor, remittance });
  payout.join(batch.id);
  if (batch.isFull) closeBatch(tx, batch);
  await tx.store(PayoutBatch, batch);
}

/** Nothing is added any more; the message is written, and sent. */
export function closeBatch(tx: Tx, batch: PayoutBatch): void {
  batch.close(tx.now);
  enqueue(tx, sendPayoutBatch, { batchId: batch.id });
  audit(tx, {
    action: 'payout_batch.closed',
    resourceType: 'payoutBatch',
    resourceId: batch.id,
    from: 'open',
    to: batch.state,
  });
}
