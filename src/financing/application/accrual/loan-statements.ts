import { Injectable } from '@nestjs/common';

import { publicId, publicIdOrBlank } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sheet } from '../../../kernel/sheet.js';
import { Parties } from '../../../parties/index.js';
import { type View } from '../../../platform/database/session.js';
import { type LoanHistory, type LoanStatement, statementOf } from '../../domain/accrual/statement.js';
import { statementSheet } from '../../domain/accrual/statement-sheet.js';
import { feeOn } from '../../domain/products/price.js';
import { type Advance } from '../../entities/advance.entity.js';
import { ratesOf } from '../../entities/loan-rates.table.js';
import { Advances } from '../advances.service.js';
import { Repayments } from '../repayments.service.js';
import { productOf } from '../terms.js';
import { courseOf } from './loan-course.js';

/** A statement with the days that it is of. */
export interface DatedStatement extends LoanStatement {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Asked {
  /** The day of the draw where absent. */
  readonly from?: LocalDate | undefined;
  /** Today where absent. */
  readonly to?: LocalDate | undefined;
  readonly today: LocalDate;
}

/** What loans owed over a time, and owe. Of an advance that was not drawn there is nothing to tell. */
@Injectable()
export class LoanStatements {
  constructor(
    private readonly advances: Advances,
    private readonly repayments: Repayments,
    private readonly parties: Parties,
  ) {}

  /** @throws ResourceNotFoundError */
  async of(view: View, id: string, asked: Asked): Promise<DatedStatement> {
    return this.statement(view, await this.advances.get(view, id), asked);
  }

  /** @throws ResourceNotFoundError */
  async onPaper(view: View, id: string, asked: Asked): Promise<Sheet> {
    const advance = await this.advances.get(view, id);
    const { orderId, sellerId, lenderLoanId, drawnOn, maturityOn } = advance;
    const statement = await this.statement(view, advance, asked);
    const seller = await this.parties.find(view, sellerId);
    const { lender } = await productOf(view, advance);
    return statementSheet({
      ...statement,
      ...{ reference: publicId('advance', id), order: publicIdOrBlank('order', orderId), borrower: seller?.name ?? '' },
      ...{ lender: `${lender.name.zh} ${lender.name.en}`, loanId: lenderLoanId ?? '', drawnOn, maturityOn },
    });
  }

  private async statement(view: View, advance: Advance, { from, to, today }: Asked): Promise<DatedStatement> {
    const range = { from: from ?? advance.drawnOn ?? today, to: to ?? today };
    const history = await this.historyOf(view, advance);
    if (history !== null) return { ...range, ...statementOf(history, { ...range, today }) };
    const nothing = Money.zero(advance.principal.currency);
    return { ...range, opening: nothing, lines: [], closing: nothing };
  }

  private async historyOf(view: View, advance: Advance): Promise<LoanHistory | null> {
    const { id, drawnOn, principal, dayBasis, annualRate, penaltyRate } = advance;
    if (drawnOn === null) return null;
    const [paid, rates, product, course] = await Promise.all([
      this.repayments.ofAdvance(view, id),
      ratesOf(view, id),
      productOf(view, advance),
      courseOf(view, advance),
    ]);
    return {
      ...{ drawnOn, principal, dayBasis, instalments: advance.instalments, ...course },
      fee: feeOn(product, principal),
      rates: rates.length > 0 ? rates : [{ from: drawnOn, annualRate, penaltyRate }],
      repayments: paid.map(({ valueDate: on, fees, interest, principal: part }) => ({
        ...{ on, fees, interest, principal: part },
        penalty: Money.zero(principal.currency),
      })),
    };
  }
}
