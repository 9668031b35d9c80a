import { Money } from '../../../kernel/money.js';
import { isCollected } from './debt.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');

describe('An order is collected', () => {
  it.each([
    ['1000.00', '1000.00', true],
    ['1000.00', '950.00', true],
    ['1000.00', '949.99', false],
    ['1000.00', '1010.00', true],
  ])('of %s with %s received: %s', (expected, received, collected) => {
    const owed = { expected: usd(expected), received: usd(received), tolerance: usd('50.00') };
    expect(isCollected(owed)).toBe(collected);
  });
});
