import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { HOME } from '../domain/conversions/price-quote.js';

/** Which results: of some days, and if told so of one order, seller or currency. */
export interface ResultFilter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly orderId?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly currency?: string | undefined;
}

/** What exchanges of one order brought. */
export interface OrderResult {
  readonly orderId: string;
  readonly sold: Money;
  readonly carried: Money;
  readonly brought: Money;
  readonly result: Money;
}

/** What revaluations booked and took back within the days. */
export interface UnrealisedResult {
  readonly currency: string;
  readonly booked: Money;
  readonly reversed: Money;
}

/** Exchanged, and never valued: there was no rate, or it was before there were results. */
export interface UnvaluedExchange {
  readonly conversionId: string;
  readonly orderId: string;
  readonly sold: Money;
}

const REALISED = `
  SELECT order_id, foreign_currency AS currency, sum(-foreign_minor)::text AS sold, sum(-value_minor)::text AS carried,
         sum(brought_minor)::text AS brought, sum(result_minor)::text AS result
  FROM fx.carrying_movement
  WHERE tenant_id = $1 AND kind = 'realised' AND occurred_on BETWEEN $2 AND $3 AND ($4::uuid IS NULL OR order_id = $4)
    AND ($5::uuid IS NULL OR party_id = $5) AND ($6::text IS NULL OR foreign_currency = $6)
  GROUP BY order_id, foreign_currency ORDER BY order_id DESC`;

const UNREALISED = `
  SELECT l.foreign_currency AS currency,
         coalesce(sum(l.result_minor) FILTER (WHERE r.valued_on BETWEEN $2 AND $3), 0)::text AS booked,
         coalesce(sum(l.result_minor) FILTER (WHERE r.reversed_on BETWEEN $2 AND $3), 0)::text AS reversed
  FROM fx.revaluation r
  JOIN fx.revaluation_line l ON l.tenant_id = r.tenant_id AND l.revaluation_id = r.id AND l.result_minor IS NOT NULL
  WHERE r.tenant_id = $1 AND (r.valued_on BETWEEN $2 AND $3 OR r.reversed_on BETWEEN $2 AND $3)
    AND ($4::uuid IS NULL OR l.order_id = $4) AND ($5::uuid IS NULL OR l.party_id = $5)
    AND ($6::text IS NULL OR l.foreign_currency = $6)
  GROUP BY 1 ORDER BY 1`;

const UNVALUED = `
  SELECT c.id, c.order_id, c.sold_minor::text AS sold, c.sold_currency AS currency FROM fx.conversion c
  WHERE c.tenant_id = $1 AND c.state = 'settled' AND c.order_id IS NOT NULL AND c.sold_currency <> '${HOME}'
    AND c.value_date BETWEEN $2 AND $3 AND ($4::uuid IS NULL OR c.order_id = $4) AND ($5::uuid IS NULL OR c.party_id = $5)
    AND ($6::text IS NULL OR c.sold_currency = $6)
    AND NOT EXISTS (SELECT FROM fx.carrying_movement m WHERE m.tenant_id = c.tenant_id AND m.conversion_id = c.id)
  ORDER BY c.id DESC LIMIT 100`;

function valuesOf(view: View, { from, to, orderId, sellerId, currency }: ResultFilter): (string | null)[] {
  return [view.tenantId, from, to, orderId ?? null, sellerId ?? null, currency ?? null];
}

export async function realisedByOrder(view: View, filter: ResultFilter): Promise<OrderResult[]> {
  interface Row {
    readonly order_id: string;
    readonly currency: string;
    readonly sold: string;
    readonly carried: string;
    readonly brought: string;
    readonly result: string;
  }
  const rows = await view.query<Row>(REALISED, valuesOf(view, filter));
  return rows.map(({ order_id, currency, sold, carried, brought, result }) => ({
    orderId: order_id,
    sold: Money.ofMinor(BigInt(sold), currency),
    carried: Money.ofMinor(BigInt(carried), HOME),
    brought: Money.ofMinor(BigInt(brought), HOME),
    result: Money.ofMinor(BigInt(result), HOME),
  }));
}

export async function unrealisedByCurrency(view: View, filter: ResultFilter): Promise<UnrealisedResult[]> {
  const rows = await view.query<{ currency: string; booked: string; reversed: string }>(
    UNREALISED,
    valuesOf(view, filter),
  );
  return rows.map(({ currency, booked, reversed }) => ({
    currency,
    booked: Money.ofMinor(BigInt(booked), HOME),
    reversed: Money.ofMinor(BigInt(reversed), HOME),
  }));
}

export async function unvaluedExchanges(view: View, filter: ResultFilter): Promise<UnvaluedExchange[]> {
  const rows = await view.query<{ id: string; order_id: string; sold: string; currency: string }>(
    UNVALUED,
    valuesOf(view, filter),
  );
  return rows.map(({ id, order_id, sold, currency }) => ({
    conversionId: id,
    orderId: order_id,
    sold: Money.ofMinor(BigInt(sold), currency),
  }));
}
