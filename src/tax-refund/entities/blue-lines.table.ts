import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type BlueLine, type TakenBack } from '../domain/red-letter.js';

interface BlueRow {
  readonly id: string;
  readonly line_number: number;
  readonly hs_code: string;
  readonly goods_name: string;
  readonly vat_rate: string;
  readonly quantity: string;
  readonly amount_minor: string;
  readonly vat_minor: string;
  readonly red_quantity: string;
  readonly red_minor: string;
  readonly red_vat_minor: string;
}

const FIND = `
  SELECT id FROM tax_refund.invoice
  WHERE tenant_id = $1 AND seller_tax_number = $2 AND invoice_number = $3 AND coalesce(invoice_code, '') = $4
    AND state <> 'cancelled'`;

/** The invoice of an issuer by what is printed on it, unless it was cancelled. */
export async function invoiceByNumber(
  view: View,
  sellerTaxNumber: string,
  { invoiceNumber, invoiceCode }: { readonly invoiceNumber: string; readonly invoiceCode: string | null },
): Promise<string | null> {
  const [found] = await view.query<{ id: string }>(FIND, [
    view.tenantId,
    sellerTaxNumber,
    invoiceNumber,
    invoiceCode ?? '',
  ]);
  return found?.id ?? null;
}

const ALONE = `SELECT pg_advisory_xact_lock(hashtextextended($1 || '/' || $2 || '/' || $3, 0))`;

/** Whoever else records an invoice of this number waits until this transaction is over. */
export async function holdNumber(tx: Tx, sellerTaxNumber: string, invoiceNumber: string): Promise<void> {
  await tx.query(ALONE, [tx.tenantId, sellerTaxNumber, invoiceNumber]);
}

const LINES = `
  SELECT id, line_number, hs_code, goods_name, vat_rate, quantity, amount_minor, vat_minor, red_quantity, red_minor, red_vat_minor
  FROM tax_refund.invoice_line WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY line_number`;

/** The caller holds the invoice. */
export async function blueLinesOf(tx: Tx, invoiceId: string): Promise<BlueLine[]> {
  const rows = await tx.query<BlueRow>(LINES, [tx.tenantId, invoiceId]);
  const fen = (minor: string): Money => Money.ofMinor(BigInt(minor), 'CNY');
  return rows.map((row) => ({
    id: row.id,
    lineNumber: row.line_number,
    hsCode: row.hs_code,
    goodsName: row.goods_name,
    vatRate: new Decimal(row.vat_rate),
    quantity: new Decimal(row.quantity),
    amount: fen(row.amount_minor),
    vat: fen(row.vat_minor),
    redQuantity: new Decimal(row.red_quantity),
    redAmount: fen(row.red_minor),
    redVat: fen(row.red_vat_minor),
  }));
}

const TAKE = `
  UPDATE tax_refund.invoice_line l
  SET red_quantity = l.red_quantity + s.quantity, red_minor = l.red_minor + s.amount_minor,
      red_vat_minor = l.red_vat_minor + s.vat_minor
  FROM (
    SELECT id, sum(quantity) AS quantity, sum(amount_minor) AS amount_minor, sum(vat_minor) AS vat_minor
    FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, quantity numeric, amount_minor bigint, vat_minor bigint) GROUP BY id) s
  WHERE l.tenant_id = $1 AND l.id = s.id`;

/** Takes back of the blue lines. */
export async function takeFromBlue(tx: Tx, taken: readonly TakenBack[]): Promise<void> {
  const rows = taken.map(({ blueLineId, quantity, amount, vat }) => ({
    id: blueLineId,
    quantity: quantity.toFixed(),
    amount_minor: amount.minor.toString(),
    vat_minor: vat.minor.toString(),
  }));
  await tx.query(TAKE, [tx.tenantId, JSON.stringify(rows)]);
}

const GIVE_BACK = `
  UPDATE tax_refund.invoice_line l
  SET red_quantity = l.red_quantity + r.quantity, red_minor = l.red_minor + r.amount_minor,
      red_vat_minor = l.red_vat_minor + r.vat_minor
  FROM (
    SELECT blue_line_id AS id, sum(quantity) AS quantity, sum(amount_minor) AS amount_minor, sum(vat_minor) AS vat_minor
    FROM tax_refund.invoice_line WHERE tenant_id = $1 AND invoice_id = $2 GROUP BY blue_line_id) r
  WHERE l.tenant_id = $1 AND l.id = r.id`;

/** The red-letter invoice was none: what it took back is there again. */
export async function giveBackToBlue(tx: Tx, redInvoiceId: string): Promise<void> {
  await tx.query(GIVE_BACK, [tx.tenantId, redInvoiceId]);
}

const HAS_RED = `
  SELECT EXISTS (SELECT FROM tax_refund.invoice WHERE tenant_id = $1 AND red_of = $2 AND state <> 'cancelled') AS "hasRed"`;

export async function hasRedLetters(view: View, invoiceId: string): Promise<boolean> {
  const [found] = await view.query<{ hasRed: boolean }>(HAS_RED, [view.tenantId, invoiceId]);
  return found?.hasRed === true;
}
