import { Decimal } from './decimal.js';
import { Money } from './money.js';
import { FigureTooLargeError, wire } from './wire.js';

describe('A result as it looks in JSON', () => {
  it('has money as amount and currency, decimals as text, all else as it is', () => {
    const result = { net: Money.parse('1.50', 'USD'), rates: [new Decimal('7.10')], note: null, days: 3 };
    expect(wire(result)).toEqual({ net: { amount: '1.50', currency: 'USD' }, rates: ['7.1'], note: null, days: 3 });
  });

  it('has no figure with more than 15 digits before the point', () => {
    expect(wire(new Decimal('-999999999999999.99'))).toBe('-999999999999999.99');
    expect(() => wire({ rate: new Decimal('1000000000000000') })).toThrow(FigureTooLargeError);
    expect(() => wire([Money.ofMinor(-100_000_000_000_000_000n, 'CNY')])).toThrow(FigureTooLargeError);
  });
});
