import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type InvoiceKind, type InvoiceLineInput } from '../domain/invoice-input.js';
import { type InvoiceLine } from '../domain/match-facts.js';
import { type FreeLine } from '../domain/match-suggestions.js';

/** An invoice line as it is shown. */
export interface InvoiceLineRow {
  readonly invoice_id: string;
  readonly line_number: number;
  readonly order_line_number: number | null;
  readonly hs_code: string;
  readonly goods_name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly amount_minor: string;
  readonly vat_rate: string;
  readonly vat_minor: string;
  readonly allocated_quantity: string;
  readonly allocated_minor: string;
  readonly unit_price: string | null;
  readonly tax_category: string | null;
  readonly red_quantity: string;
  readonly red_minor: string;
}

interface FreeRow extends InvoiceLineRow {
  readonly id: string;
  readonly invoice_code: string | null;
  readonly invoice_number: string;
  readonly kind: InvoiceKind;
  readonly issued_on: string;
  readonly seller_tax_number: string;
  readonly buyer_tax_number: string;
  readonly fx_rate: string | null;
}

const INSERT = `
  INSERT INTO tax_refund.invoice_line (tenant_id, id, invoice_id, line_number, order_line_number, hs_code, goods_name,
                                       quantity, unit, amount_minor, vat_rate, vat_minor, unit_price, tax_category,
                                       blue_line_id)
  SELECT $1, l.id, $2, l.line_number, l.order_line_number, l.hs_code, l.goods_name, l.quantity, l.unit, l.amount_minor,
         l.vat_rate, l.vat_minor, l.unit_price, l.tax_category, l.blue_line_id
  FROM jsonb_to_recordset($3::jsonb) AS l (
    id uuid, line_number int, order_line_number int, hs_code text, goods_name text, quantity numeric, unit text,
    amount_minor bigint, vat_rate numeric, vat_minor bigint, unit_price numeric, tax_category text,
    blue_line_id uuid)`;

/** @param blueLineIds of a red-letter invoice: what each line takes back of */
export async function insertInvoiceLines(
  tx: Tx,
  invoiceId: string,
  lines: readonly InvoiceLineInput[],
  blueLineIds: readonly string[] = [],
): Promise<void> {
  const rows = lines.map((line, index) => ({
    id: newId(),
    line_number: index + 1,
    order_line_number: line.orderLineNumber,
    hs_code: line.hsCode,
    goods_name: line.goodsName,
    quantity: line.quantity.toFixed(),
    unit: line.unit,
    amount_minor: line.amount.minor.toString(),
    vat_rate: line.vatRate.toFixed(),
    vat_minor: line.vat.minor.toString(),
    unit_price: line.unitPrice?.toFixed() ?? null,
    tax_category: line.taxCategory,
    blue_line_id: blueLineIds[index] ?? null,
  }));
  await tx.query(INSERT, [tx.tenantId, invoiceId, JSON.stringify(rows)]);
}

const COLUMNS = `
  l.invoice_id, l.line_number, l.order_line_number, l.hs_code, l.goods_name, l.quantity, l.unit, l.amount_minor,
  l.vat_rate, l.vat_minor, l.allocated_quantity, l.allocated_minor, l.unit_price, l.tax_category, l.red_quantity, l.red_minor`;
const OF_INVOICES = `
  SELECT ${COLUMNS} FROM tax_refund.invoice_line l
  WHERE l.tenant_id = $1 AND l.invoice_id = ANY($2::uuid[]) ORDER BY l.invoice_id, l.line_number`;

export function invoiceLinesOf(view: View, invoiceIds: readonly string[]): Promise<InvoiceLineRow[]> {
  return view.query<InvoiceLineRow>(OF_INVOICES, [view.tenantId, invoiceIds]);
}

/** The invoices are held, so that none of them is cancelled while a claim is made of it. */
const OF_ORDER = `
  SELECT l.id, ${COLUMNS}, i.invoice_code, i.invoice_number, i.kind, i.issued_on::text AS issued_on, i.seller_tax_number,
         i.buyer_tax_number, i.fx_rate
  FROM tax_refund.invoice i
  JOIN tax_refund.invoice_line l ON l.tenant_id = i.tenant_id AND l.invoice_id = i.id
  WHERE i.tenant_id = $1 AND i.order_id = $2 AND i.state = 'recorded' AND l.allocated_quantity < l.quantity - l.red_quantity
  ORDER BY i.id, l.line_number FOR NO KEY UPDATE OF i`;

/** What the invoices of an order have left for a claim. */
export async function freeInvoiceLines(tx: Tx, orderId: string): Promise<InvoiceLine[]> {
  const rows = await tx.query<FreeRow>(OF_ORDER, [tx.tenantId, orderId]);
  return rows.map(toInvoiceLine);
}

const ELSEWHERE = `
  SELECT l.id, ${COLUMNS}, i.invoice_code, i.invoice_number, i.kind, i.issued_on::text AS issued_on, i.seller_tax_number,
         i.buyer_tax_number, i.fx_rate, c.order_reference
  FROM tax_refund.invoice_line l
  JOIN tax_refund.invoice i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id AND i.state = 'recorded'
  LEFT JOIN tax_refund.refund_case c ON c.tenant_id = i.tenant_id AND c.id = i.order_id
  WHERE l.tenant_id = $1 AND l.hs_code = ANY($2::text[]) AND l.allocated_quantity < l.quantity - l.red_quantity
    AND i.order_id IS DISTINCT FROM $3
  ORDER BY i.order_id IS NOT NULL, i.issued_on, i.id, l.line_number LIMIT 50`;

/** What invoices of other orders, and of none, have left of these codes: of none first, then the oldest. */
export async function freeElsewhere(view: View, orderId: string, hsCodes: readonly string[]): Promise<FreeLine[]> {
  const rows = await view.query<FreeRow & { order_reference: string | null }>(ELSEWHERE, [
    view.tenantId,
    hsCodes,
    orderId,
  ]);
  return rows.map((row) => ({ ...toInvoiceLine(row), orderReference: row.order_reference }));
}

function toInvoiceLine(row: FreeRow): InvoiceLine {
  // What was taken back was never bought: shares are of what is left.
  const quantity = new Decimal(row.quantity).minus(row.red_quantity);
  const amount = Money.ofMinor(BigInt(row.amount_minor) - BigInt(row.red_minor), 'CNY');
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    invoiceCode: row.invoice_code,
    invoiceNumber: row.invoice_number,
    kind: row.kind,
    issuedOn: row.issued_on,
    sellerTaxNumber: row.seller_tax_number,
    buyerTaxNumber: row.buyer_tax_number,
    lineNumber: row.line_number,
    orderLineNumber: row.order_line_number,
    hsCode: row.hs_code,
    goodsName: row.goods_name,
    taxCategory: row.tax_category,
    unit: row.unit,
    quantity,
    amount,
    freeQuantity: quantity.minus(row.allocated_quantity),
    freeAmount: Money.max(amount.minus(Money.ofMinor(BigInt(row.allocated_minor), 'CNY')), Money.zero('CNY')),
    vatRate: new Decimal(row.vat_rate),
    fxRate: row.fx_rate === null ? null : new Decimal(row.fx_rate),
  };
}
