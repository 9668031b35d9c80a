import type pg from 'pg';

/** Three items share a key: the first two are bought in two invoices, which do not part as they do; the third in kilograms. */
const KEY = `'K' || lpad((n / 3)::text, 9, '0')`;
/** So many rows go in one statement. */
const AT_ONCE = 100_000;

const ITEMS = `
  INSERT INTO tax_refund.match_item (tenant_id, match_key, declaration_line, regime, exporter_tax_number, export_date,
    supervision_mode, hs_code, goods_name, source_district, buyer, currency, unit1, unit2, quantity1, quantity2, fob_minor,
    is_cleared, digest)
  SELECT $1, ${KEY}, '310420260795' || lpad(n::text, 6, '0') || '001', 'trading', '91330200MA2AEFJN86',
         date '2026-09-01' + (n / 20000) % 80, '0110', CASE n % 3 WHEN 2 THEN '8516800000' ELSE '8516609000' END,
         CASE n % 3 WHEN 2 THEN '电热丝' ELSE '电烤箱' END, '33029', 'Hamburg Haushalt GmbH', 'USD', '001', '035',
         100 + n % 50, (100 + n % 50) * 8, (100 + n % 50) * 1000, true, md5(n::text)
  FROM generate_series($2::int, $3::int - 1) AS n`;

/** Of one key in ten something is left for later; of one in a hundred an invoice counts in a unit that is not declared. */
const INVOICES = `
  INSERT INTO tax_refund.match_invoice_line (tenant_id, match_key, invoice_number, line_number, kind, standing, issued_on,
    seller_tax_number, buyer_tax_number, hs_code, goods_name, unit, quantity, amount_minor, vat_rate, digest)
  SELECT $1, ${KEY}, '2' || lpad((n / 20)::text, 19, '0'), n % 20 + 1, 'special', 'good', date '2026-08-25' + (n / 20000) % 80,
         '91330212MA2AF1XX2U', '91330200MA2AEFJN86', CASE n % 3 WHEN 2 THEN '8516800000' ELSE '8516609000' END,
         CASE n % 3 WHEN 2 THEN '*家用电器*电热丝' ELSE '*家用电器*电烤箱' END,
         CASE WHEN n % 300 = 2 THEN '140' WHEN n % 3 = 2 THEN '035' ELSE '001' END,
         CASE n % 3 WHEN 0 THEN 100 + n % 50 + 1 WHEN 1 THEN 100 + n % 50 - CASE WHEN n % 30 = 1 THEN -7 ELSE 1 END ELSE (100 + n % 50) * 8 END,
         (100 + n % 50) * 6000, 0.13, md5(n::text)
  FROM generate_series($2::int, $3::int - 1) AS n`;

/** Every key is paid in two amounts; of some the second did not come. */
const COLLECTIONS = `
  INSERT INTO tax_refund.match_collection (tenant_id, match_key, reference, received_on, payer, currency, amount_minor,
    is_explained, digest)
  SELECT $1, ${KEY}, 'R' || n, date '2026-11-01', 'HAMBURG HAUSHALT GMBH', 'USD',
         CASE WHEN n % 600 = 1 THEN 1000 ELSE 250000 END, false, md5(n::text)
  FROM generate_series($2::int, $3::int - 1) AS n WHERE n % 3 < 2`;

/** Fills the book of a tenant with so many declared items, as many invoice lines, and two collections for each key. */
export async function storeBook(admin: pg.Client, tenantId: string, items: number): Promise<void> {
  await admin.query('BEGIN');
  await admin.query('SET LOCAL session_replication_role = replica');
  for (const statement of [ITEMS, INVOICES, COLLECTIONS]) {
    for (let first = 0; first < items; first += AT_ONCE) {
      await admin.query(statement, [tenantId, first, Math.min(items, first + AT_ONCE)]);
    }
  }
  await admin.query('COMMIT');
  await admin.query('VACUUM ANALYZE tax_refund.match_item, tax_refund.match_invoice_line, tax_refund.match_collection');
  await admin.query('CHECKPOINT');
}

/** Whatever was taken is free again, and the disk is told of it: every round begins alike. */
export async function forgetRuns(admin: pg.Client): Promise<void> {
  await admin.query(
    'TRUNCATE tax_refund.match_take, tax_refund.match_chunk, tax_refund.match_case, tax_refund.match_run',
  );
  await admin.query('CHECKPOINT');
}

/** One hash join of the same tables, which only sums: nothing is shared out, checked, explained or kept. */
export const YARDSTICK = `
  WITH bought AS (
    SELECT match_key, hs_code, sum(quantity) AS quantity, sum(amount_minor) AS minor
    FROM tax_refund.match_invoice_line WHERE tenant_id = $1 GROUP BY match_key, hs_code
  ), paid AS (
    SELECT match_key, sum(amount_minor) AS minor FROM tax_refund.match_collection WHERE tenant_id = $1 GROUP BY match_key
  )
  SELECT count(*)::int AS items, sum(i.quantity1)::text AS declared, sum(b.quantity)::text AS bought,
         sum(b.minor)::text AS amount, sum(p.minor)::text AS paid
  FROM tax_refund.match_item i
  LEFT JOIN bought b ON b.match_key = i.match_key AND b.hs_code = i.hs_code
  LEFT JOIN paid p ON p.match_key = i.match_key
  WHERE i.tenant_id = $1`;
