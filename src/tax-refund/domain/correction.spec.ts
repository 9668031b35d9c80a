import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type CorrectableLine, type Correction, correctionOf, type LineChange } from './correction.js';
import { CorrectionTooLargeError } from './correction.errors.js';

const ITEM = '310420260000000001001';
const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const LINE: CorrectableLine = {
  ...{ declarationLine: ITEM, hsCode: '8516609000', goodsName: '电烤箱', unit: '001', quantity: new Decimal(1000) },
  ...{ taxable: cny('60000.00'), refund: cny('7800.00'), nonRefundableVat: cny('0.00') },
  ...{ bonded: cny('0.00'), consumptionTax: cny('0.00') },
  ...{ vatRate: new Decimal('0.13'), refundRate: new Decimal('0.13') },
};
const back = (taxable: string | null, anew: LineChange['anew'] = null): LineChange => ({
  ...{ declarationLine: ITEM, anew },
  taxable: taxable === null ? null : cny(taxable),
});
const anewAs = (hsCode: string, refundRate: string): LineChange['anew'] => ({
  ...{ code: { hsCode, refundRate: new Decimal(refundRate) }, taxable: null, quantity: null },
});
const told = ({ lines }: Correction): string[] =>
  lines.map(
    ({ hsCode, quantity, taxable, refund }) =>
      `${hsCode} ${quantity.toFixed()} ${taxable.toString()} ${refund.toString()}`,
  );

describe('A correction', () => {
  it('takes back a part, with its share of the quantity', () => {
    const { lines, refund, taxable } = correctionOf([LINE], [back('10000.00')]);
    expect(told({ lines } as Correction)).toEqual(['8516609000 -166.66667 -10000.00 CNY -1300.00 CNY']);
    expect([refund, taxable].map(String)).toEqual(['-1300.00 CNY', '-10000.00 CNY']);
  });

  it('takes back exactly what is left, whatever was rounded before', () => {
    const odd = { ...LINE, taxable: cny('0.03'), refund: cny('0.01') };
    const first = correctionOf([odd], [back('0.02')]);
    const rest = correctionOf([odd, ...first.lines], [back(null)]);
    expect(String(first.refund.plus(rest.refund))).toBe('-0.01 CNY');
    expect(() => correctionOf([odd, ...first.lines, ...rest.lines], [back(null)])).toThrow(CorrectionTooLargeError);
  });

  it('claims anew under another code at its rate, and goes on from there', () => {
    const anew = anewAs('8516605000', '0.09');
    const first = correctionOf([LINE], [back(null, anew)]);
    expect(told(first)).toEqual([
      '8516609000 -1000 -60000.00 CNY -7800.00 CNY',
      '8516605000 1000 60000.00 CNY 5400.00 CNY',
    ]);
    expect(String(first.nonRefundableVat)).toBe('2400.00 CNY');
    expect(told(correctionOf([LINE, ...first.lines], [back('10000.00')]))).toEqual([
      '8516605000 -166.66667 -10000.00 CNY -900.00 CNY',
    ]);
  });

  it.each([
    ['more than is left', [back('60000.01')]],
    ['nothing', [back('0.00')]],
    ['the same twice', [back('40000.00'), back('40000.00')]],
    ['an item that was not claimed', [{ ...back(null), declarationLine: '999920260000000001001' }]],
  ])('of %s is refused', (_what, changes) => {
    expect(() => correctionOf([LINE], changes)).toThrow(CorrectionTooLargeError);
  });

  it('never brings more than was claimed: a better rate is claimed by no correction', () => {
    const poor = { ...LINE, refundRate: new Decimal('0.09'), refund: cny('5400.00') };
    const anew = anewAs('8516605000', '0.13');
    expect(() => correctionOf([poor], [back(null, anew)])).toThrow(CorrectionTooLargeError);
  });

  it('leaves something between nothing and the claim, however often parts are taken back', () => {
    const part = fc.integer({ min: 1, max: 6_000_000 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        let lines = [LINE];
        for (const fen of parts) {
          try {
            lines = [
              ...lines,
              ...correctionOf(lines, [{ ...back(null), taxable: Money.ofMinor(BigInt(fen), 'CNY') }]).lines,
            ];
          } catch (error) {
            expect(error).toBeInstanceOf(CorrectionTooLargeError);
          }
        }
        const left = Money.sum(
          lines.map(({ refund }) => refund),
          'CNY',
        );
        expect(left.isNegative() || left.isMoreThan(LINE.refund)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
