import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { type View } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import { PayoutBatches } from '../application/payouts/payout-batches.js';
import { Payouts } from '../application/payouts/payouts.js';
import { type PaymentOrder } from '../domain/payouts/payment-order.js';
import { PAYOUT } from '../domain/payouts/payout-status.js';
import { Bank } from '../partners/bank.port.js';
import { paymentOrderOf, refusalOf, reportAsked } from './bank-orders.js';
import { askPayout, type PayoutPayload, sendPayout } from './fx.job.js';

/**
 * Orders a payout from the bank. Everything in the message comes from the row, so a repeat is the same message, byte
 * for byte, and the bank carries it out once.
 */
@Injectable()
export class SendPayoutProcessor extends Processor<PayoutPayload> {
  readonly job = sendPayout;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly accounts: CollectionAccounts,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<PayoutPayload>): Promise<void> {
    const { payoutId, attempt } = delivery.payload;
    const order = await this.deliveries.read(delivery, (view) => this.orderOf(view, delivery.payload));
    if (order === null) return;
    try {
      await this.bank.pay(delivery.caller, order);
      await this.deliveries.once(delivery, (tx) => this.payouts.recordSent(tx, payoutId, attempt));
    } catch (error) {
      const why = refusalOf(error);
      if (why === null) throw error;
      await this.deliveries.once(delivery, (tx) => this.payouts.recordRefused(tx, payoutId, attempt, why));
    }
  }

  /** Null when nothing is to be sent any more. @throws AccountNotOpenError while the bank has not opened the seller's account */
  private async orderOf(view: View, { payoutId, attempt }: PayoutPayload): Promise<PaymentOrder | null> {
    const payout = await this.payouts.get(view, payoutId);
    const { creditor, queuedAt, state, amount, partyId, remittance, messageId, executionOn, batchId } = payout;
    if (batchId !== null) return null;
    if (payout.attempt !== attempt || !PAYOUT.allows(state, 'confirm') || creditor === null || queuedAt === null)
      return null;
    return paymentOrderOf(this.accounts, view, {
      messageId,
      partyId,
      amount,
      creditor,
      remittance,
      queuedAt,
      executionOn,
    });
  }
}

/** Asks after a payout that the bank should have reported on. */
@Injectable()
export class AskPayoutProcessor extends Processor<PayoutPayload> {
  readonly job = askPayout;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly batches: PayoutBatches,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<PayoutPayload>): Promise<void> {
    const { payoutId, attempt } = delivery.payload;
    const payout = await this.deliveries.read(delivery, (view) => this.payouts.get(view, payoutId));
    if (payout.attempt !== attempt || !PAYOUT.allows(payout.state, 'confirm')) return;
    const { batchId } = payout;
    const messageId = batchId === null ? payout.messageId : publicId('payoutBatch', batchId);
    const report = await reportAsked(this.bank, delivery.caller, messageId);
    await this.deliveries.once(delivery, async (tx) => {
      if (typeof report === 'object' && report !== null) await this.reports(batchId).report(tx, report);
      await this.payouts.chase(tx, payoutId, attempt, report !== null);
    });
  }

  private reports(batchId: string | null): Payouts | PayoutBatches {
    return batchId === null ? this.payouts : this.batches;
  }
}
