import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type VoucherKind } from '../domain/consumption-tax-voucher.js';
import { awaitImports } from './declared-elsewhere.table.js';
import { type FreeVoucher, type VoucherTake } from '../domain/free-voucher.js';

interface FreeRow {
  readonly id: string;
  readonly kind: VoucherKind;
  readonly voucher_number: string;
  readonly issued_on: string;
  readonly supplier_tax_number: string;
  readonly buyer_tax_number: string;
  readonly order_line_number: number | null;
  readonly hs_code: string;
  readonly unit: string;
  readonly quantity: string;
  readonly taxable_minor: string;
  readonly tax_minor: string;
  readonly rate: string | null;
  readonly amount_per_unit: string | null;
  readonly taken_quantity: string;
  readonly taken_taxable_minor: string;
  readonly taken_tax_minor: string;
}

/** The papers are held, so that none of them is cancelled or taken while a claim is made of it; what was declared elsewhere is none. */
const OF_ORDER = `
  SELECT id, kind, voucher_number, issued_on::text AS issued_on, supplier_tax_number, buyer_tax_number, order_line_number, hs_code,
         unit, quantity, taxable_minor, tax_minor, rate, amount_per_unit, taken_quantity, taken_taxable_minor, taken_tax_minor
  FROM tax_refund.consumption_tax_voucher v
  WHERE tenant_id = $1 AND order_id = $2 AND state = 'recorded' AND taken_quantity < quantity
    AND NOT EXISTS (SELECT FROM tax_refund.declared_purchase p WHERE p.tenant_id = v.tenant_id AND p.voucher = v.voucher_number
                    AND p.supplier_tax_number = v.supplier_tax_number)
  ORDER BY id FOR NO KEY UPDATE OF v`;

/** What the papers of an order have left for a claim. */
export async function freeVouchers(tx: Tx, orderId: string): Promise<FreeVoucher[]> {
  await awaitImports(tx);
  return (await tx.query<FreeRow>(OF_ORDER, [tx.tenantId, orderId])).map(freeVoucher);
}

function freeVoucher(row: FreeRow): FreeVoucher {
  const quantity = new Decimal(row.quantity);
  const left = (whole: string, taken: string): Money => Money.ofMinor(BigInt(whole) - BigInt(taken), 'CNY');
  return {
    id: row.id,
    kind: row.kind,
    voucherNumber: row.voucher_number,
    issuedOn: row.issued_on,
    supplierTaxNumber: row.supplier_tax_number,
    buyerTaxNumber: row.buyer_tax_number,
    orderLineNumber: row.order_line_number,
    hsCode: row.hs_code,
    unit: row.unit,
    quantity,
    taxable: left(row.taxable_minor, '0'),
    tax: left(row.tax_minor, '0'),
    rate: row.rate === null ? null : new Decimal(row.rate),
    amountPerUnit: row.amount_per_unit === null ? null : new Decimal(row.amount_per_unit),
    free: {
      quantity: quantity.minus(row.taken_quantity),
      taxable: left(row.taxable_minor, row.taken_taxable_minor),
      tax: left(row.tax_minor, row.taken_tax_minor),
    },
  };
}

const TAKE = `
  WITH share AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS s (
      claim_line_id uuid, voucher_id uuid, quantity numeric, taxable_minor bigint, tax_minor bigint)
  ), taken AS (
    UPDATE tax_refund.consumption_tax_voucher v
    SET taken_quantity = v.taken_quantity + s.quantity, taken_taxable_minor = v.taken_taxable_minor + s.taxable_minor,
        taken_tax_minor = v.taken_tax_minor + s.tax_minor, version = v.version + 1
    FROM (SELECT voucher_id, sum(quantity) AS quantity, sum(taxable_minor) AS taxable_minor, sum(tax_minor) AS tax_minor
          FROM share GROUP BY voucher_id) s
    WHERE v.tenant_id = $1 AND v.id = s.voucher_id
  )
  INSERT INTO tax_refund.voucher_allocation (tenant_id, claim_line_id, voucher_id, quantity, taxable_minor, tax_minor)
  SELECT $1, claim_line_id, voucher_id, quantity, taxable_minor, tax_minor FROM share`;

