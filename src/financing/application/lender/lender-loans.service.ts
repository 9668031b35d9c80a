import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import { among, equal, type Page, page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { type LoanStatement } from '../../domain/accrual/statement.js';
import { type LenderLoan, type LenderPayment, lenderStatement } from '../../domain/lender/lender-loan.js';
import { SAY } from '../../domain/lender/lender.sentences.js';
import { factsOf, type LenderFact } from '../../entities/lender-facts.table.js';
import { findLenderLoan, LOAN_COLUMNS, paymentsOf } from '../../entities/lender-loans.table.js';

export interface LenderLoanDetails {
  readonly loan: LenderLoan;
  readonly payments: readonly LenderPayment[];
  readonly facts: readonly LenderFact[];
  /** From the draw to today; null before the draw. */
  readonly statement: LoanStatement | null;
  readonly today: LocalDate;
}

export interface LenderLoanFilter {
  readonly state?: string | undefined;
  readonly product?: string | undefined;
  readonly clientUscc?: string | undefined;
}

/** The loans that a lender has lent, in its own tenant. */
@Injectable()
export class LenderLoans {
  list(view: View, query: PageQuery, { state, product, clientUscc }: LenderLoanFilter): Promise<Page<LenderLoan>> {
    const conditions = [...among('state', state), ...equal('product', product), ...equal('seller_uscc', clientUscc)];
    const table = 'financing.lender_loan';
    return page<LenderLoan>(view, { table, columns: LOAN_COLUMNS, query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string, today: LocalDate): Promise<LenderLoanDetails> {
    const loan = await findLenderLoan(view, id);
    if (loan === null) throw new ResourceNotFoundError(SAY.no_such_lender_loan);
    const payments = await paymentsOf(view, id);
    const facts = await factsOf(view, id);
    return { loan, payments, facts, statement: lenderStatement(loan, payments, today), today };
  }
}
