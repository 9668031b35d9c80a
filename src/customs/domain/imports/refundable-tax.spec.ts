import { Money } from '../../../kernel/money.js';
import { type ImportAssessment } from '../import-assessment.js';
import { excessOf, firstTooMuch, names, refundableTaxes, type TaxShare } from './refundable-tax.js';
import { type Tax, type TaxLine } from './tax-bill.js';
import { refundableUntil, TAX_REFUND_LAWS } from './tax-refund-law.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
const line = (tax: Tax, amount: string): TaxLine => ({ tax, number: `1-${tax}`, amount: cny(amount) });
const share = (tax: Tax, amount: string): TaxShare => ({ tax, amount: cny(amount) });
const owed = (duty: string, vat: string): ImportAssessment =>
  ({
    duty: Money.parse(duty, 'CNY'),
    vat: Money.parse(vat, 'CNY'),
    antiDumpingDuty: Money.zero('CNY'),
    consumptionTax: Money.zero('CNY'),
  }) as ImportAssessment;

const PAID = [line('duty', '110.00'), line('vat', '50.00')];

describe('What comes back of a bill', () => {
  it.each([
    ['all of it, of an import that was withdrawn', 'nothing', [], ['duty 110.00', 'vat 50.00']],
    ['what was charged too much', owed('100.00', '50.00'), [], ['duty 10.00']],
    ['nothing where more is owed than was paid', owed('120.00', '60.00'), [], []],
    [
      'the rest, when some was asked back before',
      'nothing',
      [share('duty', '110.00'), share('vat', '20.00')],
      ['vat 30.00'],
    ],
    ['not a fen more after all of it', owed('100.00', '50.00'), [share('duty', '10.00')], []],
  ] as const)('is %s', (_what, due, asked, back) => {
    const shares = excessOf(refundableTaxes(PAID, due, asked));
    expect(shares?.map(({ tax, amount }) => `${tax} ${amount.amount}`)).toEqual(back);
  });

  it('is not known while nobody can tell what is owed, and never more than was paid', () => {
    const taxes = refundableTaxes(PAID, null, [share('vat', '49.00')]);
    expect(excessOf(taxes)).toBeNull();
    expect(firstTooMuch([share('duty', '110.00'), share('vat', '1.00')], taxes)).toBeNull();
    expect(firstTooMuch([share('duty', '110.00'), share('vat', '1.01')], taxes)).toBe(1);
  });

  it('is of the taxes of the bill alone, and of what was paid too much', () => {
    const taxes = refundableTaxes(PAID, owed('100.00', '50.00'), []);
    expect(firstTooMuch([share('duty', '10.01')], taxes)).toBe(0);
    expect(firstTooMuch([share('duty', '10.00'), share('consumption_tax', '0.01')], taxes)).toBe(1);
  });
});

describe('Money that comes in', () => {
  it.each([
    ['退税 TS000001 310420261000000001', 'TS000001', true],
    ['退税TS000001', 'TS000001', true],
    ['TS0000012', 'TS000001', false],
    ['', 'TS000001', false],
  ])('as %j names %s: %s', (remittance, number, isNamed) => {
    expect(names(remittance, number)).toBe(isNamed);
  });

  it('names no number that there is not yet', () => {
    expect(names('null', null)).toBe(false);
  });
});

describe('The time to ask taxes back', () => {
  it.each([
    ['2024-11-30', '2025-11-30', 'a year, before the tariff law'],
    ['2024-12-01', '2027-12-01', 'three years, since'],
    ['2028-02-29', '2031-02-28', 'a day that its year has not'],
  ])('of what was paid on %s lasts until %s: %s', (paidOn, until) => {
    expect(refundableUntil(paidOn)).toBe(until);
  });

  it('is law with its days, the newest first', () => {
    const days = TAX_REFUND_LAWS.map(({ from }) => from);
    expect(days).toEqual([...days].sort().reverse());
  });
});
