import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';

/** A line of an order as an estimate of its taxes needs it. */
export interface GoodsOfOrder {
  readonly orderId: string;
  readonly lineNumber: number;
  readonly hsCode: string;
  readonly refundCode: string | null;
  readonly total: Money;
  /** CNY per 1 unit of the order's currency. */
  readonly planRate: string;
  readonly purchase: { readonly amountExVat: Money; readonly vatRate: string } | null;
  /** When the goods are ready to go; RFC 3339 day. */
  readonly readyDate: string;
}

interface Row {
  readonly order_id: string;
  readonly line_number: number;
  readonly hs_code: string;
  readonly refund_code: string | null;
  readonly total_minor: string;
  readonly value_currency: string;
  readonly plan_rate: string;
  readonly purchase_minor: string | null;
  readonly vat_rate: string | null;
  readonly ready_date: string;
}

const GOODS = `
  SELECT l.order_id, l.line_number, l.hs_code, l.refund_code, l.total_minor::text, o.value_currency, o.plan_rate::text,
         l.purchase_minor::text, l.vat_rate::text, o.ready_date::text
  FROM orders.trade_order o JOIN orders.order_line l ON l.tenant_id = o.tenant_id AND l.order_id = o.id
  WHERE o.tenant_id = $1 AND o.id = ANY($2::uuid[]) ORDER BY l.order_id, l.line_number`;

/** The goods of many orders, in one statement. */
export async function goodsOfOrders(view: View, orderIds: readonly string[]): Promise<GoodsOfOrder[]> {
  const rows = await view.query<Row>(GOODS, [view.tenantId, [...orderIds]]);
  return rows.map((row) => ({
    orderId: row.order_id,
    lineNumber: row.line_number,
    hsCode: row.hs_code,
    refundCode: row.refund_code,
    total: Money.ofMinor(BigInt(row.total_minor), row.value_currency),
    planRate: row.plan_rate,
    purchase:
      row.purchase_minor === null || row.vat_rate === null
        ? null
        : { amountExVat: Money.ofMinor(BigInt(row.purchase_minor), 'CNY'), vatRate: row.vat_rate },
    readyDate: row.ready_date,
  }));
}
