import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type AccountCode, type EntryPosting, type Ledger, type LedgerEntry } from '../../ledger/index.js';
import { type Tx } from '../../platform/database/session.js';
import { type Cascade, totalOfLoan } from '../domain/waterfall.js';
import { type Advance } from '../entities/advance.entity.js';

/** Debit one account, credit the other; nothing where there is nothing to move. */
export function move(amount: Money, debit: AccountCode, credit: AccountCode, partyId: string): EntryPosting[] {
  if (amount.isZero()) return [];
  const account = (code: AccountCode): EntryPosting['account'] => (PER_PARTY.has(code) ? { code, partyId } : { code });
  return [
    { account: account(debit), amount },
    { account: account(credit), amount: amount.negated() },
  ];
}

const PER_PARTY: ReadonlySet<AccountCode> = new Set([
  'client_funds',
  'loan_principal',
  'interest',
  'fees',
  'client_dues',
  'written_off_claims',
]);

/** The lender's money is with us for the client, and the client owes it to the lender. */
export async function bookDraw(ledger: Ledger, tx: Tx, advance: Advance): Promise<void> {
  const { id, orderId, sellerId, principal, feesDue, drawnOn } = advance;
  if (drawnOn === null) throw new Error('Only a drawn advance is booked');
  await ledger.post(tx, {
    kind: 'financing.draw',
    key: `financing.draw:${id}`,
    orderId,
    valueDate: drawnOn,
    memo: 'Loan paid out by the lender',
    postings: [
      ...move(principal, 'clearing_bank', 'client_funds', sellerId),
      ...move(principal, 'loan_principal', 'clearing_lender', sellerId),
      ...move(feesDue, 'fees', 'clearing_lender', sellerId),
    ],
  });
}

/** What the client owes its lender once, for something that was granted. */
export async function bookFee(
  ledger: Ledger,
  tx: Tx,
  booking: { readonly advance: Advance; readonly fee: Money; readonly key: string; readonly valueDate: LocalDate },
): Promise<void> {
  const { advance, fee, key, valueDate } = booking;
  const postings = move(fee, 'fees', 'clearing_lender', advance.sellerId);
  if (postings.length === 0) return;
  await ledger.post(tx, {
    kind: 'financing.extension-fee',
    key: `financing.extension-fee:${key}`,
    orderId: advance.orderId,
    valueDate,
    memo: 'Fee for a later due date',
    postings,
  });
}

export interface SplitBooking {
  readonly waterfallId: string;
  readonly orderId: string | null;
  readonly sellerId: string;
  readonly valueDate: LocalDate;
  readonly cascade: Cascade;
  /** The loans that were written off: what is paid of them is a recovery. */
  readonly recovered: ReadonlySet<string>;
}

/**
 * What the lenders get leaves the client's funds by the bank and is owed no more, loan by loan; other dues are settled. Interest
 * and penalty were accrued before.
 */
export async function bookSplit(ledger: Ledger, tx: Tx, booking: SplitBooking): Promise<void> {
  const { waterfallId, orderId, sellerId, valueDate, cascade, recovered } = booking;
  const postings = [
    ...[...cascade.loans, ...cascade.later].flatMap(({ id, paid }) => [
      ...move(totalOfLoan(paid), 'client_funds', 'clearing_bank', sellerId),
      ...(recovered.has(id)
        ? move(totalOfLoan(paid), 'clearing_lender', 'written_off_claims', sellerId)
        : [
            ...move(paid.principal, 'clearing_lender', 'loan_principal', sellerId),
            ...move(paid.interest.plus(paid.penalty), 'clearing_lender', 'interest', sellerId),
            ...move(paid.fees, 'clearing_lender', 'fees', sellerId),
          ]),
    ]),
    ...move(cascade.total.other, 'client_funds', 'client_dues', sellerId),
  ];
  if (postings.length === 0) return;
  const entry: LedgerEntry = {
    kind: 'financing.waterfall',
    key: `financing.waterfall:${waterfallId}`,
    orderId,
    valueDate,
    memo: 'Receipt split over what is owed',
    postings,
  };
  await ledger.post(tx, entry);
}
