import { type Tx, type View } from '../../platform/database/session.js';
import { type OtherFiling, type ParcelFilingName } from '../domain/parcel-filings/filing-kind.js';
import { type RecordOutcome, type Tally } from '../domain/parcel-filings/filing-status.js';

export interface NewFilingRecord {
  readonly place: number;
  readonly guid: string;
  readonly cebMessageId: string;
  readonly parcels: readonly { readonly id: string; readonly listGuid: string }[];
}

export interface FilingRecordRow {
  readonly filingId: string;
  readonly place: number;
  readonly guid: string;
  readonly cebMessageId: string;
  readonly parcels: number;
  readonly outcome: RecordOutcome;
  readonly preNo: string | null;
  readonly number: string | null;
  readonly customsSaid: string | null;
  readonly answeredAt: Date | null;
}

const INSERT_RECORDS = `
  INSERT INTO customs.parcel_filing_record (tenant_id, filing_id, place, guid, ceb_message_id, parcels)
  SELECT $1, $2, r.* FROM unnest($3::int[], $4::uuid[], $5::uuid[], $6::int[]) AS r`;
const INSERT_LINKS = `
  INSERT INTO customs.parcel_filing_parcel (tenant_id, filing_id, kind, aspect, parcel_id, place, list_guid)
  SELECT $1, $2, $3, $4, l.* FROM unnest($5::uuid[], $6::int[], $7::uuid[]) AS l`;

/** Of a filing that is there. Its parcels are held by the caller. */
export async function insertRecords(
  tx: Tx,
  { filingId, kind, aspect }: { readonly filingId: string; readonly kind: ParcelFilingName; readonly aspect: string },
  records: readonly NewFilingRecord[],
): Promise<void> {
  await tx.query(INSERT_RECORDS, [
    ...[tx.tenantId, filingId],
    records.map(({ place }) => place),
    records.map(({ guid }) => guid),
    records.map(({ cebMessageId }) => cebMessageId),
    records.map(({ parcels }) => parcels.length),
  ]);
  const links = records.flatMap(({ place, parcels }) => parcels.map((parcel) => ({ ...parcel, place })));
  await tx.query(INSERT_LINKS, [
    ...[tx.tenantId, filingId, kind, aspect],
    links.map(({ id }) => id),
    links.map(({ place }) => place),
    links.map(({ listGuid }) => listGuid),
  ]);
}

/** Before the id of a filing that may be about a part: another one may follow it. */
const PART = 'part/';

/** @param aspect of what it is about where it may not follow another of its kind */
export const aspectOfFiling = (filingId: string, aspect: string, isOfPart: boolean): string =>
  isOfPart ? PART + filingId : aspect;

const OTHERS = `
  SELECT parcel_id AS "parcelId", kind, aspect, outcome FROM customs.parcel_filing_parcel
  WHERE tenant_id = $1 AND parcel_id = ANY($2) AND outcome <> 'rejected'`;

/** What else is filed about these parcels, by their ids. @param aspect of the kind that is to be filed: only what has the same is in its way */
export async function otherFilings(
  view: View,
  parcelIds: readonly string[],
  kind: ParcelFilingName,
  aspect: string,
): Promise<ReadonlyMap<string, OtherFiling[]>> {
  const rows = await view.query<{
    readonly parcelId: string;
    readonly kind: ParcelFilingName;
    readonly aspect: string;
    readonly outcome: RecordOutcome;
  }>(OTHERS, [view.tenantId, parcelIds]);
  const others = new Map<string, OtherFiling[]>();
  for (const row of rows) {
    const isOfPart = row.aspect.startsWith(PART);
    if (row.kind === kind && row.aspect !== aspect && !isOfPart) continue;
    const known = others.get(row.parcelId) ?? [];
    others.set(row.parcelId, [...known, { kind: row.kind, isAccepted: row.outcome === 'accepted', isOfPart }]);
  }
  return others;
}

const RECORDS = `
  SELECT filing_id AS "filingId", place, guid, ceb_message_id AS "cebMessageId", parcels, outcome, pre_no AS "preNo", number,
         customs_said AS "customsSaid", answered_at AS "answeredAt"
  FROM customs.parcel_filing_record WHERE tenant_id = $1 AND filing_id = $2 ORDER BY place`;

