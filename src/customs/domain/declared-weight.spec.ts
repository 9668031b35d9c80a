import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { declaredWeight } from './declared-weight.js';

describe('declaredWeight (海关总署公告2024年第30号)', () => {
  it.each([
    ['0.456', '2024-04-10', '0.46', 'two decimals from the first day'],
    ['0.456', '2024-04-09', '1', 'a whole kilogram before'],
    ['0.995', '2024-04-10', '1', 'half up'],
    ['1', '2024-04-10', '1', 'a kilogram stays'],
    ['1.23456', '2024-04-10', '1.23456', 'more stays as it is'],
  ])('%s kg on %s: %s (%s)', (kilograms, declaredOn, declared) => {
    expect(declaredWeight(new Decimal(kilograms), declaredOn).declaredKilograms.toString()).toBe(declared);
  });

  it('refuses a weight of nothing', () => {
    expect(() => declaredWeight(new Decimal(0), '2026-01-01')).toThrow(InvalidInputError);
  });
});
