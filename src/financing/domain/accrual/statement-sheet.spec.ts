import { Money } from '../../../kernel/money.js';
import { statementSheet } from './statement-sheet.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');

describe('The statement of a loan on paper', () => {
  it('goes from what was owed to what is owed, line by line', () => {
    const { blocks } = statementSheet({
      ...{
        reference: 'adv_1',
        order: 'ord_1',
        borrower: 'Ningbo Example Trading',
        lender: 'Bank',
        loanId: 'LN1',
      },
      ...{ drawnOn: '2026-11-01', maturityOn: '2027-02-01', from: '2026-11-01', to: '2026-11-30' },
      opening: cny('0.00'),
      lines: [
        { on: '2026-11-01', kind: 'draw', amount: cny('9000.00'), balance: cny('9000.00') },
        { on: '2026-11-30', kind: 'interest', amount: cny('32.63'), balance: cny('9032.63') },
      ],
      closing: cny('9032.63'),
    });
    const table = blocks.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('No table');
    expect(table.rows).toEqual([
      ['2026-11-01', 'Owed at the beginning 期初欠款', '', '0.00'],
      ['2026-11-01', 'Drawn 放款', '9000.00', '9000.00'],
      ['2026-11-30', 'Interest 利息', '32.63', '9032.63'],
    ]);
    expect(table.totals).toEqual(['2026-11-30', 'Owed at the end 期末欠款', '', '9032.63']);
  });
});
