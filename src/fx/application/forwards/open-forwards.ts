import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Side } from '../../domain/conversions/rate-bound.js';
import { type View } from '../../../platform/database/session.js';

/** A contract that binds, with what is still to be delivered of it. */
export interface OpenForward {
  readonly id: string;
  readonly side: Side;
  readonly sellerId: string;
  readonly orderId: string | null;
  readonly currency: string;
  /** Sold or bought, and neither delivered, rolled over nor closed out, nor on its way to be. */
  readonly open: Money;
  /** CNY for 100 units of the currency, the client's. */
  readonly rate: string;
  /** First and last day on which it may be delivered; one day where it has no window. */
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
}

interface Row {
  readonly id: string;
  readonly side: Side;
  readonly party_id: string;
  readonly order_id: string | null;
  readonly currency: string;
  readonly open_minor: string;
  readonly rate: string;
  readonly starts_on: LocalDate;
  readonly due_on: LocalDate;
}

const OPEN = `
  SELECT f.id, f.side, f.party_id, f.order_id, f.amount_currency AS currency,
         (f.amount_minor - f.delivered_minor - f.rolled_minor - f.closed_minor - f.moving_minor)::text AS open_minor,
         trim_scale(f.rate * 100 / f.unit)::text AS rate, f.starts_on::text, f.due_on::text
  FROM fx.forward f
  WHERE f.tenant_id = $1 AND f.state IN ('requested', 'booked', 'partly_delivered', 'overdue')
    AND f.amount_minor > f.delivered_minor + f.rolled_minor + f.closed_minor + f.moving_minor
    AND ($2::uuid IS NULL OR f.party_id = $2) AND ($3::uuid IS NULL OR f.order_id = $3)
    AND (NOT $4::boolean OR f.order_id IS NULL)
  ORDER BY f.due_on, f.id`;

/** What a forward is for: an order, or what the seller owes on none. */
export interface HedgedThing {
  readonly orderId: string | null;
  readonly partyId: string;
}

/** What is sold or bought forward and open, by the day it falls due: of a seller, of an order, of no order (null), or of all. */
export async function openForwards(
  tx: View,
  { sellerId, orderId }: { readonly sellerId?: string | undefined; readonly orderId?: string | null | undefined },
): Promise<readonly OpenForward[]> {
  const rows = await tx.query<Row>(OPEN, [tx.tenantId, sellerId ?? null, orderId ?? null, orderId === null]);
  return rows.map((row) => ({
    id: row.id,
    side: row.side,
    sellerId: row.party_id,
    orderId: row.order_id,
    currency: row.currency,
    open: Money.ofMinor(BigInt(row.open_minor), row.currency),
    rate: row.rate,
    startsOn: row.starts_on,
    dueOn: row.due_on,
  }));
}

/** What is open of an order, or of the seller's dues on none. */
export function openFor(tx: View, { orderId, partyId }: HedgedThing): Promise<readonly OpenForward[]> {
  return openForwards(tx, orderId === null ? { orderId, sellerId: partyId } : { orderId });
}

/** The same on one side, in one currency. */
export async function openAmountFor(tx: View, thing: HedgedThing, side: Side, currency: string): Promise<Money> {
  const found = await openFor(tx, thing);
  return Money.sum(
    found.filter((forward) => forward.side === side && forward.currency === currency).map(({ open }) => open),
    currency,
  );
}

/**
 * A contract that is being closed out is one until the bank has said so, and what is bought is owed until it is delivered. What
 * is sold counts as sold from the moment of its delivery, and what is rolled over is open in the next contract.
 */
const moving = (isOfIt: string): string => `
  SELECT f.amount_currency AS currency, sum(m.amount_minor)::text AS minor
  FROM fx.forward_move m JOIN fx.forward f ON f.tenant_id = m.tenant_id AND f.id = m.forward_id
  WHERE m.tenant_id = $1 AND ${isOfIt} AND f.side = $3 AND m.state = 'pending'
    AND m.kind = ANY(CASE f.side WHEN 'sell' THEN ARRAY['close_out'] ELSE ARRAY['close_out', 'delivery'] END)
  GROUP BY 1`;

const MOVING_OF_ORDER = moving('f.order_id = $2');
const MOVING_OF_NONE = moving('f.party_id = $2 AND f.order_id IS NULL');

/** What is with the bank of contracts for one thing and still counts, by currency. */
export async function movingFor(
  tx: View,
  { orderId, partyId }: HedgedThing,
  side: Side,
): Promise<ReadonlyMap<string, Money>> {
  const sql = orderId === null ? MOVING_OF_NONE : MOVING_OF_ORDER;
  const rows = await tx.query<{ currency: string; minor: string }>(sql, [tx.tenantId, orderId ?? partyId, side]);
  return new Map(rows.map(({ currency, minor }) => [currency, Money.ofMinor(BigInt(minor), currency)]));
}

/** What is bought forward of an order and not delivered: what the seller owes is paid by it, not at a price of the day. */
export async function boughtForward(tx: View, thing: HedgedThing, currency: string): Promise<Money> {
  const onItsWay = (await movingFor(tx, thing, 'buy')).get(currency);
  const open = await openAmountFor(tx, thing, 'buy', currency);
  return onItsWay === undefined ? open : open.plus(onItsWay);
}
