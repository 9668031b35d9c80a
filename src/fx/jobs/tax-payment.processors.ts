import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import { TaxPaymentReports } from '../application/tax-payments/tax-payment-reports.js';
import { TaxPayments } from '../application/tax-payments/tax-payments.js';
import { type PaymentOrder } from '../domain/payouts/payment-order.js';
import { PAYOUT } from '../domain/payouts/payout-status.js';
import { Bank } from '../partners/bank.port.js';
import { paymentOrderOf, refusalOf, reportAsked } from './bank-orders.js';
import { askTaxPayment, sendTaxPayment, type TaxPaymentPayload } from './fx.job.js';

/** Orders taxes to be paid. Everything in the message comes from the row, so a repeat is the same message. */
@Injectable()
export class SendTaxPaymentProcessor extends Processor<TaxPaymentPayload> {
  readonly job = sendTaxPayment;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payments: TaxPayments,
    private readonly reports: TaxPaymentReports,
    private readonly accounts: CollectionAccounts,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<TaxPaymentPayload>): Promise<void> {
    const { paymentId, attempt } = delivery.payload;
    const order = await this.deliveries.read(delivery, (view) => this.orderOf(view, delivery.payload));
    if (order === null) return;
    try {
      await this.bank.pay(delivery.caller, order);
      await this.deliveries.once(delivery, (tx) => this.reports.recordSent(tx, paymentId, attempt));
    } catch (error) {
      const why = refusalOf(error);
      if (why === null) throw error;
      await this.deliveries.once(delivery, (tx) => this.reports.recordRefused(tx, paymentId, attempt, why));
    }
  }

  /** Null when nothing is to be sent any more. @throws AccountNotOpenError while the bank has not opened the account */
  private async orderOf(view: View, { paymentId, attempt }: TaxPaymentPayload): Promise<PaymentOrder | null> {
    const payment = await this.payments.get(view, paymentId);
    const { creditor, queuedAt, state, amount, partyId, remittance, messageId } = payment;
    if (payment.attempt !== attempt || !PAYOUT.allows(state, 'confirm') || queuedAt === null) return null;
    return paymentOrderOf(this.accounts, view, { messageId, partyId, amount, creditor, remittance, queuedAt });
  }
}

/** Asks after taxes whose payment the bank should have reported on. */
@Injectable()
export class AskTaxPaymentProcessor extends Processor<TaxPaymentPayload> {
  readonly job = askTaxPayment;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payments: TaxPayments,
    private readonly reports: TaxPaymentReports,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<TaxPaymentPayload>): Promise<void> {
    const { paymentId, attempt } = delivery.payload;
    const payment = await this.deliveries.read(delivery, (view) => this.payments.get(view, paymentId));
    if (payment.attempt !== attempt || !PAYOUT.allows(payment.state, 'confirm')) return;
    const report = await reportAsked(this.bank, delivery.caller, payment.messageId);
    await this.deliveries.once(delivery, async (tx) => {
      if (typeof report === 'object' && report !== null) await this.reports.report(tx, report);
      await this.reports.chase(tx, paymentId, attempt, report !== null);
    });
  }
}
