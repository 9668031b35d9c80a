import { type Currency } from '../../../kernel/currency.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type BankEntry } from './bank-message.js';

/** Statement of an account (camt.053), or notification of movements on it (camt.054). */
export type BankFileType = 'camt.053' | 'camt.054';

/** Ways in which banks leave the standard that are read all the same, and told. */
export const QUIRKS = [
  'no_namespace',
  'other_namespace',
  'envelope',
  'other_encoding',
  'blank_first',
  'status_form',
  'party_form',
  'details_unsummed',
  'no_reference',
  'no_opening',
] as const;
export type QuirkCode = (typeof QUIRKS)[number];

export interface Quirk {
  readonly code: QuirkCode;
  /** Where it is met first; 1 is the first line. */
  readonly line: number;
  readonly count: number;
}

/** A balance as the bank states it: below zero where the account is overdrawn. */
export interface ReportedBalance {
  /** Of ISO 20022: `OPBD` opening booked, `CLBD` closing booked, `CLAV` closing available. */
  readonly type: string;
  readonly amount: Money;
  readonly on: LocalDate;
}

/** Whether the bank has booked it; what is not comes again. */
export type EntryStatus = 'booked' | 'pending';

/** One entry of a statement or notification. */
export interface ReportedEntry {
  readonly line: number;
  /** The bank's own reference. */
  readonly reference: string;
  /** Always above zero; `direction` says which way. */
  readonly amount: Money;
  readonly direction: 'credit' | 'debit';
  readonly isReversal: boolean;
  readonly status: EntryStatus;
  readonly bookedOn: LocalDate | null;
  readonly valueDate: LocalDate | null;
  /** Kind of movement, `PMNT/RCDT/XBCT`, or the bank's own code. */
  readonly kindCode: string | null;
  /** The movements that make it up, one for each transaction where these are told; none while it is pending. */
  readonly movements: readonly BankEntry[];
}

/** Counts and sums that the bank states about all entries; null where it states none. Amounts carry no currency there. */
export interface ReportedSummary {
  readonly entries: string | null;
  readonly sum: string | null;
  /** Below zero where debits prevail. */
  readonly net: string | null;
  readonly credits: string | null;
  readonly creditSum: string | null;
  readonly debits: string | null;
  readonly debitSum: string | null;
}

/** One account in a file: `Stmt` or `Ntfctn`. */
export interface AccountReport {
  readonly line: number;
  /** Where it stands, as faults name it: `/xml/Document/BkToCstmrStmt/Stmt[1]`. */
  readonly path: string;
  readonly reference: string;
  readonly page: number;
  readonly createdAt: string | null;
  readonly accountNumber: string;
  readonly currency: Currency;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly balances: readonly ReportedBalance[];
  readonly summary: ReportedSummary;
  readonly entries: readonly ReportedEntry[];
}

/** A file of the bank, read. */
export interface BankFile {
  readonly type: BankFileType;
  /** `02` to `08`; null where no namespace says it. */
  readonly version: string | null;
  readonly messageId: string;
  /** As the bank wrote it. */
  readonly createdAt: string | null;
  readonly reports: readonly AccountReport[];
  readonly quirks: readonly Quirk[];
}

/** Opening and closing booked balance: of a page in the middle of a statement, the interim ones. */
export function bookedBalances(balances: readonly ReportedBalance[]): {
  readonly opening: ReportedBalance | null;
  readonly closing: ReportedBalance | null;
} {
  const first = (...types: string[]): ReportedBalance | null =>
    types.flatMap((type) => balances.filter((balance) => balance.type === type)).at(0) ?? null;
  const interim = balances.filter(({ type }) => type === 'ITBD');
  return {
    opening: first('OPBD', 'PRCD') ?? interim.at(0) ?? null,
    closing: first('CLBD') ?? interim.at(-1) ?? null,
  };
}

/** What an entry does to the balance. */
export function effectOf({ amount, direction }: Pick<ReportedEntry, 'amount' | 'direction'>): Money {
  return direction === 'credit' ? amount : amount.negated();
}
