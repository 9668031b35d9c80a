import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { cifPrices, type PriceTerms } from './cif-price.js';

const usd = (amount: string) => Money.parse(amount, 'USD');
const INSURED = { insuredValueFactor: new Decimal('1.10'), premiumRate: new Decimal('0.006') };

describe('cifPrices', () => {
  it.each<[string, Partial<PriceTerms>, string[]]>([
    ['from CIF', { cif: usd('2000.00') }, ['2000.00', '1986.80', '13.20']],
    ['from CFR', { cfr: usd('20000.00') }, ['20132.88', '20000.00', '132.88']],
    ['from FOB and freight', { fob: usd('19000.00'), freight: usd('1000.00') }, ['20132.88', '20000.00', '132.88']],
  ])('%s', (_from, given, expected) => {
    const { cif, cfr, insurance } = cifPrices({ ...INSURED, ...given });
    expect([cif, cfr, insurance].map((price) => price.toAmountString())).toEqual(expected);
  });

  it('gives FOB where the freight is known, and only there', () => {
    expect(cifPrices({ ...INSURED, cif: usd('2000.00') })).not.toHaveProperty('fob');
    const known = cifPrices({ ...INSURED, cif: usd('2000.00'), freight: usd('86.80') });
    expect(known.fob?.toAmountString()).toBe('1900.00');
  });

  it('comes back to the same CFR, to the cent', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(minor, (cents) => {
        const cfr = Money.ofMinor(cents, 'USD');
        const there = cifPrices({ ...INSURED, cfr });
        const back = cifPrices({ ...INSURED, cif: there.cif });
        expect(back.cfr.minus(cfr).absolute().minor <= 1n).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<PriceTerms>]>([
    ['no price', {}],
    ['two prices', { cif: usd('1.00'), cfr: usd('1.00') }],
    ['FOB without freight', { fob: usd('1.00') }],
    ['freight in another currency', { cif: usd('1.00'), freight: Money.parse('1.00', 'EUR') }],
    ['freight above the price', { cfr: usd('1.00'), freight: usd('1.01') }],
    ['a premium that eats the price', { cif: usd('1.00'), premiumRate: new Decimal(1) }],
  ])('refuses %s', (_what, given) => {
    expect(() => cifPrices({ ...INSURED, ...given })).toThrow(InvalidInputError);
  });
});
