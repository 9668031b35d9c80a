import { type Currency } from '../../../kernel/currency.js';
import { type Decimal } from '../../../kernel/decimal.js';
import { chained, divided, type Quotation, ratioFrom } from './quotation.js';

/** `published`: as the source has it; `inverted`: the other way round; `derived`: of two rates, via the source's own currency. */
export type Derivation = 'published' | 'inverted' | 'derived';

/** A rate between two currencies, and what it was made of. */
export interface RateBetween<Leg extends Quotation = Quotation> {
  /** Of `quote` for one of `base`. */
  readonly rate: Decimal;
  readonly derivation: Derivation;
  /** The currency over which it was derived. */
  readonly via: Currency | null;
  /** In the order in which they were used. */
  readonly legs: readonly Leg[];
}

/**
 * The rate of a pair by what one source quotes against its own currency. Multiplied exactly, divided once.
 * @param legOf the source's quotation of a foreign currency; null where it has none
 * @returns null where a leg is missing
 */
export function rateBetween<Leg extends Quotation>(
  pair: { readonly base: Currency; readonly quote: Currency },
  home: Currency,
  legOf: (currency: Currency) => Leg | null,
): RateBetween<Leg> | null {
  const { base, quote } = pair;
  if (base === home || quote === home) {
    const leg = legOf(base === home ? quote : base);
    if (leg === null) return null;
    const derivation = leg.base === base ? 'published' : 'inverted';
    return { rate: divided(ratioFrom(leg, base)), derivation, via: null, legs: [leg] };
  }
  const [first, second] = [legOf(base), legOf(quote)];
  if (first === null || second === null) return null;
  const rate = divided(chained(ratioFrom(first, base), ratioFrom(second, home)));
  return { rate, derivation: 'derived', via: home, legs: [first, second] };
}
