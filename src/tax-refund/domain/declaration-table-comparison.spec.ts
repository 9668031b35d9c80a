import { compareRow, type HeldRow, keyOf } from './declaration-table-comparison.js';

const TAXPAYER = '91330200MA2AEFJN86';
const RECORD = { item: '310420260000000001001', exportDate: '2026-11-20', hsCode: '8516609000', quantity: '1000' };
const held = (record: Record<string, string>, claimId = 'c1', taxpayer = TAXPAYER): HeldRow => ({
  ...{ claimId, taxpayer },
  record: { ...RECORD, ...record },
});
const compare = (record: Record<string, string>, rows: readonly HeldRow[]) =>
  compareRow('export_details', { record: { ...RECORD, ...record }, taxpayer: TAXPAYER }, rows);

describe('A row of a table against the claims here', () => {
  it('agrees where what counts is the same, whatever else is written otherwise', () => {
    const found = compare({ unit: '台', goodsName: 'Oven', sequence: '0042' }, [held({ unit: '001' })]);
    expect(found).toEqual({ outcome: 'agrees', claimId: 'c1', differences: [] });
  });

  it('differs from the claim that is nearest to it', () => {
    const rows = [held({ quantity: '1', hsCode: '1' }, 'far'), held({ quantity: '999' }, 'near')];
    expect(compare({}, rows)).toEqual({
      ...{ outcome: 'differs', claimId: 'near' },
      differences: [{ field: 'quantity', declared: '1000', held: '999' }],
    });
  });

  it('differs where the claim is of another taxpayer, and is unknown where there is none', () => {
    expect(compare({}, [held({}, 'c1', '91330200MA2AEFJN87')]).differences.map(({ field }) => field)).toEqual([
      'taxpayerNumber',
    ]);
    expect(compare({}, []).outcome).toBe('unknown');
  });

  it('that takes back is about another thing than one that claims', () => {
    expect(keyOf('export_details', RECORD)).not.toBe(keyOf('export_details', { ...RECORD, quantity: '-1000' }));
    expect(keyOf('agency_details', { ...RECORD, voucher: '1' })).not.toBe(
      keyOf('agency_details', { ...RECORD, voucher: '2' }),
    );
  });

  it('says nothing by an empty cell that may be empty', () => {
    const row = { ...RECORD, taxable: '1.00', vatRate: '13', refundRate: '13', nonRefundable: '0.00', refund: '0.13' };
    const found = compareRow('manufacturer_details', { record: row, taxpayer: TAXPAYER }, [
      { claimId: 'c1', taxpayer: TAXPAYER, record: { ...row, bonded: '0.50' } },
    ]);
    expect(found.outcome).toBe('agrees');
  });
});
