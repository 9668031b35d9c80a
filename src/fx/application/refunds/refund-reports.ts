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
import { type PaymentReport } from '../../domain/payouts/payment-report.js';
import { judgeStatus, PAYMENT_STATUSES } from '../../domain/payouts/payment-status.js';
import { asPayment, REFUND } from '../../domain/refunds/refund-status.js';
import { refundKey } from '../../domain/statements/ledger-keys.js';
import { CollectionRefund } from '../../entities/collection-refund.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { type Refusal } from '../../entities/payout.entity.js';
import { askRefund, sendRefund } from '../../jobs/refund.job.js';
import { RefundMoney } from './refund-money.js';
import { announceMove, announceOverdue, announceSetback, noteRefund } from './refund-news.js';

const MESSAGE = /^crf_[0-9a-z]{26}$/;

/** Whether a message of the bank's is about money that goes back to a payer. */
export function isOfRefund(messageId: string): boolean {
  return MESSAGE.test(messageId);
}

interface Held {
  readonly refund: CollectionRefund;
  readonly collection: Collection;
}

/** What becomes of a refund at the bank, and in the books. */
@Injectable()
export class RefundReports {
  constructor(
    private readonly ledger: Ledger,
    private readonly money: RefundMoney,
  ) {}

  /** The bank has taken the order. Hearing so again changes nothing. */
  async recordSent(tx: Tx, id: string): Promise<void> {
    const refund = await tx.lock(CollectionRefund, id);
    if (refund?.state !== 'queued') return;
    await this.progress(tx, refund, 'send', null);
  }

  /** It cannot be carried out: the bank refused the order, or we found it faulty and never sent it. */
  async recordRefused(tx: Tx, id: string, why: Refusal): Promise<void> {
    const held = await this.lock(tx, id);
    if (held === null || !REFUND.allows(held.refund.state, 'reject')) return;
    await this.reject(tx, held, why);
  }

  /**
   * The bank reports. Repeated, late and overtaking reports are normal and change nothing.
   * @throws UnknownBankMessageError when it is about no message of ours
   * @throws ContradictoryStatusError when it takes back a final word
   */
  async report(tx: Tx, { messageId, status, reasonCode, reason, bankReference }: PaymentReport): Promise<void> {
    const id = tryParseId('collectionRefund', messageId);
    const held = id === null ? null : await this.lock(tx, id);
    if (held === null) throw new UnknownBankMessageError(SAY.payment_not_ours, { messageId });
    const { refund } = held;
    const verdict = judgeStatus(asPayment(refund.state), status, true);
    if (verdict === 'contradiction') {
      throw new ContradictoryStatusError(SAY.payout_contradicts({ state: refund.state, status }), { messageId });
    }
    if (verdict === 'old-news') return;
    const command = PAYMENT_STATUSES[status];
    if (command === 'confirm') await this.confirm(tx, held, bankReference);
    else if (command === 'reject') {
      await this.reject(tx, held, { reasonCode, ...reasonOf(reason ?? [SAY.no_reason_given]) });
    } else await this.progress(tx, refund, command, bankReference);
  }

  /**
   * Time is up: if it still waits, somebody is told, and the bank is asked again later.
   * @param isKnown whether the bank, asked just now, knew of the order; if not, it is sent again, word for word
   */
  async chase(tx: Tx, id: string, isKnown: boolean): Promise<void> {
    const refund = await tx.lock(CollectionRefund, id);
    if (refund === null || !REFUND.allows(refund.state, 'confirm')) return;
    const overdueSince = refund.expectedBy ?? tx.now;
    if (overdueSince > tx.now) {
      // News came meanwhile, and with it more time.
      enqueue(tx, askRefund, { refundId: id }, { dueAt: overdueSince });
      return;
    }
    const dueAt = nextAsk('payout', refund.queuedAt ?? tx.now, tx);
    refund.waitUntil(dueAt, tx.now);
    await tx.store(CollectionRefund, refund);
    announceOverdue(tx, refund, overdueSince);
    if (!isKnown) enqueue(tx, sendRefund, { refundId: id });
    enqueue(tx, askRefund, { refundId: id }, { dueAt });
  }

  /** The money has left the bank, and nobody here has it any more. */
  async confirm(tx: Tx, { refund, collection }: Held, bankReference: string | null): Promise<void> {
    const { partyId, accountId, amount, holdId, messageId, state: from } = refund;
    refund.confirm({ bankReference, now: tx.now });
    await tx.store(CollectionRefund, refund);
    if (collection.arrivedBack(amount, tx.now)) await tx.store(Collection, collection);
    await this.ledger.settleHold(tx, holdId, {
      kind: 'fx.collection-refund',
      key: refundKey(messageId),
      valueDate: dateInZone(tx.now, CHINA),
      memo: messageId,
      postings: [
        { account: { code: 'client_funds', partyId }, amount },
        { account: { code: 'clearing_bank', subAccountId: accountId }, amount: amount.negated() },
      ],
    });
    announceMove(tx, 'confirmed', refund);
    noteRefund(tx, 'confirmed', refund, from);
  }

  /** The receipt before what goes back of it, as everybody takes them. Null where there is no such refund. */
  async lock(tx: Tx, id: string): Promise<Held | null> {
    const known = await tx.find(CollectionRefund, id);
    if (known === null) return null;
    const collection = await this.money.lock(tx, known);
    const refund = await tx.lock(CollectionRefund, id);
    return refund === null ? null : { refund, collection };
  }

  private async progress(
    tx: Tx,
    refund: CollectionRefund,
    command: 'send' | 'accept',
    bankReference: string | null,
  ): Promise<void> {
    const dueAt = expectedBy('payout', tx);
    const wasQueued = refund.state === 'queued';
    if (command === 'send') refund.markSent(dueAt, tx.now);
    else refund.accept({ bankReference, expectedBy: dueAt, now: tx.now });
    await tx.store(CollectionRefund, refund);
    if (wasQueued) announceMove(tx, 'sent', refund);
  }

  private async reject(tx: Tx, { refund, collection }: Held, why: Refusal): Promise<void> {
    const { holdId, state: from } = refund;
    refund.reject(why, tx.now);
    await tx.store(CollectionRefund, refund);
    await this.ledger.voidHold(tx, holdId, { reason: why.reasonCode ?? 'rejected' });
    await this.money.giveBack(tx, refund, collection, 'refunding');
    announceSetback(tx, 'rejected', refund);
    noteRefund(tx, 'rejected', refund, from);
  }
}
