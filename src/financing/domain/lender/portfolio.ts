import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { bucketOf, daysOverdue, OVERDUE_BUCKETS, type OverdueBucket } from '../accrual/overdue.js';

/** One loan as it stood on a day. Minor units. */
export interface Position {
  readonly product: string;
  readonly currency: string;
  /** Paid out and not paid back: principal alone. */
  readonly drawn: bigint;
  /** Asked for, not yet paid out. */
  readonly reserved: bigint;
  readonly maturityOn: LocalDate;
  /** Since when it counts as late, where that is not the due date; see `dueAsOf`. */
  readonly overdueSince: LocalDate | null;
  readonly client: Named;
  /** Null of what is lent on no order. */
  readonly buyer: Named | null;
  /** Its guarantee group; null where it is in none. */
  readonly group: Named | null;
  /** The client within the consent: whom a limit of the product is for. */
  readonly limitKey: string;
}

export interface Named {
  readonly key: string;
  readonly name: string;
}

/** What may be lent to one client by one product. */
export interface ClientLimit {
  readonly product: string;
  readonly currency: string;
  readonly limitKey: string;
  readonly limit: bigint;
}

export interface ProductExposure {
  readonly product: string;
  readonly drawn: Money;
  readonly reserved: Money;
  /** Of each client's limit what is not taken, summed; null of a day that is past: limits are not kept by day. */
  readonly free: Money | null;
  readonly loans: number;
}

export interface AgeBucket {
  readonly bucket: OverdueBucket;
  readonly drawn: Money;
  readonly share: Decimal;
  readonly loans: number;
}

export interface Concentration extends Named {
  readonly exposure: Money;
  readonly share: Decimal;
  readonly loans: number;
}

/** The largest of a kind, and all the others together, so that the amounts add up to the exposure. */
export interface Concentrations {
  readonly largest: readonly Concentration[];
  readonly others: Money;
}

/** What is lent in one currency. Currencies are never added. */
export interface CurrencyPortfolio {
  readonly currency: string;
  readonly drawn: Money;
  readonly reserved: Money;
  /** Of the products together. */
  readonly free: Money | null;
  /** What the lender lends within in all, where tenants have set that. */
  readonly facility: Money | null;
  /** Drawn and reserved by the facility; null without one. */
  readonly utilisation: Decimal | null;
  readonly loans: number;
  readonly products: readonly ProductExposure[];
  readonly ageing: readonly AgeBucket[];
  readonly clients: Concentrations;
  readonly buyers: Concentrations;
  readonly groups: Concentrations;
}

export interface PortfolioInput {
  readonly positions: readonly Position[];
  /** Null of a day that is past. */
  readonly limits: readonly ClientLimit[] | null;
  /** By currency; null of a day that is past. */
  readonly facilities: ReadonlyMap<string, bigint> | null;
  readonly asOf: LocalDate;
}

const SHARE_PLACES = 4;
const LARGEST_MAX = 10;

/**
 * Exposure, ageing and concentration by currency. Exposure is what is drawn and what is reserved; ageing is of what is drawn,
 * by days past maturity. Shares are fractions of one, rounded half up to four places; amounts are exact and add up.
 */
export function portfolioOf({ positions, limits, facilities, asOf }: PortfolioInput): CurrencyPortfolio[] {
  const currencies = [...new Set(positions.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = positions.filter((each) => each.currency === currency);
    const money = (minor: bigint): Money => Money.ofMinor(minor, currency);
    const products = productsOf(own, limits, money);
    const [drawn, reserved] = [sumOf(own, 'drawn'), sumOf(own, 'reserved')];
    const facility = facilities?.get(currency) ?? null;
    return {
      currency,
      ...{ drawn: money(drawn), reserved: money(reserved), loans: own.length, products },
      free:
        limits === null
          ? null
          : Money.sum(
              products.flatMap(({ free }) => free ?? []),
              currency,
            ),
      facility: facility === null ? null : money(facility),
      utilisation: facility === null || facility === 0n ? null : shareOf(drawn + reserved, facility),
      ageing: ageingOf(own, asOf, money),
      clients: concentrationOf(own, ({ client }) => client, money),
      buyers: concentrationOf(own, ({ buyer }) => buyer, money),
      groups: concentrationOf(own, ({ group }) => group, money),
    };
  });
}

