import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { factoring, type FactoringTerms } from './factoring.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const terms = (more: Partial<FactoringTerms> = {}): FactoringTerms => ({
  invoice: usd('10000.00'),
  advanceRate: new Decimal('0.80'),
  ...more,
});

describe('factoring', () => {
  it('pays the advance at once and holds the reserve', () => {
    const result = factoring(terms());
    expect([result.advance, result.reserve, result.remainder].map(String)).toEqual([
      '8000.00 USD',
      '2000.00 USD',
      '2000.00 USD',
    ]);
  });

  it('rounds the advance down: no more is paid than was agreed', () => {
    expect(String(factoring(terms({ invoice: usd('0.99') })).advance)).toBe('0.79 USD');
  });

  it('takes fee and interest out of the reserve', () => {
    const interest = { annualRate: new Decimal('0.06'), days: 60 };
    const result = factoring(terms({ feeRate: new Decimal('0.01'), flatFee: usd('5.00'), interest }));
    expect([result.fee, result.interest, result.remainder].map(String)).toEqual([
      '105.00 USD',
      '80.00 USD',
      '1815.00 USD',
    ]);
  });

  it('leaves the seller owing what the buyer did not pay', () => {
    const result = factoring(terms({ received: usd('7000.00') }));
    expect([result.remainder, result.shortfall].map(String)).toEqual(['0.00 USD', '1000.00 USD']);
  });

  it('accounts for every cent that came in', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((minor) => Money.ofMinor(minor, 'USD'));
    const share = fc.integer({ min: 0, max: 100 }).map((value) => new Decimal(value).div(100));
    fc.assert(
      fc.property(cents, cents, share, share, (invoice, received, advanceRate, feeRate) => {
        const { advance, fee, interest, remainder, shortfall } = factoring({ invoice, received, advanceRate, feeRate });
        const out = Money.sum([advance, fee, interest, remainder], 'USD').minus(shortfall);
        expect(out.equals(received)).toBe(true);
      }),
    );
  });

  it('refuses more than the whole invoice, and other currencies', () => {
    expect(() => factoring(terms({ advanceRate: new Decimal('1.01') }))).toThrow(InvalidInputError);
    expect(() => factoring(terms({ flatFee: Money.parse('1.00', 'EUR') }))).toThrow(InvalidInputError);
  });
});
