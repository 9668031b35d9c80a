import { type Tx } from '../../platform/database/session.js';
import { type MatchRow, type RowKind } from '../domain/match-rows.js';

/** A row on its way into the book. */
export interface BookRow {
  /** In the upload, from 1. */
  readonly row: number;
  readonly digest: string;
  readonly fields: MatchRow;
  /** Minor units. */
  readonly minor: string;
}

export interface Kept {
  readonly added: number;
  readonly changed: number;
  /** Rows that differ from what is matched already. */
  readonly taken: readonly number[];
}

const CHANGED = `RETURNING (xmax = 0) AS added`;

/**
 * A row that is here is replaced, as long as nothing of it is matched; one that says the same is left alone.
 * Rows in use say so by a take of theirs.
 */
const UPSERT: Readonly<Record<RowKind, string>> = {
  items: `
    INSERT INTO tax_refund.match_item AS old (tenant_id, match_key, declaration_line, regime, exporter_tax_number, export_date,
      supervision_mode, hs_code, goods_name, source_district, buyer, currency, unit1, unit2, unit3, quantity1, quantity2,
      quantity3, fob_minor, is_cleared, consumption_tax_waiver, digest)
    SELECT $1, r."matchKey", r."declarationLine", r.regime, r."exporterTaxNumber", r."exportDate", r."supervisionMode",
           r."hsCode", r."goodsName", nullif(r."sourceDistrict", ''), nullif(r.buyer, ''), r.currency, r.unit1,
           nullif(r.unit2, ''), nullif(r.unit3, ''), r.quantity1, nullif(r.quantity2, '')::numeric,
           nullif(r.quantity3, '')::numeric, r.minor, r.cleared,
           nullif(r."consumptionTaxWaiver", ''), r.digest
    FROM jsonb_to_recordset($2::jsonb) AS r ("matchKey" text, "declarationLine" text, regime text, "exporterTaxNumber" text,
      "exportDate" date, "supervisionMode" text, "hsCode" text, "goodsName" text, "sourceDistrict" text, buyer text,
      currency text, unit1 text, unit2 text, unit3 text, quantity1 numeric, quantity2 text, quantity3 text, minor bigint,
      cleared boolean, "consumptionTaxWaiver" text, digest text)
    ON CONFLICT (tenant_id, declaration_line) DO UPDATE SET match_key = excluded.match_key, regime = excluded.regime,
      exporter_tax_number = excluded.exporter_tax_number, export_date = excluded.export_date,
      supervision_mode = excluded.supervision_mode, hs_code = excluded.hs_code, goods_name = excluded.goods_name,
      source_district = excluded.source_district, buyer = excluded.buyer, currency = excluded.currency,
      unit1 = excluded.unit1, unit2 = excluded.unit2, unit3 = excluded.unit3, quantity1 = excluded.quantity1,
      quantity2 = excluded.quantity2, quantity3 = excluded.quantity3, fob_minor = excluded.fob_minor,
      is_cleared = excluded.is_cleared, consumption_tax_waiver = excluded.consumption_tax_waiver, digest = excluded.digest
    WHERE old.digest <> excluded.digest AND NOT EXISTS (
      SELECT FROM tax_refund.match_take t WHERE t.tenant_id = old.tenant_id AND t.item_no = old.no) ${CHANGED}`,
  invoice_lines: `
    INSERT INTO tax_refund.match_invoice_line AS old (tenant_id, match_key, invoice_number, line_number, kind, standing,
      issued_on, seller_tax_number, buyer_tax_number, hs_code, goods_name, unit, quantity, amount_minor, vat_rate, fx_rate,
      digest)
    SELECT $1, r."matchKey", r."invoiceNumber", r."lineNumber", r.kind, r.standing, r."issuedOn", r."sellerTaxNumber",
           r."buyerTaxNumber", r."hsCode", r."goodsName", r.unit, r.quantity, r.minor, r."vatRate",
           nullif(r."fxRate", '')::numeric, r.digest
    FROM jsonb_to_recordset($2::jsonb) AS r ("matchKey" text, "invoiceNumber" text, "lineNumber" integer, kind text,
      standing text, "issuedOn" date, "sellerTaxNumber" text, "buyerTaxNumber" text, "hsCode" text, "goodsName" text,
      unit text, quantity numeric, minor bigint, "vatRate" numeric, "fxRate" text, digest text)
    ON CONFLICT (tenant_id, invoice_number, seller_tax_number, line_number) DO UPDATE SET match_key = excluded.match_key,
      kind = excluded.kind, standing = excluded.standing, issued_on = excluded.issued_on,
      buyer_tax_number = excluded.buyer_tax_number, hs_code = excluded.hs_code, goods_name = excluded.goods_name,
      unit = excluded.unit, quantity = excluded.quantity, amount_minor = excluded.amount_minor,
      vat_rate = excluded.vat_rate, fx_rate = excluded.fx_rate, digest = excluded.digest
    WHERE old.digest <> excluded.digest AND NOT EXISTS (
      SELECT FROM tax_refund.match_take t WHERE t.tenant_id = old.tenant_id AND t.invoice_no = old.no) ${CHANGED}`,
  collections: `
    INSERT INTO tax_refund.match_collection AS old (tenant_id, match_key, reference, received_on, payer, currency, amount_minor,
      is_explained, digest)
    SELECT $1, r."matchKey", r.reference, r."receivedOn", r.payer, r.currency, r.minor, r.explained, r.digest
    FROM jsonb_to_recordset($2::jsonb) AS r ("matchKey" text, reference text, "receivedOn" date, payer text, currency text,
      minor bigint, explained boolean, digest text)
    ON CONFLICT (tenant_id, reference) DO UPDATE SET match_key = excluded.match_key, received_on = excluded.received_on,
      payer = excluded.payer, currency = excluded.currency, amount_minor = excluded.amount_minor,
      is_explained = excluded.is_explained, digest = excluded.digest
    WHERE old.digest <> excluded.digest ${CHANGED}`,
  consumption_tax_vouchers: `
    INSERT INTO tax_refund.match_voucher AS old (tenant_id, match_key, voucher_number, kind, split_of, issued_on,
      supplier_tax_number, buyer_tax_number, hs_code, goods_name, unit, quantity, taxable_minor, tax_minor, rate,
      amount_per_unit, digest)
    SELECT $1, r."matchKey", r."voucherNumber", r.kind, nullif(r."splitOf", ''), r."issuedOn", r."supplierTaxNumber",
           r."buyerTaxNumber", r."hsCode", r."goodsName", r.unit, r.quantity, (r."taxableAmount" * 100)::bigint, r.minor,
           nullif(r.rate, '')::numeric, nullif(r."amountPerUnit", '')::numeric, r.digest
    FROM jsonb_to_recordset($2::jsonb) AS r ("matchKey" text, "voucherNumber" text, kind text, "splitOf" text,
      "issuedOn" date, "supplierTaxNumber" text, "buyerTaxNumber" text, "hsCode" text, "goodsName" text, unit text,
      quantity numeric, "taxableAmount" numeric, minor bigint, rate text, "amountPerUnit" text, digest text)
    ON CONFLICT (tenant_id, voucher_number) DO UPDATE SET match_key = excluded.match_key, kind = excluded.kind,
      split_of = excluded.split_of, issued_on = excluded.issued_on, supplier_tax_number = excluded.supplier_tax_number,
      buyer_tax_number = excluded.buyer_tax_number, hs_code = excluded.hs_code, goods_name = excluded.goods_name,
      unit = excluded.unit, quantity = excluded.quantity, taxable_minor = excluded.taxable_minor,
      tax_minor = excluded.tax_minor, rate = excluded.rate, amount_per_unit = excluded.amount_per_unit,
      digest = excluded.digest
    WHERE old.digest <> excluded.digest AND NOT EXISTS (
      SELECT FROM tax_refund.match_voucher_take t WHERE t.tenant_id = old.tenant_id AND t.voucher_no = old.no) ${CHANGED}`,
};

