import { type PaymentReport } from '../domain/payouts/payment-report.js';
import { type Currency } from '../../kernel/currency.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type PartnerClient } from '../../platform/partners/partner-client.js';
import { type BankMessage } from '../domain/bank-files/bank-message.js';
import { type PaymentBatch, type PaymentOrder } from '../domain/payouts/payment-order.js';

/** On whose behalf the bank is called. */
export type BankCaller = Parameters<PartnerClient['call']>[0];

/** One line of the bank's board: CNY for `unit` of the currency. */
export interface BoardLine {
  readonly currency: Currency;
  readonly unit: Decimal;
  readonly spotBuy: Decimal;
  readonly cashBuy: Decimal;
  readonly spotSell: Decimal;
  readonly cashSell: Decimal;
}

export interface BankBoard {
  /** RFC 3339, as the bank says. */
  readonly asOf: string;
  readonly lines: readonly BoardLine[];
}

export interface Deal {
  readonly dealId: string;
  readonly sold: Money;
  readonly bought: Money;
  readonly valueDate: LocalDate;
}

/**
 * The bank that keeps the sellers' accounts. Each question has three outcomes: an answer; PartnerRejectedError, a final
 * no with the bank's `reasonCode` and `reason` in its details; PartnerUnavailableError, unknown: ask again with the
 * same reference, which gets the first answer. Credits and payment reports come by themselves, as messages.
 */
export abstract class Bank {
  /** Opens an account, or tells of the one that this reference opened. */
  abstract openAccount(
    caller: BankCaller,
    request: { readonly reference: string; readonly ownerName: string; readonly currency: Currency },
  ): Promise<{ readonly accountNumber: string; readonly bankBic: string }>;

  abstract board(caller: BankCaller): Promise<BankBoard>;

  /**
   * Exchanges at `rate`, CNY for `unit` of the foreign currency; between two foreign ones what is bought for `unit` of what is
   * sold. Refused with RATE_STALE when the market has moved.
   */
  abstract deal(
    caller: BankCaller,
    request: {
      readonly reference: string;
      readonly sell: Money;
      readonly buyCurrency: Currency;
      readonly rate: Decimal;
      readonly unit: Decimal;
      /** When both currencies change hands; null: at once. */
      readonly valueDate: LocalDate | null;
      /** Where the money is taken from and put to; null while the client has no account in that currency. */
      readonly debitAccount: string | null;
      readonly creditAccount: string | null;
    },
  ): Promise<Deal>;

  /** Has a deal of a later value date delivered, on that date. */
  abstract deliver(
    caller: BankCaller,
    request: { readonly reference: string; readonly dealId: string; readonly valueDate: LocalDate },
  ): Promise<Deal>;

  /**
   * Asks for another foreign amount (of nothing: it is called off) or value date of a deal that is not delivered, at the market
   * price of the moment. Refused with RATE_STALE when that has moved.
   * @returns what the bank pays for it in CNY; below zero, what it is paid
   */
  abstract changeDeal(
    caller: BankCaller,
    request: {
      readonly reference: string;
      readonly dealId: string;
      readonly to: Money;
      readonly valueDate: LocalDate;
      readonly rate: Decimal;
    },
  ): Promise<Money>;

  /** Orders a transfer. Taken is not carried out: what becomes of it is reported. */
  abstract pay(caller: BankCaller, order: PaymentOrder): Promise<void>;

  /** Orders several transfers in one message. */
  abstract payBatch(caller: BankCaller, batch: PaymentBatch): Promise<void>;

  /** What became of a payment order; null while the bank knows nothing of it, or has not looked at it yet. */
  abstract paymentReport(caller: BankCaller, messageId: string): Promise<PaymentReport | null>;

  /** All credits of an account so far, for a notice that was lost on its way; null where the bank cannot say. */
  abstract credits(caller: BankCaller, accountNumber: string): Promise<BankMessage | null>;

  /** The statement of an account at the end of a day (camt.053), as it is; null where the bank has none. */
  abstract statement(caller: BankCaller, accountNumber: string, day: LocalDate): Promise<string | null>;
}

/** Reads what the bank sends. */
export abstract class BankMessages {
  /**
   * @throws UnknownBankMessageError when it is a message of a kind we do not know
   * @throws UnreadableBankMessageError when it is one we know, and broken
   */
  abstract read(text: string): BankMessage;
}
