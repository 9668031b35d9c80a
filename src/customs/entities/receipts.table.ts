import { type Tx, type View } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { newId } from '../../kernel/ids.js';
import { type Receipt } from '../domain/receipt.js';

export type ReceiptSource = 'callback' | 'asked';
export type ReceiptOutcome = 'waiting' | 'applied' | 'late' | 'held' | 'ignored' | 'superseded';

/** A receipt that was kept, with the id of its row. */
export type KeptReceipt = Receipt & { readonly id: string; readonly requestId: string | null };

interface ReceiptRow {
  readonly id: string;
  readonly kind: Receipt['kind'];
  readonly code: string;
  readonly sequence_number: string | null;
  readonly entry_number: string | null;
  readonly noticed_at: Date | null;
  readonly export_date: string | null;
  readonly note: string;
  readonly body: string;
  readonly request_id: string | null;
}

/** Which declaration, and which attempt of it, a number of customs stands for. */
export interface Addressee {
  readonly declaration_id: string;
  readonly submission_id: string;
  readonly attempt: number;
  /** What was asked of customs about it, where the number is that of the request. */
  readonly request_id: string | null;
}

/**
 * A receipt names the attempt by the single window's number, or, where it has none, by the declaration number, which
 * belongs to the latest attempt.
 */
const KEEP = `
  WITH addressee AS (
    SELECT declaration_id, id AS submission_id, attempt, NULL::uuid AS request_id FROM customs.submission
    WHERE tenant_id = $1 AND sequence_number = $6
    UNION ALL
    SELECT r.declaration_id, s.id, r.attempt, r.id FROM customs.declaration_request r
    JOIN customs.submission s ON s.tenant_id = r.tenant_id AND s.declaration_id = r.declaration_id AND s.attempt = r.attempt
    WHERE r.tenant_id = $1 AND r.sequence_number = $6
    UNION ALL
    SELECT d.id, s.id, s.attempt, NULL::uuid FROM customs.declaration d
    JOIN customs.submission s ON s.tenant_id = d.tenant_id AND s.declaration_id = d.id AND s.attempt = d.attempt
    WHERE $6 IS NULL AND d.tenant_id = $1 AND d.entry_number = $7
  ), kept AS (
    INSERT INTO customs.receipt (tenant_id, id, digest, kind, code, sequence_number, entry_number, noticed_at, export_date,
                                 note, body, source, outcome, times_seen, created_at, declaration_id, submission_id, request_id)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', 1, $13, a.declaration_id, a.submission_id, a.request_id
    FROM (SELECT 1) AS one LEFT JOIN addressee a ON true
    ON CONFLICT (tenant_id, digest) DO UPDATE SET times_seen = customs.receipt.times_seen + 1
  )
  SELECT declaration_id, submission_id, attempt, request_id FROM addressee`;

/**
 * Keeps a receipt once; the same words again are only counted. Before that it holds the number that the receipt
 * names, so that whoever learns that the number is ours and whoever keeps a receipt under it take turns.
 * @returns whose it is, or null while nobody knows
 */
export async function keepReceipt(
  tx: Tx,
  receipt: Receipt,
  digest: string,
  source: ReceiptSource,
): Promise<Addressee | null> {
  const { kind, code, sequenceNumber, entryNumber, noticedAt, exportDate, note, body } = receipt;
  const number = sequenceNumber ?? entryNumber;
  const facts: SqlValue[] = [kind, code, sequenceNumber, entryNumber, noticedAt, exportDate, note, body];
  // One round trip; the second statement looks when the first is through.
  const [, [addressee]] = await Promise.all([
    number === null ? null : holdNumber(tx, number),
    tx.query<Addressee>(KEEP, [tx.tenantId, newId(), digest, ...facts, source, tx.now]),
  ]);
  return addressee ?? null;
}

/** Holds a number of customs until the transaction ends. */
export async function holdNumber(tx: Tx, number: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ':customs:' || $2, 0))`, [tx.tenantId, number]);
}

const ADDRESS = `
  UPDATE customs.receipt SET declaration_id = $2, submission_id = $3, request_id = $6
  WHERE tenant_id = $1 AND outcome = 'waiting' AND declaration_id IS NULL
    AND (sequence_number = $4 OR (sequence_number IS NULL AND entry_number = $5))`;

/** Gives the receipts that waited under these numbers to their declaration. */
export async function addressReceipts(
  tx: Tx,
  { declaration_id, submission_id, request_id }: Addressee,
  { sequenceNumber, entryNumber }: { sequenceNumber: string | null; entryNumber: string | null },
): Promise<void> {
  await tx.query(ADDRESS, [tx.tenantId, declaration_id, submission_id, sequenceNumber, entryNumber, request_id]);
}

const UNSETTLED = `
  SELECT id, kind, code, sequence_number, entry_number, noticed_at, export_date::text AS export_date, note, body,
         request_id
  FROM customs.receipt
  WHERE tenant_id = $1 AND declaration_id = $2 AND submission_id = $3 AND outcome IN ('waiting', 'held') ORDER BY id`;

/** What has not been applied yet of one attempt. */
export async function unsettledReceipts(tx: Tx, { declaration_id, submission_id }: Addressee): Promise<KeptReceipt[]> {
  const rows = await tx.query<ReceiptRow>(UNSETTLED, [tx.tenantId, declaration_id, submission_id]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    sequenceNumber: row.sequence_number,
    entryNumber: row.entry_number,
    noticedAt: row.noticed_at,
    exportDate: row.export_date,
    note: row.note,
    body: row.body,
    requestId: row.request_id,
  }));
}

const SETTLE = `
  UPDATE customs.receipt SET outcome = $3, settled_at = $4, steps = $5 WHERE tenant_id = $1 AND id = $2`;

/** @param steps the commands that it gave, in their order */
export async function settleReceipt(
  tx: Tx,
  id: string,
  outcome: ReceiptOutcome,
  steps: readonly string[] = [],
): Promise<void> {
  await tx.query(SETTLE, [tx.tenantId, id, outcome, outcome === 'held' ? null : tx.now, [...steps]]);
}

const HAS_UNSETTLED = `
  SELECT 1 AS found FROM customs.receipt
  WHERE tenant_id = $1 AND declaration_id = $2 AND submission_id = $3 AND outcome IN ('waiting', 'held') LIMIT 1`;

/** Whether customs said something of this attempt that could not be applied yet. */
export async function hasUnsettledReceipts(view: View, declarationId: string, submissionId: string): Promise<boolean> {
  return (await view.query(HAS_UNSETTLED, [view.tenantId, declarationId, submissionId])).length > 0;
}

const ATTEMPT = `
  SELECT s.attempt FROM customs.receipt r
  JOIN customs.submission s ON s.tenant_id = r.tenant_id AND s.id = r.submission_id
  WHERE r.tenant_id = $1 AND r.id = $2`;

/** Which attempt of its declaration a receipt was about; null where nobody knows. */
export async function attemptOfReceipt(view: View, id: string): Promise<number | null> {
  return (await view.query<{ attempt: number }>(ATTEMPT, [view.tenantId, id]))[0]?.attempt ?? null;
}
