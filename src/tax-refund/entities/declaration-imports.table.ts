import { type ImportKind, type TableRecord } from '../domain/declaration-table-columns.js';
import { type Difference, type RowOutcome } from '../domain/declaration-table-comparison.js';
import { type ReadRow } from '../domain/declaration-table-reading.js';
import { type Tx, type View } from '../../platform/database/session.js';

export const IMPORT_STATES = ['kept', 'withdrawn'] as const;

/** An official table that was prepared elsewhere, and how its rows stand to what is here. */
export interface DeclarationImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly taxpayerNumber: string;
  /** `YYYYMM`. */
  readonly period: string;
  readonly state: (typeof IMPORT_STATES)[number];
  /** Of the file as it was sent, unpacked; hex. */
  readonly sha256: string;
  readonly rows: number;
  readonly agreeing: number;
  readonly differing: number;
  readonly unknown: number;
  readonly declaredBefore: number;
  /** Why it was taken back; null while it is kept. */
  readonly reason: string | null;
  readonly importedBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A row, and how it stands. */
export interface ImportedRow {
  readonly number: number;
  readonly record: TableRecord;
  readonly outcome: RowOutcome;
  readonly claimId: string | null;
  readonly differences: readonly Difference[];
}

export const IMPORT_COLUMNS = `
  id, kind, taxpayer_number AS "taxpayerNumber", period, state, sha256, rows, agreeing, differing, unknown,
  declared_before AS "declaredBefore", reason, imported_by AS "importedBy", version, created_at AS "createdAt",
  updated_at AS "updatedAt"`;

const KEEP_SLICE = `
  INSERT INTO tax_refund.declaration_slice (tenant_id, upload_id, number, rows, created_at) VALUES ($1, $2, $3, $4, now())`;
const SLICE = `SELECT rows FROM tax_refund.declaration_slice WHERE tenant_id = $1 AND upload_id = $2 AND number = $3`;
const FORGET = `DELETE FROM tax_refund.declaration_slice WHERE tenant_id = $1 AND upload_id = $2`;
const FORGET_OLD = `
  DELETE FROM tax_refund.declaration_slice WHERE tenant_id = $1 AND created_at < now() - interval '1 hour'`;

/** Rows of a table that is being sent. */
export async function keepSlice(tx: Tx, uploadId: string, number: number, rows: readonly ReadRow[]): Promise<void> {
  await tx.query(KEEP_SLICE, [tx.tenantId, uploadId, number, JSON.stringify(rows)]);
}

/** @returns null where it was forgotten meanwhile */
export async function sliceOf(view: View, uploadId: string, number: number): Promise<readonly ReadRow[] | null> {
  const [found] = await view.query<{ rows: readonly ReadRow[] }>(SLICE, [view.tenantId, uploadId, number]);
  return found?.rows ?? null;
}

export async function forgetSlices(tx: Tx, uploadId: string): Promise<void> {
  await tx.query(FORGET, [tx.tenantId, uploadId]);
}

/** Of uploads that broke off so long ago that nobody waits for them any more. */
export async function forgetOldSlices(tx: Tx): Promise<void> {
  await tx.query(FORGET_OLD, [tx.tenantId]);
}

const INSERT = `
  INSERT INTO tax_refund.declaration_import (tenant_id, id, kind, taxpayer_number, period, state, sha256, rows, imported_by,
                                             created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, 'kept', $6, $7, $8, $9, $9)`;

export type NewImport = Pick<DeclarationImport, 'id' | 'kind' | 'taxpayerNumber' | 'period' | 'sha256' | 'rows'>;

export async function insertImport(tx: Tx, found: NewImport): Promise<void> {
  const { id, kind, taxpayerNumber, period, sha256, rows } = found;
  const by = tx.caller.actor;
  await tx.query(INSERT, [tx.tenantId, id, kind, taxpayerNumber, period, sha256, rows, by, tx.now]);
}

const SAME = `
  SELECT id FROM tax_refund.declaration_import
  WHERE tenant_id = $1 AND kind = $2 AND taxpayer_number = $3 AND period = $4 AND sha256 = $5 AND state = 'kept'`;

/** The import of the very same table that stands; null where there is none. */
export async function sameImport(view: View, found: NewImport): Promise<string | null> {
  const { kind, taxpayerNumber, period, sha256 } = found;
  const [same] = await view.query<{ id: string }>(SAME, [view.tenantId, kind, taxpayerNumber, period, sha256]);
  return same?.id ?? null;
}

const INSERT_ROWS = `
  INSERT INTO tax_refund.declaration_import_row (tenant_id, import_id, number, record, outcome, claim_id, differences)
  SELECT $1, $2, r.number, r.record, r.outcome, r."claimId", r.differences
  FROM jsonb_to_recordset($3::jsonb) AS r (
    number integer, record jsonb, outcome text, "claimId" uuid, differences jsonb)`;

export async function insertImportRows(tx: Tx, importId: string, rows: readonly ImportedRow[]): Promise<void> {
  await tx.query(INSERT_ROWS, [tx.tenantId, importId, JSON.stringify(rows)]);
}

const COUNT = `
  UPDATE tax_refund.declaration_import i
  SET agreeing = r.agreeing, differing = r.differing, unknown = r.unknown, declared_before = r.declared_before
  FROM (
    SELECT count(*) FILTER (WHERE outcome = 'agrees')::int AS agreeing,
           count(*) FILTER (WHERE outcome = 'differs')::int AS differing,
           count(*) FILTER (WHERE outcome = 'unknown')::int AS unknown,
           count(*) FILTER (WHERE outcome = 'declared_before')::int AS declared_before
    FROM tax_refund.declaration_import_row WHERE tenant_id = $1 AND import_id = $2) r
  WHERE i.tenant_id = $1 AND i.id = $2`;

export async function countOutcomes(tx: Tx, importId: string): Promise<void> {
  await tx.query(COUNT, [tx.tenantId, importId]);
}

const BY_ID = `SELECT ${IMPORT_COLUMNS} FROM tax_refund.declaration_import WHERE tenant_id = $1 AND id = $2`;

export async function findImport(view: View, id: string): Promise<DeclarationImport | null> {
  return (await view.query<DeclarationImport>(BY_ID, [view.tenantId, id]))[0] ?? null;
}

/** Held until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<DeclarationImport | null> {
  return (await tx.query<DeclarationImport>(`${BY_ID} FOR NO KEY UPDATE`, [tx.tenantId, id]))[0] ?? null;
}

const WITHDRAW = `
  UPDATE tax_refund.declaration_import SET state = 'withdrawn', reason = $3, version = version + 1, updated_at = $4
  WHERE tenant_id = $1 AND id = $2`;

/** The caller holds it. */
export async function markWithdrawn(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.query(WITHDRAW, [tx.tenantId, id, reason, tx.now]);
}

const ROWS_AFTER = `
  SELECT number, record, outcome, claim_id AS "claimId", differences FROM tax_refund.declaration_import_row
  WHERE tenant_id = $1 AND import_id = $2 AND number > $3 AND outcome = ANY($4::text[]) ORDER BY number LIMIT $5`;

/** The next rows with one of these outcomes. */
export function importRowsAfter(
  view: View,
  importId: string,
  after: number,
  { outcomes, limit }: { readonly outcomes: readonly RowOutcome[]; readonly limit: number },
): Promise<ImportedRow[]> {
  return view.query<ImportedRow>(ROWS_AFTER, [view.tenantId, importId, after, outcomes, limit]);
}