/** A fraction of one to four places, half up; nothing of nothing is nothing. */
export function shareOf(part: bigint, whole: bigint): Decimal {
  if (whole === 0n) return new Decimal(0);
  return roundHalfUp(new Decimal(part.toString()).div(whole.toString()), SHARE_PLACES);
}

type ToMoney = (minor: bigint) => Money;

function productsOf(
  positions: readonly Position[],
  limits: readonly ClientLimit[] | null,
  money: ToMoney,
): ProductExposure[] {
  return [...Map.groupBy(positions, ({ product }) => product)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([product, own]) => ({
      product,
      ...{ drawn: money(sumOf(own, 'drawn')), reserved: money(sumOf(own, 'reserved')), loans: own.length },
      free: limits === null ? null : money(freeOf(product, own, limits)),
    }));
}

/** What a client has taken beyond its limit takes nothing from another's. */
function freeOf(product: string, positions: readonly Position[], limits: readonly ClientLimit[]): bigint {
  const taken = Map.groupBy(positions, ({ limitKey }) => limitKey);
  const currency = positions[0]?.currency;
  return limits
    .filter((limit) => limit.product === product && limit.currency === currency)
    .reduce((sum, { limitKey, limit }) => {
      const left = limit - (taken.get(limitKey) ?? []).reduce((all, each) => all + each.drawn + each.reserved, 0n);
      return left > 0n ? sum + left : sum;
    }, 0n);
}

function ageingOf(positions: readonly Position[], asOf: LocalDate, money: ToMoney): AgeBucket[] {
  const drawn = positions.filter((each) => each.drawn > 0n);
  const whole = sumOf(drawn, 'drawn');
  const byBucket = Map.groupBy(drawn, ({ maturityOn, overdueSince }) =>
    bucketOf(daysOverdue(maturityOn, asOf, overdueSince)),
  );
  return OVERDUE_BUCKETS.map((bucket) => {
    const own = byBucket.get(bucket) ?? [];
    const part = sumOf(own, 'drawn');
    return { bucket, drawn: money(part), share: shareOf(part, whole), loans: own.length };
  });
}

function concentrationOf(
  positions: readonly Position[],
  nameOf: (position: Position) => Named | null,
  money: ToMoney,
): Concentrations {
  const whole = exposureOf(positions);
  const named = Map.groupBy(
    positions.filter((each) => nameOf(each) !== null),
    (each) => nameOf(each)?.key ?? '',
  );
  const ranked = [...named]
    .map(([key, own]) => ({
      key,
      name: own.map(nameOf)[0]?.name ?? '',
      part: exposureOf(own),
      loans: own.length,
    }))
    .sort((left, right) =>
      left.part === right.part ? (left.key < right.key ? -1 : 1) : left.part > right.part ? -1 : 1,
    )
    .slice(0, LARGEST_MAX);
  const shown = ranked.reduce((sum, { part }) => sum + part, 0n);
  return {
    largest: ranked.map(({ key, name, part, loans }) => ({
      ...{ key, name, exposure: money(part), share: shareOf(part, whole), loans },
    })),
    others: money(whole - shown),
  };
}

function exposureOf(positions: readonly Position[]): bigint {
  return sumOf(positions, 'drawn') + sumOf(positions, 'reserved');
}

function sumOf(positions: readonly Position[], part: 'drawn' | 'reserved'): bigint {
  return positions.reduce((sum, each) => sum + each[part], 0n);
}
