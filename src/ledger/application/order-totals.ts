import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type Currency } from '../../kernel/currency.js';
import { type AccountCode } from '../domain/chart.js';

/** What was booked for an order by transfers of one kind, on accounts of one code; what was reversed is taken off. */
export interface OrderTotal {
  readonly orderId: string;
  readonly kind: string;
  /** The second part of the transfers' keys: what they were about, as who booked them has it. */
  readonly subject: string;
  /** On the account's normal side. */
  readonly posted: Money;
}

interface Row extends Omit<OrderTotal, 'posted'> {
  readonly currency: Currency;
  readonly posted: string;
}

/** By the transfers of the orders, so that accounts with many postings cost nothing. */
const OF_ORDERS = `
  SELECT t.order_id AS "orderId", coalesce(r.kind, t.kind) AS kind, split_part(coalesce(r.key, t.key), ':', 2) AS subject,
         a.currency, (sum(p.amount_minor) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END)::text AS posted
  FROM ledger.transfer t
  LEFT JOIN ledger.transfer r ON r.tenant_id = t.tenant_id AND r.id = t.reverses
  JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE t.tenant_id = $1 AND t.order_id = ANY($2::uuid[]) AND a.code = $3 AND coalesce(r.kind, t.kind) = ANY($4::text[])
  GROUP BY 1, 2, 3, a.currency, a.normal_side`;

export async function orderTotals(
  view: View,
  code: AccountCode,
  kinds: readonly string[],
  orderIds: readonly string[],
): Promise<OrderTotal[]> {
  const rows = await view.query<Row>(OF_ORDERS, [view.tenantId, [...orderIds], code, [...kinds]]);
  return rows.map(({ orderId, kind, subject, currency, posted }) => {
    return { orderId, kind, subject, posted: Money.ofMinor(BigInt(posted), currency) };
  });
}
