import { byteaArray } from '../../platform/database/bytea-array.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Returned } from '../domain/parcel-filings/filing-kind.js';
import { type ParcelState } from '../domain/parcels/parcel-status.js';
import { type LineTax } from '../domain/parcels/parcel-tax.js';
import { type Direction } from '../domain/parcels/profile.js';
import { type ParcelFinding } from '../domain/parcels/shape.js';

export type QuotaState = 'none' | 'reserved' | 'consumed';

/** Fen, as texts: JSON has no numbers so great. */
export interface KeptTax {
  readonly taxable: string;
  readonly total: string;
  readonly regime: string;
  readonly vatBase: string;
  readonly law: string;
  readonly lines: readonly LineTax[];
}

/** What changes in the life of a parcel. */
export interface ParcelChange {
  readonly id: string;
  readonly state: ParcelState;
  readonly waybillNo: string | null;
  readonly listGuid: string | null;
  readonly filedAt: Date | null;
  /** Keyed hash of the buyer's identity number; imports only. */
  readonly person: Buffer | null;
  readonly quotaYear: number | null;
  readonly quotaMinor: bigint | null;
  readonly quotaState: QuotaState;
  readonly findings: readonly ParcelFinding[];
  readonly tax: KeptTax | null;
  /** Sealed JSON. */
  readonly papers: Buffer;
}

export interface NewParcel extends ParcelChange {
  readonly orderNo: string;
}

/** What parcels made at once have in common. */
export interface Together {
  readonly profileId: string;
  readonly batchId: string | null;
  readonly direction: Direction;
  readonly supervisionMode: string;
  readonly platformCode: string;
}

export interface KnownParcel {
  readonly id: string;
  readonly profileId: string;
  readonly orderNo: string;
  readonly state: ParcelState;
  readonly papers: Buffer;
}

