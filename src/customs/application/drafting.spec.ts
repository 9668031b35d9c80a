import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { declaredFreight } from './drafting.js';

const order = (incoterm: string, currency: string): OrderSnapshot =>
  ({ incoterm, currency, fx: { conversion: 'manual', planRate: '7.10' } }) as OrderSnapshot;
const money = (amount: string, currency: string) => ({ amount, currency });

describe('Freight on a declaration', () => {
  it.each([
    [
      'CIF',
      'USD',
      [money('2400.00', 'USD'), money('1250.00', 'CNY')],
      money('2400.00', 'USD'),
      'local charges come before loading',
    ],
    [
      'CIF',
      'USD',
      [money('2400.00', 'USD'), money('150.00', 'USD')],
      money('2550.00', 'USD'),
      'surcharges belong to it',
    ],
    ['CFR', 'USD', [money('7100.00', 'CNY')], money('1000.00', 'USD'), 'all in yuan: at the planning rate'],
    ['CFR', 'EUR', [money('2400.00', 'USD')], null, 'a third currency: a person has to say'],
    ['FOB', 'USD', [money('2400.00', 'USD')], null, 'the price does not hold it'],
    ['CIF', 'USD', [], null, 'nothing was charged'],
  ])('under %s in %s, of %j is %j', (incoterm, currency, charges, expected, _why) => {
    expect(declaredFreight(order(incoterm, currency), charges)).toEqual(expected);
  });
});
