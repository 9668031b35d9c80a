import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type DeclaredLine } from '../domain/declaration-tables.js';
import { type Regime } from '../domain/regime.js';
import { type ClaimedDeclaration } from './claim-columns.js';
import { type AllocatedInvoice } from './claim-lines.table.js';
import { type AllocatedVoucher, vouchersOfLine } from './consumption-tax-vouchers.table.js';

/** A line of a claim as the official tables want it, and whose claim it is. */
export interface ClaimedDeclaredLine {
  readonly claimId: string;
  readonly taxpayer: string;
  readonly line: DeclaredLine;
}

interface Row {
  readonly claim_id: string;
  readonly taxpayer_number: string;
  readonly corrects_id: string | null;
  readonly declarations: readonly ClaimedDeclaration[];
  readonly export_date: LocalDate;
  readonly declaration_line: string;
  readonly hs_code: string;
  readonly goods_name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly taxable_minor: string;
  readonly bonded_minor: string;
  readonly vat_rate: string;
  readonly refund_rate: string;
  readonly refund_minor: string;
  readonly non_refundable_minor: string;
  readonly fob: MoneyJson | null;
  readonly consumption_tax_minor: string;
  readonly invoices: readonly AllocatedInvoice[];
  readonly vouchers: readonly AllocatedVoucher[];
}

/** A correction holds no invoice of its own: it stands on those of the claim that it corrects. */
const LINES = `
  SELECT c.id AS claim_id, c.taxpayer_number, c.corrects_id, c.declarations, c.export_date::text AS export_date,
         l.declaration_line, l.hs_code, l.goods_name, l.quantity, l.unit, l.taxable_minor, l.bonded_minor, l.vat_rate,
         l.refund_rate, l.refund_minor, l.non_refundable_minor, l.consumption_tax_minor, coalesce(a.invoices, '[]') AS invoices,
         coalesce(v.vouchers, '[]') AS vouchers, (
           SELECT i -> 'fob' FROM jsonb_array_elements(
             CASE WHEN jsonb_typeof(c.calculation #> '{inputs,items}') = 'array' THEN c.calculation #> '{inputs,items}' END) AS i
           WHERE i ->> 'declarationLine' = l.declaration_line LIMIT 1) AS fob
  FROM tax_refund.claim_line l
  JOIN tax_refund.claim c ON c.tenant_id = l.tenant_id AND c.id = l.claim_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
      'invoiceId', i.id, 'invoiceCode', i.invoice_code, 'invoiceNumber', i.invoice_number,
      'issuedOn', i.issued_on::text, 'supplierTaxNumber', i.seller_tax_number, 'lineNumber', il.line_number,
      'quantity', al.quantity::text, 'amountMinor', al.amount_minor::text) ORDER BY i.issued_on, i.id, il.line_number) AS invoices
    FROM tax_refund.claim_line o
    JOIN tax_refund.allocation al ON al.tenant_id = o.tenant_id AND al.claim_line_id = o.id
    JOIN tax_refund.invoice_line il ON il.tenant_id = al.tenant_id AND il.id = al.invoice_line_id
    JOIN tax_refund.invoice i ON i.tenant_id = il.tenant_id AND i.id = il.invoice_id
    WHERE o.tenant_id = l.tenant_id AND o.claim_id = coalesce(c.corrects_id, c.id)
      AND o.declaration_line = l.declaration_line) a ON true
  LEFT JOIN tax_refund.claim_line first ON first.tenant_id = l.tenant_id AND first.declaration_line = l.declaration_line
    AND first.claim_id = coalesce(c.corrects_id, c.id)
  ${vouchersOfLine('first')}
  WHERE l.tenant_id = $1`;
const OF_CLAIMS = `${LINES} AND l.claim_id = ANY($2::uuid[]) ORDER BY l.claim_id, l.line_number`;
const OF_ITEMS = `${LINES} AND l.declaration_line = ANY($2::bpchar[]) AND c.regime = ANY($3::text[]) AND c.state <> 'abandoned' ORDER BY c.id, l.line_number`;
const ITEMS_OF_VOUCHERS = `
  SELECT DISTINCT l.declaration_line
  FROM tax_refund.invoice i
  JOIN tax_refund.invoice_line il ON il.tenant_id = i.tenant_id AND il.invoice_id = i.id
  JOIN tax_refund.allocation al ON al.tenant_id = il.tenant_id AND al.invoice_line_id = il.id
  JOIN tax_refund.claim_line l ON l.tenant_id = al.tenant_id AND l.id = al.claim_line_id
  WHERE i.tenant_id = $1 AND coalesce(i.invoice_code, '') || i.invoice_number = ANY($2::text[])
  UNION
  SELECT DISTINCT l.declaration_line
  FROM tax_refund.consumption_tax_voucher v
  JOIN tax_refund.voucher_allocation va ON va.tenant_id = v.tenant_id AND va.voucher_id = v.id
  JOIN tax_refund.claim_line l ON l.tenant_id = va.tenant_id AND l.id = va.claim_line_id
  WHERE v.tenant_id = $1 AND v.voucher_number = ANY($2::text[])`;

