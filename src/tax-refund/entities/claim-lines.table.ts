import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type ClaimedLine } from '../domain/claim-figures.js';
import {
  type AllocatedVoucher,
  releaseVouchers,
  takeVouchers,
  vouchersOfLine,
} from './consumption-tax-vouchers.table.js';
import { awaitImports } from './declared-elsewhere.table.js';

/** A claim line with the invoices it stands on, as it is shown and filed. */
export interface ClaimLineRow {
  readonly line_number: number;
  readonly declaration_line: string;
  readonly hs_code: string;
  readonly goods_name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly taxable_minor: string;
  readonly vat_rate: string;
  readonly refund_rate: string;
  readonly refund_minor: string;
  readonly non_refundable_minor: string;
  readonly consumption_tax_minor: string;
  readonly invoices: readonly AllocatedInvoice[];
  /** The papers of its consumption tax. */
  readonly vouchers: readonly AllocatedVoucher[];
}

/** A share of an invoice line. */
export interface AllocatedInvoice {
  readonly invoiceId: string;
  readonly invoiceCode: string | null;
  readonly invoiceNumber: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly supplierTaxNumber: string;
  readonly lineNumber: number;
  readonly quantity: string;
  /** Fen. */
  readonly amountMinor: string;
}

const INSERT = `
  WITH line AS (
    INSERT INTO tax_refund.claim_line (tenant_id, id, claim_id, line_number, declaration_line, hs_code, goods_name, quantity,
                                       unit, taxable_minor, vat_rate, refund_rate, refund_minor, non_refundable_minor,
                                       bonded_minor, consumption_tax_minor)
    SELECT $1, l.id, $2, l.line_number, l.declaration_line, l.hs_code, l.goods_name, l.quantity, l.unit, l.taxable_minor,
           l.vat_rate, l.refund_rate, l.refund_minor, l.non_refundable_minor, l.bonded_minor, l.consumption_tax_minor
    FROM jsonb_to_recordset($3::jsonb) AS l (
      id uuid, line_number int, declaration_line text, hs_code text, goods_name text, quantity numeric, unit text,
      taxable_minor bigint, vat_rate numeric, refund_rate numeric, refund_minor bigint, non_refundable_minor bigint,
      bonded_minor bigint, consumption_tax_minor bigint)
  ), taken AS (
    UPDATE tax_refund.invoice_line i
    SET allocated_quantity = i.allocated_quantity + a.quantity, allocated_minor = i.allocated_minor + a.amount_minor
    FROM (
      SELECT invoice_line_id, sum(quantity) AS quantity, sum(amount_minor) AS amount_minor
      FROM jsonb_to_recordset($4::jsonb) AS s (invoice_line_id uuid, quantity numeric, amount_minor bigint)
      GROUP BY invoice_line_id) a
    WHERE i.tenant_id = $1 AND i.id = a.invoice_line_id
  )
  INSERT INTO tax_refund.allocation (tenant_id, claim_line_id, invoice_line_id, quantity, amount_minor)
  SELECT $1, a.claim_line_id, a.invoice_line_id, a.quantity, a.amount_minor
  FROM jsonb_to_recordset($4::jsonb) AS a (
    claim_line_id uuid, invoice_line_id uuid, quantity numeric, amount_minor bigint)`;

/**
 * Writes the lines of a new claim and takes their shares of the invoices, in one statement. The database refuses an
 * item that another claim (`uq_claim_line_declaration_line`) or a certificate (`pk_declared_item_hold`) holds, and more of an invoice than there is.
 */
