import { type CalculationRule, type CalculationStep } from '../../kernel/calculation.js';
import { type DayBasis } from '../../kernel/day-basis.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type OverdueRule } from '../domain/extension/extension-rules.js';
import { type Product } from '../domain/products/product.js';
import { type LoanSubject } from '../domain/subject.js';

/** What is asked for, by the terms of its day. */
export interface NewAdvance {
  readonly tenantId: string;
  readonly id: string;
  readonly subject: LoanSubject;
  /** Null where it is lent on no order. */
  readonly orderId: string | null;
  readonly sellerId: string;
  readonly claimId: string | null;
  readonly scoreId: string;
  /** Of several loans on one order, the lower is paid first. */
  readonly lenderRank: number;
  readonly terms: Product;
  readonly principal: Money;
  readonly annualRate: Decimal;
  readonly penaltyRate: Decimal;
  readonly referenceOn: LocalDate | null;
  readonly dayBasis: DayBasis;
  readonly maturityOn: LocalDate;
  readonly calculation: { readonly rule: CalculationRule; readonly steps: readonly CalculationStep[] };
  readonly causes: readonly Sentence[];
  readonly expectedBy: Date | null;
  readonly now: Date;
}

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
