import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { checkVoucher, consumptionTaxOf, linkWarnings, type VoucherInput } from './consumption-tax-voucher.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
/** 1,000 kg of whisky: 20 % of 60,000.00 and 1 CNY per kg. */
const PAPER: VoucherInput = {
  ...{ kind: 'payment_certificate', voucherNumber: '333021260900000123', splitOf: null, issuedOn: '2026-11-11' },
  ...{ issuer: '国家税务总局宁波市鄞州区税务局', orderLineNumber: 1, hsCode: '2208300000', goodsName: '威士忌酒' },
  supplier: { name: '宁波示例酒业有限公司', taxNumber: '91330212MA2AF1XX2U' },
  buyer: { name: '宁波示例进出口有限公司', taxNumber: '91330200MA2AEFJN86' },
  ...{ quantity: new Decimal(1000), unit: '035', taxable: cny('60000.00'), tax: cny('13000.00') },
  ...{ rate: new Decimal('0.2'), amountPerUnit: new Decimal(1) },
};
const faultsOf = (change: Partial<VoucherInput>): string[] => {
  const check = new InputCheck();
  checkVoucher(check, { ...PAPER, ...change }, '2026-12-01');
  return check.found().map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('Consumption tax', () => {
  it.each<[string, string, string | null, string | null, string, string]>([
    // base, quantity, rate, per unit, tax, why
    ['60000.00', '1000', '0.2', null, '12000.00', 'from the value (从价)'],
    ['0.00', '1000', null, '1.52', '1520.00', 'from the quantity (从量)'],
    ['60000.00', '1000', '0.2', '1', '13000.00', 'from both (复合)'],
    ['0.33', '0.5', '0.15', '0.01', '0.06', 'each of both half up: 0.0495 and 0.005'],
  ])('of %s, %s at %s and %s is %s: %s', (base, quantity, rate, perUnit, tax) => {
    const rates = {
      rate: rate === null ? null : new Decimal(rate),
      amountPerUnit: perUnit === null ? null : new Decimal(perUnit),
    };
    expect(consumptionTaxOf(cny(base), new Decimal(quantity), rates).toAmountString()).toBe(tax);
  });
});

describe('A paper of consumption tax', () => {
  it('is taken as it is printed, one fen more or less', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ tax: cny('13000.01') })).toEqual([]);
  });

  it.each<[string, Partial<VoucherInput>, string[]]>([
    ['sums that do not add up', { tax: cny('13000.02') }, ['/tax tax_is_not_what_rates_come_to']],
    ['a day that has not come', { issuedOn: '2026-12-02' }, ['/issuedOn in_the_future']],
    ['neither rate nor amount', { rate: null, amountPerUnit: null, tax: cny('0.01') }, ['/rate required']],
    ['a rate of 20 for 20 %', { rate: new Decimal(20) }, ['/rate out_of_range', '/tax tax_is_not_what_rates_come_to']],
    ['a split of nothing', { kind: 'split_certificate' }, ['/splitOf required']],
    ['an original that is split', { splitOf: '333021260900000120' }, ['/splitOf not_applicable']],
    ['who sells to itself', { buyer: PAPER.supplier }, ['/buyer/taxNumber same_party']],
    [
      'all of it at once',
      { issuedOn: '2027-01-01', quantity: new Decimal(0), tax: cny('0.00') },
      ['/issuedOn in_the_future', '/quantity not_positive', '/tax not_positive', '/tax tax_is_not_what_rates_come_to'],
    ],
  ])('is refused with %s', (_what, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it('is held against the invoice of its purchase', () => {
    const line = { hsCode: PAPER.hsCode, unit: '035', quantity: new Decimal(1000) };
    const seller = { sellerTaxNumber: PAPER.supplier.taxNumber, lines: [line] };
    const rules = (paper: Partial<VoucherInput>, other = {}) =>
      linkWarnings({ ...PAPER, ...paper }, { ...seller, ...other }).map(({ rule }) => rule);
    expect(rules({})).toEqual([]);
    expect(rules({ quantity: new Decimal(1001) })).toEqual(['invoice_quantity']);
    expect(rules({ hsCode: '2208200010' })).toEqual(['invoice_goods']);
    expect(rules({}, { sellerTaxNumber: '91330281MA2DEM4D02' })).toEqual(['invoice_supplier']);
    expect(rules({ kind: 'split_certificate' }, { sellerTaxNumber: '91330281MA2DEM4D02' })).toEqual([]);
  });

  it('says the tax that its own rates come to, whatever they are', () => {
    const amounts = [fc.bigInt({ min: 1n, max: 10n ** 11n }), fc.integer({ min: 1, max: 10 ** 7 })] as const;
    fc.assert(
      fc.property(...amounts, fc.integer({ min: 1, max: 56 }), (fen, count, percent) => {
        const taxable = Money.ofMinor(fen, 'CNY');
        const [quantity, rate] = [new Decimal(count).div(100), new Decimal(percent).div(100)];
        const tax = consumptionTaxOf(taxable, quantity, { rate, amountPerUnit: new Decimal('0.6') });
        if (tax.isZero()) return;
        expect(faultsOf({ taxable, quantity, rate, amountPerUnit: new Decimal('0.6'), tax })).toEqual([]);
      }),
    );
  });
});
