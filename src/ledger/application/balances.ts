import { type Currency } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type AccountCode, accountKind } from '../domain/chart.js';
import { type AccountRef } from '../domain/entry.js';

/** Looks at the books as they stood: money that counted by a day, postings that were known by an instant, or both. */
export interface AsOf {
  readonly valueDate?: LocalDate;
  readonly bookedAt?: Date;
}

export interface BalanceQuery extends AccountRef {
  readonly currency: Currency;
  /** Only what was booked, or is held, for this order. */
  readonly orderId?: string;
  readonly asOf?: AsOf;
}

/** On the account's normal side: 100 of client funds is +100 owed to the client, 100 of receivables +100 due to us. */
export interface Balance {
  readonly posted: Money;
  readonly held: Money;
  /** Posted less held. */
  readonly available: Money;
}

interface Sums {
  readonly posted: string;
  readonly held: string;
}

/** As things stand. Without a party, a code that has one account per party is summed over all of them. */
const CURRENT = `
  SELECT coalesce(sum(b.posted_minor + coalesce(u.amount_minor, 0)), 0)::text AS posted,
         coalesce(sum(b.held_minor), 0)::text AS held
  FROM ledger.account a
  JOIN ledger.balance b ON b.tenant_id = a.tenant_id AND b.account_id = a.id
  LEFT JOIN LATERAL (
    SELECT sum(w.amount_minor) AS amount_minor FROM ledger.unfolded w
    WHERE NOT a.floored AND w.tenant_id = a.tenant_id AND w.account_id = a.id) AS u ON true
  WHERE a.tenant_id = $1 AND a.code = $2 AND a.currency = $3 AND ($4::uuid IS NULL OR a.party_id = $4)`;

/** From the postings themselves: of one order, or as the books stood. */
const RECOUNTED = `
  SELECT coalesce(sum(p.posted), 0)::text AS posted, coalesce(sum(h.held), 0)::text AS held
  FROM ledger.account a
  CROSS JOIN LATERAL (
    SELECT sum(p.amount_minor) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END AS posted
    FROM ledger.posting p
    WHERE p.tenant_id = a.tenant_id AND p.account_id = a.id
      AND ($6::date IS NULL OR p.value_date <= $6) AND ($7::timestamptz IS NULL OR p.booked_at <= $7)
      AND ($5::uuid IS NULL OR p.transfer_id IN (
        SELECT t.id FROM ledger.transfer t WHERE t.tenant_id = $1 AND t.order_id = $5))) AS p
  CROSS JOIN LATERAL (
    SELECT sum(h.amount_minor) AS held FROM ledger.hold h
    WHERE h.tenant_id = a.tenant_id AND h.account_id = a.id AND ($5::uuid IS NULL OR h.order_id = $5)
      AND h.created_at <= coalesce($7::timestamptz, 'infinity')
      AND (h.state = 'active' OR h.resolved_at > coalesce($7::timestamptz, 'infinity'))) AS h
  WHERE a.tenant_id = $1 AND a.code = $2 AND a.currency = $3 AND ($4::uuid IS NULL OR a.party_id = $4)`;

/** By the transfers of the order, so that accounts with many postings cost nothing. */
const OF_ORDER = `
  SELECT a.currency, (sum(p.amount_minor) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END)::text AS posted
  FROM ledger.transfer t
  JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE t.tenant_id = $1 AND t.order_id = $2 AND a.code = $3 AND a.party_id = $4
  GROUP BY a.currency, a.normal_side HAVING sum(p.amount_minor) <> 0 ORDER BY a.currency`;

/** What is on no order, in each currency. */
const OF_NO_ORDER = `
  SELECT a.currency, (sum(p.amount_minor) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END)::text AS posted
  FROM ledger.account a
  JOIN ledger.posting p ON p.tenant_id = a.tenant_id AND p.account_id = a.id
  JOIN ledger.transfer t ON t.tenant_id = p.tenant_id AND t.id = p.transfer_id
  WHERE a.tenant_id = $1 AND a.code = $2 AND a.party_id = $3 AND t.order_id IS NULL
  GROUP BY a.currency, a.normal_side HAVING sum(p.amount_minor) <> 0 ORDER BY a.currency`;

/** The same for many orders in one currency; those of which nothing is posted are left out. */
const OF_ORDERS = `
  SELECT t.order_id AS "orderId", (sum(p.amount_minor) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END)::text AS posted
  FROM ledger.transfer t
  JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE t.tenant_id = $1 AND t.order_id = ANY($2::uuid[]) AND a.code = $3 AND a.party_id = $4 AND a.currency = $5
  GROUP BY t.order_id, a.normal_side HAVING sum(p.amount_minor) <> 0`;

export async function readBalancesOfOrders(
  view: View,
  { code, partyId, currency, orderIds }: OrdersQuery,
): Promise<ReadonlyMap<string, Money>> {
  const rows = await view.query<{ orderId: string; posted: string }>(OF_ORDERS, [
    ...[view.tenantId, orderIds, code, partyId, currency],
  ]);
  return new Map(rows.map(({ orderId, posted }) => [orderId, Money.ofMinor(BigInt(posted), currency)]));
}

/** What is asked of the account of a party, of these orders. */
export interface OrdersQuery {
  readonly code: AccountCode;
  readonly partyId: string;
  readonly currency: Currency;
  readonly orderIds: readonly string[];
}

/** What an account of a party holds for one order, or null: for none, in each currency in which it holds anything. */
export async function readBalancesOfOrder(
  view: View,
  { code, partyId, orderId }: { code: AccountCode; partyId: string; orderId: string | null },
): Promise<Money[]> {
  interface Row {
    readonly currency: string;
    readonly posted: string;
  }
  const { tenantId } = view;
  const rows =
    orderId === null
      ? await view.query<Row>(OF_NO_ORDER, [tenantId, code, partyId])
      : await view.query<Row>(OF_ORDER, [tenantId, orderId, code, partyId]);
  return rows.map(({ currency, posted }) => Money.ofMinor(BigInt(posted), currency));
}

export async function readBalance(view: View, query: BalanceQuery): Promise<Balance> {
  const { code, partyId, currency, orderId, asOf } = query;
  const account = [view.tenantId, code, currency, accountKind(code).perParty ? (partyId ?? null) : null];
  const [sums] =
    orderId === undefined && asOf === undefined
      ? await view.query<Sums>(CURRENT, account)
      : await view.query<Sums>(RECOUNTED, [
          ...account,
          orderId ?? null,
          asOf?.valueDate ?? null,
          asOf?.bookedAt ?? null,
        ]);
  const posted = Money.ofMinor(BigInt(sums?.posted ?? 0), currency);
  const held = Money.ofMinor(BigInt(sums?.held ?? 0), currency);
  return { posted, held, available: posted.minus(held) };
}
