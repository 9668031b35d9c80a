import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type OverdueRule } from '../domain/extension/extension-rules.js';

/** What its lender has paid out. */
export interface Disbursement {
  readonly valueDate: LocalDate;
  readonly loanId: string;
  readonly bankReference: string;
  readonly fee: Money;
}

/** What is taken off what is owed. */
export interface Payment {
  readonly principal: Money;
  readonly interest: Money;
  readonly penalty: Money;
  readonly fees: Money;
  readonly valueDate: LocalDate;
}

/** What its lender has granted. */
export interface NewDueDate {
  readonly maturityOn: LocalDate;
  readonly overdueFrom: OverdueRule;
  readonly fee: Money;
  /** From which it counts. */
  readonly day: LocalDate;
}
