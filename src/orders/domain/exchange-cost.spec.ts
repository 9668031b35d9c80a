import { Decimal } from '../../kernel/decimal.js';
import { type InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { exchangeCost, type ExchangeCostInput } from './exchange-cost.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const cny = (amount: string) => Money.parse(amount, 'CNY');

const BREAK_EVEN: ExchangeCostInput = {
  fob: usd('10000.00'),
  purchaseAmountInclVat: cny('79100.00'),
  vatRate: new Decimal('0.13'),
  refundRate: new Decimal('0.13'),
  fees: cny('1000.00'),
  buyRate: new Decimal('7.1'),
};

describe('exchangeCost (换汇成本)', () => {
  it('is what one dollar costs after the refund', () => {
    const result = exchangeCost(BREAK_EVEN);
    expect(result.refund?.toAmountString()).toBe('9100.00');
    expect(result.totalCost.toAmountString()).toBe('71000.00');
    expect(result.exchangeCost.toString()).toBe('7.1');
  });

  it.each([
    // buying rate, revenue,    profit,    profitable, why
    ['7.1', '71000.00', '0.00', false, 'equality is no profit'],
    ['7.1000001', '71000.00', '0.00', true, 'decided before rounding'],
    ['7.2', '72000.00', '1000.00', true, 'a better rate'],
    ['7', '70000.00', '-1000.00', false, 'a worse one is a loss'],
  ])('at %s: revenue %s, profit %s, profitable %s (%s)', (buyRate, revenue, profit, profitable) => {
    const result = exchangeCost({ ...BREAK_EVEN, buyRate: new Decimal(buyRate) });
    expect(result.revenue?.toAmountString()).toBe(revenue);
    expect(result.profit?.toAmountString()).toBe(profit);
    expect(result.profitable).toBe(profitable);
  });

  it('takes freight and insurance out of a CIF price, and fees as a share of the purchase', () => {
    const result = exchangeCost({
      cif: usd('35000.00'),
      freight: usd('1700.00'),
      insurance: usd('217.00'),
      purchaseAmountInclVat: cny('245700.00'),
      vatRate: new Decimal('0.17'),
      refundRate: new Decimal('0.13'),
      feeRate: new Decimal('0.08'),
      buyRate: new Decimal('7.612'),
    });
    expect(result.fob.toAmountString()).toBe('33083.00');
    expect(result.totalCost.toAmountString()).toBe('238056.00');
    expect(result.exchangeCost.toString()).toBe('7.19572');
    expect(result.profit?.toAmountString()).toBe('13771.80');
  });

  it('refunds no more than was charged', () => {
    const small = { ...BREAK_EVEN, vatRate: new Decimal('0.03') };
    expect(exchangeCost(small).refund?.toAmountString()).toBe('2303.88');
  });

  it('says nothing of profit without a rate, and gives no ratio on a cost of nothing', () => {
    const bare = exchangeCost({ fob: usd('1.00'), totalCost: cny('7.00') });
    expect(bare).not.toHaveProperty('profit');
    const free = exchangeCost({ fob: usd('1.00'), totalCost: cny('0.00'), buyRate: new Decimal(7) });
    expect(free).not.toHaveProperty('profitRate');
    expect(free.profitable).toBe(true);
  });

  it.each<[string, ExchangeCostInput, string[]]>([
    ['nothing at all', {}, ['/fob', '/totalCost']],
    ['FOB and CIF', { fob: usd('1.00'), cif: usd('1.00'), totalCost: cny('1.00') }, ['/cif']],
    ['CIF without freight', { cif: usd('1.00'), totalCost: cny('1.00') }, ['/freight']],
    ['freight above CIF', { cif: usd('1.00'), freight: usd('1.00'), totalCost: cny('1.00') }, ['/cif']],
    ['an FOB value of zero', { fob: usd('0.00'), totalCost: cny('1.00') }, ['/fob']],
    ['an FOB value in yuan', { fob: cny('1.00'), totalCost: cny('1.00') }, ['/fob']],
    ['a cost given twice', { fob: usd('1.00'), totalCost: cny('1.00'), fees: cny('1.00') }, ['/fees']],
    ['a purchase without rates', { fob: usd('1.00'), purchaseAmountInclVat: cny('1.00') }, ['/vatRate', '/refundRate']],
  ])('refuses %s', (_what, input, pointers) => {
    expect.assertions(1);
    try {
      exchangeCost(input);
    } catch (error) {
      expect((error as InvalidInputError).faults.map((fault) => fault.pointer)).toEqual(pointers);
    }
  });
});
