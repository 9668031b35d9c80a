import { type Tx, type View } from '../../platform/database/session.js';
import { boundsOf } from '../domain/parcel-summaries/summary-law.js';

/** A month of a profile. */
export interface SummaryMonth {
  readonly profileId: string;
  readonly month: string;
}

const MONTHS = `
  SELECT DISTINCT profile_id AS "profileId", to_char(cleared_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month
  FROM customs.parcel
  WHERE tenant_id = $1 AND id = ANY($2) AND direction = 'export' AND list_kind = 'B' AND cleared_at IS NOT NULL`;

/** The months in which these parcels were cleared, where they are to be summarised. */
export function monthsCleared(view: View, parcelIds: readonly string[]): Promise<SummaryMonth[]> {
  return view.query<SummaryMonth>(MONTHS, [view.tenantId, parcelIds]);
}

const FIND = `SELECT id, state FROM customs.parcel_summary WHERE tenant_id = $1 AND profile_id = $2 AND month = $3`;

const SHARED = `${FIND} FOR SHARE`;

/** Kept from being completed until the transaction is over: what it clears is seen by whoever completes the month. */
export async function shareMonth(tx: Tx, { profileId, month }: SummaryMonth): Promise<string | null> {
  const [found] = await tx.query<{ state: string }>(SHARED, [tx.tenantId, profileId, month]);
  return found?.state ?? null;
}

export async function findMonth(
  view: View,
  { profileId, month }: SummaryMonth,
): Promise<{ readonly id: string; readonly state: string } | null> {
  const [found] = await view.query<{ id: string; state: string }>(FIND, [view.tenantId, profileId, month]);
  return found ?? null;
}

const OPEN = `
  INSERT INTO customs.parcel_summary (tenant_id, id, profile_id, month, state, due_on, expected_by, created_at, updated_at)
  VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $7) ON CONFLICT (tenant_id, profile_id, month) DO NOTHING RETURNING id`;

/** @returns false where another transaction was faster */
export async function openMonth(
  tx: Tx,
  summary: SummaryMonth & { readonly id: string; readonly dueOn: string; readonly overAt: Date },
): Promise<boolean> {
  const { id, profileId, month, dueOn, overAt } = summary;
  return (await tx.query(OPEN, [tx.tenantId, id, profileId, month, dueOn, overAt, tx.now])).length === 1;
}

/** Runs of one month take turns. */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('customs/summary/' || $1 || '/' || $2 || '/' || $3, 0))`;

export async function waitTurn(tx: Tx, { profileId, month }: SummaryMonth): Promise<void> {
  await tx.query(IN_TURN, [tx.tenantId, profileId, month]);
}

const IN_SUMMARY = `EXISTS (
  SELECT 1 FROM customs.parcel_filing_parcel l
  WHERE l.tenant_id = p.tenant_id AND l.parcel_id = p.id AND l.kind = 'summary' AND l.outcome`;
const CLEARED = `
  FROM customs.parcel p
  WHERE p.tenant_id = $1 AND p.profile_id = $2 AND p.direction = 'export' AND p.cleared_at >= $3 AND p.cleared_at < $4`;

const DUE = `
  SELECT p.id ${CLEARED} AND p.state = 'cleared' AND p.list_kind = 'B' AND NOT ${IN_SUMMARY} <> 'rejected')
  ORDER BY p.id LIMIT $5`;

/** Parcels whose lists are to be summarised and are in no summary, the oldest first. */
export async function dueParcels(view: View, { profileId, month }: SummaryMonth, max: number): Promise<string[]> {
  const { from, to } = boundsOf(month);
  const rows = await view.query<{ id: string }>(DUE, [view.tenantId, profileId, from, to, max]);
  return rows.map(({ id }) => id);
}

/** How the lists of a month stand. */
export interface MonthCount {
  /** To be summarised, and in no summary. */
  readonly due: number;
  /** In one that customs has not decided yet. */
  readonly waiting: number;
  readonly summarised: number;
  /** Of kind A: declared by themselves. */
  readonly simplified: number;
  /** Back before they were summarised. */
  readonly returned: number;
  /** They have left in this month, and are not cleared yet. */
  readonly uncleared: number;
}

const COUNT = `
  SELECT count(*) FILTER (WHERE kind = 'B' AND state = 'cleared' AND NOT in_summary)::int AS due,
         count(*) FILTER (WHERE in_summary AND NOT is_taken)::int AS waiting,
         count(*) FILTER (WHERE is_taken)::int AS summarised,
         count(*) FILTER (WHERE kind IS DISTINCT FROM 'B')::int AS simplified,
         count(*) FILTER (WHERE kind = 'B' AND state <> 'cleared' AND NOT in_summary)::int AS returned,
         (SELECT count(*)::int FROM customs.parcel d
          WHERE d.tenant_id = $1 AND d.profile_id = $2 AND d.state = 'departed' AND d.departed_at >= $3
            AND d.departed_at < $4) AS uncleared
  FROM (SELECT p.state, p.list_kind AS kind, ${IN_SUMMARY} <> 'rejected') AS in_summary,
               ${IN_SUMMARY} = 'accepted') AS is_taken ${CLEARED}) lists`;

export async function countMonth(view: View, { profileId, month }: SummaryMonth): Promise<MonthCount> {
  const { from, to } = boundsOf(month);
  const [count] = await view.query<MonthCount>(COUNT, [view.tenantId, profileId, from, to]);
  if (count === undefined) throw new Error('A count has one row');
  return count;
}
