import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { publicId } from '../../../kernel/ids.js';
import { bucketOf } from '../accrual/overdue.js';
import { accruedOn, type LenderLoan, overdueDaysOn } from './lender-loan.js';

type Cell = string | number | boolean | null;

/** A column of the data tape: its name, what stands in it, and what of a loan it is. */
interface TapeColumn {
  readonly name: string;
  readonly says: string;
  readonly of: (loan: LenderLoan, day: LocalDate) => Cell;
}

const amount = (minor: bigint | string, { currency }: LenderLoan): string =>
  Money.ofMinor(BigInt(minor), currency).toAmountString();

/** The columns of the tape in their order; new ones come at the end. Amounts are decimal text in the loan's currency. */
export const TAPE_COLUMNS: readonly TapeColumn[] = [
  { name: 'loan_id', says: 'id of the loan', of: ({ id }) => publicId('lenderLoan', id) },
  { name: 'reference', says: 'by which the lender was asked', of: ({ id }) => publicId('advance', id) },
  { name: 'lender_loan_id', says: 'as the lender named it', of: ({ lenderLoanId }) => lenderLoanId },
  { name: 'client_tenant_id', says: 'through whom', of: ({ clientTenantId }) => publicId('tenant', clientTenantId) },
  { name: 'product', says: 'its code', of: ({ product }) => product },
  { name: 'product_version', says: 'by which it was lent', of: ({ productVersion }) => productVersion },
  { name: 'state', says: '`requested`, `drawn`, `repaid`, `declined`', of: ({ state }) => state },
  { name: 'currency', says: 'ISO 4217', of: ({ currency }) => currency },
  { name: 'principal', says: 'lent, or asked for', of: (loan) => amount(loan.principalMinor, loan) },
  { name: 'outstanding', says: 'principal still owed', of: (loan) => amount(loan.outstandingMinor, loan) },
  { name: 'interest_due', says: 'owed by now', of: (loan, day) => amount(accruedOn(loan, day).interest, loan) },
  { name: 'penalty_due', says: 'owed by now', of: (loan, day) => amount(accruedOn(loan, day).penalty, loan) },
  { name: 'fees_due', says: 'owed by now', of: (loan) => amount(loan.feesDueMinor, loan) },
  { name: 'annual_rate', says: 'a fraction: 0.06 is 6 %', of: ({ annualRate }) => annualRate },
  { name: 'penalty_rate', says: 'on top, once overdue', of: ({ penaltyRate }) => penaltyRate },
  { name: 'day_basis', says: '360 or 365', of: ({ dayBasis }) => dayBasis },
  { name: 'requested_on', says: 'day', of: ({ requestedOn }) => requestedOn },
  { name: 'drawn_on', says: 'day', of: ({ drawnOn }) => drawnOn },
  { name: 'maturity_on', says: 'day', of: ({ maturityOn }) => maturityOn },
  { name: 'ended_on', says: 'day of the last payment, or of the refusal', of: ({ endedOn }) => endedOn },
  { name: 'days_overdue', says: 'of what is owed', of: (loan, day) => overdueDaysOn(loan, day) },
  { name: 'overdue_bucket', says: 'as in the portfolio', of: (loan, day) => bucketOf(overdueDaysOn(loan, day)) },
  { name: 'is_recourse', says: 'collections repay it too', of: ({ isRecourse }) => isRecourse },
  { name: 'client_name', says: 'who borrowed', of: ({ sellerName }) => sellerName },
  { name: 'client_uscc', says: '统一社会信用代码', of: ({ sellerUscc }) => sellerUscc },
  { name: 'buyer_name', says: 'whose order it is on', of: ({ buyerName }) => buyerName },
  { name: 'buyer_country', says: 'ISO 3166-1', of: ({ buyerCountry }) => buyerCountry },
  {
    name: 'group_id',
    says: 'guarantee group',
    of: ({ groupId }) => (groupId === null ? null : publicId('guaranteeGroup', groupId)),
  },
  { name: 'claim_state', says: 'of the refund claim behind it', of: ({ backing }) => backing.claimState },
  { name: 'refund_amount', says: 'of that claim', of: ({ backing }) => backing.refund?.amount ?? null },
  { name: 'has_departed', says: 'the goods have left', of: ({ backing }) => backing.hasDeparted },
  { name: 'pledges', says: 'how many documents back it now', of: ({ backing }) => pledgesOf(backing) },
];

/** What one loan is on the tape, by the names of the columns. */
export function tapeRow(loan: LenderLoan, day: LocalDate): Readonly<Record<string, Cell>> {
  return Object.fromEntries(TAPE_COLUMNS.map(({ name, of }) => [name, of(loan, day)]));
}

export function tapeHead(): string {
  return `${TAPE_COLUMNS.map(({ name }) => name).join(',')}\r\n`;
}

/** One loan as a line of CSV (RFC 4180). */
export function tapeLine(loan: LenderLoan, day: LocalDate): string {
  return `${TAPE_COLUMNS.map(({ of }) => csvCell(of(loan, day))).join(',')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: text that begins as one gets an apostrophe in front, as OWASP advises. All
 * amounts of the tape are at or above zero, so no figure begins with a sign.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  const safe = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function pledgesOf({ pledges }: LenderLoan['backing']): number {
  return pledges.filter(({ releasedAt }) => releasedAt === null).length;
}
