import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type ControlReport } from '../bop/bop-filing.js';
import {
  type ContractConfirmation,
  type ContractStatement,
  type LetterFromBank,
} from '../contracts/contract-filing.js';
import { type PaymentReport } from '../payouts/payment-report.js';

/** One movement on an account, as the bank booked it. */
export interface BankEntry {
  /** The bank's own reference; one movement has one, however often it is reported. */
  readonly bankReference: string;
  /** The reference of the entry that this is one of several transactions of; null where it is an entry by itself. */
  readonly partOf: string | null;
  readonly kind: 'credit' | 'debit' | 'reversal';
  /** Which way the money went: that of a reversal is against what it reverses. */
  readonly direction: 'credit' | 'debit';
  /** What was booked. */
  readonly amount: Money;
  /** Kept by banks on the way, where they say so. */
  readonly charges: Money | null;
  readonly payerName: string | null;
  /** Payer, and on whose behalf it paid: whatever names the message gives. */
  readonly payerNames: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly payerCountry: string | null;
  /** What the payer wrote: the lines of the remittance information. */
  readonly remittance: string;
  /** Everything else in words that may name an order: end-to-end id, document numbers, the bank's remarks. */
  readonly references: string;
  readonly endToEndId: string | null;
  readonly uetr: string | null;
  readonly bookedOn: LocalDate;
  readonly valueDate: LocalDate;
  /** Why it came back, where the bank says that it is a return (`RtrInf`): code of ISO 20022, and words. */
  readonly returnReason?: { readonly code: string | null; readonly words: string };
}

/** The movements on one account that a message tells of. */
export interface AccountNotice {
  readonly accountNumber: string;
  readonly entries: readonly BankEntry[];
}

/** What the bank answers to a message of currency control. */
export type ContractWord =
  | { readonly kind: 'control-status'; readonly report: ControlReport }
  | { readonly kind: 'contract-confirmation'; readonly confirmations: readonly ContractConfirmation[] }
  | { readonly kind: 'contract-statement'; readonly statements: readonly ContractStatement[] };

/** A message of the bank, read. */
export type BankMessage =
  | { readonly kind: 'credit-notice'; readonly notices: readonly AccountNotice[] }
  | { readonly kind: 'payment-status'; readonly report: PaymentReport }
  | { readonly kind: 'control-letters'; readonly letters: readonly LetterFromBank[] }
  | ContractWord;

export function isContractWord(message: BankMessage): message is ContractWord {
  return ['control-status', 'contract-confirmation', 'contract-statement'].includes(message.kind);
}
