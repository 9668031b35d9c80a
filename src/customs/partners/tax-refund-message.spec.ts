import { SOUND_FORM } from '../testing/forms.js';
import { composeTaxRefund, readTaxRefund } from './tax-refund-message.js';

const answer = (fields: string): string =>
  `<DecModSaveResponse xmlns="http://www.chinaport.gov.cn/dec"><Status>2</Status>${fields}</DecModSaveResponse>`;

describe('A request for taxes', () => {
  it('names bill, sum and taxes by their codes', () => {
    const shares = [
      { tax: 'duty' as const, amount: { amount: '1509.72', currency: 'CNY' as const } },
      { tax: 'vat' as const, amount: { amount: '0.28', currency: 'CNY' as const } },
    ];
    const { text, findings } = composeTaxRefund(
      {
        ...{ kind: 'tax_refund', reason: '报关单已撤销', form: SOUND_FORM, changes: [], answers: [] },
        ...{ entryNumber: '310420261000000001', declarationSequenceNumber: 'I20260000795000001' },
        refund: { taxNumber: '310420261000000001', shares },
      },
      new Date('2026-11-24T09:49:05Z'),
    );
    expect(findings).toEqual([]);
    for (const part of ['TaxNo>310420261000000001<', 'RefundAmount>1510.00<', 'SignTime>20261124174905<'])
      expect(text).toContain(part);
    expect(text).toContain(
      '<RefundTaxes><RefundTax><TaxType>A</TaxType><TaxAmount>1509.72</TaxAmount></RefundTax>' +
        '<RefundTax><TaxType>L</TaxType><TaxAmount>0.28</TaxAmount></RefundTax></RefundTaxes>',
    );
  });

  it.each([
    ['<RefundNo>TS1</RefundNo><RefundAmount>5.00</RefundAmount><RefundInterest>0.01</RefundInterest>', 'TS1 5.00 0.01'],
    ['', 'null null 0.00'],
  ])('is answered by %j: %s', (fields, told) => {
    const { number, amount, interest } = readTaxRefund(answer(fields));
    expect(`${number} ${amount?.toAmountString() ?? null} ${interest.toAmountString()}`).toBe(told);
  });

  it.each(['<RefundAmount>much</RefundAmount>', '<RefundInterest>-1</RefundInterest>', '<RefundNo>a b</RefundNo>'])(
    'is not guessed from %s',
    (fields) => {
      expect(() => readTaxRefund(answer(fields))).toThrow('cannot be read');
    },
  );
});
