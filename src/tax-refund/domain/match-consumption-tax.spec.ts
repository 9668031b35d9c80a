import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { bought, cny, EXPORTER, exported, FACTORY, item, KILOGRAMS, match, PIECES, told } from '../testing/exports.js';
import { tradingFigures } from './claim-figures.js';
import { consumptionTaxOf } from './consumption-tax-voucher.js';
import { isComplete, matchExport } from './match-export.js';
import { type FreeVoucher } from './free-voucher.js';
import { taxOf } from './match-consumption-tax.js';
import { type ExportToMatch } from './match-facts.js';

const BOTH = { rate: new Decimal('0.2'), amountPerUnit: new Decimal(1) };
const TAXED = item(1, { consumptionTax: BOTH });
let serial = 0;
function paper(quantity: string, change: Partial<FreeVoucher> = {}): FreeVoucher {
  serial += 1;
  const count = new Decimal(change.quantity ?? quantity);
  const taxable = change.taxable ?? Money.ofMajor(count.times(60), 'CNY', 'half-up');
  const tax = change.tax ?? consumptionTaxOf(taxable, count, BOTH);
  return {
    ...{ id: `paper-${serial}`, kind: 'payment_certificate', voucherNumber: String(10_000_000 + serial) },
    ...{ issuedOn: '2026-11-11', supplierTaxNumber: FACTORY, buyerTaxNumber: EXPORTER, orderLineNumber: 1 },
    ...{ hsCode: '8516609000', unit: PIECES, quantity: count, taxable, tax, ...BOTH },
    free: { quantity: count, taxable, tax },
    ...change,
  };
}
const taxed = (vouchers: readonly FreeVoucher[], change: Partial<ExportToMatch> = {}) =>
  match([bought('1000', '60000.00')], { lines: [TAXED], vouchers, ...change });
const takesOf = (found: ReturnType<typeof match>): string[] =>
  found.matched.flatMap(({ consumptionTax }) =>
    (consumptionTax?.takes ?? []).map(({ quantity, taxable, tax }) =>
      [quantity.toFixed(), taxable.toAmountString(), tax.toAmountString()].join(' '),
    ),
  );
const ofTax = ({ findings }: ReturnType<typeof match>): string[] =>
  told(findings.filter(({ check }) => check === 'consumption_tax')).map((each) => each.split(' ')[1] ?? '');

describe('The consumption tax of what a trading company exports', () => {
  it('is refunded besides the VAT, by the paper that shows it', () => {
    const found = taxed([paper('1000')]);
    expect([isComplete(found), takesOf(found), ofTax(found)]).toEqual([true, ['1000 60000.00 13000.00'], ['pass']]);
    const { refund, consumptionTax, lines, steps } = tradingFigures(found.matched);
    expect([refund, consumptionTax, lines[0]?.refund].map(String)).toEqual([
      '20800.00 CNY',
      '13000.00 CNY',
      '7800.00 CNY',
    ]);
    const names = steps.map(({ name }) => name).filter((name) => name.includes('onsumptionTax'));
    expect(names).toEqual([expect.stringMatching(/^lines\.1\.consumptionTax\.1/), 'items.0.consumptionTaxRefund']);
  });

  it('waits for papers of all that was exported, and says how much there is', () => {
    const found = taxed([paper('400')]);
    expect(found.missing.map(({ fact, lineNumber }) => [fact, lineNumber])).toEqual([['consumption_tax_voucher', 1]]);
    expect(isComplete(found)).toBe(false);
    expect(isComplete(taxed([paper('400'), paper('600')]))).toBe(true);
  });

  it('takes the exported share of a larger paper', () => {
    expect(takesOf(taxed([paper('3000', { taxable: cny('100000.00') })]))).toEqual(['1000 33333.33 7666.67']);
  });

  it('is not waited for where it is waived', () => {
    const found = taxed([], { consumptionTaxWaiver: 'No 分割单' });
    expect([isComplete(found), ofTax(found)]).toEqual([true, ['warn']]);
  });

  it('is refunded alone, without an invoice, where the VAT refund was cancelled', () => {
    const lines = [item(1, { consumptionTax: BOTH, refundRate: new Decimal(0) })];
    const found = matchExport(exported([], { lines, vouchers: [paper('1000')] }));
    expect(isComplete(found)).toBe(true);
    const { refund, taxable, nonRefundableVat } = tradingFigures(found.matched);
    expect([refund, taxable, nonRefundableVat].map(String)).toEqual(['13000.00 CNY', '0.00 CNY', '0.00 CNY']);
  });

  it.each<[string, Partial<FreeVoucher>, string[]]>([
    ['made out to somebody else', { buyerTaxNumber: FACTORY }, ['block']],
    ['that counts in no declared unit', { unit: '140' }, ['block']],
    ['of other goods', { orderLineNumber: null, hsCode: '2208300000' }, ['warn']],
  ])('is not refunded by a paper %s', (_what, change, outcomes) => {
    const found = taxed([paper('1000', change)]);
    expect([isComplete(found), ofTax(found)]).toEqual([false, outcomes]);
  });

  it('is told where the refund library has another rate, or the paper another unit than the invoice', () => {
    expect(ofTax(taxed([paper('1000', { rate: new Decimal('0.1'), tax: cny('7000.00') })]))).toEqual(['warn', 'pass']);
    expect(ofTax(taxed([paper('8000', { unit: KILOGRAMS })]))).toEqual(['warn', 'pass']);
    expect(ofTax(taxed([paper('1000')], { lines: [item(1)] }))).toEqual(['warn', 'pass']);
  });

  it.each(['manufacturer', 'agency'] as const)('is none of a %s: the reason stands with the line', (regime) => {
    const invoice = bought('1000', '60000.00', { kind: 'agency_refund', sellerTaxNumber: EXPORTER });
    const found = match([invoice], { regime, lines: [TAXED], vouchers: [paper('1000')] });
    const [one] = found.findings.filter(({ check }) => check === 'consumption_tax');
    expect([one?.outcome, one?.lineNumber]).toEqual(['pass', 1]);
    expect(found.matched.every(({ consumptionTax }) => (consumptionTax ?? null) === null)).toBe(true);
  });

  it('is taken once: shares of a paper sum up to no more than it has, and to all of it when it is used up', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.bigInt({ min: 1n, max: 10n ** 9n }), (counts, fen) => {
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const taxable = Money.ofMinor(fen, 'CNY');
        const one = paper(String(whole), { taxable, orderLineNumber: null });
        const lines = counts.map((count, at) => {
          const quantities = [{ quantity: new Decimal(count), unit: PIECES }];
          return item(at + 1, { consumptionTax: BOTH, quantities, refundRate: new Decimal(0) });
        });
        const { matched } = matchExport(exported([], { lines, vouchers: [one] }));
        const takes = matched.flatMap(({ consumptionTax }) => consumptionTax?.takes ?? []);
        expect(matched).toHaveLength(counts.length);
        expect(takes.every(({ tax, taxable: base }) => !tax.isNegative() && !base.isNegative())).toBe(true);
        expect(taxOf(takes).equals(one.tax)).toBe(true);
        const bases = takes.map((take) => take.taxable);
        expect(Money.sum(bases, 'CNY').equals(taxable)).toBe(true);
      }),
    );
  });
});
