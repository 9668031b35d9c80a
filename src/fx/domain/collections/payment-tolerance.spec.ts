import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { paymentTolerance } from './payment-tolerance.js';

describe('The tolerance of a payment', () => {
  it.each<[string, string, string | null, string, string]>([
    ['10000.00', 'USD', null, '50.00', '50 USD outweigh 0.5 %'],
    ['10001.00', 'USD', null, '50.01', '0.5 % outweighs, half up'],
    ['10000.00', 'USD', '7', '50.00', 'dollars need no rate'],
    ['1000.00', 'EUR', '0.8652', '43.26', '50 USD in euros'],
    ['100000.00', 'EUR', '0.8652', '500.00', '0.5 % of much'],
    ['1000000', 'JPY', '153.5386', '7677', 'yen have no decimals'],
    ['10000.00', 'CNY', '7.0812', '354.06', 'yuan'],
    ['1000.00', 'EUR', null, '5.00', 'without a board the share alone counts'],
  ])('of %s %s (1 USD = %s) is %s: %s', (amount, currency, perUsd, tolerance) => {
    const rate = perUsd === null ? null : new Decimal(perUsd);
    const found = paymentTolerance(Money.parse(amount, currency), '2026-11-24', rate);
    expect(found.amount.toAmountString()).toBe(tolerance);
    expect(found.rule.version).toBe('2000-01-01');
  });
});