export function recordsOf(view: View, filingId: string): Promise<FilingRecordRow[]> {
  return view.query<FilingRecordRow>(RECORDS, [view.tenantId, filingId]);
}

const FILINGS_OF = `
  SELECT DISTINCT filing_id AS id FROM customs.parcel_filing_record WHERE tenant_id = $1 AND guid = ANY($2::uuid[]) ORDER BY 1`;

/** The filings that these records are of. */
export async function filingsOfRecords(view: View, guids: readonly string[]): Promise<string[]> {
  const rows = await view.query<{ id: string }>(FILINGS_OF, [view.tenantId, guids]);
  return rows.map(({ id }) => id);
}

/** What a receipt says of a record. */
export interface ToldRecord {
  readonly guid: string;
  readonly outcome: RecordOutcome;
  readonly rank: number;
  readonly preNo: string | null;
  readonly number: string | null;
  readonly said: string;
}

/** Only what ranks above all before changes anything, and nothing changes what is decided. Links follow their records. */
const TELL = `
  WITH told AS (
    UPDATE customs.parcel_filing_record r
    SET outcome = t.outcome, rank = t.rank, pre_no = coalesce(t.pre_no, r.pre_no), number = coalesce(t.number, r.number),
        customs_said = t.said, answered_at = $3
    FROM unnest($4::uuid[], $5::text[], $6::smallint[], $7::text[], $8::text[], $9::text[])
      AS t (guid, outcome, rank, pre_no, number, said)
    WHERE r.tenant_id = $1 AND r.filing_id = $2 AND r.guid = t.guid AND r.outcome = 'waiting' AND t.rank > r.rank
    RETURNING r.place, r.outcome, r.customs_said)
  UPDATE customs.parcel_filing_parcel l SET outcome = told.outcome
  FROM told WHERE l.tenant_id = $1 AND l.filing_id = $2 AND l.place = told.place
  RETURNING l.parcel_id AS "parcelId", l.list_guid AS "listGuid", l.outcome, told.customs_said AS said`;

export interface ToldParcel {
  readonly parcelId: string;
  readonly listGuid: string;
  readonly outcome: RecordOutcome;
  readonly said: string;
}

/** Of a filing that is held. @returns the parcels of the records that went on */
export function tellRecords(tx: Tx, filingId: string, told: readonly ToldRecord[]): Promise<ToldParcel[]> {
  return tx.query<ToldParcel>(TELL, [
    ...[tx.tenantId, filingId, tx.now],
    told.map(({ guid }) => guid),
    told.map(({ outcome }) => outcome),
    told.map(({ rank }) => rank),
    told.map(({ preNo }) => preNo),
    told.map(({ number }) => number),
    told.map(({ said }) => said),
  ]);
}

const TALLY = `
  SELECT outcome, count(*)::int AS records, sum(parcels)::int AS parcels FROM customs.parcel_filing_record
  WHERE tenant_id = $1 AND filing_id = $2 GROUP BY outcome`;

/** How many records of a filing, and parcels in them, stand how. */
export async function tallyOf(
  view: View,
  filingId: string,
): Promise<{ readonly records: Tally; readonly parcels: Tally }> {
  const rows = await view.query<{ outcome: RecordOutcome; records: number; parcels: number }>(TALLY, [
    view.tenantId,
    filingId,
  ]);
  const none = { waiting: 0, accepted: 0, rejected: 0 };
  const tally = (figure: 'records' | 'parcels'): Tally =>
    Object.assign({ ...none }, Object.fromEntries(rows.map((row) => [row.outcome, row[figure]])) as Partial<Tally>);
  return { records: tally('records'), parcels: tally('parcels') };
}

const MESSAGES = `
  SELECT DISTINCT m.id FROM customs.parcel_filing_record r
  JOIN customs.ceb_message m ON m.tenant_id = $1 AND m.id = r.ceb_message_id
  WHERE r.tenant_id = $1 AND r.filing_id = $2 AND r.outcome = 'waiting' AND m.state = 'answered'`;

/** Messages that customs has spoken of without deciding all of their records: nobody else asks for what comes after. */
export async function undecidedMessages(view: View, filingId: string): Promise<string[]> {
  const rows = await view.query<{ id: string }>(MESSAGES, [view.tenantId, filingId]);
  return rows.map(({ id }) => id);
}
