import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../../kernel/local-date.js';
import { type Caller } from '../../../platform/database/caller.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { tapeHead, tapeLine, tapeRow } from '../../domain/lender/data-tape.js';
import { type LenderLoan } from '../../domain/lender/lender-loan.js';
import { lenderLoansAfter } from '../../entities/lender-loans.table.js';

const LOANS_MAX = 500;

/** Writes all loans of a lender, oldest first, a part at a time: never more than that is held, however many there are. */
@Injectable()
export class LenderTapes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async *csv(caller: Caller, today: LocalDate): AsyncGenerator<string> {
    yield tapeHead();
    for await (const loans of this.parts(caller)) yield loans.map((loan) => tapeLine(loan, today)).join('');
  }

  /** One row a line, so that who reads it need not hold it all either. */
  async *json(caller: Caller, today: LocalDate): AsyncGenerator<string> {
    yield `{"asOf":${JSON.stringify(today)},"data":[`;
    let isFirst = true;
    for await (const loans of this.parts(caller)) {
      const rows = loans.map((loan) => JSON.stringify(tapeRow(loan, today))).join(',\n');
      yield `${isFirst ? '\n' : ',\n'}${rows}`;
      isFirst = false;
    }
    yield '\n]}\n';
  }

  private async *parts(caller: Caller): AsyncGenerator<readonly LenderLoan[]> {
    let afterId: string | null = null;
    for (;;) {
      const after: string | null = afterId;
      const loans: LenderLoan[] = await this.unitOfWork.read(caller, (view) =>
        lenderLoansAfter(view, after, LOANS_MAX),
      );
      if (loans.length > 0) yield loans;
      if (loans.length < LOANS_MAX) return;
      afterId = loans.at(-1)?.id ?? null;
    }
  }
}
