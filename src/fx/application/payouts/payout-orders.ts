import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../../approvals/index.js';
import { type ApprovalStanding } from '../../../kernel/approval-standing.js';
import { reasonOf, type Sentence } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { audit, enqueue } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedAfter } from '../../domain/patience.js';
import { executionOf } from '../../domain/payouts/payout-schedule.js';
import { asLine, creditorFaults } from '../../domain/payouts/payment-order.js';
import { NoBankAccountError } from '../../domain/payouts/payout.errors.js';
import { readPayoutPolicy } from '../../entities/payout-batches.table.js';
import { type Creditor, Payout } from '../../entities/payout.entity.js';
import { askPayout, sendPayout } from '../../jobs/fx.job.js';
import { orderingOf } from '../ordering.js';
import { joinBatch } from './join-batch.js';

const NAME_MAX = 140;

/** How a payout is ordered from the bank: by itself, or once a second person has approved it. */
@Injectable()
export class PayoutOrders {
  constructor(
    private readonly parties: Parties,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Writes the order to the bank, or asks a second person where the tenant's policy says so; the payout then stays where it is.
   * @throws InsufficientFundsError when the money was used otherwise meanwhile
   */
  async order(tx: Tx, payout: Payout, creditor: Creditor): Promise<void> {
    const awaited = await this.approvals.gate(tx, orderingOf(payout, creditor));
    if (awaited === null) await this.queue(tx, payout, creditor);
    else payout.stand(awaited, { reasonCode: 'APPROVALS.PENDING', ...reasonOf([SAY.awaits_approval]) }, tx.now);
  }

  /** The account as the seller has entered it now; blanks are for the eye. */
  async creditorOf(view: View, partyId: string): Promise<Creditor | null> {
    const seller = await this.parties.find(view, partyId);
    if (seller === null) throw new Error(`Seller ${partyId} is missing`);
    const { bankAccount } = seller;
    if (bankAccount === null) return null;
    return {
      name: asLine(bankAccount.accountHolder, NAME_MAX),
      accountNumber: bankAccount.accountNumber.replace(/\s/g, ''),
      cnaps: bankAccount.cnaps,
    };
  }

  /** A second person was asked whether it may be ordered, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const payout = await tx.lock(Payout, subjectId);
    const standing = payout?.approval;
    if (payout === null || standing?.id !== approvalId || standing.state !== 'pending') return;
    const { state: from } = payout;
    if (state === 'approved') await this.orderApproved(tx, payout);
    else decline(payout, { ...standing, state, why }, tx.now);
    await tx.store(Payout, payout);
    audit(tx, {
      action: state === 'approved' ? 'payout.approved' : 'payout.declined',
      resourceType: 'payout',
      resourceId: payout.id,
      from,
      to: payout.state,
      details: { approval: approvalId },
    });
  }

  /**
   * To the account that the seller has now: if that is not the one that was approved, somebody is asked anew. What stands
   * in the way is told as the reason, and a person can try again.
   */
  private async orderApproved(tx: Tx, payout: Payout): Promise<void> {
    const creditor = await this.creditorOf(tx, payout.partyId);
    if (creditor === null) {
      await this.giveUp(tx, payout, NoBankAccountError.problem.code, SAY.no_bank_account);
    } else if (await this.isShort(tx, payout)) {
      await this.giveUp(tx, payout, 'LEDGER.INSUFFICIENT_FUNDS', SAY.money_is_gone);
    } else {
      await this.order(tx, payout, creditor);
    }
  }

  /** Money waits unheld: where others were paid of it meanwhile, a hold would fail, and with it the whole transaction. */
  private async isShort(tx: Tx, { partyId, amount }: Payout): Promise<boolean> {
    const { available } = await this.ledger.balance(tx, {
      code: 'client_funds',
      partyId,
      currency: amount.currency,
    });
    return amount.isMoreThan(available);
  }

  private async giveUp(tx: Tx, payout: Payout, reasonCode: string, sentence: Sentence): Promise<void> {
    await this.approvals.dismiss(tx, payout.approval);
    payout.stand(null, { reasonCode, ...reasonOf([sentence]) }, tx.now);
  }

  /** By itself at once, or in the batch of its account and day; what the message could not carry goes by itself, and is refused so. */
  private async queue(tx: Tx, payout: Payout, creditor: Creditor): Promise<void> {
    const { id: payoutId, partyId, orderId, amount, attempt } = payout;
    const policy = await readPayoutPolicy(tx);
    const execution = executionOf(tx.now, policy.cutOff);
    const isBatched = policy.mode === 'batched' && creditorFaults(payout, creditor).length === 0;
    const startsAt = isBatched && execution.closesAt !== null ? execution.closesAt : execution.startsAt;
    const dueAt = expectedAfter('payout', startsAt, tx);
    const holdId = await this.ledger.hold(tx, {
      key: `fx.payout/${payoutId}/${attempt + 1}`,
      account: { code: 'client_funds', partyId },
      amount,
      orderId,
    });
    payout.queue({ creditor, holdId, executionOn: execution.on, expectedBy: dueAt, now: tx.now });
    if (isBatched) await joinBatch(tx, payout, creditor, { policy, execution });
    else enqueue(tx, sendPayout, { payoutId, attempt: payout.attempt });
    enqueue(tx, askPayout, { payoutId, attempt: payout.attempt }, { dueAt });
  }
}

function decline(payout: Payout, standing: ApprovalStanding, now: Date): void {
  const why = standing.why ?? reasonOf([SAY.no_reason_given]);
  payout.stand(standing, { reasonCode: `APPROVALS.${standing.state.toUpperCase()}`, ...why }, now);
}
