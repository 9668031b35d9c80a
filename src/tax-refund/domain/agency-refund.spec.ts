import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type AgencyItem, agencyRefund } from './agency-refund.js';

const item = (fob: string, fxRate: string, vatRate: string, refundRate: string): AgencyItem => ({
  fob: Money.parse(fob, 'USD'),
  fxRate: new Decimal(fxRate),
  vatRate: new Decimal(vatRate),
  refundRate: new Decimal(refundRate),
});

describe('agencyRefund (代办退税, 公告2017年第35号)', () => {
  it('invoices the FOB value itself, not the FOB value divided by 1.13', () => {
    const { invoiceAmount, invoiceTax, refund } = agencyRefund([item('10000.00', '7.0827', '0.13', '0.13')]);
    expect(invoiceAmount.toAmountString()).toBe('70827.00');
    expect(invoiceTax.toAmountString()).toBe('9207.51');
    expect(refund.toAmountString()).toBe('9207.51');
  });

  it('rounds FOB in CNY first, then tax and refund, then sums', () => {
    // 10.05 × 7.0827 = 71.181135 → 71.18; × 0.09 = 6.4062 → 6.41, twice
    const one = item('10.05', '7.0827', '0.13', '0.09');
    expect(agencyRefund([one, one]).refund.toAmountString()).toBe('12.82');
  });

  it('refunds nothing where the rate is zero: the tax is the manufacturer’s cost', () => {
    const { invoiceTax, refund } = agencyRefund([item('100.00', '7', '0.13', '0')]);
    expect(invoiceTax.toAmountString()).toBe('91.00');
    expect(refund.isZero()).toBe(true);
  });

  it.each(['0.14', '-0.01'])('refuses a refund rate of %s at 13 %% VAT', (refundRate) => {
    expect(() => agencyRefund([item('1.00', '7', '0.13', refundRate)])).toThrow(InvalidInputError);
  });
});
