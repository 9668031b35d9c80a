/** What a search for a sum found. */
export interface SumsFound<Item> {
  /** All ways there are, up to two. */
  readonly ways: readonly (readonly Item[])[];
  /** Sums of so many items that could have been hit, by their number: by them the chance of a hit that means nothing is judged. */
  readonly tried: readonly number[];
}

/** More combinations than this are not tried; nothing counts as found then. */
const TRIED_MAX = 20_000;

/**
 * Finds which of the items make up one of the sums: at least two of them, at most `most`. The search stops at the second
 * way, because two that fit equally are never guessed between.
 *
 * @param items with amounts above zero, in smallest units
 */
export function findSums<Item extends { readonly minor: bigint }>(
  items: readonly Item[],
  sums: readonly bigint[],
  most: number,
): SumsFound<Item> {
  const sorted = items.toSorted((left, right) => (left.minor < right.minor ? -1 : left.minor > right.minor ? 1 : 0));
  const search = new SumSearch(sorted, sums, most);
  search.visit(0, [], 0n);
  return { ways: search.isExhausting ? [] : search.ways, tried: search.tried };
}

class SumSearch<Item extends { readonly minor: bigint }> {
  readonly ways: Item[][] = [];
  readonly tried: number[] = [];
  private readonly highest: bigint;
  private total = 0;

  constructor(
    private readonly sorted: readonly Item[],
    private readonly sums: readonly bigint[],
    private readonly most: number,
  ) {
    this.highest = sums.reduce((max, sum) => (sum > max ? sum : max), 0n);
    this.tried = Array.from({ length: most + 1 }, () => 0);
  }

  get isExhausting(): boolean {
    return this.total > TRIED_MAX;
  }

  visit(from: number, chosen: readonly Item[], sum: bigint): void {
    for (let at = from; at < this.sorted.length; at += 1) {
      const item = this.sorted[at];
      // Sorted: all that follow are larger.
      if (item === undefined || sum + item.minor > this.highest || this.ways.length > 1 || this.isExhausting) return;
      const taken = [...chosen, item];
      if (taken.length > 1) this.look(taken, sum + item.minor);
      if (taken.length < this.most) this.visit(at + 1, taken, sum + item.minor);
    }
  }

  private look(taken: Item[], sum: bigint): void {
    this.total += 1;
    this.tried[taken.length] = (this.tried[taken.length] ?? 0) + 1;
    if (this.sums.includes(sum)) this.ways.push(taken);
  }
}
