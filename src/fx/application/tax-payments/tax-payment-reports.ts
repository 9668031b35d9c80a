import { type PaymentReport } from '../../domain/payouts/payment-report.js';
import { Injectable } from '@nestjs/common';

import { tryParseId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError, UnknownBankMessageError } from '../../domain/bank-files/bank-message.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy, nextAsk } from '../../domain/patience.js';
import { judgeStatus, PAYMENT_STATUSES } from '../../domain/payouts/payment-status.js';
import { PAYOUT } from '../../domain/payouts/payout-status.js';
import { type Refusal } from '../../entities/payout.entity.js';
import { SETTLED_BY } from '../../domain/payouts/tax-payment-kind.js';
import { TaxPayment } from '../../entities/tax-payment.entity.js';
import { askTaxPayment, sendTaxPayment } from '../../jobs/fx.job.js';
import { atBank } from '../bank-account-of.js';
import {
  announceConfirmed,
  announceOverdue,
  announceRefused,
  announceSent,
  noteTaxPayment,
} from './tax-payment-news.js';

const MESSAGE = /^(txp_[0-9a-z]{26})-(\d{1,4})$/;

/** Whether a message of the bank's is about money for the treasury. */
export function isOfTaxes(messageId: string): boolean {
  return MESSAGE.test(messageId);
}

/** What becomes of a payment to the treasury at the bank, and in the books. */
@Injectable()
export class TaxPaymentReports {
  constructor(private readonly ledger: Ledger) {}

  /** The bank has taken the order. News of an earlier message changes nothing. */
  async recordSent(tx: Tx, id: string, attempt: number): Promise<void> {
    const payment = await tx.lock(TaxPayment, id);
    if (payment?.state !== 'queued' || payment.attempt !== attempt) return;
    payment.markSent(expectedBy('payout', tx), tx.now);
    await tx.store(TaxPayment, payment);
    announceSent(tx, payment);
  }

  /** It cannot be carried out: the bank refused the order, or we found it faulty and never sent it. */
  async recordRefused(tx: Tx, id: string, attempt: number, why: Refusal): Promise<void> {
    const payment = await tx.lock(TaxPayment, id);
    if (payment?.attempt !== attempt || !PAYOUT.allows(payment.state, 'reject')) return;
    await this.reject(tx, payment, why);
  }

  /**
   * The bank reports. Repeated, late and overtaking reports are normal and change nothing.
   * @throws UnknownBankMessageError when it is about no message of ours
   * @throws ContradictoryStatusError when it takes back a final word
   */
  async report(tx: Tx, { messageId, status, reasonCode, reason, bankReference }: PaymentReport): Promise<void> {
    const [, named = '', number = '0'] = MESSAGE.exec(messageId) ?? [];
    const id = tryParseId('taxPayment', named);
    const payment = id === null ? null : await tx.lock(TaxPayment, id);
    if (payment === null || Number(number) > payment.attempt) {
      throw new UnknownBankMessageError(SAY.payment_not_ours, { messageId });
    }
    const verdict = judgeStatus(payment.state, status, Number(number) === payment.attempt);
    if (verdict === 'contradiction') {
      throw new ContradictoryStatusError(SAY.payout_contradicts({ state: payment.state, status }), { messageId });
    }
    if (verdict === 'old-news') return;
    const command = PAYMENT_STATUSES[status];
    if (command === 'confirm') await this.confirm(tx, payment, bankReference);
    else if (command === 'reject') {
      await this.reject(tx, payment, { reasonCode, ...reasonOf(reason ?? [SAY.no_reason_given]) });
    } else await this.progress(tx, payment, command, bankReference);
  }

  /**
   * Time is up: if it still waits, somebody is told, and the bank is asked again later.
   * @param isKnown whether the bank, asked just now, knew of the order; if not, it is sent again, word for word
   */
  async chase(tx: Tx, id: string, attempt: number, isKnown: boolean): Promise<void> {
    const payment = await tx.lock(TaxPayment, id);
    if (payment?.attempt !== attempt || !PAYOUT.allows(payment.state, 'confirm')) return;
    const overdueSince = payment.expectedBy ?? tx.now;
    const again = { paymentId: id, attempt };
    if (overdueSince > tx.now) {
      // News came meanwhile, and with it more time.
      enqueue(tx, askTaxPayment, again, { dueAt: overdueSince });
      return;
    }
    const dueAt = nextAsk('payout', payment.queuedAt ?? tx.now, tx);
    payment.waitUntil(dueAt, tx.now);
    await tx.store(TaxPayment, payment);
    announceOverdue(tx, payment, overdueSince);
    if (!isKnown) enqueue(tx, sendTaxPayment, again);
    enqueue(tx, askTaxPayment, again, { dueAt });
  }

  private async progress(
    tx: Tx,
    payment: TaxPayment,
    command: 'send' | 'accept',
    bankReference: string | null,
  ): Promise<void> {
    const dueAt = expectedBy('payout', tx);
    const wasQueued = payment.state === 'queued';
    if (command === 'send') payment.markSent(dueAt, tx.now);
    else payment.accept({ bankReference, expectedBy: dueAt, now: tx.now });
    await tx.store(TaxPayment, payment);
    if (wasQueued) announceSent(tx, payment);
  }

  /** The client's money has left the bank: the client owes it no more, nor is it owed to the authority. */
  private async confirm(tx: Tx, payment: TaxPayment, bankReference: string | null): Promise<void> {
    const { id, kind, partyId, amount, holdId, messageId, state: from } = payment;
    const { client, authority, sign } = SETTLED_BY[kind];
    const settled = sign === 1 ? amount : amount.negated();
    const paidOn = dateInZone(tx.now, CHINA);
    if (holdId === null) throw new Error(`Tax payment ${id} was ordered without a hold`);
    payment.confirm({ bankReference, now: tx.now });
    await this.ledger.settleHold(tx, holdId, {
      kind: kind === 'customs_tax' ? 'fx.tax-payment' : 'fx.clawback-payment',
      key: `fx.tax-payment/${messageId}`,
      valueDate: paidOn,
      memo: messageId,
      postings: [
        { account: { code: 'client_funds', partyId }, amount },
        { account: { code: client, partyId }, amount: settled },
        { account: { code: authority }, amount: settled.negated() },
        { account: await atBank(tx, partyId, amount.currency), amount: amount.negated() },
      ],
    });
    await tx.store(TaxPayment, payment);
    announceConfirmed(tx, payment, paidOn);
    noteTaxPayment(tx, 'confirmed', payment, from);
  }

  private async reject(tx: Tx, payment: TaxPayment, why: Refusal): Promise<void> {
    const { holdId, state: from } = payment;
    payment.reject(why, tx.now);
    if (holdId !== null) await this.ledger.voidHold(tx, holdId, { reason: why.reasonCode ?? 'rejected' });
    await tx.store(TaxPayment, payment);
    announceRefused(tx, payment);
    noteTaxPayment(tx, 'rejected', payment, from);
  }
}