export async function insertClaimLines(tx: Tx, claimId: string, lines: readonly ClaimedLine[]): Promise<void> {
  const rows = lines.map((line) => ({ id: newId(), line }));
  const lineRows = rows.map(
    ({ id, line: { matched, taxable, vatRate, refundRate, refund, nonRefundableVat, bonded, consumptionTax } }) => ({
      id,
      line_number: matched.line.lineNumber,
      declaration_line: matched.line.declarationLine,
      hs_code: matched.line.hsCode,
      goods_name: matched.line.goodsName,
      quantity: matched.quantity.toFixed(),
      unit: matched.unit,
      taxable_minor: taxable.minor.toString(),
      vat_rate: vatRate.toFixed(),
      refund_rate: refundRate.toFixed(),
      refund_minor: refund.minor.toString(),
      non_refundable_minor: nonRefundableVat.minor.toString(),
      bonded_minor: bonded.minor.toString(),
      consumption_tax_minor: consumptionTax.minor.toString(),
    }),
  );
  const shares = rows.flatMap(({ id, line }) =>
    line.matched.takes.map(({ invoice, quantity, amount }) => ({
      claim_line_id: id,
      invoice_line_id: invoice.id,
      quantity: quantity.toFixed(),
      amount_minor: amount.minor.toString(),
    })),
  );
  await awaitImports(tx);
  await tx.query(INSERT, [tx.tenantId, claimId, JSON.stringify(lineRows), JSON.stringify(shares)]);
  const papers = rows.map(({ id, line }) => ({
    claimLineId: id,
    takes: line.matched.consumptionTax?.takes ?? [],
  }));
  await takeVouchers(tx, papers);
}

const OF_CLAIM = `
  SELECT l.line_number, l.declaration_line, l.hs_code, l.goods_name, l.quantity, l.unit, l.taxable_minor, l.vat_rate,
         l.refund_rate, l.refund_minor, l.non_refundable_minor, l.consumption_tax_minor, coalesce(a.invoices, '[]') AS invoices,
         coalesce(v.vouchers, '[]') AS vouchers
  FROM tax_refund.claim_line l
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
      'invoiceId', i.id, 'invoiceCode', i.invoice_code, 'invoiceNumber', i.invoice_number,
      'issuedOn', i.issued_on::text, 'supplierTaxNumber', i.seller_tax_number, 'lineNumber', il.line_number,
      'quantity', al.quantity::text, 'amountMinor', al.amount_minor::text) ORDER BY i.issued_on, i.id, il.line_number) AS invoices
    FROM tax_refund.allocation al
    JOIN tax_refund.invoice_line il ON il.tenant_id = al.tenant_id AND il.id = al.invoice_line_id
    JOIN tax_refund.invoice i ON i.tenant_id = il.tenant_id AND i.id = il.invoice_id
    WHERE al.tenant_id = l.tenant_id AND al.claim_line_id = l.id) a ON true
  ${vouchersOfLine('l')}
  WHERE l.tenant_id = $1 AND l.claim_id = $2 ORDER BY l.line_number`;

export function claimLinesOf(view: View, claimId: string): Promise<ClaimLineRow[]> {
  return view.query<ClaimLineRow>(OF_CLAIM, [view.tenantId, claimId]);
}

const RATES = `
  SELECT refund_rate FROM tax_refund.claim_line WHERE tenant_id = $1 AND claim_id = $2
  GROUP BY refund_rate ORDER BY min(line_number)`;

/** The refund rates of a claim, in the order of its lines. */
export async function claimRates(view: View, claimId: string): Promise<{ readonly refundRate: Decimal }[]> {
  const rows = await view.query<{ refund_rate: string }>(RATES, [view.tenantId, claimId]);
  return rows.map(({ refund_rate: rate }) => ({ refundRate: new Decimal(rate) }));
}

const HELD = `
  SELECT declaration_line FROM tax_refund.declared_item_hold
  WHERE tenant_id = $1 AND declaration_line = ANY($2::text[])
  UNION
  SELECT declaration_line FROM tax_refund.declared_item
  WHERE tenant_id = $1 AND declaration_line = ANY($2::text[]::bpchar[]) ORDER BY declaration_line`;

/** Those of the declared items that a claim, or a certificate for a principal, holds already, or that were declared elsewhere. */
export async function claimedElsewhere(view: View, declarationLines: readonly string[]): Promise<string[]> {
  const rows = await view.query<{ declaration_line: string }>(HELD, [view.tenantId, declarationLines]);
  return rows.map(({ declaration_line }) => declaration_line);
}

