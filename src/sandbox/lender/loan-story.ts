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

/** A loan as the lender has it. */
export interface LoanState {
  readonly loanId: string;
  readonly amount: MoneyJson;
  /** Absent of loans of before. */
  maturityDate?: string;
  isDeclined: boolean;
  isWrittenOff?: boolean;
  status: 'received' | 'disbursed' | 'declined' | 'repaid';
  outstanding: MoneyJson;
  valueDate?: string;
  bankReference?: string;
  reason?: string;
  readonly repayments: LoanRepayment[];
}
export type LoanStory = Story<LoanState>;
