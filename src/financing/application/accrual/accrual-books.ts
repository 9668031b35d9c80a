import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type LedgerEntry } from '../../../ledger/index.js';
import { accruedOf, type Accrued, countTo } from '../../domain/accrual/accrual.js';
import { type LoanAccount } from '../../entities/loan-accounts.table.js';

/** What is owed of a loan's interest and penalty on a day, paid parts left out. */
export function owedOn(
  { terms, counted, base }: Pick<LoanAccount, 'terms' | 'counted' | 'base'>,
  day: LocalDate,
): Accrued {
  const accrued = accruedOf(countTo(terms, counted, day), terms.dayBasis);
  return { interest: base.interest + accrued.interest, penalty: base.penalty + accrued.penalty };
}

/**
 * The bookings that bring the books from what they have to what is owed on a day: the client owes its lender so much more. It
 * counts from the last day that is in it.
 * @param occasion what makes the key unique: the day, or the receipt that is split
 */
export function accrualEntries(
  loan: Pick<LoanAccount, 'id' | 'orderId' | 'sellerId' | 'currency' | 'booked'>,
  owed: Accrued,
  { day, occasion }: { readonly day: LocalDate; readonly occasion: string },
): LedgerEntry[] {
  const { id, orderId, sellerId: partyId, currency, booked } = loan;
  const valueDate = addDays(day, -1);
  const entry = (kind: keyof typeof MEMO, minor: bigint): LedgerEntry[] => {
    if (minor === 0n) return [];
    const postings = [
      { account: { code: 'interest', partyId }, amount: Money.ofMinor(minor, currency) },
      { account: { code: 'clearing_lender' }, amount: Money.ofMinor(-minor, currency) },
    ] as const;
    return [{ kind, key: `${kind}:${id}:${occasion}`, orderId, valueDate, memo: MEMO[kind], postings }];
  };
  return [
    ...entry('financing.accrual', owed.interest - booked.interest),
    ...entry('financing.penalty-accrual', owed.penalty - booked.penalty),
  ];
}

const MEMO = {
  'financing.accrual': 'Interest of the days until then',
  'financing.penalty-accrual': 'Penalty of the days until then',
} as const;
