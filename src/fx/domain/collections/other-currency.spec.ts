import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type Debt } from './debt.js';
import { matchTerms } from './match-terms.js';
import { suggestOtherCurrency } from './other-currency.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const debt = (reference: string, owed: string): Debt => ({
  orderId: reference,
  reference,
  contractNumber: `NB-${reference}`,
  payerNames: ['HAMBURG HAUSHALT'],
  expected: usd(owed),
  received: usd('0.00'),
  tolerance: usd('50.00'),
});
const AS_OF = new Date('2026-11-24T02:00:00Z');
const OPTIONS = {
  on: '2026-11-24',
  rateTo: (currency: string) => (currency === 'USD' ? { rate: new Decimal('1.1'), asOf: AS_OF } : null),
};
const found = (text: string, amount: string, debts: readonly Debt[], payerNames = ['HAMBURG HAUSHALT']) =>
  suggestOtherCurrency({ amount: Money.parse(amount, 'EUR'), charges: null, text, payerNames }, debts, OPTIONS);

describe('A receipt in another currency than the order’s', () => {
  it('is suggested to the order that it names, whatever it is worth, with the rate that says so', () => {
    const [only, ...more] = found('SO-2001', '5000.00', [debt('SO-2001', '9000.00'), debt('SO-2002', '9000.00')]);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ ground: 'reference_in_other_currency', shares: [], flags: ['other_currency'] });
    expect(only?.otherCurrency).toMatchObject({ orderId: 'SO-2001', worth: usd('5500.00'), asOf: AS_OF });
    expect(only?.steps.map(({ name, value }) => `${name} ${value}`)).toContain('rate 1.1');
  });

  it.each([
    ['to the cent', '10000.00', 1],
    ['within one in a hundred, for the exchange', '9910.00', 1],
    ['beyond', '9800.00', 0],
  ])('and to what its payer owes where the worth is that: %s', (_how, amount, count) => {
    expect(found('goods', amount, [debt('SO-2001', '11000.00')])).toHaveLength(count);
  });

  it('is suggested to nobody where somebody else pays, or no board has the currency', () => {
    expect(found('goods', '10000.00', [debt('SO-2001', '11000.00')], ['SOMEBODY'])).toEqual([]);
    const none = { ...OPTIONS, rateTo: () => null };
    const credit = { amount: Money.parse('10000.00', 'EUR'), charges: null, text: 'SO-2001', payerNames: [] };
    expect(suggestOtherCurrency(credit, [debt('SO-2001', '11000.00')], none)).toEqual([]);
  });

  it('is never sure enough to be matched by itself', () => {
    const terms = matchTerms('2026-11-24');
    for (const ground of ['reference_in_other_currency', 'payer_in_other_currency'] as const) {
      expect(terms.confidence(ground).lessThan(terms.threshold)).toBe(true);
    }
  });
});