const RELEASE = `
  WITH released AS (
    UPDATE tax_refund.claim_line SET released = true WHERE tenant_id = $1 AND claim_id = $2 AND NOT released RETURNING id
  ), shares AS (
    SELECT a.invoice_line_id, sum(a.quantity) AS quantity, sum(a.amount_minor) AS amount_minor
    FROM tax_refund.allocation a JOIN released r ON r.id = a.claim_line_id
    WHERE a.tenant_id = $1 GROUP BY a.invoice_line_id
  )
  UPDATE tax_refund.invoice_line i
  SET allocated_quantity = i.allocated_quantity - s.quantity, allocated_minor = i.allocated_minor - s.amount_minor
  FROM shares s WHERE i.tenant_id = $1 AND i.id = s.invoice_line_id`;

/** Gives the declared items and the invoices of an abandoned claim free; the lines stay on record. */
export async function releaseClaimLines(tx: Tx, claimId: string): Promise<void> {
  await releaseVouchers(tx, claimId);
  await tx.query(RELEASE, [tx.tenantId, claimId]);
}

interface EarlierRow {
  readonly vat_rate: string;
  readonly refund_rate: string;
  readonly taxable_minor: string;
  readonly bonded_minor: string;
}

export interface EarlierClaims {
  readonly groups: readonly EarlierRow[];
  readonly refundMinor: bigint;
}

const EARLIER_GROUPS = `
  SELECT l.vat_rate, l.refund_rate, sum(l.taxable_minor)::text AS taxable_minor,
         sum(l.bonded_minor)::text AS bonded_minor
  FROM tax_refund.claim c
  JOIN tax_refund.claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id
  WHERE c.tenant_id = $1 AND c.seller_id = $2 AND c.period = $3 AND c.regime = 'manufacturer' AND c.state <> 'abandoned'
    AND NOT (c.corrects_id IS NOT NULL AND c.state = 'rejected')
  GROUP BY l.vat_rate, l.refund_rate`;
const EARLIER_REFUND = `
  SELECT coalesce(sum(refund_minor), 0)::text AS refund_minor FROM tax_refund.claim
  WHERE tenant_id = $1 AND seller_id = $2 AND period = $3 AND regime = 'manufacturer' AND state <> 'abandoned'
    AND NOT (corrects_id IS NOT NULL AND state = 'rejected')`;

/** What a manufacturer has claimed in a period so far, less what corrections took back in it; the caller holds the period. */
export async function earlierClaims(view: View, sellerId: string, period: string): Promise<EarlierClaims> {
  const values = [view.tenantId, sellerId, period];
  const [groups, [sum]] = await Promise.all([
    view.query<EarlierRow>(EARLIER_GROUPS, values),
    view.query<{ refund_minor: string }>(EARLIER_REFUND, values),
  ]);
  return { groups, refundMinor: BigInt(sum?.refund_minor ?? 0) };
}

/** Exports of the month that are not claimed yet, and claims of it that are not granted yet. */
const OPEN_IN_PERIOD = `
  SELECT (SELECT count(*) FROM tax_refund.claim
          WHERE tenant_id = $1 AND seller_id = $2 AND period = $3 AND regime = 'manufacturer'
            AND state NOT IN ('approved', 'paid', 'abandoned', 'clawed_back', 'closed')
            AND NOT (corrects_id IS NOT NULL AND state = 'rejected'))
       + (SELECT count(*) FROM tax_refund.refund_case
          WHERE tenant_id = $1 AND seller_id = $2 AND regime = 'manufacturer' AND state = 'gathering'
            AND replace(left((SELECT max(d ->> 'exportDate') FROM jsonb_array_elements(declarations) AS d), 7), '-', '') = $3)
         AS open`;

export async function openInPeriod(view: View, sellerId: string, period: string): Promise<number> {
  const [row] = await view.query<{ open: string }>(OPEN_IN_PERIOD, [view.tenantId, sellerId, period]);
  return Number(row?.open ?? 0);
}
