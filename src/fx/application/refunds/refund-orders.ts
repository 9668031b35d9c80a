import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals, type GuardedStep } from '../../../approvals/index.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { SAY as FX } from '../../domain/fx.sentences.js';
import { expectedAfter } from '../../domain/patience.js';
import { executionOf } from '../../domain/payouts/payout-schedule.js';
import { SAY } from '../../domain/refunds/refund.sentences.js';
import { CollectionRefund } from '../../entities/collection-refund.entity.js';
import { readPayoutPolicy } from '../../entities/payout-batches.table.js';
import { askRefund, sendRefund } from '../../jobs/refund.job.js';
import { RefundMoney } from './refund-money.js';
import { announceSetback, noteRefund } from './refund-news.js';

/** How a refund is ordered from the bank: by itself, or once a second person has approved it. */
@Injectable()
export class RefundOrders {
  constructor(
    private readonly approvals: Approvals,
    private readonly ledger: Ledger,
    private readonly money: RefundMoney,
  ) {}

  /** Writes the order to the bank, or asks a second person where the tenant's policy says so. The caller keeps the refund. */
  async order(tx: Tx, refund: CollectionRefund): Promise<void> {
    const awaited = await this.approvals.gate(tx, refundingOf(refund));
    if (awaited === null) await this.queue(tx, refund);
    else refund.stand(awaited, { reasonCode: 'APPROVALS.PENDING', ...reasonOf([FX.awaits_approval]) }, tx.now);
  }

  /** A second person was asked, and this came of it: it goes, or the collection has the money again. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const known = await tx.find(CollectionRefund, subjectId);
    if (known === null) return;
    const collection = await this.money.lock(tx, known);
    const refund = await tx.lock(CollectionRefund, subjectId);
    const standing = refund?.approval;
    if (refund === null || standing?.id !== approvalId || standing.state !== 'pending') return;
    const { state: from } = refund;
    if (state === 'approved') {
      await this.order(tx, refund);
    } else {
      const reason = why ?? reasonOf([FX.no_reason_given]);
      const reasonCode = `APPROVALS.${state.toUpperCase()}`;
      refund.decline({ ...standing, state, why }, { reasonCode, ...reason }, tx.now);
      await this.ledger.voidHold(tx, refund.holdId, { reason: reasonCode });
      await this.money.giveBack(tx, refund, collection, 'refunding');
      announceSetback(tx, 'declined', refund);
    }
    await tx.store(CollectionRefund, refund);
    noteRefund(tx, state === 'approved' ? 'approved' : 'declined', refund, from);
  }

  /** By itself: a refund is the business of one payer, and joins no batch. */
  private async queue(tx: Tx, refund: CollectionRefund): Promise<void> {
    const { on: executionOn, startsAt } = executionOf(tx.now, (await readPayoutPolicy(tx)).cutOff);
    const dueAt = expectedAfter('payout', startsAt, tx);
    refund.order({ executionOn, expectedBy: dueAt, now: tx.now });
    enqueue(tx, sendRefund, { refundId: refund.id });
    enqueue(tx, askRefund, { refundId: refund.id }, { dueAt });
  }
}

/** For the gate: what is approved is this amount back to the account that it came from. */
function refundingOf({
  id,
  amount,
  collectionId,
  payeeName,
  payeeEnding,
  remittance,
  approval,
}: CollectionRefund): GuardedStep {
  return {
    command: 'fx.refund',
    subjectId: id,
    orderId: null,
    amount,
    essentials: { collectionId, amount: amount.toJSON(), payeeName, payeeEnding, remittance },
    summary: SAY.approve_refund({
      amount: `${amount.toAmountString()} ${amount.currency}`,
      holder: payeeName,
      ending: payeeEnding,
      remittance,
    }),
    standing: approval,
  };
}
