import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import {
  type ScreenedList,
  type ScreeningResult,
  type ScreeningStanding,
  standingOfLists,
} from '../domain/screening/screening.js';

/** What was found when the names of a party were looked up in a list of denied parties. It never changes. */
export interface Screening {
  readonly id: string;
  readonly partyId: string;
  readonly list: string;
  readonly listVersion: string;
  readonly result: ScreeningResult;
  readonly screenedOn: LocalDate;
  readonly screenedBy: string;
  readonly reference: string | null;
  readonly createdAt: Date;
}

export const SCREENING_COLUMNS = `id, party_id AS "partyId", list, list_version AS "listVersion", result,
  screened_on::text AS "screenedOn", screened_by AS "screenedBy", reference, created_at AS "createdAt"`;
const KEEP = `
  INSERT INTO financing.screening (tenant_id, id, party_id, list, list_version, result, screened_on, screened_by, reference, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('financing/screening/' || $1 || '/' || $2, 0))`;
const READ = `SELECT ${SCREENING_COLUMNS} FROM financing.screening WHERE tenant_id = $1 AND id = $2`;
/** Of several on one day the one that was kept last. */
const LATEST = `
  SELECT DISTINCT ON (party_id, list) party_id AS "partyId", list, result FROM financing.screening
  WHERE tenant_id = $1 AND party_id = ANY($2) ORDER BY party_id, list, screened_on DESC, id DESC`;

/** One after the other of a party: what is kept later has the later id, and counts. */
export async function screenInTurn(tx: Tx, partyId: string): Promise<void> {
  await tx.query(IN_TURN, [tx.tenantId, partyId]);
}

/** To be called in turn. @returns how the party stood before it, and how it stands now */
export async function keepScreening(
  tx: Tx,
  screening: Screening,
): Promise<{ readonly before: ScreeningResult | null; readonly standing: ScreeningResult }> {
  const { id, partyId, list, listVersion, result, screenedOn, screenedBy, reference, createdAt } = screening;
  const values = [id, partyId, list, listVersion, result, screenedOn, screenedBy, reference, createdAt];
  const [before] = await screeningStandings(tx, [partyId]);
  await tx.query(KEEP, [tx.tenantId, ...values]);
  const [now] = await screeningStandings(tx, [partyId]);
  return { before: before?.result ?? null, standing: now?.result ?? result };
}

export async function readScreening(view: View, id: string): Promise<Screening | null> {
  const [row] = await view.query<Screening>(READ, [view.tenantId, id]);
  return row ?? null;
}

/** How parties stand today, each in its order; null of whom nobody has screened. */
export async function screeningStandings(
  view: View,
  partyIds: readonly string[],
): Promise<(ScreeningStanding | null)[]> {
  const rows = await view.query<ScreenedList & { partyId: string }>(LATEST, [view.tenantId, partyIds]);
  return partyIds.map((id) => {
    const lists = rows.filter(({ partyId }) => partyId === id).map(({ list, result }) => ({ list, result }));
    return standingOfLists(lists);
  });
}
