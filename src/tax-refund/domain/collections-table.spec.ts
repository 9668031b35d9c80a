import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type OrderReceipt } from './collection-news.js';
import { type CollectedClaim, collectionRecords } from './collections-table.js';
import { type DeclaredLine } from './declaration-tables.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const usd = (amount: string): Money => Money.parse(amount, 'USD');
const line = (item: string, fob: Money | null): DeclaredLine => ({
  ...{ declarationLine: item, exportDate: '2026-11-20', hsCode: '8516609000', goodsName: '电烤箱', unit: '001' },
  ...{ quantity: new Decimal(1), fob, taxable: cny('100.00'), bonded: cny('0.00'), nonRefundable: cny('0.00') },
  ...{ vatRate: new Decimal('0.13'), refundRate: new Decimal('0.13'), refund: cny('13.00'), purchases: [], papers: [] },
  ...{ consumptionTax: cny('0.00'), isCorrection: false },
});
const receipt = (amount: string, payerCountry: string | null = 'US'): OrderReceipt => ({
  ...{ collectionId: amount, bookedOn: '2026-11-24', bankReference: `B-${amount}`, payerCountry },
  ...{ amount: usd(amount).toJSON(), total: usd('999.00').toJSON() },
});
const CLAIM: CollectedClaim = {
  ...{ regime: 'trading', period: '202611', batch: 3, orderReference: 'SO-1', contractNumber: 'C-1' },
  lines: [line('1', usd('200.00')), line('2', usd('100.00'))],
  receipts: [receipt('100.00'), receipt('0.01', null)],
};

describe('The table of collections (出口业务收汇情况表)', () => {
  it('shares each receipt out over the items by their value, and loses nothing of it', () => {
    const records = collectionRecords(CLAIM);
    expect(records.map(({ item, receipt: of, collected }) => [item, of, collected])).toEqual([
      ['1', 'B-100.00', '66.67'],
      ['1', 'B-0.01', '0.01'],
      ['2', 'B-100.00', '33.33'],
    ]);
    expect(records[0]).toMatchObject({
      batch: '003',
      receiptTotal: '999.00',
      remark: '付汇国家（地区）：US',
      saleCny: '',
    });
    expect(records[1]).toMatchObject({ remark: '' });
  });

  it('has a row for an item that nothing has come for, and none for a correction', () => {
    expect(collectionRecords({ ...CLAIM, receipts: [] })).toHaveLength(2);
    const lines = CLAIM.lines.map((each) => ({ ...each, isCorrection: true }));
    expect(collectionRecords({ ...CLAIM, lines })).toEqual([]);
  });

  it('shares by what the refund is computed on where the declared value was not kept', () => {
    const records = collectionRecords({ ...CLAIM, regime: 'agency', lines: [line('1', null), line('2', usd('5.00'))] });
    expect(records[0]).toMatchObject({ sale: '', saleCny: '100.00', collected: '50.00' });
  });
});
