import { firstIdAt } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type StandingRate } from '../domain/rate-impact.js';
import { type Regime } from '../domain/regime.js';

/** A line whose rate is another since an issue of the library; money in fen. */
export interface ChangedLineRow {
  readonly lineNumber: number;
  readonly hsCode: string;
  readonly before: StandingRate | null;
  readonly after: StandingRate | null;
  readonly impactMinor: string | null;
}

/** What an issue means for one order. */
export interface RateChange {
  readonly id: string;
  readonly libraryId: number;
  readonly version: string;
  readonly orderId: string;
  readonly orderReference: string;
  /** Of the first of its declarations; before there is one, the day that the goods are ready, or the day of the issue. */
  readonly exportDate: LocalDate;
  readonly impactMinor: string | null;
  readonly lines: readonly ChangedLineRow[];
}

const INSERT = `
  INSERT INTO tax_refund.rate_change
    (tenant_id, id, library_id, version, order_id, order_reference, export_date, impact_minor, lines, created_at)
  SELECT $1, r.id, r."libraryId", r.version, r."orderId", r."orderReference", r."exportDate", r."impactMinor", r.lines, $2
  FROM jsonb_to_recordset($3::jsonb) AS r (id uuid, "libraryId" integer, version text, "orderId" uuid,
    "orderReference" text, "exportDate" date, "impactMinor" bigint, lines jsonb)`;

export async function insertRateChanges(tx: Tx, changes: readonly RateChange[]): Promise<void> {
  if (changes.length > 0) await tx.query(INSERT, [tx.tenantId, tx.now, JSON.stringify(changes)]);
}

/** How far the orders of a tenant have been told of an issue. */
const BEGIN = `
  INSERT INTO tax_refund.rate_notice (tenant_id, library_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

const PROMISE = `
  UPDATE tax_refund.rate_notice SET promised_at = $3
  WHERE tenant_id = $1 AND library_id = $2 AND promised_at IS NULL AND finished_at IS NULL RETURNING library_id`;

/** @returns false where somebody has promised it already */
export async function promiseNotice(tx: Tx, libraryId: number): Promise<boolean> {
  const values = [tx.tenantId, libraryId, tx.now];
  await tx.query(BEGIN, values);
  return (await tx.query(PROMISE, values)).length > 0;
}

const HOLD = `
  SELECT after_id, finished_at FROM tax_refund.rate_notice WHERE tenant_id = $1 AND library_id = $2 FOR UPDATE`;

const MOVE = `
  UPDATE tax_refund.rate_notice SET after_id = coalesce($3, after_id), finished_at = $4
  WHERE tenant_id = $1 AND library_id = $2`;

/** @returns the order that was told last; null: none yet. Undefined: all are told */
export async function holdNotice(tx: Tx, libraryId: number): Promise<string | null | undefined> {
  await tx.query(BEGIN, [tx.tenantId, libraryId, tx.now]);
  const [held] = await tx.query<{ after_id: string | null; finished_at: Date | null }>(HOLD, [tx.tenantId, libraryId]);
  return held?.finished_at === null ? held.after_id : undefined;
}

export async function moveNotice(tx: Tx, libraryId: number, afterId: string | null, isLast: boolean): Promise<void> {
  await tx.query(MOVE, [tx.tenantId, libraryId, afterId, isLast ? tx.now : null]);
}

/** An order whose refund is not claimed yet. */
export interface OpenCase {
  readonly id: string;
  readonly reference: string;
  readonly regime: Regime;
  readonly exportDate: LocalDate | null;
}

const OPEN = `
  SELECT id, order_reference AS reference, regime,
         (SELECT min(d ->> 'exportDate') FROM jsonb_array_elements(declarations) AS d) AS "exportDate"
  FROM tax_refund.refund_case
  WHERE tenant_id = $1 AND state = 'gathering' AND ($2::uuid IS NULL OR id > $2) AND id < $3 ORDER BY id LIMIT $4`;

/** Those that were there before the issue was: later ones were reckoned with it from the start. In the order of their ids. */
export function openCases(
  view: View,
  { after, before, limit }: { readonly after: string | null; readonly before: Date; readonly limit: number },
): Promise<OpenCase[]> {
  return view.query<OpenCase>(OPEN, [view.tenantId, after, firstIdAt(before.getTime()), limit]);
}
