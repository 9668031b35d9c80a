import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type BookText } from './match-book-text.js';

/** As `match-book-text.ts` reads it. */
const APART = `E'\\x1f'`;

/** Whether it is taken is looked up in the index, item by item: no join of all that was ever taken, whatever is known of the table. */
const ITEMS = `
  SELECT string_agg(concat_ws(${APART}, match_key, no, declaration_line, regime, exporter_tax_number, export_date,
    supervision_mode, hs_code, goods_name, unit1, quantity1, coalesce(unit2, ''), coalesce(quantity2::text, ''),
    coalesce(unit3, ''), coalesce(quantity3::text, ''), fob_minor, currency, coalesce(source_district, ''),
    coalesce(buyer, ''), is_cleared, consumption_tax_waiver), E'\\n') AS rows
  FROM (
    SELECT * FROM tax_refund.match_item i
    WHERE i.tenant_id = $1 AND i.match_key > $2 AND i.match_key <= $3 AND (
      SELECT t.seq FROM tax_refund.match_take t
      WHERE t.tenant_id = i.tenant_id AND t.item_no = i.no AND t.ordinal = 0) IS NULL
    ORDER BY i.match_key, i.no) AS i`;
const INVOICES = `
  SELECT string_agg(concat_ws(${APART}, match_key, no, invoice_number, line_number, kind, standing, issued_on,
    seller_tax_number, buyer_tax_number, hs_code, goods_name, unit, quantity, amount_minor, left_quantity, left_minor, seq,
    vat_rate, coalesce(fx_rate::text, '')), E'\\n') AS rows
  FROM (
    SELECT l.*, coalesce(t.left_quantity, l.quantity) AS left_quantity, coalesce(t.left_minor, l.amount_minor) AS left_minor,
           coalesce(t.seq, 0) AS seq
    FROM tax_refund.match_invoice_line l
    LEFT JOIN LATERAL (
      SELECT t.left_quantity, t.left_minor, t.seq FROM tax_refund.match_take t
      WHERE t.tenant_id = l.tenant_id AND t.invoice_no = l.no ORDER BY t.seq DESC LIMIT 1) AS t ON true
    WHERE l.tenant_id = $1 AND l.match_key > $2 AND l.match_key <= $3 AND (t.seq IS NULL OR t.left_quantity > 0)
    ORDER BY l.match_key, l.no) AS l`;
const COLLECTIONS = `
  SELECT string_agg(concat_ws(${APART}, match_key, payer, is_explained, amount_minor, currency), E'\\n') AS rows
  FROM (
    SELECT * FROM tax_refund.match_collection
    WHERE tenant_id = $1 AND match_key > $2 AND match_key <= $3 ORDER BY match_key, no) AS c`;
const VOUCHERS = `
  SELECT string_agg(concat_ws(${APART}, match_key, no, kind, voucher_number, issued_on, supplier_tax_number, buyer_tax_number,
    hs_code, unit, quantity, taxable_minor, coalesce(rate::text, ''), coalesce(amount_per_unit::text, ''), tax_minor,
    left_quantity, left_taxable_minor, left_tax_minor, seq), E'\\n') AS rows
  FROM (
    SELECT v.*, coalesce(t.left_quantity, v.quantity) AS left_quantity,
           coalesce(t.left_taxable_minor, v.taxable_minor) AS left_taxable_minor,
           coalesce(t.left_tax_minor, v.tax_minor) AS left_tax_minor, coalesce(t.seq, 0) AS seq
    FROM tax_refund.match_voucher v
    LEFT JOIN LATERAL (
      SELECT t.left_quantity, t.left_taxable_minor, t.left_tax_minor, t.seq FROM tax_refund.match_voucher_take t
      WHERE t.tenant_id = v.tenant_id AND t.voucher_no = v.no ORDER BY t.seq DESC LIMIT 1) AS t ON true
    WHERE v.tenant_id = $1 AND v.match_key > $2 AND v.match_key <= $3 AND (t.seq IS NULL OR t.left_quantity > 0)
    ORDER BY v.match_key, v.no) AS v`;

/** Codes and days are few: which there are is found where the rows are, and not in the text of each. */
const RATES = `
  SELECT DISTINCT hs_code AS "hsCode", export_date::text AS "exportDate" FROM tax_refund.match_item
  WHERE tenant_id = $1 AND match_key > $2 AND match_key <= $3`;

interface Range {
  /** Whether there are papers of consumption tax among these keys; of most there are none, and none are asked for. */
  readonly hasVouchers: boolean;
  /** Not inside. */
  readonly after: string;
  readonly upTo: string;
}

/** Goods on a day, whose rate is asked for. */
export interface RateAsked {
  readonly hsCode: string;
  readonly exportDate: LocalDate;
}

/** What is open of these keys: items that are not matched, and what is left of invoices. */
export async function readBook(view: View, { after, upTo, hasVouchers }: Range): Promise<BookText> {
  const values = [view.tenantId, after, upTo];
  const text = async (sql: string): Promise<string> =>
    (await view.query<{ rows: string | null }>(sql, values))[0]?.rows ?? '';
  return {
    items: await text(ITEMS),
    invoices: await text(INVOICES),
    collections: await text(COLLECTIONS),
    vouchers: hasVouchers ? await text(VOUCHERS) : '',
  };
}

/** The goods and days of all items of these keys. */
export function ratesIn(view: View, { after, upTo }: Omit<Range, 'hasVouchers'>): Promise<RateAsked[]> {
  return view.query<RateAsked>(RATES, [view.tenantId, after, upTo]);
}

/** Chunks of whole keys with about so many open items each; the first begins before every key, the last is open at its end. */
const PLAN = `
  WITH key AS (
    SELECT match_key, count(*) AS items FROM tax_refund.match_item i
    WHERE i.tenant_id = $1 AND NOT EXISTS (
      SELECT FROM tax_refund.match_take t WHERE t.tenant_id = i.tenant_id AND t.item_no = i.no AND t.ordinal = 0)
    GROUP BY match_key
  ), placed AS (
    SELECT match_key, items, (sum(items) OVER (ORDER BY match_key) - items) / $3 AS place FROM key
  ), chunk AS (
    SELECT floor(place) AS place, max(match_key) AS up_to_key, sum(items) AS items FROM placed GROUP BY floor(place)
  )
  INSERT INTO tax_refund.match_chunk (tenant_id, run_id, number, items, after_key, up_to_key)
  SELECT $1, $2, row_number() OVER w - 1, items, coalesce(lag(up_to_key) OVER w, ''), up_to_key FROM chunk
  WINDOW w AS (ORDER BY place)
  RETURNING number, items`;

/** @returns the chunks, with how many items each has */
export function planChunks(tx: Tx, runId: string, size: number): Promise<{ number: number; items: number }[]> {
  return tx.query(PLAN, [tx.tenantId, runId, size]);
}
