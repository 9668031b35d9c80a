import { Injectable } from '@nestjs/common';

import { causesOf } from '../../kernel/domain-error.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { reasonOf } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionAccounts } from '../application/collection-accounts.js';
import { Payouts } from '../application/payouts.js';
import { SAY } from '../domain/fx.sentences.js';
import { type PaymentOrder } from '../domain/payment-order.js';
import { AccountNotOpenError, PaymentOrderFaultyError } from '../domain/payout.errors.js';
import { PAYOUT } from '../domain/payout-status.js';
import { type PaymentReport } from '../domain/bank-message.js';
import { type Refusal } from '../entities/payout.entity.js';
import { Bank, type BankCaller } from '../partners/bank.port.js';
import { askPayout, type PayoutPayload, sendPayout } from './fx.job.js';

/** China keeps one zone and no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

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
    const { creditor, queuedAt, state, amount, partyId, remittance, messageId } = payout;
    if (payout.attempt !== attempt || !PAYOUT.allows(state, 'confirm') || creditor === null || queuedAt === null)
      return null;
    const account = await this.accounts.of(view, partyId, amount.currency);
    if (account?.accountNumber == null || account.bankBic === null) {
      throw new AccountNotOpenError(SAY.account_not_open);
    }
    return {
      messageId,
      createdAt: chinaTime(queuedAt),
      executionDate: dateInZone(queuedAt, CHINA),
      amount,
      debtor: { name: account.ownerName, accountNumber: account.accountNumber, bic: account.bankBic },
      creditor,
      remittance,
    };
  }
}

/** Asks after a payout that the bank should have reported on. */
@Injectable()
export class AskPayoutProcessor extends Processor<PayoutPayload> {
  readonly job = askPayout;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<PayoutPayload>): Promise<void> {
    const { payoutId, attempt } = delivery.payload;
    const payout = await this.deliveries.read(delivery, (view) => this.payouts.get(view, payoutId));
    if (payout.attempt !== attempt || !PAYOUT.allows(payout.state, 'confirm')) return;
    const report = await this.ask(delivery.caller, payout.messageId);
    await this.deliveries.once(delivery, async (tx) => {
      if (typeof report === 'object' && report !== null) await this.payouts.report(tx, report);
      await this.payouts.chase(tx, payoutId, attempt, report !== null);
    });
  }

  /** A bank that does not answer ends nothing: it is asked again later. */
  private async ask(caller: BankCaller, messageId: string): Promise<PaymentReport | 'no answer' | null> {
    try {
      return await this.bank.paymentReport(caller, messageId);
    } catch (error) {
      if (error instanceof PartnerUnavailableError) return 'no answer';
      throw error;
    }
  }
}

/** Null when it is not certain that the order will not be carried out. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof PartnerRejectedError) {
    return { reasonCode: String(error.details['reasonCode'] ?? 'REFUSED'), ...reasonOf([error.sentence]) };
  }
  if (!(error instanceof PaymentOrderFaultyError)) return null;
  return { reasonCode: error.code, ...reasonOf(causesOf(error.faults)) };
}

/** `2026-11-24T17:49:05+08:00` */
export function chinaTime(instant: Date): string {
  return `${new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
