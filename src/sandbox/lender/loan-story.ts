import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type Story } from '../world/world.js';

/** What was paid back of a loan. */
export interface LoanRepayment {
  readonly repaymentReference: string;
  readonly principal: MoneyJson;
  readonly interest: MoneyJson;
  readonly fees: MoneyJson;
  readonly valueDate: string;
}

/** How a borrower asks to sign first: within so many days of the approval, at the earliest of the day on which it applied. */
export interface SignatureTerms {
  readonly withinDays: number;
  readonly appliedOn: LocalDate;
}

/** A loan as the lender has it. */
export interface LoanState {
  readonly loanId: string;
  readonly amount: MoneyJson;
  /** Absent of loans of before. */
  maturityDate?: string;
  isDeclined: boolean;
  isWrittenOff?: boolean;
  /** Approved first, and paid out once it is signed; absent of what is not signed. */
  readonly signature?: SignatureTerms;
  agreementNumber?: string;
  validUntil?: string;
  status: 'received' | 'approved' | 'disbursed' | 'declined' | 'repaid';
  outstanding: MoneyJson;
  valueDate?: string;
  bankReference?: string;
  reason?: string;
  readonly repayments: LoanRepayment[];
}
export type LoanStory = Story<LoanState>;
