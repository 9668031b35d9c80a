import { type Tx } from '../../platform/database/session.js';
import { type ParcelState } from '../domain/parcels/parcel-status.js';
import { type ListKind } from '../domain/parcels/profile.js';

/** What a receipt of customs means for the parcel whose list has this guid. */
export interface ToldStep {
  readonly guid: string;
  readonly to: ParcelState;
  readonly from: readonly ParcelState[];
  readonly rank: number;
  readonly preNo: string | null;
  readonly invtNo: string | null;
  readonly said: string;
  /** When customs did it, where it says so. */
  readonly at: Date | null;
  /** 申报业务类型 of an export: A simplified, B to be summarised. */
  readonly listKind: ListKind | null;
}

export interface LedParcel extends MovedParcel {
  readonly guid: string;
}

export interface MovedParcel {
  readonly id: string;
  readonly platformCode: string;
  readonly orderNo: string;
  readonly state: ParcelState;
}

const CONSUMING: readonly ParcelState[] = ['released', 'departed', 'cleared'];
const GIVING_BACK: readonly ParcelState[] = ['rejected', 'withdrawn', 'returned'];

/**
 * Leads parcels on, in one statement with what they take of their buyers' year. Only what ranks above all
 * before, from a state that it may follow, changes anything: what is late, repeated or of an earlier attempt finds no row.
 */
const LEAD_ON = `
  WITH told AS (
    SELECT o.id, o.quota_state AS was, t.*
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::text[], $9::text[], $10::text[],
                $11::timestamptz[], $12::text[])
      AS t (guid, state, came_from, rank, pre_no, invt_no, said, quota, done_at, list_kind)
    JOIN customs.parcel o ON o.tenant_id = $1 AND o.list_guid = t.guid
    WHERE t.rank > o.rank AND o.state = ANY (string_to_array(t.came_from, ','))
    ORDER BY o.id FOR UPDATE OF o),
  moved AS (
    UPDATE customs.parcel p
    SET state = t.state, rank = t.rank, pre_no = coalesce(t.pre_no, p.pre_no), invt_no = coalesce(t.invt_no, p.invt_no),
        customs_said = t.said, version = p.version + 1, updated_at = $2,
        released_at = CASE WHEN t.state IN ('released', 'cleared') THEN coalesce(p.released_at, $2) ELSE p.released_at END,
        cleared_at = CASE WHEN t.state = 'cleared' THEN coalesce(t.done_at, $2) ELSE p.cleared_at END,
        list_kind = coalesce(t.list_kind, p.list_kind),
        quota_state = CASE WHEN t.quota <> '' AND p.quota_state <> 'none' THEN t.quota ELSE p.quota_state END
    FROM told t WHERE p.tenant_id = $1 AND p.id = t.id
    RETURNING p.id, p.list_guid, p.platform_code, p.order_no, p.state, p.person, p.quota_year, p.quota_minor, p.quota_state, t.was),
  settled AS (
    UPDATE customs.retail_quota q
    SET reserved_minor = q.reserved_minor + d.reserved, consumed_minor = q.consumed_minor + d.consumed
    FROM (
      SELECT person, quota_year,
             sum(CASE WHEN was = 'reserved' THEN -quota_minor ELSE 0 END) AS reserved,
             sum(CASE WHEN quota_state = 'consumed' THEN quota_minor ELSE 0 END
               - CASE WHEN was = 'consumed' THEN quota_minor ELSE 0 END) AS consumed
      FROM moved WHERE quota_state <> was GROUP BY person, quota_year) d
    WHERE q.tenant_id = $1 AND q.person = d.person AND q.year = d.quota_year)
  SELECT id, list_guid AS guid, platform_code AS "platformCode", order_no AS "orderNo", state FROM moved`;

/** @returns those that went on */
export function leadOn(tx: Tx, steps: readonly ToldStep[]): Promise<LedParcel[]> {
  return tx.query<LedParcel>(LEAD_ON, [
    tx.tenantId,
    tx.now,
    steps.map(({ guid }) => guid),
    steps.map(({ to }) => to),
    steps.map(({ from }) => from.join(',')),
    steps.map(({ rank }) => rank),
    steps.map(({ preNo }) => preNo),
    steps.map(({ invtNo }) => invtNo),
    steps.map(({ said }) => said),
    steps.map(({ to }) => (CONSUMING.includes(to) ? 'consumed' : GIVING_BACK.includes(to) ? 'none' : '')),
    steps.map(({ at }) => at),
    steps.map(({ listKind }) => listKind),
  ]);
}
