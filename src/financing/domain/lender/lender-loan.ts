import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Accrued, accruedOf, countTo } from '../accrual/accrual.js';
import { daysOverdue } from '../accrual/overdue.js';
import { type Instalment, oldestDue } from '../instalments/instalments.js';
import { type LoanStatement, statementOf } from '../accrual/statement.js';

export const LENDER_LOAN_STATES = ['requested', 'drawn', 'repaid', 'written_off', 'recovered', 'declined'] as const;
export type LenderLoanState = (typeof LENDER_LOAN_STATES)[number];

/** How far interest and penalty are counted, as decimals in text; see `Counted`. */
export interface RunningFigures {
  readonly from: LocalDate;
  readonly interestSum: string;
  readonly penaltySum: string;
  /** Minor units that are owed beside what the sums say. */
  readonly interestBase: string;
  readonly penaltyBase: string;
}

export interface LoanRate {
  readonly from: LocalDate;
  readonly annualRate: string;
  readonly penaltyRate: string;
}

/** What became of a loan after it was drawn; amounts in minor units as text. */
export interface LenderCourse {
  readonly firstMaturityOn: LocalDate;
  /** What falls due when, where it is paid back in parts. */
  readonly instalments?: readonly Instalment[] | null;
  /** Since when it counts as late once it is late again, where its terms do not count from the later due date. */
  readonly overdueFrom: LocalDate | null;
  /** Later due dates that were granted, oldest first. */
  readonly extensions: readonly { readonly on: LocalDate; readonly maturityOn: LocalDate; readonly feeMinor: string }[];
  readonly writtenOff: {
    readonly on: LocalDate;
    readonly forgivenMinor: string;
    /** Still owed beside the principal; nothing runs any more. */
    readonly interestDueMinor: string;
    readonly penaltyDueMinor: string;
    readonly closedOn: LocalDate | null;
  } | null;
}

/** What backs a loan: numbers of documents and states, no words of anybody, no person. */
export interface Backing {
  readonly pledges: readonly {
    readonly kind: string;
    readonly issuer: string | null;
    readonly number: string;
    readonly takenAt: string;
    readonly releasedAt: string | null;
  }[];
  /** In the movables register; null where it needs not be there. */
  readonly registration: {
    readonly state: string;
    readonly number: string | null;
    readonly expiresOn: LocalDate;
  } | null;
  readonly entryNumbers: readonly string[];
  readonly hasDeparted: boolean;
  readonly claimState: string | null;
  readonly refund: { readonly amount: string; readonly currency: string } | null;
}

