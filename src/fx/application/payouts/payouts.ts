import { type PaymentReport } from '../../domain/payouts/payment-report.js';
import { Injectable } from '@nestjs/common';

import { type ReceivedEvent } from '../../../contracts/events.js';
import { newId, parseId, parseOptionalId, publicId, tryParseId } from '../../../kernel/ids.js';
import { dateInZone, CHINA } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { OrderBook } from '../../../orders/index.js';
import { Parties } from '../../../parties/index.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError, UnknownBankMessageError } from '../../domain/bank-files/bank-message.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy, nextAsk } from '../../domain/patience.js';
import { asLine } from '../../domain/payouts/payment-order.js';
import { judgeStatus, PAYMENT_STATUSES } from '../../domain/payouts/payment-status.js';
import { NoBankAccountError } from '../../domain/payouts/payout.errors.js';
import { PAYOUT } from '../../domain/payouts/payout-status.js';
import { payoutKey } from '../../domain/statements/ledger-keys.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { Payout, type Refusal } from '../../entities/payout.entity.js';
import { returnsOf } from '../../entities/payout-returns.table.js';
import { askPayout, sendPayout, sendPayoutBatch } from '../../jobs/fx.job.js';
import { atBank } from '../bank-account-of.js';
import { CollectionAccounts } from '../collections/collection-accounts.js';
import { DuesPurchases, type Release } from '../dues/dues-purchases.js';
import { MarginCalls } from '../margins/margin-calls.js';
import { PayoutOrders } from './payout-orders.js';

export interface PayoutFilter {
  readonly orderId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly state?: string | undefined;
}

const REMITTANCE_MAX = 140;

/** Released money on its way to sellers: held in the books, ordered from the bank once, confirmed or taken back. */
@Injectable()
export class Payouts {
  constructor(
    private readonly orders: OrderBook,
    private readonly ledger: Ledger,
    private readonly dues: DuesPurchases,
    private readonly bankOrders: PayoutOrders,
    private readonly parties: Parties,
    private readonly accounts: CollectionAccounts,
    private readonly margins: MarginCalls,
  ) {}

  /**
   * Money was released to the seller of an order: what it owes in foreign currency is paid of it, the rest is held and
   * ordered, or waits for an account to go to. An advance passes whole, as it does through the waterfall.
   * @throws BoardStaleError when dues are to be paid and no fresh board is at hand
   */
  async release(tx: Tx, event: ReceivedEvent<'financing.proceeds.released'>): Promise<void> {
    const released = Money.fromJSON(event.data.amount);
    if (released.isZero()) return;
    if (released.currency !== HOME) throw new Error(`Release ${event.id} cannot be paid out`);
    const { source: purpose, sourceId } = event.data;
    if (event.orderId === null) {
      await this.releaseLine(tx, event, released);
      return;
    }
    const { seller } = await this.orders.snapshot(tx, event.orderId);
    const release = { eventId: event.id, orderId: event.orderId, partyId: seller.id, amount: released };
    const amount = purpose === 'advance' ? released : await this.dues.takeFrom(tx, release);
    await this.begin(tx, { ...release, amount }, { purpose, sourceId });
  }

  /** What was set aside of an order's money and is not needed goes on as if it were released only now. @throws BoardStaleError */
  async passOn(tx: Tx, release: Release): Promise<void> {
    const amount = await this.dues.takeFrom(tx, release);
    await this.begin(tx, { ...release, amount }, { purpose: 'collection', sourceId: release.eventId });
  }

  /** What was lent to the seller on no order: nothing of an order's is due of it. What was lent for margin pays that. */
  private async releaseLine(
    tx: Tx,
    { id: eventId, data }: ReceivedEvent<'financing.proceeds.released'>,
    amount: Money,
  ): Promise<void> {
    const partyId = data.sellerId === undefined ? null : parseId('party', data.sellerId);
    const seller = partyId === null ? null : await this.parties.find(tx, partyId);
    if (partyId === null || seller === null) throw new Error(`Release ${eventId} names nobody`);
    // Who never had an order has no account yet that it could be paid from.
    await this.accounts.ensure(tx, [{ partyId, currency: HOME, ownerName: seller.name }]);
    const forwardId = parseOptionalId('forward', data.forwardId);
    const { source: purpose, sourceId } = data;
    if (forwardId !== undefined) await this.margins.payFrom(tx, forwardId, { advanceId: sourceId, amount });
    else await this.begin(tx, { eventId, orderId: null, partyId, amount }, { purpose, sourceId });
  }

