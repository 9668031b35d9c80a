import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';

/** What a buyer still owes on an order, and what is known of the order’s way. */
export interface OwedFact {
  readonly orderId: string;
  readonly sellerId: string;
  readonly owed: Money;
  readonly placedAt: Date;
  readonly readyOn: LocalDate | null;
  readonly departedOn: LocalDate | null;
}

/** Of one order: came and is not exchanged. Or one exchange that is booked and not settled. */
export interface AmountFact {
  readonly id: string;
  readonly orderId: string | null;
  readonly sellerId: string;
  readonly amount: Money;
}

interface AmountRow {
  readonly id: string;
  readonly orderId: string | null;
  readonly sellerId: string;
  readonly minor: string;
  readonly currency: string;
}

const OWED = `
  SELECT r.id AS "orderId", r.party_id AS "sellerId", (r.expected_minor - r.received_minor)::text AS minor,
         r.expected_currency AS currency, r.created_at AS "placedAt", t.ready_on::text AS "readyOn", t.departed_on::text AS "departedOn"
  FROM fx.receivable r LEFT JOIN fx.order_term t ON t.tenant_id = r.tenant_id AND t.id = r.id
  WHERE r.tenant_id = $1 AND r.state = 'open' AND r.expected_currency <> 'CNY' AND r.expected_minor > r.received_minor
    AND ($2::uuid IS NULL OR r.party_id = $2)
  ORDER BY r.id`;

const HELD = `
  WITH came AS (
    SELECT a.order_id, a.amount_currency AS currency, sum(a.amount_minor - a.dues_minor - a.back_minor) AS minor
    FROM fx.allocation a WHERE a.tenant_id = $1 AND a.amount_currency <> 'CNY' GROUP BY 1, 2),
  sold AS (
    SELECT c.order_id, c.sold_currency AS currency, sum(c.sold_minor) AS minor
    FROM fx.conversion c
    WHERE c.tenant_id = $1 AND c.order_id IS NOT NULL AND c.state IN ('booked', 'dealt', 'changing', 'settled') AND c.sold_currency <> 'CNY'
    GROUP BY 1, 2)
  SELECT came.order_id AS id, came.order_id AS "orderId", r.party_id AS "sellerId",
         (came.minor - coalesce(sold.minor, 0))::text AS minor, came.currency
  FROM came
  JOIN fx.receivable r ON r.tenant_id = $1 AND r.id = came.order_id
  LEFT JOIN sold ON sold.order_id = came.order_id AND sold.currency = came.currency
  WHERE came.minor > coalesce(sold.minor, 0) AND ($2::uuid IS NULL OR r.party_id = $2)
  ORDER BY came.order_id`;

const BOOKED = `
  SELECT id, order_id AS "orderId", party_id AS "sellerId", sold_minor::text AS minor, sold_currency AS currency FROM fx.conversion
  WHERE tenant_id = $1 AND state IN ('booked', 'dealt', 'changing') AND sold_currency <> 'CNY' AND ($2::uuid IS NULL OR party_id = $2) ORDER BY id`;

const READY = `
  INSERT INTO fx.order_term (tenant_id, id, ready_on) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id, id) DO UPDATE SET ready_on = EXCLUDED.ready_on`;
const DEPARTED = `
  INSERT INTO fx.order_term (tenant_id, id, departed_on) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id, id) DO UPDATE SET departed_on = coalesce(fx.order_term.departed_on, EXCLUDED.departed_on)`;
const DEPARTED_ON = `SELECT departed_on::text FROM fx.order_term WHERE tenant_id = $1 AND id = $2`;

export async function owedFacts(view: View, sellerId: string | undefined): Promise<OwedFact[]> {
  const rows = await view.query<Omit<OwedFact, 'owed'> & { readonly minor: string; readonly currency: string }>(OWED, [
    view.tenantId,
    sellerId ?? null,
  ]);
  return rows.map(({ minor, currency, ...fact }) => ({ ...fact, owed: Money.ofMinor(BigInt(minor), currency) }));
}

export function heldFacts(view: View, sellerId: string | undefined): Promise<AmountFact[]> {
  return amounts(view, HELD, sellerId);
}

export function bookedFacts(view: View, sellerId: string | undefined): Promise<AmountFact[]> {
  return amounts(view, BOOKED, sellerId);
}

async function amounts(view: View, sql: string, sellerId: string | undefined): Promise<AmountFact[]> {
  const rows = await view.query<AmountRow>(sql, [view.tenantId, sellerId ?? null]);
  return rows.map(({ minor, currency, ...fact }) => ({ ...fact, amount: Money.ofMinor(BigInt(minor), currency) }));
}

/** When the goods of an order are to be ready, as it was placed. */
export async function keepReadyDay(tx: Tx, orderId: string, readyOn: LocalDate): Promise<void> {
  await tx.query(READY, [tx.tenantId, orderId, readyOn]);
}

/** The first day on which goods of an order left. */
export async function keepDeparture(tx: Tx, orderId: string, departedOn: LocalDate): Promise<void> {
  await tx.query(DEPARTED, [tx.tenantId, orderId, departedOn]);
}

export async function departureOf(view: View, orderId: string): Promise<LocalDate | null> {
  const [row] = await view.query<{ departed_on: LocalDate | null }>(DEPARTED_ON, [view.tenantId, orderId]);
  return row?.departed_on ?? null;
}