/** What the lines of a new claim take of papers. The database refuses more than a paper has. */
export async function takeVouchers(
  tx: Tx,
  lines: readonly { readonly claimLineId: string; readonly takes: readonly VoucherTake[] }[],
): Promise<void> {
  const shares = lines.flatMap(({ claimLineId, takes }) =>
    takes.map(({ voucher, quantity, taxable, tax }) => ({
      claim_line_id: claimLineId,
      voucher_id: voucher.id,
      quantity: quantity.toFixed(),
      taxable_minor: taxable.minor.toString(),
      tax_minor: tax.minor.toString(),
    })),
  );
  if (shares.length > 0) await tx.query(TAKE, [tx.tenantId, JSON.stringify(shares)]);
}

const RELEASE = `
  UPDATE tax_refund.consumption_tax_voucher v
  SET taken_quantity = v.taken_quantity - s.quantity, taken_taxable_minor = v.taken_taxable_minor - s.taxable_minor,
      taken_tax_minor = v.taken_tax_minor - s.tax_minor, version = v.version + 1
  FROM (SELECT a.voucher_id, sum(a.quantity) AS quantity, sum(a.taxable_minor) AS taxable_minor, sum(a.tax_minor) AS tax_minor
        FROM tax_refund.voucher_allocation a
        JOIN tax_refund.claim_line l ON l.tenant_id = a.tenant_id AND l.id = a.claim_line_id
        WHERE a.tenant_id = $1 AND l.claim_id = $2 AND NOT l.released GROUP BY a.voucher_id) s
  WHERE v.tenant_id = $1 AND v.id = s.voucher_id`;

/** Gives the papers of a claim free; before its lines are released. */
export async function releaseVouchers(tx: Tx, claimId: string): Promise<void> {
  await tx.query(RELEASE, [tx.tenantId, claimId]);
}

/** A share of a paper, as it is shown and filed. */
export interface AllocatedVoucher {
  readonly voucherId: string;
  readonly kind: VoucherKind;
  readonly voucherNumber: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly supplierTaxNumber: string;
  readonly unit: string;
  readonly rate: string | null;
  readonly amountPerUnit: string | null;
  readonly quantity: string;
  /** Fen. */
  readonly taxableMinor: string;
  readonly taxMinor: string;
}

/** Joined to a claim line: its papers, as `vouchers` of `v`. @param line how the query calls the line whose papers are meant */
export const vouchersOfLine = (line: string): string => `
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
      'voucherId', x.id, 'kind', x.kind, 'voucherNumber', x.voucher_number, 'issuedOn', x.issued_on::text,
      'supplierTaxNumber', x.supplier_tax_number, 'unit', x.unit, 'rate', x.rate::text, 'amountPerUnit', x.amount_per_unit::text,
      'quantity', va.quantity::text, 'taxableMinor', va.taxable_minor::text, 'taxMinor', va.tax_minor::text)
      ORDER BY x.issued_on, x.id) AS vouchers
    FROM tax_refund.voucher_allocation va
    JOIN tax_refund.consumption_tax_voucher x ON x.tenant_id = va.tenant_id AND x.id = va.voucher_id
    WHERE va.tenant_id = ${line}.tenant_id AND va.claim_line_id = ${line}.id) v ON true`;

const RELATED = `
  SELECT id, voucher_number AS "voucherNumber", split_of AS "splitOf"
  FROM tax_refund.consumption_tax_voucher
  WHERE tenant_id = $1 AND state = 'recorded' AND (voucher_number = ANY($2::text[]) OR split_of = ANY($2::text[]))
  ORDER BY id`;

/** The papers that stand under one of these numbers, or were split from them. */
export function relatedVouchers(
  view: View,
  numbers: readonly string[],
): Promise<{ id: string; voucherNumber: string; splitOf: string | null }[]> {
  return view.query(RELATED, [view.tenantId, numbers]);
}

/** Whoever records the same paper, or another split of it, at the same time waits. */
export async function holdVoucherNumbers(tx: Tx, numbers: readonly string[]): Promise<void> {
  for (const number of [...numbers].sort()) {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ' consumption tax ' || $2, 0))`, [
      tx.tenantId,
      number,
    ]);
  }
}