const SAME = {
  items: `k.declaration_line = r."declarationLine"`,
  invoice_lines: `k.invoice_number = r."invoiceNumber" AND k.seller_tax_number = r."sellerTaxNumber"
    AND k.line_number = r."lineNumber"::integer`,
  collections: `k.reference = r.reference`,
  consumption_tax_vouchers: `k.voucher_number = r."voucherNumber"`,
} as const;
const TABLES = {
  items: 'match_item',
  invoice_lines: 'match_invoice_line',
  collections: 'match_collection',
  consumption_tax_vouchers: 'match_voucher',
} as const;
const differing = (kind: RowKind): string => `
  SELECT r.row FROM jsonb_to_recordset($2::jsonb) AS r (row integer, digest text, "declarationLine" text, "invoiceNumber" text,
    "sellerTaxNumber" text, "lineNumber" text, reference text, "voucherNumber" text)
  JOIN tax_refund.${TABLES[kind]} k ON k.tenant_id = $1 AND ${SAME[kind]}
  WHERE k.digest <> r.digest ORDER BY r.row`;
const DIFFERING: Readonly<Record<RowKind, string>> = {
  items: differing('items'),
  invoice_lines: differing('invoice_lines'),
  collections: differing('collections'),
  consumption_tax_vouchers: differing('consumption_tax_vouchers'),
};

/** A paper and what it was split from are never both in the book: in whichever order they come, the later one is refused. */
const CLASHING = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS r (row integer, number text, split_of text)
  )
  SELECT g.row FROM given g JOIN tax_refund.match_voucher v ON v.tenant_id = $1 AND v.split_of = g.number
  UNION SELECT g.row FROM given g JOIN tax_refund.match_voucher v ON v.tenant_id = $1 AND v.voucher_number = g.split_of
  UNION SELECT g.row FROM given g JOIN given o ON o.split_of = g.number AND o.row < g.row
  UNION SELECT g.row FROM given g JOIN given o ON o.number = g.split_of AND o.row < g.row`;

/** Which of these papers are in the book already by what they were split from, or by what was split from them. */
export async function clashingVouchers(tx: Tx, rows: readonly BookRow[]): Promise<ReadonlySet<number>> {
  const given = rows.map(({ row, fields }) => ({
    ...{ row, number: fields['voucherNumber'] },
    split_of: fields['splitOf'] === '' ? null : fields['splitOf'],
  }));
  const found = await tx.query<{ row: number }>(CLASHING, [tx.tenantId, JSON.stringify(given)]);
  return new Set(found.map(({ row }) => row));
}

/** @param rows of which no two are the same thing */
export async function keepRows(tx: Tx, kind: RowKind, rows: readonly BookRow[]): Promise<Kept> {
  const json = JSON.stringify(rows.map(({ row, digest, minor, fields }) => ({ ...fields, row, digest, minor })));
  const kept = await tx.query<{ added: boolean }>(UPSERT[kind], [tx.tenantId, json]);
  const taken = await tx.query<{ row: number }>(DIFFERING[kind], [tx.tenantId, json]);
  const added = kept.filter((one) => one.added).length;
  return { added, changed: kept.length - added, taken: taken.map(({ row }) => row) };
}
