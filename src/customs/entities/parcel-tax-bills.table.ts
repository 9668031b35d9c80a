import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type LineTax } from '../domain/parcels/parcel-tax.js';
import { type ParcelFinding } from '../domain/parcels/shape.js';
import { type BilledLine, type BilledTaxes } from '../domain/parcels/tax-bill.js';
import { TAX_BILL_STATES, type TaxBillState } from '../domain/parcels/tax-bill-status.js';

/** Amounts are fen, as PostgreSQL tells a bigint. */
export interface TaxBillRow {
  readonly id: string;
  readonly parcelId: string | null;
  readonly orderNo: string | null;
  readonly invtNo: string;
  readonly taxNo: string;
  readonly state: TaxBillState;
  readonly duty: string | null;
  readonly consumptionTax: string | null;
  readonly vat: string | null;
  /** All taxes that were reckoned for the parcel; null where none were. */
  readonly reckoned: string | null;
  readonly lines: readonly BilledLine[];
  readonly findings: readonly ParcelFinding[];
  readonly dutyNo: string | null;
  readonly issuedAt: Date | null;
  /** Of the parcel. */
  readonly releasedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const OF_PARCEL = (column: string): string =>
  `(SELECT p.${column} FROM customs.parcel p WHERE p.tenant_id = b.tenant_id AND p.id = b.parcel_id)`;
const COLUMNS = `b.id, b.parcel_id AS "parcelId", ${OF_PARCEL('order_no')} AS "orderNo", b.invt_no AS "invtNo",
  b.tax_no AS "taxNo", b.state, b.duty_minor AS "duty", b.consumption_tax_minor AS "consumptionTax", b.vat_minor AS "vat",
  b.reckoned_minor AS "reckoned", b.lines, b.findings, b.duty_no AS "dutyNo", b.issued_at AS "issuedAt",
  ${OF_PARCEL('released_at')} AS "releasedAt", b.version, b.created_at AS "createdAt", b.updated_at AS "updatedAt"`;

/** For `page`: one name for what it reads from, with the columns as it gives them. */
export const TAX_BILL_TABLE = 'customs.parcel_tax_bill b';
export const TAX_BILL_COLUMNS = COLUMNS;

const ONE = `SELECT ${COLUMNS} FROM customs.parcel_tax_bill b WHERE b.tenant_id = $1 AND b.id = $2`;
const OF_ONE_PARCEL = `SELECT ${COLUMNS} FROM customs.parcel_tax_bill b WHERE b.tenant_id = $1 AND b.parcel_id = $2 ORDER BY b.id`;

export async function findTaxBill(view: View, id: string): Promise<TaxBillRow | null> {
  return (await view.query<TaxBillRow>(ONE, [view.tenantId, id]))[0] ?? null;
}

export function taxBillsOf(view: View, parcelId: string): Promise<TaxBillRow[]> {
  return view.query<TaxBillRow>(OF_ONE_PARCEL, [view.tenantId, parcelId]);
}

/** A parcel that a bill is of. */
export interface BilledParcel {
  readonly place: number;
  readonly parcelId: string;
  readonly reckoned: string | null;
  readonly lines: readonly LineTax[] | null;
}

/** By the number of the list, or by the guid that it was filed with: the number may not have come yet. */
const BILLED = `
  SELECT t.place::int, p.id AS "parcelId", p.tax_minor AS "reckoned", p.tax -> 'lines' AS "lines"
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (invt_no, guid, place)
  CROSS JOIN LATERAL (
    SELECT id, tax_minor, tax, 0 AS rank FROM customs.parcel WHERE tenant_id = $1 AND invt_no = t.invt_no
    UNION ALL
    SELECT id, tax_minor, tax, 1 FROM customs.parcel WHERE tenant_id = $1 AND list_guid = t.guid::uuid
    ORDER BY rank LIMIT 1) p`;

/** @returns for those that are of a parcel here, its place among them, from 1 */
export function parcelsBilled(
  tx: Tx,
  bills: readonly { readonly invtNo: string; readonly guid: string | null }[],
): Promise<BilledParcel[]> {
  const [numbers, guids] = [bills.map(({ invtNo }) => invtNo), bills.map(({ guid }) => guid)];
  return tx.query<BilledParcel>(BILLED, [tx.tenantId, numbers, guids]);
}

/** A bill as it is kept. */
export interface KeptBill {
  readonly invtNo: string;
  readonly taxNo: string;
  readonly state: TaxBillState;
  readonly dutyNo: string | null;
  readonly parcelId: string | null;
  readonly taxes: BilledTaxes | null;
  /** Fen. */
  readonly reckoned: string | null;
  readonly findings: readonly ParcelFinding[];
  readonly issuedAt: Date | null;
}

/**
 * Bills and what is told of them come in any order and again: taxes are taken once, the state only goes on, and what changes
 * neither finds no row.
 */
const KEEP = `
  INSERT INTO customs.parcel_tax_bill AS b (tenant_id, created_at, updated_at, id, parcel_id, invt_no, tax_no, state, rank,
    duty_minor, consumption_tax_minor, vat_minor, reckoned_minor, lines, findings, duty_no, issued_at)
  SELECT $1, $2, $2, t.* FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::smallint[], $9::bigint[],
    $10::bigint[], $11::bigint[], $12::bigint[], $13::jsonb[], $14::jsonb[], $15::text[], $16::timestamptz[]) AS t
  ON CONFLICT (tenant_id, tax_no) DO UPDATE
  SET state = CASE WHEN excluded.rank > b.rank THEN excluded.state ELSE b.state END, rank = greatest(b.rank, excluded.rank),
      parcel_id = coalesce(b.parcel_id, excluded.parcel_id), duty_no = coalesce(b.duty_no, excluded.duty_no),
      duty_minor = coalesce(b.duty_minor, excluded.duty_minor), vat_minor = coalesce(b.vat_minor, excluded.vat_minor),
      consumption_tax_minor = coalesce(b.consumption_tax_minor, excluded.consumption_tax_minor),
      reckoned_minor = coalesce(b.reckoned_minor, excluded.reckoned_minor),
      lines = CASE WHEN b.duty_minor IS NULL THEN excluded.lines ELSE b.lines END,
      findings = CASE WHEN b.duty_minor IS NULL THEN excluded.findings ELSE b.findings END,
      issued_at = coalesce(b.issued_at, excluded.issued_at), version = b.version + 1, updated_at = $2
  WHERE excluded.rank > b.rank OR (b.duty_minor IS NULL AND excluded.duty_minor IS NOT NULL)
  RETURNING ${COLUMNS}`;

/** Each number at most once. @returns those that are new or have changed */
export function keepTaxBills(tx: Tx, bills: readonly KeptBill[]): Promise<TaxBillRow[]> {
  const column = <Value>(of: (bill: KeptBill) => Value): Value[] => bills.map(of);
  return tx.query<TaxBillRow>(KEEP, [
    ...[tx.tenantId, tx.now, bills.map(() => newId())],
    column(({ parcelId }) => parcelId),
    column(({ invtNo }) => invtNo),
    column(({ taxNo }) => taxNo),
    column(({ state }) => state),
    column(({ state }) => TAX_BILL_STATES.indexOf(state)),
    column(({ taxes }) => taxes?.duty ?? null),
    column(({ taxes }) => taxes?.consumptionTax ?? null),
    column(({ taxes }) => taxes?.vat ?? null),
    column(({ reckoned }) => reckoned),
    column(({ taxes }) => JSON.stringify(taxes?.lines ?? [])),
    column(({ findings }) => JSON.stringify(findings)),
    column(({ dutyNo }) => dutyNo),
    column(({ issuedAt }) => issuedAt),
  ]);
}

/** A bill that came before anybody knew of whom it is. */
export interface OrphanBill extends TaxBillRow {
  readonly foundId: string;
  readonly foundTax: { readonly total: string; readonly lines: readonly LineTax[] } | null;
}

const ORPHANS = `
  SELECT ${COLUMNS}, o.id AS "foundId", o.tax AS "foundTax"
  FROM customs.parcel_tax_bill b
  JOIN customs.parcel o ON o.tenant_id = b.tenant_id AND o.invt_no = b.invt_no
  WHERE b.tenant_id = $1 AND b.parcel_id IS NULL AND o.id = ANY ($2::uuid[]) ORDER BY b.id FOR UPDATE OF b`;
const ADOPT = `
  UPDATE customs.parcel_tax_bill b
  SET parcel_id = $3, reckoned_minor = $4, findings = $5::jsonb, version = b.version + 1, updated_at = $6
  WHERE b.tenant_id = $1 AND b.id = $2 RETURNING ${COLUMNS}`;

export function orphanBills(tx: Tx, parcelIds: readonly string[]): Promise<OrphanBill[]> {
  return tx.query<OrphanBill>(ORPHANS, [tx.tenantId, parcelIds]);
}

export function adoptTaxBill(
  tx: Tx,
  { id, foundId, foundTax }: OrphanBill,
  findings: readonly ParcelFinding[],
): Promise<TaxBillRow[]> {
  const values = [tx.tenantId, id, foundId, foundTax?.total ?? null, JSON.stringify(findings), tx.now];
  return tx.query<TaxBillRow>(ADOPT, values);
}
