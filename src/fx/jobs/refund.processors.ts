import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import { CollectionRefunds } from '../application/refunds/collection-refunds.js';
import { RefundReports } from '../application/refunds/refund-reports.js';
import { type PaymentOrder } from '../domain/payouts/payment-order.js';
import { REFUND } from '../domain/refunds/refund-status.js';
import { Bank } from '../partners/bank.port.js';
import { paymentOrderOf, refusalOf, reportAsked } from './bank-orders.js';
import { askRefund, type RefundPayload, sendRefund } from './refund.job.js';

/**
 * Orders a refund from the bank. Everything in the message comes from the row, so a repeat is the same message, byte for byte, and
 * the bank carries it out once.
 */
@Injectable()
export class SendRefundProcessor extends Processor<RefundPayload> {
  readonly job = sendRefund;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly refunds: CollectionRefunds,
    private readonly reports: RefundReports,
    private readonly accounts: CollectionAccounts,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<RefundPayload>): Promise<void> {
    const { refundId } = delivery.payload;
    const order = await this.deliveries.read(delivery, (view) => this.orderOf(view, refundId));
    if (order === null) return;
    try {
      await this.bank.pay(delivery.caller, order);
      await this.deliveries.once(delivery, (tx) => this.reports.recordSent(tx, refundId));
    } catch (error) {
      const why = refusalOf(error);
      if (why === null) throw error;
      await this.deliveries.once(delivery, (tx) => this.reports.recordRefused(tx, refundId, why));
    }
  }

  /** Null when nothing is to be sent any more. */
  private async orderOf(view: View, id: string): Promise<PaymentOrder | null> {
    const refund = await this.refunds.get(view, id);
    const { state, amount, partyId, remittance, messageId, queuedAt, executionOn } = refund;
    if (!REFUND.allows(state, 'confirm') || queuedAt === null) return null;
    const creditor = this.refunds.creditorOf(refund);
    const payable = { messageId, partyId, amount, creditor, remittance, queuedAt, executionOn };
    return paymentOrderOf(this.accounts, view, payable);
  }
}

/** Asks after a refund that the bank should have reported on. */
@Injectable()
export class AskRefundProcessor extends Processor<RefundPayload> {
  readonly job = askRefund;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly refunds: CollectionRefunds,
    private readonly reports: RefundReports,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<RefundPayload>): Promise<void> {
    const { refundId } = delivery.payload;
    const { state, messageId } = await this.deliveries.read(delivery, (view) => this.refunds.get(view, refundId));
    if (!REFUND.allows(state, 'confirm')) return;
    const report = await reportAsked(this.bank, delivery.caller, messageId);
    await this.deliveries.once(delivery, async (tx) => {
      if (typeof report === 'object' && report !== null) await this.reports.report(tx, report);
      await this.reports.chase(tx, refundId, report !== null);
    });
  }
}
