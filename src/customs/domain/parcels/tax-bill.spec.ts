import fc from 'fast-check';

import { type LineTax } from './parcel-tax.js';
import { importReturnDays } from './import-return-law.js';
import { billOf, compareBill, leviedBy } from './tax-bill.js';
import { TAX_BILL, taxBillState } from './tax-bill-status.js';

const LINE = {
  gnum: '1',
  gcode: '3304990039',
  taxPrice: '200',
  customsTax: '0',
  valueAddedTax: '18.2',
  consumptionTax: '0',
};
const HEAD = {
  ...{ guid: 'g', returnTime: '20261129080000000', invtNo: '31052026I000000001', taxNo: 'T1', status: '1' },
  ...{ customsTax: '0', valueAddedTax: '18.2', consumptionTax: '0' },
};

describe('A tax bill', () => {
  it('is read with its taxes to the fen, half up', () => {
    const told = billOf({ TaxHeadRd: { ...HEAD, valueAddedTax: '18.20500' }, TaxListRd: [LINE] });
    expect(told).toMatchObject({ taxNo: 'T1', state: 'issued', dutyNo: null, taxes: { vat: 1_821n, duty: 0n } });
    expect(told?.taxes?.lines).toEqual([
      { lineNo: 1, hsCode: '3304990039', taxable: '20000', duty: '0', consumptionTax: '0', vat: '1820' },
    ]);
  });

  it('is told to be summarised, with the payment certificate, and then says nothing of taxes', () => {
    const { invtNo, taxNo, guid } = HEAD;
    const told = billOf({ TaxHeadStatus: { guid, invtNo, taxNo, status: '2', entDutyNo: 'J1' } });
    expect(told).toEqual({ guid, invtNo, taxNo, state: 'summarised', dutyNo: 'J1', taxes: null });
  });

  it.each([
    ['another status', { ...HEAD, status: '9' }],
    ['no number', { ...HEAD, taxNo: ' ' }],
    ['no list', { ...HEAD, invtNo: '' }],
  ])('is none with %s', (_what, head) => {
    expect(billOf({ TaxHeadRd: head, TaxListRd: [LINE] })).toBeNull();
  });

  it('goes from issued to summarised to void, and never back', () => {
    const moves = TAX_BILL.commands.map((command) => [
      command,
      TAX_BILL.table[command].from.join(),
      TAX_BILL.table[command].to,
    ]);
    expect(moves).toEqual([
      ['summarise', 'issued', 'summarised'],
      ['void', 'issued,summarised', 'void'],
    ]);
    expect(['1', '2', '3', '4'].map(taxBillState)).toEqual(['issued', 'summarised', 'void', null]);
  });
});

describe('A bill held against what was reckoned', () => {
  const tax = fc.bigInt({ min: 0n, max: 500_000n }).map(String);
  const reckoned = fc
    .array(fc.record({ taxable: tax, duty: tax, consumptionTax: tax, vat: tax }), { minLength: 1, maxLength: 5 })
    .map((lines): LineTax[] => lines.map((line, place) => ({ ...line, lineNo: place + 1 })));
  const billed = (lines: readonly LineTax[]) => {
    const sum = (of: 'duty' | 'consumptionTax' | 'vat'): bigint =>
      lines.reduce((all, line) => all + BigInt(line[of]), 0n);
    const told = lines.map((line) => ({ ...line, hsCode: '3304990039' }));
    return { duty: sum('duty'), consumptionTax: sum('consumptionTax'), vat: sum('vat'), lines: told };
  };

  it('has nothing to say where they agree', () => {
    fc.assert(fc.property(reckoned, (lines) => compareBill(billed(lines), lines).length === 0));
  });

  it('names the tax, and the line, that differs by a fen', () => {
    fc.assert(
      fc.property(reckoned, fc.nat(), (lines, place) => {
        const at = place % lines.length;
        const other = lines.map((line, index) =>
          index === at ? { ...line, vat: String(BigInt(line.vat) + 1n) } : line,
        );
        const findings = compareBill(billed(other), lines).map(({ rule, pointer }) => `${rule} ${pointer}`);
        expect(findings).toEqual(['vat_differs /vat', `vat_differs /lines/${at}/vat`]);
        expect(leviedBy(billed(other)) - leviedBy(billed(lines))).toBe(1n);
      }),
    );
  });
});

describe('The days of a return and of the taxes', () => {
  it.each([
    ['2026-11-28T16:30:00Z', '2026-12-29', '2027-01-13', '2026-12-30', '2027-01-13'],
    ['2019-06-01T02:00:00Z', '2019-07-01', '2019-07-01', '2019-07-02', '2019-07-16'],
    ['2020-03-27T15:59:00Z', '2020-04-26', '2020-04-26', '2020-04-27', '2020-05-11'],
    ['2020-03-27T16:00:00Z', '2020-04-27', '2020-05-12', '2020-04-28', '2020-05-12'],
  ])('of what was released at %s are counted from the day in China', (released, applyBy, backBy, payFrom, payBy) => {
    expect(importReturnDays(new Date(released))).toMatchObject({ applyBy, backBy, payFrom, payBy });
  });
});