/** The lines of claims, of corrections too, by claim. */
export async function declaredLinesOf(
  view: View,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DeclaredLine[]>> {
  const rows = await view.query<Row>(OF_CLAIMS, [view.tenantId, claimIds]);
  const groups = Map.groupBy(rows, (row) => row.claim_id);
  return new Map([...groups].map(([claimId, lines]) => [claimId, lines.map((row) => lineOf(row))]));
}

/** The lines of claims and corrections that stand, about these items. */
export async function declaredLinesAbout(
  view: View,
  regimes: readonly Regime[],
  items: readonly string[],
): Promise<ClaimedDeclaredLine[]> {
  if (items.length === 0) return [];
  const rows = await view.query<Row>(OF_ITEMS, [view.tenantId, items, regimes]);
  return rows.map((row) => ({ claimId: row.claim_id, taxpayer: row.taxpayer_number, line: lineOf(row) }));
}

/** The items that claims declare with these invoices. */
export async function itemsOfVouchers(view: View, vouchers: readonly string[]): Promise<string[]> {
  const rows = await view.query<{ declaration_line: string }>(ITEMS_OF_VOUCHERS, [view.tenantId, vouchers]);
  return rows.map(({ declaration_line }) => declaration_line);
}

function lineOf(row: Row): DeclaredLine {
  const { declarations, export_date, corrects_id, fob } = row;
  const declared = declarations.find(({ entryNumber }) => row.declaration_line.startsWith(entryNumber));
  const isCorrection = corrects_id !== null;
  return {
    declarationLine: row.declaration_line,
    exportDate: declared?.exportDate ?? export_date,
    hsCode: row.hs_code,
    goodsName: row.goods_name,
    unit: row.unit,
    quantity: new Decimal(row.quantity),
    fob: fob === null ? null : Money.fromJSON(fob),
    taxable: cny(row.taxable_minor),
    bonded: cny(row.bonded_minor),
    vatRate: new Decimal(row.vat_rate),
    refundRate: new Decimal(row.refund_rate),
    refund: cny(row.refund_minor),
    nonRefundable: cny(row.non_refundable_minor),
    purchases: row.invoices.map(({ amountMinor, quantity, ...invoice }) => ({
      ...invoice,
      quantity: new Decimal(quantity),
      taxable: cny(amountMinor),
    })),
    papers: row.vouchers.map(({ kind, voucherNumber, supplierTaxNumber, issuedOn, unit, ...share }) => ({
      ...{ kind, voucherNumber, supplierTaxNumber, issuedOn, unit },
      quantity: new Decimal(share.quantity),
      taxable: cny(share.taxableMinor),
      tax: cny(share.taxMinor),
      rate: share.rate === null ? null : new Decimal(share.rate),
      amountPerUnit: share.amountPerUnit === null ? null : new Decimal(share.amountPerUnit),
    })),
    consumptionTax: cny(row.consumption_tax_minor),
    isCorrection,
  };
}

function cny(minor: string): Money {
  return Money.ofMinor(BigInt(minor), 'CNY');
}

const EXPORTS_IN_USD = `
  SELECT coalesce(sum((i -> 'fob' ->> 'amount')::numeric), 0)::text AS amount,
         coalesce(bool_and(i -> 'fob' ->> 'currency' = 'USD'), true) AS is_usd
  FROM tax_refund.claim c, jsonb_array_elements(c.calculation #> '{inputs,items}') AS i
  WHERE c.tenant_id = $1 AND c.seller_id = $2 AND c.period = $3 AND c.regime = 'manufacturer' AND c.state <> 'abandoned'`;

/** What a manufacturer sold in a month, in US dollars; null where it was another currency. */
export async function exportsInUsd(view: View, sellerId: string, period: string): Promise<Money | null> {
  const [row] = await view.query<{ amount: string; is_usd: boolean }>(EXPORTS_IN_USD, [
    view.tenantId,
    sellerId,
    period,
  ]);
  return row?.is_usd === true ? Money.parse(row.amount, 'USD') : null;
}
