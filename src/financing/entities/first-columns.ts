import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { told } from '../../kernel/sentence.js';
import { MoneyColumns } from '../../platform/database/columns.js';
import { type NewAdvance } from './advance-facts.js';

const NOTHING = new Decimal(0);

/** What an advance is kept with when it is asked for: nothing is drawn, and nothing owed. */
export function firstColumns(facts: NewAdvance): object {
  const { principal, causes, now, subject, ...rest } = facts;
  const product = facts.terms.code;
  const zero = MoneyColumns.from(Money.zero(principal.currency));
  return {
    ...rest,
    product,
    ...{ subjectKind: subject.kind, subjectId: subject.id },
    state: causes.length > 0 ? 'ineligible' : 'requested',
    principalColumns: MoneyColumns.from(principal),
    outstandingColumns: zero,
    interestDueColumns: zero,
    penaltyDueMinor: 0n,
    interestSum: NOTHING,
    penaltySum: NOTHING,
    feesDueColumns: zero,
    drawnOn: null,
    ...{ overdueFrom: null, writtenOffOn: null, instalments: null, nextDueOn: null },
    interestFrom: null,
    lenderLoanId: null,
    bankReference: null,
    reasons: causes.map((cause) => told(cause, 'en')),
    causes: causes.length === 0 ? null : causes,
    isRecourse: false,
    asks: 0,
    approval: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}
