import { Decimal } from '../../../kernel/decimal.js';
import { chained, divided, type Ratio } from './quotation.js';

/** What one unit of a currency brings and costs in the source's own: the same, where the source has one rate only. */
export interface Worth {
  readonly bid: Ratio;
  readonly ask: Ratio;
  /** The tenant's share on top; nought for CNY, in which prices are. */
  readonly markUp: Decimal;
}

/** One side of a price: what the source says, what is added, and what the client is offered. Of `quote` for one of `base`. */
export interface RatePrice {
  /** `sell`: the client sells the base; `buy`: it buys it. */
  readonly side: 'sell' | 'buy';
  readonly reference: Decimal;
  /** Client less reference; not above zero for who sells, not below for who buys. */
  readonly markUp: Decimal;
  readonly client: Decimal;
}

export const PAR: Worth = {
  bid: { numerator: new Decimal(1), denominator: new Decimal(1) },
  ask: { numerator: new Decimal(1), denominator: new Decimal(1) },
  markUp: new Decimal(0),
};

/**
 * Both sides of a pair. Who sells the base gets its bid and pays the other's ask; the mark-up makes each leg worse. Divided once.
 */
export function pricesOf(base: Worth, quote: Worth): readonly [RatePrice, RatePrice] {
  const sell = price('sell', over(base.bid, quote.ask), over(lowered(base), raised(quote)));
  const buy = price('buy', over(base.ask, quote.bid), over(raised(base), lowered(quote)));
  return [sell, buy];
}

function price(side: RatePrice['side'], exact: Ratio, marked: Ratio): RatePrice {
  const [reference, client] = [divided(exact), divided(marked)];
  return { side, reference, markUp: client.minus(reference), client };
}

function lowered({ bid, markUp }: Worth): Ratio {
  return { ...bid, numerator: bid.numerator.times(new Decimal(1).minus(markUp)) };
}

function raised({ ask, markUp }: Worth): Ratio {
  return { ...ask, numerator: ask.numerator.times(markUp.plus(1)) };
}

function over(left: Ratio, right: Ratio): Ratio {
  return chained(left, { numerator: right.denominator, denominator: right.numerator });
}
