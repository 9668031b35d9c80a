import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type TradingItem, tradingRefund } from './trading-refund.js';

const cny = (amount: string) => Money.parse(amount, 'CNY');
const item = (exVat: string, vatRate: string, refundRate: string, more: Partial<TradingItem> = {}): TradingItem => ({
  purchaseAmountExVat: cny(exVat),
  vatRate: new Decimal(vatRate),
  refundRate: new Decimal(refundRate),
  ...more,
});

describe('tradingRefund (免退税, 公告2026年第11号)', () => {
  it.each([
    // net amount, VAT,    refund, back,       to cost,    why
    ['570000.00', '0.17', '0.13', '74100.00', '22800.00', 'the gap between the rates is cost'],
    ['100000.00', '0.13', '0.13', '13000.00', '0.00', 'a full refund leaves no cost'],
    ['100000.00', '0.13', '0', '0.00', '13000.00', 'some goods get nothing back'],
    ['100000.00', '0.03', '0.13', '3000.00', '0.00', '孰低: a small taxpayer charged 3 %, no more comes back'],
    ['12.50', '0.13', '0.09', '1.13', '0.50', '1.125 lies between two fen and goes up'],
    ['0.00', '0.13', '0.13', '0.00', '0.00', 'nothing bought, nothing back'],
  ])('%s at %s, refunded at %s: %s back, %s to cost: %s', (exVat, vatRate, refundRate, back, cost) => {
    const result = tradingRefund([item(exVat, vatRate, refundRate)]);
    expect(result.vatRefund.toAmountString()).toBe(back);
    expect(result.nonRefundableVat.toAmountString()).toBe(cost);
  });

  it('frees a gross amount of its VAT first, rounded', () => {
    const gross = {
      ...item('0', '0.13', '0.10'),
      purchaseAmountExVat: undefined,
      purchaseAmountInclVat: cny('10000.00'),
    };
    const [only] = tradingRefund([gross]).items;
    expect(only?.base.toAmountString()).toBe('8849.56');
    expect(only?.vatRefund.toAmountString()).toBe('884.96');
  });

  it('refunds only the exported share of what was bought, and of its consumption tax', () => {
    const result = tradingRefund([
      item('1000.00', '0.13', '0.09', {
        purchasedQuantity: new Decimal(3),
        exportedQuantity: new Decimal(1),
        consumptionTaxPaid: cny('200.00'),
      }),
    ]);
    expect(result.items[0]?.base.toAmountString()).toBe('333.33');
    expect(result.vatRefund.toAmountString()).toBe('30.00');
    expect(result.consumptionTaxRefund.toAmountString()).toBe('66.67');
  });

  it('rounds each item before summing', () => {
    const half = item('12.50', '0.13', '0.09');
    expect(tradingRefund([half, half]).vatRefund.toAmountString()).toBe('2.26');
  });

  it('shows rule and working', () => {
    const { rule, steps } = tradingRefund([item('12.50', '0.13', '0.09')]);
    expect(rule).toMatchObject({ id: 'tax-refund.trading', version: '2026-01-01' });
    expect(steps).toContainEqual({
      name: 'items.0.vatRefund',
      formula: 'round(base × effectiveRate)',
      value: '1.13 CNY',
    });
  });

  it('names every fault of every item at once', () => {
    const faulty = [
      item('1.00', '13', '-0.01', { purchaseAmountInclVat: cny('1.13') }),
      item('1.00', '0.13', '0.13', { purchasedQuantity: new Decimal(2), exportedQuantity: new Decimal('2.1') }),
      item('1.00', '0.13', '0.13', {
        purchaseAmountExVat: Money.parse('1.00', 'USD'),
        exportedQuantity: new Decimal(1),
      }),
      item('1.00', '0.13', '0.13', { purchaseAmountExVat: undefined }),
    ];
    expect(pointersOf(() => tradingRefund(faulty))).toEqual([
      '/items/0/purchaseAmountInclVat',
      '/items/0/vatRate',
      '/items/0/refundRate',
      '/items/1/exportedQuantity',
      '/items/2/purchaseAmountExVat',
      '/items/2/purchasedQuantity',
      '/items/3/purchaseAmountExVat',
    ]);
    expect(pointersOf(() => tradingRefund([]))).toEqual(['/items']);
  });

  it('never refunds more than the VAT paid, and loses at most a fen between refund and cost', () => {
    const percent = fc.integer({ min: 0, max: 20 }).map((value) => new Decimal(value).div(100));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), percent, percent, (fen, vatRate, refundRate) => {
        const base = Money.ofMinor(fen, 'CNY');
        const { vatRefund, nonRefundableVat } = tradingRefund([{ purchaseAmountExVat: base, vatRate, refundRate }]);
        const vatPaid = base.times(vatRate, 'half-up');
        expect(vatRefund.isMoreThan(vatPaid)).toBe(false);
        const gap = vatRefund.plus(nonRefundableVat).minus(vatPaid).absolute().minor;
        expect(gap <= 1n).toBe(true);
      }),
    );
  });
});

function pointersOf(refused: () => unknown): string[] {
  try {
    refused();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults.map((fault) => fault.pointer);
    throw error;
  }
  return [];
}
