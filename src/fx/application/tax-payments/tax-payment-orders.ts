import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals, type GuardedStep } from '../../../approvals/index.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy } from '../../domain/patience.js';
import { TaxPayment } from '../../entities/tax-payment.entity.js';
import { type Refusal } from '../../entities/payout.entity.js';
import { askTaxPayment, sendTaxPayment } from '../../jobs/fx.job.js';
import { announceRefused, noteTaxPayment } from './tax-payment-news.js';

/** How money for the treasury is ordered to be paid: at once, or when a second person has approved it; or not, for want of money. */
@Injectable()
export class TaxPaymentOrders {
  constructor(
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /** Writes the order to the bank, or asks a second person; or says why not. The caller keeps the payment. */
  async order(tx: Tx, payment: TaxPayment): Promise<void> {
    if (await this.isShort(tx, payment)) {
      await this.giveUp(tx, payment);
      return;
    }
    const awaited = await this.approvals.gate(tx, payingOf(payment));
    if (awaited === null) await this.queue(tx, payment);
    else payment.stand(awaited, { reasonCode: 'APPROVALS.PENDING', ...reasonOf([SAY.awaits_approval]) }, tx.now);
    noteTaxPayment(tx, awaited === null ? 'ordered' : 'awaits_approval', payment, null);
  }

  /** A second person was asked whether it may be paid, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const payment = await tx.lock(TaxPayment, subjectId);
    const standing = payment?.approval;
    if (payment === null || standing?.id !== approvalId || standing.state !== 'pending') return;
    if (state === 'approved') {
      await this.order(tx, payment);
    } else {
      const reason = why ?? reasonOf([SAY.no_reason_given]);
      payment.stand({ ...standing, state, why }, { reasonCode: `APPROVALS.${state.toUpperCase()}`, ...reason }, tx.now);
      noteTaxPayment(tx, 'declined', payment, payment.state);
      announceRefused(tx, payment);
    }
    await tx.store(TaxPayment, payment);
  }

  /** Held for others counts as gone: a hold would fail, and with it the whole transaction. */
  private async isShort(tx: Tx, { partyId, amount }: TaxPayment): Promise<boolean> {
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency: amount.currency });
    return amount.isMoreThan(available);
  }

  private async giveUp(tx: Tx, payment: TaxPayment): Promise<void> {
    await this.approvals.dismiss(tx, payment.approval);
    const why: Refusal = { reasonCode: 'LEDGER.INSUFFICIENT_FUNDS', ...reasonOf([SAY.too_little_for_taxes]) };
    payment.stand(null, why, tx.now);
    noteTaxPayment(tx, 'blocked', payment, payment.state);
    announceRefused(tx, payment);
  }

  private async queue(tx: Tx, payment: TaxPayment): Promise<void> {
    const { id: paymentId, partyId, amount, attempt } = payment;
    const dueAt = expectedBy('payout', tx);
    const holdId = await this.ledger.hold(tx, {
      key: `fx.tax-payment/${paymentId}/${attempt + 1}`,
      account: { code: 'client_funds', partyId },
      amount,
      orderId: null,
    });
    payment.queue({ holdId, expectedBy: dueAt, now: tx.now });
    enqueue(tx, sendTaxPayment, { paymentId, attempt: payment.attempt });
    enqueue(tx, askTaxPayment, { paymentId, attempt: payment.attempt }, { dueAt });
  }
}

/** For the gate: what is approved is this amount to this account, in this one attempt. */
function payingOf({ id, kind, amount, creditor, remittance, attempt, approval }: TaxPayment): GuardedStep {
  return {
    command: kind === 'customs_tax' ? 'fx.tax_payment' : 'fx.clawback_payment',
    subjectId: id,
    orderId: null,
    amount,
    essentials: { amount: amount.toJSON(), creditor, remittance, attempt: attempt + 1 },
    summary: SAY.approve_payout({
      amount: `${amount.toAmountString()} ${amount.currency}`,
      holder: creditor.name,
      ending: creditor.accountNumber.slice(-4),
      remittance,
    }),
    standing: approval,
  };
}
