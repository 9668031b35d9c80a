import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { HOME } from '../conversions/price-quote.js';
import { type Side } from '../conversions/rate-bound.js';

/**
 * Where an amount in a foreign currency comes from. `receivable`: the buyer owes it. `held`: it has come and is not
 * converted. `conversion`: sold at a firm price, not settled. `dues`: the seller owes it, such as freight. `forward`: sold or
 * bought ahead beyond what there is to sell or to pay.
 */
export const EXPOSURE_KINDS = ['receivable', 'held', 'conversion', 'dues', 'forward'] as const;
export type ExposureKind = (typeof EXPOSURE_KINDS)[number];

/** What the day is taken from. */
export const DUE_BASES = ['on_hand', 'departed', 'ready', 'placed', 'agreed'] as const;
export type DueBasis = (typeof DUE_BASES)[number];

/** When an amount is expected, and between which days it may well be. */
export interface Due {
  readonly dueOn: LocalDate;
  readonly basis: DueBasis;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** One amount whose worth in CNY is, or was, at the mercy of the market. */
export interface ExposureSource {
  /** Of the row behind it: an order, a conversion, a forward; of held money that no order has, the seller. */
  readonly id: string;
  readonly kind: ExposureKind;
  readonly sellerId: string;
  readonly orderId: string | null;
  /** Above zero where it comes in, below where it goes out. */
  readonly amount: Money;
  readonly due: Due;
}

/** A forward that sells or buys foreign currency at an agreed rate. */
export interface OpenForward {
  readonly id: string;
  readonly side: Side;
  readonly sellerId: string;
  readonly orderId: string | null;
  /** What is not delivered yet. */
  readonly open: Money;
  /** CNY for 100 units. */
  readonly rate: Decimal;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface Cover {
  readonly forwardId: string;
  /** As the amount that it covers: below zero of what goes out. */
  readonly amount: Money;
  readonly rate: Decimal;
}

export interface ExposureItem extends ExposureSource {
  /** Its price is agreed: by a forward, or because it is sold. */
  readonly hedged: Money;
  readonly covers: readonly Cover[];
  /** `amount` less `hedged`: what the market decides. */
  readonly open: Money;
}

export function certain(dueOn: LocalDate, basis: DueBasis): Due {
  return { dueOn, basis, from: dueOn, to: dueOn };
}

/**
 * Lays forwards on what they were made for: one of an order covers that order, one of a seller covers its earliest amounts
 * first; one that sells covers what comes in, one that buys what is owed. What it is for beyond that is an amount of its own, the
 * other way round. What is sold at a firm price is hedged.
 */
export function coverExposures(
  sources: readonly ExposureSource[],
  forwards: readonly OpenForward[],
): readonly ExposureItem[] {
  const coverable = sources.filter((source) => coveredBy(source) !== null).toSorted(byDay);
  const covers = new Map<ExposureSource, Cover[]>(coverable.map((source) => [source, []]));
  const excess = forwards.toSorted(byOrderAndDay).flatMap((forward) => {
    const left = layOn(forward, coverable, covers);
    return left.isZero() ? [] : [uncovered(forward, left)];
  });
  return [...sources, ...excess].map((source) => itemOf(source, covers.get(source) ?? []));
}

function layOn(
  forward: OpenForward,
  coverable: readonly ExposureSource[],
  covers: ReadonlyMap<ExposureSource, Cover[]>,
): Money {
  let left = forward.open;
  for (const source of coverable) {
    if (left.isZero()) break;
    const own = covers.get(source);
    if (own === undefined || !isFor(forward, source)) continue;
    const taken = Money.sum(
      own.map(({ amount }) => amount),
      left.currency,
    );
    const part = Money.min(left, source.amount.minus(taken).absolute());
    if (part.isZero()) continue;
    own.push({ forwardId: forward.id, amount: signed(forward.side, part), rate: forward.rate });
    left = left.minus(part);
  }
  return left;
}

/** On which side a forward covers it; null where none does. */
function coveredBy({ kind, amount }: ExposureSource): Side | null {
  if (kind === 'dues') return amount.isNegative() ? 'buy' : null;
  return (kind === 'receivable' || kind === 'held') && !amount.isNegative() ? 'sell' : null;
}

/** What comes in is sold, what goes out is bought. */
function signed(side: Side, amount: Money): Money {
  return side === 'sell' ? amount : amount.negated();
}

function isFor(forward: OpenForward, source: ExposureSource): boolean {
  const { sellerId, orderId, amount } = source;
  if (coveredBy(source) !== forward.side) return false;
  if (amount.currency !== forward.open.currency || sellerId !== forward.sellerId) return false;
  // What is bought on no order pays what is owed on none.
  if (forward.side === 'buy') return forward.orderId === orderId;
  return forward.orderId === null || forward.orderId === orderId;
}

function uncovered({ id, side, sellerId, orderId, dueOn }: OpenForward, left: Money): ExposureSource {
  return {
    id,
    kind: 'forward',
    sellerId,
    orderId,
    amount: signed(side, left).negated(),
    due: certain(dueOn, 'agreed'),
  };
}

function itemOf(source: ExposureSource, covers: readonly Cover[]): ExposureItem {
  const { kind, amount } = source;
  const covered = Money.sum(
    covers.map((one) => one.amount),
    amount.currency,
  );
  const hedged = kind === 'conversion' ? amount : covered;
  return { ...source, hedged, covers, open: amount.minus(hedged) };
}

function byDay(left: ExposureSource, right: ExposureSource): number {
  return compare(`${left.due.dueOn} ${left.id}`, `${right.due.dueOn} ${right.id}`);
}

/** Those of an order first: they cover nothing else. */
function byOrderAndDay(left: OpenForward, right: OpenForward): number {
  const place = ({ orderId, dueOn, id }: OpenForward): string => `${orderId === null ? 1 : 0} ${dueOn} ${id}`;
  return compare(place(left), place(right));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A price of the bank’s board, CNY for `unit` of a currency. */
export interface MarketPrice {
  readonly currency: string;
  readonly unit: Decimal;
  readonly spotBuy: Decimal;
  readonly spotSell: Decimal;
}

/** CNY for one unit of what comes in (the bank buys) or goes out (it sells). */
export function marketRate(open: Money, { unit, spotBuy, spotSell }: MarketPrice): Decimal {
  return (open.isNegative() ? spotSell : spotBuy).div(unit);
}

/** What is open, at the market. Rounding: half up to the fen, once for each amount. */
export function valueAtMarket(open: Money, price: MarketPrice | undefined): Money | null {
  if (price === undefined) return open.isZero() ? Money.zero(HOME) : null;
  return Money.ofMajor(open.toDecimal().times(marketRate(open, price)), HOME, 'half-up');
}