export interface ParcelRow extends KnownParcel {
  readonly batchId: string | null;
  readonly direction: Direction;
  readonly supervisionMode: string;
  readonly platformCode: string;
  readonly waybillNo: string | null;
  readonly listGuid: string | null;
  readonly preNo: string | null;
  readonly invtNo: string | null;
  readonly customsSaid: string | null;
  readonly findings: readonly ParcelFinding[] | null;
  readonly tax: KeptTax | null;
  readonly returned: Returned | null;
  readonly filedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly departedAt: Date | null;
  readonly clearedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const PARCEL_COLUMNS = `id, profile_id AS "profileId", batch_id AS "batchId", direction,
  supervision_mode AS "supervisionMode", platform_code AS "platformCode", order_no AS "orderNo", waybill_no AS "waybillNo",
  state, list_guid AS "listGuid", pre_no AS "preNo", invt_no AS "invtNo", customs_said AS "customsSaid", findings, tax, returned,
  filed_at AS "filedAt", released_at AS "releasedAt", departed_at AS "departedAt", cleared_at AS "clearedAt", papers, version, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** One look into the index for each, whatever the planner believes of a table that grows by the hundred thousand. */
const KNOWN = `
  SELECT p.id, p.profile_id AS "profileId", p.order_no AS "orderNo", p.state, p.papers
  FROM (SELECT DISTINCT unnest($3::text[]) AS order_no ORDER BY 1) g
  CROSS JOIN LATERAL (
    SELECT * FROM customs.parcel o WHERE o.tenant_id = $1 AND o.platform_code = $2 AND o.order_no = g.order_no
    LIMIT 1 FOR UPDATE) p`;
const ONE = `SELECT ${PARCEL_COLUMNS} FROM customs.parcel WHERE tenant_id = $1 AND id = $2`;
const LOCKED = `${ONE} FOR UPDATE`;

const CHANGES = `unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[], $8::bytea[], $9::smallint[],
    $10::bigint[], $11::text[], $12::jsonb[], $13::jsonb[], $14::bytea[]`;
const INSERT = `
  INSERT INTO customs.parcel (tenant_id, created_at, updated_at, id, state, waybill_no, list_guid, filed_at, person, quota_year,
    quota_minor, quota_state, findings, tax, papers, order_no, profile_id, batch_id, direction, supervision_mode, platform_code,
    taxable_minor, tax_minor)
  SELECT $1, $2, $2, p.*, $16, $17, $18, $19, $20, (p.tax ->> 'taxable')::bigint, (p.tax ->> 'total')::bigint
  FROM ${CHANGES}, $15::text[])
    AS p (id, state, waybill_no, list_guid, filed_at, person, quota_year, quota_minor, quota_state, findings, tax, papers, order_no)`;
const UPDATE = `
  UPDATE customs.parcel o
  SET state = p.state, waybill_no = p.waybill_no, list_guid = p.list_guid, filed_at = p.filed_at, person = p.person,
      quota_year = p.quota_year, quota_minor = p.quota_minor, quota_state = p.quota_state, findings = p.findings, tax = p.tax,
      papers = p.papers, taxable_minor = (p.tax ->> 'taxable')::bigint, tax_minor = (p.tax ->> 'total')::bigint, rank = -1,
      pre_no = NULL, invt_no = NULL, customs_said = NULL, version = o.version + 1, updated_at = $2
  FROM ${CHANGES})
    AS p (id, state, waybill_no, list_guid, filed_at, person, quota_year, quota_minor, quota_state, findings, tax, papers)
  WHERE o.tenant_id = $1 AND o.id = p.id`;
const MOVE = `
  UPDATE customs.parcel SET state = $3, version = version + 1, updated_at = $4 WHERE tenant_id = $1 AND id = $2`;

/** Those of these orders that there are already; held until the transaction is over. */
export function knownParcels(tx: Tx, platformCode: string, orderNos: readonly string[]): Promise<KnownParcel[]> {
  return tx.query<KnownParcel>(KNOWN, [tx.tenantId, platformCode, orderNos]);
}

export async function insertParcels(tx: Tx, parcels: readonly NewParcel[], together: Together): Promise<void> {
  if (parcels.length === 0) return;
  const { profileId, batchId, direction, supervisionMode, platformCode } = together;
  const orderNos = parcels.map(({ orderNo }) => orderNo);
  await tx.query(INSERT, [
    ...[tx.tenantId, tx.now, ...columnsOf(parcels), orderNos],
    ...[profileId, batchId, direction, supervisionMode, platformCode],
  ]);
}

/** Of parcels that are held. What customs said of an earlier attempt goes. */
export async function updateParcels(tx: Tx, parcels: readonly ParcelChange[]): Promise<void> {
  if (parcels.length > 0) await tx.query(UPDATE, [tx.tenantId, tx.now, ...columnsOf(parcels)]);
}

export async function moveParcel(tx: Tx, id: string, state: ParcelState): Promise<void> {
  await tx.query(MOVE, [tx.tenantId, id, state, tx.now]);
}

export async function findParcel(view: View, id: string): Promise<ParcelRow | null> {
  return (await view.query<ParcelRow>(ONE, [view.tenantId, id]))[0] ?? null;
}

export async function lockParcel(tx: Tx, id: string): Promise<ParcelRow | null> {
  return (await tx.query<ParcelRow>(LOCKED, [tx.tenantId, id]))[0] ?? null;
}

type Column = Buffer | (string | number | bigint | Date | null)[];

function columnsOf(parcels: readonly ParcelChange[]): Column[] {
  return [
    parcels.map(({ id }) => id),
    parcels.map(({ state }) => state),
    parcels.map(({ waybillNo }) => waybillNo),
    parcels.map(({ listGuid }) => listGuid),
    parcels.map(({ filedAt }) => filedAt),
    byteaArray(parcels.map(({ person }) => person)),
    parcels.map(({ quotaYear }) => quotaYear),
    parcels.map(({ quotaMinor }) => quotaMinor),
    parcels.map(({ quotaState }) => quotaState),
    parcels.map(({ findings }) => (findings.length === 0 ? null : JSON.stringify(findings))),
    parcels.map(({ tax }) => (tax === null ? null : JSON.stringify(tax))),
    byteaArray(parcels.map(({ papers }) => papers)),
  ];
}
