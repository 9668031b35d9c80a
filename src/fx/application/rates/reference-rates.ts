import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import { type Quotation } from '../../domain/rates/quotation.js';
import { rateBetween, type RateBetween } from '../../domain/rates/rate-between.js';
import {
  PUBLISHED_SOURCES,
  type PublishedSource,
  type RateDirection,
  rateSource,
} from '../../domain/rates/rate-source.js';

/** A published rate that is on record. */
export interface RateOnRecord extends Quotation {
  readonly source: PublishedSource;
  readonly publishedOn: string;
  /** When it was to be had. */
  readonly asOf: Date;
  /** Where it was read. */
  readonly document: string;
}

/** A rate of a pair at a time, by one source. */
export interface ReferenceRate extends RateBetween<RateOnRecord> {
  readonly source: PublishedSource;
  readonly base: Currency;
  readonly quote: Currency;
  /** Of the older leg. */
  readonly asOf: Date;
  /** Older than the source's rates are good for. */
  readonly isStale: boolean;
}

export interface RateQuestion {
  readonly base: Currency;
  readonly quote: Currency;
  /** Without it the first of `cfets`, `ecb` that has the pair; a stale one only where no other has it. */
  readonly source?: PublishedSource | undefined;
  readonly at: Date;
}

export interface RateHistoryQuestion {
  readonly source: PublishedSource;
  /** Foreign to the source. */
  readonly currencies: readonly Currency[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Days at most. */
  readonly limit: number;
}

interface RateRow {
  readonly source: PublishedSource;
  readonly base: string;
  readonly quote: string;
  readonly currency: string;
  readonly unit: string;
  readonly direction: RateDirection;
  readonly rate: string;
  readonly published_on: string;
  readonly as_of: Date;
  readonly document: string;
}

const COLUMNS = `source, base, quote, currency, trim_scale(unit)::text AS unit, direction, trim_scale(rate)::text AS rate,
  published_on::text AS published_on, as_of, document`;

/** The newest of each currency that was to be had at the time: the operator's and, where that has no later one, the tenant's own. */
const AT = `
  SELECT found.* FROM unnest($2::text[]) AS asked (source) CROSS JOIN unnest($3::text[]) AS wanted (currency)
  CROSS JOIN LATERAL (
    SELECT * FROM (
      (SELECT ${COLUMNS}, 1 AS rank FROM fx.reference_rate r
       WHERE r.source = asked.source AND r.currency = wanted.currency::char(3) AND r.as_of <= $4
       ORDER BY r.published_on DESC LIMIT 1)
      UNION ALL
      (SELECT ${COLUMNS}, 2 AS rank FROM fx.tenant_rate t
       WHERE t.tenant_id = $1 AND t.source = asked.source AND t.currency = wanted.currency::char(3) AND t.as_of <= $4
       ORDER BY t.published_on DESC LIMIT 1)) AS both_kinds
    ORDER BY published_on DESC, rank LIMIT 1) AS found`;

/** Days on which all of the currencies are on record, the newest first; of a day the operator's before the tenant's own. */
const HISTORY = `
  WITH found AS (
    SELECT ${COLUMNS}, 1 AS rank FROM fx.reference_rate
    WHERE source = $2 AND currency = ANY($3::char(3)[]) AND published_on >= $4 AND published_on <= $5
    UNION ALL
    SELECT ${COLUMNS}, 2 AS rank FROM fx.tenant_rate
    WHERE tenant_id = $1 AND source = $2 AND currency = ANY($3::char(3)[]) AND published_on >= $4 AND published_on <= $5
  ), days AS (
    SELECT published_on FROM found GROUP BY published_on HAVING count(DISTINCT currency) = $6
    ORDER BY published_on DESC LIMIT $7
  )
  SELECT DISTINCT ON (published_on, currency) found.* FROM found JOIN days USING (published_on)
  ORDER BY published_on DESC, currency, rank`;

/** Official by rank: the middle rate is what Chinese books and customs go by. */
const ORDER: readonly PublishedSource[] = ['cfets', 'ecb'];

/** Rates that somebody publishes, as of any time. */
@Injectable()
export class ReferenceRates {
  /** @returns null where no source has the pair at that time */
  async find(view: View, { base, quote, source, at }: RateQuestion): Promise<ReferenceRate | null> {
    const sources = source === undefined ? PUBLISHED_SOURCES : [source];
    const rows = await view.query<RateRow>(AT, [view.tenantId, [...sources], [base, quote], at]);
    const found = ORDER.flatMap((code) => rateOf(code, { base, quote }, rows, at));
    return found.find(({ isStale }) => !isStale) ?? found[0] ?? null;
  }

  /** Several currencies against one, in one question; those that no source has are left out. */
  async findEach(
    view: View,
    { quote, bases, at }: { readonly quote: Currency; readonly bases: readonly Currency[]; readonly at: Date },
  ): Promise<ReferenceRate[]> {
    const rows = await view.query<RateRow>(AT, [view.tenantId, [...PUBLISHED_SOURCES], [quote, ...bases], at]);
    return bases.flatMap((base) => {
      const found = ORDER.flatMap((code) => rateOf(code, { base, quote }, rows, at));
      return found.find(({ isStale }) => !isStale) ?? found.slice(0, 1);
    });
  }

  /** Day by day, both days inclusive, the newest first. */
  async history(view: View, question: RateHistoryQuestion): Promise<RateOnRecord[]> {
    const { source, currencies, from, to, limit } = question;
    const values = [view.tenantId, source, [...currencies], from, to, currencies.length, limit];
    return (await view.query<RateRow>(HISTORY, values)).map(onRecord);
  }
}

function rateOf(
  code: PublishedSource,
  pair: { base: Currency; quote: Currency },
  rows: readonly RateRow[],
  at: Date,
): ReferenceRate[] {
  const { home, maxAgeSeconds } = rateSource(code);
  const own = rows.filter(({ source }) => source === code).map(onRecord);
  const between = rateBetween(pair, home, (currency) => {
    return own.find(({ direction, base, quote }) => (direction === 'direct' ? base : quote) === currency) ?? null;
  });
  if (between === null) return [];
  const asOf = new Date(Math.min(...between.legs.map((leg) => leg.asOf.getTime())));
  const isStale = at.getTime() - asOf.getTime() > maxAgeSeconds * 1_000;
  return [{ source: code, ...pair, ...between, asOf, isStale }];
}

function onRecord(row: RateRow): RateOnRecord {
  const { source, base, quote, unit, direction, rate, published_on: publishedOn, as_of: asOf, document } = row;
  return {
    source,
    base,
    quote,
    unit: new Decimal(unit),
    direction,
    rate: new Decimal(rate),
    publishedOn,
    asOf,
    document,
  };
}
