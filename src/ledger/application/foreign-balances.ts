import { type Currency } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type AccountCode } from '../domain/chart.js';

/** What an account of a party holds in a foreign currency: of one order where the bookings name one. */
export interface ForeignBalance {
  readonly partyId: string;
  readonly orderId: string | null;
  /** On the account's normal side. */
  readonly posted: Money;
}

/** Foreign currency of the tenant's own, and the CNY that was booked against it. */
export interface ForeignPosition {
  readonly foreign: Money;
  /** CNY it stands at: what was given for it, on the other side. */
  readonly carried: Money;
}

interface BalanceRow {
  readonly partyId: string;
  readonly orderId: string | null;
  readonly currency: Currency;
  readonly posted: string;
}

const BY_PARTY = `
  SELECT a.party_id AS "partyId", NULL::uuid AS "orderId", a.currency,
         ((b.posted_minor + coalesce(u.amount_minor, 0)))::text AS posted
  FROM ledger.account a
  JOIN ledger.balance b ON b.tenant_id = a.tenant_id AND b.account_id = a.id
  LEFT JOIN LATERAL (
    SELECT sum(w.amount_minor) AS amount_minor FROM ledger.unfolded w
    WHERE NOT a.floored AND w.tenant_id = a.tenant_id AND w.account_id = a.id) AS u ON true
  WHERE a.tenant_id = $1 AND a.code = $2 AND a.currency <> 'CNY' AND ($3::uuid IS NULL OR a.party_id = $3)
    AND b.posted_minor + coalesce(u.amount_minor, 0) <> 0
  ORDER BY a.party_id, a.currency`;

const BY_ORDER = `
  SELECT a.party_id AS "partyId", t.order_id AS "orderId", a.currency,
         (sum(p.amount_minor) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END)::text AS posted
  FROM ledger.account a
  JOIN ledger.posting p ON p.tenant_id = a.tenant_id AND p.account_id = a.id
  JOIN ledger.transfer t ON t.tenant_id = p.tenant_id AND t.id = p.transfer_id
  WHERE a.tenant_id = $1 AND a.code = $2 AND a.currency <> 'CNY' AND ($3::uuid IS NULL OR a.party_id = $3)
  GROUP BY a.party_id, t.order_id, a.currency, a.normal_side HAVING sum(p.amount_minor) <> 0
  ORDER BY a.party_id, a.currency, t.order_id`;

/** A transfer that takes over one foreign currency shows what was given for it; one of two shows no price in CNY. */
const POSITIONS = `
  WITH leg AS (
    SELECT p.transfer_id, a.currency, -sum(p.amount_minor) AS minor
    FROM ledger.account a
    JOIN ledger.posting p ON p.tenant_id = a.tenant_id AND p.account_id = a.id
    WHERE a.tenant_id = $1 AND a.code = 'fx_position' AND p.value_date <= $2
    GROUP BY p.transfer_id, a.currency)
  SELECT f.currency, sum(f.minor)::text AS foreign_minor, (-coalesce(sum(h.minor), 0))::text AS carried_minor
  FROM leg f LEFT JOIN leg h ON h.transfer_id = f.transfer_id AND h.currency = 'CNY'
  WHERE f.currency <> 'CNY'
    AND NOT EXISTS (SELECT FROM leg o WHERE o.transfer_id = f.transfer_id AND o.currency NOT IN ('CNY', f.currency))
  GROUP BY f.currency HAVING sum(f.minor) <> 0 ORDER BY f.currency`;

/** What parties hold, or owe, in foreign currencies as things stand. */
export async function foreignBalances(
  view: View,
  code: AccountCode,
  { partyId, byOrder = false }: { readonly partyId?: string | undefined; readonly byOrder?: boolean } = {},
): Promise<ForeignBalance[]> {
  const rows = await view.query<BalanceRow>(byOrder ? BY_ORDER : BY_PARTY, [view.tenantId, code, partyId ?? null]);
  return rows.map(({ posted, currency, ...owner }) => ({ ...owner, posted: Money.ofMinor(BigInt(posted), currency) }));
}

/** The tenant's own position in each foreign currency, by bookings with a value date up to that day. */
export async function foreignPositions(view: View, until: LocalDate): Promise<ForeignPosition[]> {
  interface Row {
    readonly currency: Currency;
    readonly foreign_minor: string;
    readonly carried_minor: string;
  }
  const rows = await view.query<Row>(POSITIONS, [view.tenantId, until]);
  return rows.map(({ currency, foreign_minor, carried_minor }) => ({
    foreign: Money.ofMinor(BigInt(foreign_minor), currency),
    carried: Money.ofMinor(BigInt(carried_minor), 'CNY'),
  }));
}