  private async begin(
    tx: Tx,
    {
      eventId: releaseEventId,
      orderId,
      partyId,
      amount,
    }: Omit<Release, 'orderId'> & { readonly orderId: string | null },
    { purpose, sourceId }: Pick<Payout, 'purpose' | 'sourceId'>,
  ): Promise<void> {
    if (amount.isZero()) return;
    const reference =
      orderId === null ? publicId('advance', sourceId) : (await this.orders.snapshot(tx, orderId)).reference;
    const payout = Payout.of({
      ...{ tenantId: tx.tenantId, id: newId(), releaseEventId, orderId, partyId, purpose, sourceId, amount },
      remittance: asLine(`${reference} ${purpose}`, REMITTANCE_MAX),
      now: tx.now,
    });
    const creditor = await this.bankOrders.creditorOf(tx, partyId);
    if (creditor !== null) await this.bankOrders.order(tx, payout, creditor);
    await tx.insert(Payout, payout);
    this.audit(tx, payout, 'payout.released', null);
  }

  /**
   * Orders it anew, under a new message id: only after the bank said no, when it came back, or when there was no account to pay to.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, NoBankAccountError
   * @throws InsufficientFundsError when the money was used otherwise meanwhile
   * @throws MandateLimitError
   */
  async retry(tx: Tx, id: string): Promise<Payout> {
    const payout = await tx.lock(Payout, id);
    if (payout === null) throw new ResourceNotFoundError(SAY.no_such_payout);
    tx.assertFresh(payout);
    const from = payout.state;
    PAYOUT.next(from, 'retry');
    const creditor = await this.bankOrders.creditorOf(tx, payout.partyId);
    if (creditor === null) throw new NoBankAccountError(SAY.no_bank_account);
    await moveUnderMandate(tx, payout.amount);
    await this.bankOrders.order(tx, payout, creditor);
    await tx.store(Payout, payout);
    this.audit(tx, payout, 'payout.retried', from);
    return payout;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Payout> {
    const payout = await view.find(Payout, id);
    if (payout === null) throw new ResourceNotFoundError(SAY.no_such_payout);
    return payout;
  }

  /** The bank has taken the order. News of an earlier message changes nothing. */
  async recordSent(tx: Tx, id: string, attempt: number): Promise<void> {
    const payout = await tx.lock(Payout, id);
    if (payout?.state !== 'queued' || payout.attempt !== attempt) return;
    payout.markSent(expectedBy('payout', tx), tx.now);
    await tx.store(Payout, payout);
    this.announceSent(tx, payout);
  }

  /** It cannot be carried out: the bank refused the order, or we found it faulty and never sent it. */
  async recordRefused(tx: Tx, id: string, attempt: number, why: Refusal): Promise<void> {
    const payout = await tx.lock(Payout, id);
    if (payout?.attempt !== attempt || !PAYOUT.allows(payout.state, 'reject')) return;
    await this.reject(tx, payout, why);
  }

  /**
   * The bank reports. Repeated, late and overtaking reports are normal and change nothing.
   * @throws UnknownBankMessageError when it is about no message of ours
   * @throws ContradictoryStatusError when it takes back a final word
   */
  async report(tx: Tx, { messageId, status, reasonCode, reason, bankReference }: PaymentReport): Promise<void> {
    const { id, attempt } = parseMessageId(messageId);
    const payout = await tx.lock(Payout, id);
    if (payout === null || attempt > payout.attempt) {
      throw new UnknownBankMessageError(SAY.payment_not_ours, { messageId });
    }
    // It was settled, came back and was ordered anew: of that message nothing is news any more.
    if (attempt < payout.attempt && (await returnsOf(tx, id)).some((back) => back.attempt === attempt)) return;
    const verdict = judgeStatus(payout.state, status, attempt === payout.attempt);
    if (verdict === 'contradiction') {
      throw new ContradictoryStatusError(SAY.payout_contradicts({ state: payout.state, status }), {
        messageId,
      });
    }
    if (verdict === 'old-news') return;
    const command = PAYMENT_STATUSES[status];
    if (command === 'confirm') await this.confirm(tx, payout, bankReference);
    else if (command === 'reject')
      await this.reject(tx, payout, { reasonCode, ...reasonOf(reason ?? [SAY.no_reason_given]) });
    else await this.progress(tx, payout, command, bankReference);
  }

  /**
   * Time is up: if it still waits, somebody is told, and the bank is asked again later.
   * @param isKnown whether the bank, asked just now, knew of the order; if not, it is sent again, word for word
   */
  async chase(tx: Tx, id: string, attempt: number, isKnown: boolean): Promise<void> {
    const payout = await tx.lock(Payout, id);
    if (payout?.attempt !== attempt || !PAYOUT.allows(payout.state, 'confirm')) return;
    const overdueSince = payout.expectedBy ?? tx.now;
    if (overdueSince > tx.now) {
      // News came meanwhile, and with it more time.
      enqueue(tx, askPayout, { payoutId: id, attempt }, { dueAt: overdueSince });
      return;
    }
    const dueAt = nextAsk('payout', payout.queuedAt ?? tx.now, tx);
    payout.waitUntil(dueAt, tx.now);
    await tx.store(Payout, payout);
    publish(tx, {
      type: 'fx.payout.overdue',
      resource: { type: 'payout', id },
      orderId: payout.orderId,
      changed: ['expectedBy'],
      data: { state: payout.state, expectedBy: overdueSince.toISOString() },
    });
    if (!isKnown && payout.batchId === null) enqueue(tx, sendPayout, { payoutId: id, attempt });
    else if (!isKnown && payout.batchId !== null) enqueue(tx, sendPayoutBatch, { batchId: payout.batchId });
    enqueue(tx, askPayout, { payoutId: id, attempt }, { dueAt });
  }

  /** It has come back, so it had been settled, whether the bank told so before or not. Of one that was refused that cannot be. */
  async confirmReturned(tx: Tx, payout: Payout, bankReference: string): Promise<void> {
    if (PAYOUT.allows(payout.state, 'confirm')) await this.confirm(tx, payout, bankReference);
  }

  list(view: View, query: PageQuery, { orderId, partyId, state }: PayoutFilter): Promise<Page<Payout>> {
    const conditions = [...equal('order_id', orderId), ...equal('party_id', partyId), ...among('state', state)];
    return entityPage(view, Payout, { table: 'fx.payout', query, conditions });
  }

  private async progress(
    tx: Tx,
    payout: Payout,
    command: 'send' | 'accept',
    bankReference: string | null,
  ): Promise<void> {
    const dueAt = expectedBy('payout', tx);
    const wasQueued = payout.state === 'queued';
    if (command === 'send') payout.markSent(dueAt, tx.now);
    else payout.accept({ bankReference, expectedBy: dueAt, now: tx.now });
    await tx.store(Payout, payout);
    if (wasQueued) this.announceSent(tx, payout);
  }

  private async confirm(tx: Tx, payout: Payout, bankReference: string | null): Promise<void> {
    const { id, partyId, orderId, amount, purpose, holdId, messageId, state: from } = payout;
    if (holdId === null) throw new Error(`Payout ${id} was ordered without a hold`);
    payout.confirm({ bankReference, now: tx.now });
    await this.ledger.settleHold(tx, holdId, {
      kind: 'fx.payout',
      key: payoutKey(messageId),
      orderId,
      valueDate: dateInZone(tx.now, CHINA),
      memo: messageId,
      postings: [
        { account: { code: 'client_funds', partyId }, amount },
        { account: await atBank(tx, partyId, amount.currency), amount: amount.negated() },
      ],
    });
    await tx.store(Payout, payout);
    publish(tx, {
      type: 'fx.payout.confirmed',
      resource: { type: 'payout', id },
      orderId,
      changed: ['state', 'bankReference'],
      data: { amount: amount.toJSON(), purpose },
    });
    this.audit(tx, payout, 'payout.confirmed', from);
  }

  private async reject(tx: Tx, payout: Payout, why: Refusal): Promise<void> {
    const { id, orderId, amount, holdId, state: from } = payout;
    payout.reject(why, tx.now);
    if (holdId !== null) await this.ledger.voidHold(tx, holdId, { reason: why.reasonCode ?? 'rejected' });
    await tx.store(Payout, payout);
    publish(tx, {
      type: 'fx.payout.rejected',
      resource: { type: 'payout', id },
      orderId,
      changed: ['state', 'reasonCode', 'reason'],
      data: {
        amount: amount.toJSON(),
        reason: [why.reasonCode, why.reason].filter((word) => word !== null).join(': '),
        ...(why.causes === undefined ? {} : { causes: why.causes }),
      },
    });
    this.audit(tx, payout, 'payout.rejected', from);
  }

  private announceSent(tx: Tx, { id, orderId, amount }: Payout): void {
    publish(tx, {
      type: 'fx.payout.sent',
      resource: { type: 'payout', id },
      orderId,
      changed: ['state'],
      data: { amount: amount.toJSON() },
    });
  }

  private audit(tx: Tx, { id, state }: Payout, action: string, from: string | null): void {
    audit(tx, { action, resourceType: 'payout', resourceId: id, from, to: state });
  }
}

/** `pay_01…-2` → the payout and its second message. @throws UnknownBankMessageError */
function parseMessageId(messageId: string): { id: string; attempt: number } {
  const match = /^(pay_[0-9a-z]{26})-(\d{1,4})$/.exec(messageId);
  const id = match === null ? null : tryParseId('payout', match[1] ?? '');
  if (match === null || id === null) {
    throw new UnknownBankMessageError(SAY.message_not_ours, { messageId: messageId.slice(0, 40) });
  }
  return { id, attempt: Number(match[2]) };
}
