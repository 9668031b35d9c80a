import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { lessShares, type OpenLine, sharesOf } from './declared-purchase.js';

const cny = (minor: bigint): Money => Money.ofMinor(minor, 'CNY');
const line = (id: string, hsCode: string, quantity: string, minor: bigint): OpenLine => ({
  invoiceLineId: id,
  hsCode,
  quantity: new Decimal(quantity),
  amount: cny(minor),
});

describe('An amount that was declared elsewhere', () => {
  it('is of the lines of the same goods first, and takes their quantity along', () => {
    const lines = [line('a', '1', '10', 1_000n), line('b', '2', '8', 800n), line('c', '2', '3', 300n)];
    const shares = sharesOf(cny(900n), '2', lines);
    expect(
      shares?.map(({ invoiceLineId, quantity, amount }) => [invoiceLineId, quantity.toFixed(), amount.minor]),
    ).toEqual([
      ['b', '8', 800n],
      ['c', '1', 100n],
    ]);
  });

  it('is none of an invoice that has less', () => {
    expect(sharesOf(cny(1_001n), '1', [line('a', '1', '10', 1_000n)])).toBeNull();
  });

  it('is taken exactly, never more of a line than it has, and what all is taken of has no quantity left', () => {
    const open = fc.record({
      hsCode: fc.constantFrom('1', '2'),
      quantity: fc.integer({ min: 1, max: 10 ** 6 }),
      minor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    });
    fc.assert(
      fc.property(
        fc.array(open, { maxLength: 6 }),
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 8n })),
        (given, wanted) => {
          let lines = given.map(({ hsCode, quantity, minor }, index) =>
            line(String(index), hsCode, String(quantity), minor),
          );
          for (const minor of wanted) {
            const sum = lines.reduce((left, { amount }) => left + amount.minor, 0n);
            const shares = sharesOf(cny(minor), '1', lines);
            expect(shares === null).toBe(sum < minor);
            if (shares === null) continue;
            expect(shares.reduce((taken, { amount }) => taken + amount.minor, 0n)).toBe(minor);
            lines = lessShares(lines, shares);
            for (const { amount, quantity } of lines) {
              expect(amount.isNegative() || quantity.isNegative()).toBe(false);
            }
            const used = lines.filter(
              ({ invoiceLineId, amount }) =>
                amount.isZero() && shares.some((share) => share.invoiceLineId === invoiceLineId),
            );
            expect(used.every(({ quantity }) => quantity.isZero())).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
