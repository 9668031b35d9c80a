import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import { type OvertakenLine, overtaken } from './red-letter-correction.js';

const yuan = (amount: number): Money => Money.ofMinor(BigInt(amount) * 100n, 'CNY');
const line = (redAmount: number, taken: number, ...claimed: readonly number[]): OvertakenLine => ({
  amount: yuan(1_000),
  redAmount: yuan(redAmount),
  taken: yuan(taken),
  allocations: claimed.map((amount, index) => ({
    claimId: 'c',
    declarationLine: `item-${index + 1}`,
    amount: yuan(amount),
  })),
});
const back = (...lines: readonly OvertakenLine[]): string[] =>
  overtaken(lines).map(({ declarationLine, amount }) => `${declarationLine} ${amount.toAmountString()}`);

describe('What a red-letter invoice takes of claims', () => {
  it.each<[string, readonly OvertakenLine[], readonly string[]]>([
    ['nothing, where enough is left beside them', [line(400, 400, 600)], []],
    ['what is beyond the rest', [line(500, 500, 600)], ['item-1 100.00']],
    ['all of it', [line(1_000, 1_000, 1_000)], ['item-1 1000.00']],
    ['of the last item first', [line(700, 700, 500, 500)], ['item-1 200.00', 'item-2 500.00']],
    ['not what an earlier one took', [line(800, 300, 600)], ['item-1 300.00']],
    ['of several lines of one item together', [line(500, 500, 600), line(1_000, 1_000, 1_000)], ['item-1 1100.00']],
  ])('is %s', (_what, lines, expected) => {
    expect(back(...lines)).toEqual(expected);
  });

  it('is the same in one step or in two, and never more than the claims have', () => {
    const amount = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (first, second, left, right) => {
        const sum = (...lines: readonly OvertakenLine[]): bigint =>
          overtaken(lines).reduce((total, { amount: part }) => total + part.minor, 0n);
        const once = sum(line(first + second, first + second, left, right));
        const twice = sum(line(first, first, left, right)) + sum(line(first + second, second, left, right));
        expect(twice).toBe(once);
        expect(once <= yuan(left + right).minor).toBe(true);
      }),
    );
  });
});
