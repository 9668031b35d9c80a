import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import { TOYS, withForm } from '../testing/forms.js';
import { type DeclarationForm } from './declaration-form.js';
import { fobValue } from './fob.js';

const USD = (amount: string) => ({ amount, currency: 'USD' });
const items = (...totals: string[]) =>
  totals.map((total, index) => ({ ...TOYS, itemNumber: index + 1, total: USD(total) }));

function shares(form: DeclarationForm): string[] | null {
  return fobValue(form)?.items.map((share) => share.toAmountString()) ?? null;
}

describe('The FOB value', () => {
  it.each([
    ['FOB', ['6000.00', '4000.00'], 'the price as it is'],
    ['EXW', ['6000.00', '4000.00'], 'the price as it is'],
    ['CFR', ['5400.00', '3600.00'], 'less freight of 1000, by value'],
    ['CIF', ['5340.00', '3560.00'], 'less freight of 1000 and insurance of 100'],
    ['DDP', ['5340.00', '3560.00'], 'declared as CIF'],
  ])('under %s is %j', (incoterm, expected, _why) => {
    const charges = { freightCharge: USD('1000.00'), insuranceCharge: USD('100.00') };
    expect(shares(withForm({ incoterm, ...charges, items: items('6000.00', '4000.00') }))).toEqual(expected);
  });

  it('loses no cent when the charges do not divide', () => {
    const form = withForm({
      incoterm: 'CFR',
      freightCharge: USD('100.00'),
      items: items('100.00', '100.00', '100.00'),
    });
    expect(shares(form)).toEqual(['66.66', '66.67', '66.67']);
    expect(fobValue(form)?.total.toAmountString()).toBe('200.00');
  });

  it.each([
    [withForm({ incoterm: 'XXX' }), 'an unknown Incoterm'],
    [withForm({ incoterm: 'CFR', freightCharge: USD('10500.00') }), 'freight eats it up'],
    [withForm({ incoterm: 'CFR', freightCharge: { amount: '1.00', currency: 'CNY' } }), 'no rate to convert by'],
    [withForm({ items: [] }), 'nothing of value'],
  ])('is not told where it would be a guess', (form, _why) => {
    expect(fobValue(form)).toBeNull();
  });

  it('of the items adds up to the whole, and no item gains', () => {
    const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 50 }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (values, freight) => {
          const form = withForm({
            incoterm: 'CFR',
            freightCharge: Money.ofMinor(freight, 'USD').toJSON(),
            items: values.map((value, index) => ({
              ...TOYS,
              itemNumber: index + 1,
              total: Money.ofMinor(value, 'USD').toJSON(),
            })),
          });
          const fob = fobValue(form);
          const total = values.reduce((sum, value) => sum + value, 0n);
          if (freight >= total) return fob === null;
          if (fob === null) return false;
          const sum = Money.sum(fob.items, 'USD');
          return (
            sum.minor === total - freight && fob.items.every((share, index) => share.minor <= (values[index] ?? 0n))
          );
        },
      ),
    );
  });
});
