import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type ImportKind } from '../domain/declaration-table-columns.js';
import { type OpenLine, type TakenShare } from '../domain/declared-purchase.js';

/** A purchase that was declared elsewhere; its amount in fen. */
export interface DeclaredPurchase {
  readonly importId: string;
  readonly number: number;
  readonly voucher: string;
  readonly supplier: string;
  readonly hsCode: string;
  readonly amountMinor: string;
}

/** An invoice by the number that is declared, and what its lines have left. */
export interface OpenInvoice {
  readonly voucher: string;
  readonly supplier: string;
  readonly lines: readonly OpenLine[];
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('tax-refund/declared/' || $1, 0))`;

/** Claims are made before an import, or after it; see `tax_refund.refuse_declared_elsewhere`. */
export async function holdDeclared(tx: Tx): Promise<void> {
  await tx.query(LOCK, [tx.tenantId]);
}

const LOCK_SHARED = `SELECT pg_advisory_xact_lock_shared(hashtextextended('tax-refund/declared/' || $1, 0))`;

/** Who makes a claim waits for an import before it takes of any invoice, not in the middle of it. */
export async function awaitImports(tx: Tx): Promise<void> {
  await tx.query(LOCK_SHARED, [tx.tenantId]);
}

const DECLARE_ITEMS = `
  INSERT INTO tax_refund.declared_item (tenant_id, declaration_line, import_id)
  SELECT $1, i, $2 FROM unnest($3::text[]) AS i ON CONFLICT DO NOTHING`;
const DECLARED_ITEMS = `
  SELECT declaration_line FROM tax_refund.declared_item
  WHERE tenant_id = $1 AND declaration_line = ANY($2::bpchar[]) AND ($4 OR import_id <> $3)`;

/** @returns those of them that an import has declared; where an item has several rows (代办退税), another one than this */
export async function itemsDeclared(
  view: View,
  items: readonly string[],
  { importId, kind }: { readonly importId: string; readonly kind: ImportKind },
): Promise<string[]> {
  const values = [view.tenantId, items, importId, kind !== 'agency_details'];
  const rows = await view.query<{ declaration_line: string }>(DECLARED_ITEMS, values);
  return rows.map(({ declaration_line }) => declaration_line);
}

export async function declareItems(tx: Tx, importId: string, items: readonly string[]): Promise<void> {
  if (items.length > 0) await tx.query(DECLARE_ITEMS, [tx.tenantId, importId, items]);
}

const PLACES = `
  SELECT place FROM tax_refund.declared_purchase WHERE tenant_id = $1 AND taxpayer_number = $2 AND place = ANY($3::text[])`;

/** @param places 关联号 and 序号. @returns those of them that an import has declared */
export async function placesDeclared(view: View, taxpayer: string, places: readonly string[]): Promise<string[]> {
  const rows = await view.query<{ place: string }>(PLACES, [view.tenantId, taxpayer, places]);
  return rows.map(({ place }) => place);
}

const DECLARE_PURCHASES = `
  INSERT INTO tax_refund.declared_purchase (tenant_id, import_id, number, taxpayer_number, place, voucher, supplier_tax_number,
                                            hs_code, amount_minor)
  SELECT $1, $2, p.number, $3, p.place, p.voucher, p.supplier, p.hs_code, p.amount_minor
  FROM jsonb_to_recordset($4::jsonb) AS p (
    number integer, place text, voucher text, supplier text, hs_code text, amount_minor bigint)`;

export async function declarePurchases(
  tx: Tx,
  { importId, taxpayer }: { readonly importId: string; readonly taxpayer: string },
  purchases: readonly (Omit<DeclaredPurchase, 'importId'> & { readonly place: string })[],
): Promise<void> {
  if (purchases.length === 0) return;
  const rows = purchases.map(({ hsCode, amountMinor, ...each }) => ({
    ...each,
    hs_code: hsCode,
    amount_minor: amountMinor,
  }));
  await tx.query(DECLARE_PURCHASES, [tx.tenantId, importId, taxpayer, JSON.stringify(rows)]);
}

/** Rows are held: nobody takes of them before this is done. */
const OPEN_LINES = `
  SELECT l.id, coalesce(i.invoice_code, '') || i.invoice_number AS voucher, i.seller_tax_number AS supplier, l.hs_code,
         greatest(l.quantity - l.red_quantity - l.allocated_quantity, 0)::text AS quantity,
         greatest(l.amount_minor - l.red_minor - l.allocated_minor, 0)::text AS amount_minor
  FROM tax_refund.invoice i
  JOIN tax_refund.invoice_line l ON l.tenant_id = i.tenant_id AND l.invoice_id = i.id
  WHERE i.tenant_id = $1 AND coalesce(i.invoice_code, '') || i.invoice_number = ANY($2::text[])
    AND i.state <> 'cancelled' AND i.red_of IS NULL
  ORDER BY i.id, l.line_number FOR NO KEY UPDATE OF l`;

interface OpenRow {
  readonly id: string;
  readonly voucher: string;
  readonly supplier: string;
  readonly hs_code: string;
  readonly quantity: string;
  readonly amount_minor: string;
}

/** The invoices with these numbers, of whichever issuer. */
export async function openInvoices(tx: Tx, vouchers: readonly string[]): Promise<OpenInvoice[]> {
  const rows = await tx.query<OpenRow>(OPEN_LINES, [tx.tenantId, vouchers]);
  const invoices = new Map<string, OpenInvoice & { readonly lines: OpenLine[] }>();
  for (const { id, voucher, supplier, hs_code, quantity, amount_minor } of rows) {
    const key = `${voucher} ${supplier}`;
    const invoice = invoices.get(key) ?? { voucher, supplier, lines: [] };
    const amount = Money.ofMinor(BigInt(amount_minor), 'CNY');
    invoice.lines.push({ invoiceLineId: id, hsCode: hs_code, quantity: new Decimal(quantity), amount });
    invoices.set(key, invoice);
  }
  return [...invoices.values()];
}

const TAKE = `
  WITH share AS (
    INSERT INTO tax_refund.declared_share (tenant_id, import_id, number, invoice_line_id, quantity, amount_minor)
    SELECT $1, s.import_id, s.number, s.invoice_line_id, s.quantity, s.amount_minor
    FROM jsonb_to_recordset($2::jsonb) AS s (
      import_id uuid, number integer, invoice_line_id uuid, quantity numeric, amount_minor bigint)
    RETURNING invoice_line_id, quantity, amount_minor)
  UPDATE tax_refund.invoice_line l
  SET allocated_quantity = l.allocated_quantity + s.quantity, allocated_minor = l.allocated_minor + s.amount_minor
  FROM (
    SELECT invoice_line_id, sum(quantity) AS quantity, sum(amount_minor) AS amount_minor FROM share GROUP BY invoice_line_id) s
  WHERE l.tenant_id = $1 AND l.id = s.invoice_line_id`;

/** What is declared elsewhere of an invoice is taken as by a claim; the database refuses more than there is. */
export async function takeShares(
  tx: Tx,
  taken: readonly { readonly importId: string; readonly number: number; readonly shares: readonly TakenShare[] }[],
): Promise<void> {
  const rows = taken.flatMap(({ importId, number, shares }) =>
    shares.map(({ invoiceLineId, quantity, amount }) => ({
      ...{ import_id: importId, number, invoice_line_id: invoiceLineId },
      ...{ quantity: quantity.toFixed(), amount_minor: amount.minor.toString() },
    })),
  );
  if (rows.length > 0) await tx.query(TAKE, [tx.tenantId, JSON.stringify(rows)]);
}

const OF_VOUCHER = `
  SELECT import_id AS "importId", number, voucher, supplier_tax_number AS supplier, hs_code AS "hsCode",
         amount_minor::text AS "amountMinor"
  FROM tax_refund.declared_purchase WHERE tenant_id = $1 AND voucher = $2 AND supplier_tax_number = $3
  ORDER BY import_id, number`;

export function purchasesDeclared(view: View, voucher: string, supplier: string): Promise<DeclaredPurchase[]> {
  return view.query<DeclaredPurchase>(OF_VOUCHER, [view.tenantId, voucher, supplier]);
}

const GIVE_BACK = `
  WITH share AS (
    DELETE FROM tax_refund.declared_share WHERE tenant_id = $1 AND import_id = $2
    RETURNING invoice_line_id, quantity, amount_minor)
  UPDATE tax_refund.invoice_line l
  SET allocated_quantity = l.allocated_quantity - s.quantity, allocated_minor = l.allocated_minor - s.amount_minor
  FROM (
    SELECT invoice_line_id, sum(quantity) AS quantity, sum(amount_minor) AS amount_minor FROM share GROUP BY invoice_line_id) s
  WHERE l.tenant_id = $1 AND l.id = s.invoice_line_id`;
const FORGET_PURCHASES = `DELETE FROM tax_refund.declared_purchase WHERE tenant_id = $1 AND import_id = $2`;
const FORGET_ITEMS = `DELETE FROM tax_refund.declared_item WHERE tenant_id = $1 AND import_id = $2`;

/** Items and invoices of a withdrawn import are free again. */
export async function releaseDeclared(tx: Tx, importId: string): Promise<void> {
  for (const sql of [GIVE_BACK, FORGET_PURCHASES, FORGET_ITEMS]) await tx.query(sql, [tx.tenantId, importId]);
}

const WAITING_CASES = `
  SELECT c.id FROM tax_refund.refund_case c
  WHERE c.tenant_id = $1 AND c.state = 'gathering' AND EXISTS (
    SELECT FROM jsonb_array_elements(c.declarations) AS d
    JOIN tax_refund.declared_item i ON i.tenant_id = $1 AND i.import_id = $2
     AND i.declaration_line BETWEEN ((d ->> 'entryNumber') || '000')::bpchar AND ((d ->> 'entryNumber') || '999')::bpchar)
  UNION
  SELECT i.order_id FROM tax_refund.declared_share s
  JOIN tax_refund.invoice_line l ON l.tenant_id = s.tenant_id AND l.id = s.invoice_line_id
  JOIN tax_refund.invoice i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
  WHERE s.tenant_id = $1 AND s.import_id = $2 AND i.order_id IS NOT NULL`;

/** The orders whose refund an import stands in the way of, or takes of. */
export async function ordersTouched(view: View, importId: string): Promise<string[]> {
  const rows = await view.query<{ id: string }>(WAITING_CASES, [view.tenantId, importId]);
  return rows.map(({ id }) => id);
}
