import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type DisputedPart } from '../domain/dispute/dispute-rules.js';
import { type DisputeKind } from '../domain/dispute/dispute-status.js';

interface PartRow {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly currency: string;
  readonly amount: string;
  readonly conceded: string | null;
}

/** A dispute of an order with what it takes of it. */
export interface OrderDispute extends DisputedPart {
  readonly id: string;
}

const OF_ORDER = `
  SELECT id, kind, amount_currency AS currency, amount_minor::text AS amount, conceded_minor::text AS conceded
  FROM financing.dispute WHERE tenant_id = $1 AND order_id = $2 ORDER BY id LIMIT 1000`;
const OF_SELLER = `
  SELECT (count(*) FILTER (WHERE state = 'open'))::integer AS open, count(*)::integer AS all
  FROM financing.dispute WHERE tenant_id = $1 AND seller_id = $2`;

/** Every dispute of an order, the oldest first. */
export async function disputesOf(view: View, orderId: string): Promise<OrderDispute[]> {
  const rows = await view.query<PartRow>(OF_ORDER, [view.tenantId, orderId]);
  return rows.map(({ id, kind, currency, amount, conceded }) => ({
    ...{ id, kind, amount: Money.ofMinor(BigInt(amount), currency) },
    conceded: conceded === null ? null : Money.ofMinor(BigInt(conceded), currency),
  }));
}

/** How many disputes a seller has, and how many of them are open. */
export async function disputesOfSeller(
  view: View,
  sellerId: string,
): Promise<{ readonly open: number; readonly all: number }> {
  const [row] = await view.query<{ open: number; all: number }>(OF_SELLER, [view.tenantId, sellerId]);
  return row ?? { open: 0, all: 0 };
}
