import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type InvoiceKind } from '../domain/invoice-input.js';
import { type BookCollection, type BookGroup, type BookInvoiceLine, type BookItem } from '../domain/match-group.js';
import { type Regime } from '../domain/regime.js';

/** Rows come as one text: a row a line, its fields apart by a sign that no field has. A million of them are read in seconds. */
const APART = `E'\\x1f'`;
const FIELDS_APART = '\u001f';

/** Whether it is taken is looked up in the index, item by item: no join of all that was ever taken, whatever is known of the table. */
const ITEMS = `
  SELECT string_agg(concat_ws(${APART}, no, match_key, declaration_line, regime, exporter_tax_number, export_date,
    supervision_mode, hs_code, goods_name, unit1, quantity1, coalesce(unit2, ''), coalesce(quantity2::text, ''),
    coalesce(unit3, ''), coalesce(quantity3::text, ''), fob_minor, currency, coalesce(source_district, ''),
    coalesce(buyer, ''), is_cleared), E'\\n') AS rows
  FROM (
    SELECT * FROM tax_refund.match_item i
    WHERE i.tenant_id = $1 AND i.match_key > $2 AND i.match_key <= $3 AND (
      SELECT t.seq FROM tax_refund.match_take t
      WHERE t.tenant_id = i.tenant_id AND t.item_no = i.no AND t.ordinal = 0) IS NULL
    ORDER BY i.match_key, i.no) AS i`;
const INVOICES = `
  SELECT string_agg(concat_ws(${APART}, no, match_key, invoice_number, line_number, kind, standing, issued_on,
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
  FROM tax_refund.match_collection WHERE tenant_id = $1 AND match_key > $2 AND match_key <= $3`;

interface Range {
  /** Not inside. */
  readonly after: string;
  readonly upTo: string;
}

interface OpenGroup {
  readonly items: BookItem[];
  readonly invoices: BookInvoiceLine[];
  readonly collections: BookCollection[];
}

/** What is open of these keys: items that are not matched, and what is left of invoices; in the order of keys and rows. */
export async function groupsIn(view: View, { after, upTo }: Range): Promise<BookGroup[]> {
  const values = [view.tenantId, after, upTo];
  const groups = new Map<string, OpenGroup>();
  for (const cells of await rowsOf(view, ITEMS, values)) {
    const key = cells[1] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { items: [itemOf(cells)], invoices: [], collections: [] });
    else group.items.push(itemOf(cells));
  }
  // Of keys without an open item nothing is matched.
  for (const cells of await rowsOf(view, INVOICES, values)) groups.get(cells[1] ?? '')?.invoices.push(invoiceOf(cells));
  for (const cells of await rowsOf(view, COLLECTIONS, values)) {
    groups.get(cells[0] ?? '')?.collections.push(collectionOf(cells));
  }
  return [...groups.values()];
}

async function rowsOf(view: View, sql: string, values: readonly string[]): Promise<string[][]> {
  const [found] = await view.query<{ rows: string | null }>(sql, values);
  return found?.rows?.split('\n').map((row) => row.split(FIELDS_APART)) ?? [];
}

/** Rates are few: each is read once. */
const rates = new Map<string, Decimal>();

function rateOf(text: string): Decimal {
  let rate = rates.get(text);
  if (rate === undefined) {
    if (rates.size > 1_000) rates.clear();
    rate = new Decimal(text);
    rates.set(text, rate);
  }
  return rate;
}

/** Cells are there: the statement writes them. */
function cell(cells: readonly string[], place: number): string {
  return cells[place] ?? '';
}

function itemOf(cells: readonly string[]): BookItem {
  const [unit2, unit3, sourceDistrict] = [cell(cells, 11), cell(cells, 13), cell(cells, 17)];
  const quantities = [{ quantity: new Decimal(cell(cells, 10)), unit: cell(cells, 9) }];
  if (unit2 !== '') quantities.push({ quantity: new Decimal(cell(cells, 12)), unit: unit2 });
  if (unit3 !== '') quantities.push({ quantity: new Decimal(cell(cells, 14)), unit: unit3 });
  return {
    no: cell(cells, 0),
    declarationLine: cell(cells, 2),
    regime: cells[3] as Regime,
    exporterTaxNumber: cell(cells, 4),
    exportDate: cell(cells, 5),
    supervisionMode: cell(cells, 6),
    hsCode: cell(cells, 7),
    goodsName: cell(cells, 8),
    quantities,
    fob: Money.ofMinor(BigInt(cell(cells, 15)), cell(cells, 16)),
    sourceDistrict: sourceDistrict === '' ? null : sourceDistrict,
    buyer: cell(cells, 18),
    isCleared: cells[19] === 't',
  };
}

function invoiceOf(cells: readonly string[]): BookInvoiceLine {
  const [seq, fxRate] = [Number(cells[16]), cell(cells, 18)];
  const quantity = new Decimal(cell(cells, 12));
  const amount = Money.ofMinor(BigInt(cell(cells, 13)), 'CNY');
  return {
    id: cell(cells, 0),
    invoiceId: cell(cells, 2),
    invoiceNumber: cell(cells, 2),
    lineNumber: Number(cells[3]),
    kind: cells[4] as InvoiceKind,
    standing: cells[5] as BookInvoiceLine['standing'],
    issuedOn: cell(cells, 6),
    sellerTaxNumber: cell(cells, 7),
    buyerTaxNumber: cell(cells, 8),
    orderLineNumber: null,
    hsCode: cell(cells, 9),
    goodsName: cell(cells, 10),
    unit: cell(cells, 11),
    quantity,
    amount,
    freeQuantity: seq === 0 ? quantity : new Decimal(cell(cells, 14)),
    freeAmount: seq === 0 ? amount : Money.ofMinor(BigInt(cell(cells, 15)), 'CNY'),
    seq,
    vatRate: rateOf(cell(cells, 17)),
    fxRate: fxRate === '' ? null : rateOf(fxRate),
  };
}

function collectionOf([
  ,
  payer = '',
  isExplained,
  amountMinor = '0',
  currency = '',
]: readonly string[]): BookCollection {
  return { payer, isExplained: isExplained === 't', amount: Money.ofMinor(BigInt(amountMinor), currency) };
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