/** A loan as its lender sees it. Amounts in minor units as text. */
export interface LenderLoan {
  readonly id: string;
  readonly consentId: string;
  /** The tenant through which it was lent. */
  readonly clientTenantId: string;
  readonly product: string;
  readonly productVersion: number | null;
  readonly state: LenderLoanState;
  readonly currency: string;
  readonly principalMinor: string;
  readonly outstandingMinor: string;
  readonly feeMinor: string;
  readonly feesDueMinor: string;
  readonly annualRate: string;
  readonly penaltyRate: string;
  readonly dayBasis: DayBasis;
  readonly requestedOn: LocalDate;
  readonly drawnOn: LocalDate | null;
  readonly maturityOn: LocalDate;
  readonly course: LenderCourse;
  /** The day of the last payment, or of the refusal. */
  readonly endedOn: LocalDate | null;
  readonly isRecourse: boolean;
  readonly lenderLoanId: string | null;
  readonly bankReference: string | null;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerUscc: string;
  /** Null where it is lent on no order; its name and country are empty then. */
  readonly buyerId: string | null;
  readonly buyerName: string;
  readonly buyerCountry: string;
  readonly groupId: string | null;
  readonly running: RunningFigures | null;
  readonly rates: readonly LoanRate[];
  readonly backing: Backing;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** One payment of a loan. Minor units as text. */
export interface LenderPayment {
  readonly id: string;
  readonly source: string;
  readonly valueDate: LocalDate;
  readonly feesMinor: string;
  readonly penaltyMinor: string;
  readonly interestMinor: string;
  readonly principalMinor: string;
}

const NOTHING_DUE = { interestDueMinor: '0', penaltyDueMinor: '0' };

/**
 * The due date as it stood on a day, and since when the loan counted as late where that is another day.
 * @param outstandingMinor principal owed on the day: of what is paid back in parts the oldest that is not paid counts
 */
export function dueAsOf(
  { firstMaturityOn, extensions, overdueFrom, instalments }: LenderCourse,
  day: LocalDate,
  outstandingMinor: string,
): { readonly maturityOn: LocalDate; readonly overdueSince: LocalDate | null } {
  if (instalments != null) {
    const due = { principalMinor: BigInt(outstandingMinor), maturityOn: firstMaturityOn, instalments };
    return { maturityOn: oldestDue(due), overdueSince: null };
  }
  const later = extensions.findLast(({ on }) => on <= day);
  return later === undefined
    ? { maturityOn: firstMaturityOn, overdueSince: null }
    : { maturityOn: later.maturityOn, overdueSince: overdueFrom };
}

/** Days past the due date, of what is owed; as the client's own figure. */
export function overdueDaysOn(
  { state, course, outstandingMinor }: Pick<LenderLoan, 'state' | 'course' | 'outstandingMinor'>,
  day: LocalDate,
): number {
  if (state !== 'drawn' && state !== 'written_off') return 0;
  const { maturityOn, overdueSince } = dueAsOf(course, day, outstandingMinor);
  return daysOverdue(maturityOn, day, overdueSince);
}

/** Interest and penalty owed on a day, paid parts left out; nothing before the draw. A day that is counted already is not taken back. */
export function accruedOn(loan: LenderLoan, day: LocalDate): Accrued {
  const { running, outstandingMinor, maturityOn, dayBasis, course } = loan;
  if (running === null) {
    const { interestDueMinor, penaltyDueMinor } = course.writtenOff ?? NOTHING_DUE;
    return { interest: BigInt(interestDueMinor), penalty: BigInt(penaltyDueMinor) };
  }
  const terms = {
    principalMinor: BigInt(outstandingMinor),
    annualRate: new Decimal(loan.annualRate),
    penaltyRate: new Decimal(loan.penaltyRate),
    ...{ maturityOn, dayBasis, instalments: course.instalments },
  };
  const counted = {
    from: running.from,
    interestSum: new Decimal(running.interestSum),
    penaltySum: new Decimal(running.penaltySum),
  };
  const accrued = accruedOf(countTo(terms, counted, day), dayBasis);
  return {
    interest: BigInt(running.interestBase) + accrued.interest,
    penalty: BigInt(running.penaltyBase) + accrued.penalty,
  };
}

/** What it owed from the draw to a day, by the rule of the client's own statement; null before the draw. */
export function lenderStatement(
  loan: LenderLoan,
  payments: readonly LenderPayment[],
  today: LocalDate,
): LoanStatement | null {
  const { drawnOn, currency, dayBasis, course } = loan;
  if (drawnOn === null) return null;
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), currency);
  const history = {
    ...{ drawnOn, dayBasis, principal: money(loan.principalMinor), fee: money(loan.feeMinor) },
    ...{ maturityOn: course.firstMaturityOn, instalments: course.instalments ?? null },
    extensions: course.extensions.map(({ feeMinor, ...later }) => ({ ...later, fee: money(feeMinor) })),
    writtenOff:
      course.writtenOff === null
        ? null
        : {
            ...{ on: course.writtenOff.on, closedOn: course.writtenOff.closedOn },
            forgiven: money(course.writtenOff.forgivenMinor),
          },
    rates: loan.rates.map(({ from, annualRate, penaltyRate }) => ({
      ...{ from, annualRate: new Decimal(annualRate), penaltyRate: new Decimal(penaltyRate) },
    })),
    repayments: payments.map((paid) => ({
      on: paid.valueDate,
      fees: money(paid.feesMinor),
      penalty: money(paid.penaltyMinor),
      interest: money(paid.interestMinor),
      principal: money(paid.principalMinor),
    })),
  };
  return statementOf(history, { from: drawnOn, to: today, today });
}
