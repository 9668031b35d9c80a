import { Money } from '../../kernel/money.js';

/** How much of a line of the blue invoice one declared item stands on. */
export interface StandingAllocation {
  readonly claimId: string;
  readonly declarationLine: string;
  readonly amount: Money;
}

/** A line of a blue invoice of which something was taken back just now; amounts without VAT, CNY. */
export interface OvertakenLine {
  readonly amount: Money;
  /** By all red-letter invoices, this one among them. */
  readonly redAmount: Money;
  /** By this one. */
  readonly taken: Money;
  readonly allocations: readonly StandingAllocation[];
}

/**
 * What claims have of lines that is there no more since this red-letter invoice: what is left beside the claims is taken back
 * first, then of the declared items, the last first. What earlier red-letter invoices took back of them is not taken twice.
 * @returns the base to be taken back by claim and declared item; none of it zero
 */
export function overtaken(lines: readonly OvertakenLine[]): readonly StandingAllocation[] {
  const sums = new Map<string, StandingAllocation>();
  for (const { amount, redAmount, taken, allocations } of lines) {
    const after = shares(allocations, amount.minus(redAmount));
    const before = shares(allocations, amount.minus(redAmount).plus(taken));
    allocations.forEach(({ claimId, declarationLine }, index) => {
      const back = (after[index] ?? 0n) - (before[index] ?? 0n);
      if (back <= 0n) return;
      const key = `${claimId}/${declarationLine}`;
      const sum = (sums.get(key)?.amount ?? Money.zero('CNY')).plus(Money.ofMinor(back, 'CNY'));
      sums.set(key, { claimId, declarationLine, amount: sum });
    });
  }
  return [...sums.values()];
}

/** How much of each allocation is beyond what is left of the line, the last first; in fen. */
function shares(allocations: readonly StandingAllocation[], left: Money): bigint[] {
  let over = allocations.reduce((sum, { amount }) => sum + amount.minor, 0n) - left.minor;
  const found = [...allocations].reverse().map(({ amount }) => {
    const share = over <= 0n ? 0n : over < amount.minor ? over : amount.minor;
    over -= share;
    return share;
  });
  return found.reverse();
}
