import { type PaymentReport } from '../domain/payouts/payment-report.js';
import { causesOf } from '../../kernel/domain-error.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { reasonOf } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { type CollectionAccounts } from '../application/collections/collection-accounts.js';
import { SAY } from '../domain/fx.sentences.js';
import { type PaymentBatch, type PaymentCreditor, type PaymentOrder } from '../domain/payouts/payment-order.js';
import { AccountNotOpenError, PaymentOrderFaultyError } from '../domain/payouts/payout.errors.js';
import { type PayoutBatch } from '../entities/payout-batch.entity.js';
import { type PayoutBatchItem } from '../entities/payout-batches.table.js';
import { type Refusal } from '../entities/payout.entity.js';
import { type Bank, type BankCaller } from '../partners/bank.port.js';

/** China keeps one zone and no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** What is paid out of a client's account: a payout, taxes, or money that goes back. */
interface Payable {
  readonly messageId: string;
  readonly partyId: string;
  readonly amount: Money;
  readonly creditor: PaymentCreditor;
  readonly remittance: string;
  readonly queuedAt: Date;
  /** Null or absent: the day on which it was written. */
  readonly executionOn?: LocalDate | null;
}

/**
 * The order as it is told to the bank. Everything in it comes from rows, so a repeat is the same message, byte for byte.
 * @throws AccountNotOpenError while the bank has not opened the client's account
 */
export async function paymentOrderOf(
  accounts: CollectionAccounts,
  view: View,
  { messageId, partyId, amount, creditor, remittance, queuedAt, executionOn = null }: Payable,
): Promise<PaymentOrder> {
  return {
    messageId,
    createdAt: chinaTime(queuedAt),
    executionDate: executionOn ?? dateInZone(queuedAt, CHINA),
    amount,
    debtor: await debtorOf(accounts, view, partyId, amount.currency),
    creditor,
    remittance,
  };
}

/** Several of them in one message. @throws AccountNotOpenError while the bank has not opened the client's account */
export async function paymentBatchOf(
  accounts: CollectionAccounts,
  view: View,
  batch: PayoutBatch,
  items: readonly PayoutBatchItem[],
): Promise<PaymentBatch> {
  const { messageId, closedAt, executionOn, batchBooking, partyId, currency } = batch;
  return {
    ...{ messageId, executionDate: executionOn, batchBooking },
    createdAt: chinaTime(closedAt ?? batch.createdAt),
    debtor: await debtorOf(accounts, view, partyId, currency),
    transfers: items.map(({ endToEndId, amount, creditor, remittance }) => ({
      endToEndId,
      amount,
      creditor,
      remittance,
    })),
  };
}

async function debtorOf(
  accounts: CollectionAccounts,
  view: View,
  partyId: string,
  currency: string,
): Promise<PaymentOrder['debtor']> {
  const account = await accounts.of(view, partyId, currency);
  if (account?.accountNumber == null || account.bankBic === null) throw new AccountNotOpenError(SAY.account_not_open);
  return { name: account.ownerName, accountNumber: account.accountNumber, bic: account.bankBic };
}

/** What the bank says of an order; null where it never had it. A bank that does not answer ends nothing: it is asked again later. */
export async function reportAsked(
  bank: Bank,
  caller: BankCaller,
  messageId: string,
): Promise<PaymentReport | 'no answer' | null> {
  try {
    return await bank.paymentReport(caller, messageId);
  } catch (error) {
    if (error instanceof PartnerUnavailableError) return 'no answer';
    throw error;
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
function chinaTime(instant: Date): string {
  return `${new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
