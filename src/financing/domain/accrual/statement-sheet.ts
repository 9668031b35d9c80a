import { boundedTable, fieldRow, type Sheet } from '../../../kernel/sheet.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type LoanStatement, type StatementLine } from './statement.js';

/** A statement, with what its head names. */
export interface StatementFacts extends LoanStatement {
  readonly reference: string;
  readonly order: string;
  readonly borrower: string;
  readonly lender: string;
  /** The lender's own number of the loan. */
  readonly loanId: string;
  readonly drawnOn: LocalDate | null;
  readonly maturityOn: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const WHAT: Readonly<Record<StatementLine['kind'], string>> = {
  draw: 'Drawn 放款',
  fee: 'Fee 手续费',
  interest: 'Interest 利息',
  penalty: 'Penalty 罚息',
  extension: 'Extended 展期',
  write_off: 'Written off by the lender 核销',
  settlement: 'Given up by the lender 减免',
  repayment: 'Repaid 还款',
};

/** The statement of a loan (融资对账单) on paper: what was owed, what changed it, what is owed. */
export function statementSheet(facts: StatementFacts): Sheet {
  const { reference, opening, lines, closing, from, to } = facts;
  return {
    ...{ title: 'LOAN STATEMENT', titleZh: '融资对账单', number: reference, mark: null },
    blocks: [
      fieldRow(['Borrower 借款人', facts.borrower], ['Lender 资金方', facts.lender]),
      fieldRow(['Order 订单', facts.order], ['Loan number of the lender 借据号', facts.loanId]),
      fieldRow(['Drawn on 放款日', facts.drawnOn ?? ''], ['Maturity 到期日', facts.maturityOn]),
      fieldRow(['From 起', from], ['To 止', to], ['Currency 币种', closing.currency]),
      boundedTable({
        caption: 'What is owed, and what changed it 欠款及变动',
        columns: [
          { title: 'Day 日期', share: 2 },
          { title: 'What 摘要', share: 4 },
          { title: 'Amount 金额', share: 2, isFigure: true },
          { title: 'Owed 欠款余额', share: 2, isFigure: true },
        ],
        rows: [
          [from, 'Owed at the beginning 期初欠款', '', figure(opening)],
          ...lines.map(({ on, kind, amount, balance }) => [on, WHAT[kind], figure(amount), figure(balance)]),
        ],
        totals: [to, 'Owed at the end 期末欠款', '', figure(closing)],
      }),
    ],
  };
}

function figure(amount: Money): string {
  return amount.toAmountString();
}
