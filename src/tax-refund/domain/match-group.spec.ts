import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { bought, cny, EXPORTER, FACTORY, item, PIECES } from '../testing/exports.js';
import { consumptionTaxOf } from './consumption-tax-voucher.js';
import { type BookGroup, type BookItem, type BookVoucher, type ItemResult } from './match-book.js';
import { matchGroup } from './match-group.js';
import { type GoodsRates } from './match-item.js';
import { NO_OWN_RULES } from './match-rules.js';

const BOTH = { rate: new Decimal('0.1'), amountPerUnit: new Decimal('1.5') };
const TAXED: GoodsRates = { refundRate: new Decimal('0.13'), consumptionTax: BOTH };
const UNTAXED: GoodsRates = { ...TAXED, consumptionTax: null };
const NO_VAT: GoodsRates = { ...TAXED, refundRate: new Decimal(0) };

function declared(no: number, pieces = 1_000, change: Partial<BookItem> = {}): BookItem {
  return {
    ...item(no),
    ...{ no: String(no), regime: 'trading', exporterTaxNumber: EXPORTER, supervisionMode: '0110', buyer: '' },
    ...{ isCleared: true, consumptionTaxWaiver: null },
    quantities: [{ quantity: new Decimal(pieces), unit: PIECES }],
    ...change,
  };
}

function paper(number: number, pieces = 1_000, change: Partial<BookVoucher> = {}): BookVoucher {
  const quantity = new Decimal(pieces);
  const taxable = Money.ofMajor(quantity.times(60), 'CNY', 'half-up');
  const tax = consumptionTaxOf(taxable, quantity, BOTH);
  return {
    ...{ id: String(number), kind: 'payment_certificate', voucherNumber: String(10_000_000 + number), ...BOTH },
    ...{ issuedOn: '2026-11-11', supplierTaxNumber: FACTORY, buyerTaxNumber: EXPORTER, orderLineNumber: null },
    ...{ hsCode: '8516609000', unit: PIECES, quantity, taxable, tax, seq: 0, free: { quantity, taxable, tax } },
    ...change,
  };
}

const invoice = (pieces = '1000') => ({
  ...{ ...bought(pieces, '60000.00', { orderLineNumber: null }), seq: 0 },
  standing: 'good' as const,
});

function matched(group: Partial<BookGroup>, rates: GoodsRates = TAXED): ItemResult[] {
  const whole = { items: [declared(1)], invoices: [invoice()], collections: [], vouchers: [], ...group };
  return matchGroup(whole, {
    ...{ today: '2026-12-01', rules: NO_OWN_RULES, ratesOf: () => rates, collectBy: () => '2027-04-30' },
  });
}

const told = ({ outcome, refund, tax, findings, missing }: ItemResult) => [
  ...[outcome, refund?.toAmountString() ?? null, tax?.refund.toAmountString() ?? null],
  ...findings.filter(({ check }) => check === 'consumption_tax').map((each) => each.outcome),
  ...missing.map(({ fact }) => fact),
];

describe('The consumption tax of items under one key', () => {
  it('is refunded beside the VAT by the papers of the key', () => {
    expect(matched({ vouchers: [paper(1)] }).map(told)).toEqual([['matched', '7800.00', '7500.00', 'pass']]);
  });

  it('is not looked at where the library knows none and no paper is there', () => {
    expect(matched({}, UNTAXED).map(told)).toEqual([['matched', '7800.00', null]]);
    expect(matched({ vouchers: [paper(1)] }, UNTAXED).map(told)).toEqual([
      ['matched', '7800.00', '7500.00', 'warn', 'pass'],
    ]);
  });

  it('is waited for where the library knows some, and not where it is waived for the item', () => {
    expect(matched({ vouchers: [paper(1, 999)] }).map(told)).toEqual([
      ['waiting', null, null, 'consumption_tax_voucher'],
    ]);
    const items = [declared(1, 500, { consumptionTaxWaiver: 'No 分割单' }), declared(2, 500)];
    expect(matched({ items }).map(told)).toEqual([
      ['matched', '3900.00', null, 'warn'],
      ['waiting', null, null, 'consumption_tax_voucher'],
    ]);
  });

  it('is refunded alone where the VAT is not, and the item is taken all the same', () => {
    const [result] = matched({ invoices: [], vouchers: [paper(1)] }, NO_VAT);
    expect(result && told(result)).toEqual(['matched', '0.00', '7500.00', 'pass']);
    expect(result?.takes.map(({ ordinal, invoice: of }) => [ordinal, of])).toEqual([[0, null]]);
    expect(matched({ invoices: [] }, NO_VAT).map(told)).toEqual([['waiting', null, null, 'consumption_tax_voucher']]);
    expect(matched({ invoices: [] }, { ...NO_VAT, consumptionTax: null }).map(told)).toEqual([
      ['no_refund', '0.00', null],
    ]);
  });

  it('is taken once: each take of a paper is the next one, and the last gets the rest of it', () => {
    const [tax, taxable] = [cny('100.01'), cny('1000.10')];
    const free = { quantity: new Decimal(3), tax, taxable };
    const one = paper(1, 3, { ...free, rate: new Decimal('0.1'), amountPerUnit: null, seq: 4, free });
    const items = [declared(1, 1), declared(2, 1), declared(3, 1)];
    const takes = matched({ items, vouchers: [one] }).flatMap((result) => result.tax?.takes ?? []);
    expect(
      takes.map(({ seq, tax: taken, left }) => [seq, taken.minor, left.quantity.toFixed(), left.tax.minor]),
    ).toEqual([
      [5, 3_334n, '2', 6_667n],
      [6, 3_334n, '1', 3_333n],
      [7, 3_333n, '0', 0n],
    ]);
  });

  it('is not taken of a paper by an item that waits for its invoices', () => {
    const items = [declared(1, 700), declared(2, 700)];
    const [first, second] = matched({ items, vouchers: [paper(1, 1_400)] });
    expect([first && told(first)[0], second && told(second)[0]]).toEqual(['matched', 'waiting']);
    expect(first?.tax?.takes.map(({ left }) => left.quantity.toFixed())).toEqual(['700']);
    expect(second?.tax).toBeNull();
  });

  it('is none of a producer: its item says so', () => {
    const items = [declared(1, 1_000, { regime: 'manufacturer' })];
    expect(matched({ items, invoices: [], vouchers: [paper(1)] }).map(told)).toEqual([['matched', null, null, 'pass']]);
  });
});
