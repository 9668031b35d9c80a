import { type LocalDate, isLocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { accountKind, type AccountCode } from './chart.js';

/** Names an account; the currency comes from the amount. It is opened by its first posting. */
export interface AccountRef {
  readonly code: AccountCode;
  /** Whose account it is, for the codes that have one per party; absent for the others. */
  readonly partyId?: string | null;
  /** Which part of the account, such as one account at the bank; the balance of the account is that of all parts. */
  readonly subAccountId?: string | null;
}

export interface EntryPosting {
  readonly account: AccountRef;
  /** Debit above zero, credit below. */
  readonly amount: Money;
}

/** One booking: all of its postings are kept, or none. */
export interface LedgerEntry {
  /** What happened, for people and filters: `fx.conversion-booked`. */
  readonly kind: string;
  /** Names the event that is booked, unique in the tenant: the same key again books nothing. */
  readonly key: string;
  readonly orderId?: string | null;
  /** The day from which the money counts. */
  readonly valueDate: LocalDate;
  readonly memo?: string;
  /** Two or more; the amounts of each currency sum to zero. */
  readonly postings: readonly EntryPosting[];
}

export const KEY_MAX = 200;
export const KIND_MAX = 64;
export const MEMO_MAX = 500;
export const POSTINGS_MAX = 1_000;

/** Checks what only our own code can get wrong. @throws Error naming the entry and its fault: our bug */
export function assertEntry(entry: LedgerEntry): void {
  const fault = faultOf(entry);
  if (fault !== null) throw new Error(`Ledger entry ${entry.kind} ${entry.key}: ${fault}`);
}

function faultOf({ kind, key, valueDate, memo = '', postings }: LedgerEntry): string | null {
  if (kind.length === 0 || kind.length > KIND_MAX) return `its kind must have 1 to ${KIND_MAX} characters`;
  if (key.length === 0 || key.length > KEY_MAX) return `its key must have 1 to ${KEY_MAX} characters`;
  if (memo.length > MEMO_MAX) return `its memo must have at most ${MEMO_MAX} characters`;
  if (!isLocalDate(valueDate)) return `${valueDate} is no value date`;
  if (postings.length < 2 || postings.length > POSTINGS_MAX) return `it must have 2 to ${POSTINGS_MAX} postings`;
  const lame = postings.map(postingFault).find((found) => found !== null);
  return lame ?? unbalanced(postings);
}

function postingFault({ account, amount }: EntryPosting): string | null {
  if (amount.isZero()) return `a posting to ${account.code} is of nothing`;
  return accountFault(account);
}

export function accountFault({ code, partyId }: AccountRef): string | null {
  const named = partyId !== undefined && partyId !== null;
  if (accountKind(code).perParty === named) return null;
  return named ? `${code} is not kept per party` : `${code} needs a party`;
}

function unbalanced(postings: readonly EntryPosting[]): string | null {
  const sums = new Map<string, bigint>();
  for (const { amount } of postings) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  const [wrong] = [...sums].filter(([, sum]) => sum !== 0n);
  return wrong === undefined ? null : `its postings in ${wrong[0]} sum to ${wrong[1]} minor units, not to zero`;
}
