import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { adjustmentRecords } from './code-adjustments.js';
import { type DeclaredLine } from './declaration-tables.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const line = (change: Partial<DeclaredLine>): DeclaredLine => ({
  ...{ declarationLine: '310420260000000001001', exportDate: '2026-11-20', hsCode: '8516609000', goodsName: '电烤箱' },
  ...{ unit: '001', quantity: new Decimal(-10), fob: null, taxable: cny('-600.00'), bonded: cny('0.00') },
  ...{
    vatRate: new Decimal('0.13'),
    refundRate: new Decimal('0.13'),
    refund: cny('-78.00'),
    nonRefundable: cny('0.00'),
  },
  ...{ purchases: [], papers: [], consumptionTax: cny('0.00'), isCorrection: true },
  ...change,
});
const anew = (change: Partial<DeclaredLine> = {}): DeclaredLine =>
  line({ hsCode: '8516310000', taxable: cny('600.00'), refundRate: new Decimal('0.09'), ...change });

describe('The table of adjusted codes', () => {
  it('has a row for what is claimed anew, with code and rate before and after', () => {
    expect(adjustmentRecords([line({}), anew()], '海关改码')).toEqual([
      {
        ...{ sequence: '0001', item: '310420260000000001001', exportDate: '2026-11-20', remark: '海关改码' },
        ...{ oldCode: '8516609000', oldName: '电烤箱', oldRate: '13' },
        ...{ newCode: '8516310000', newName: '电烤箱', newRate: '9' },
      },
    ]);
  });

  it('has none for what is only taken back, and none of a claim', () => {
    const other = '310420260000000001002';
    expect(adjustmentRecords([line({}), line({ declarationLine: other })], null)).toEqual([]);
    expect(adjustmentRecords([line({}), anew({ declarationLine: other })], null)).toEqual([]);
    const claimed = { isCorrection: false };
    expect(adjustmentRecords([line(claimed), anew(claimed)], null)).toEqual([]);
  });
});
