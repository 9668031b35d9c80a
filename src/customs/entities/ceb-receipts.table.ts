import { type Tx, type View } from '../../platform/database/session.js';
import { newId } from '../../kernel/ids.js';
import { type ReceiptRefusal } from '../domain/ceb/refusal.js';

export const CEB_RECEIPT_SOURCES = ['callback', 'asked'] as const;
export type CebReceiptSource = (typeof CEB_RECEIPT_SOURCES)[number];

/** `waiting`: to be taken; `taken`; `ignored`: nobody takes its kind; `refused`: it was not taken in, and `reason` says why. */
export const CEB_RECEIPT_OUTCOMES = ['waiting', 'taken', 'ignored', 'refused'] as const;
export type CebReceiptOutcome = (typeof CEB_RECEIPT_OUTCOMES)[number];

/** How many that were refused a tenant keeps; the rest is counted only: whoever sends them could fill the disk. */
export const REFUSED_KEPT_MAX = 1_000;

/** As it came. */
export interface Arrived {
  readonly digest: Buffer;
  readonly source: CebReceiptSource;
  /** Packed and sealed. */
  readonly body: Buffer;
  /** Length of what came. */
  readonly bodyBytes: number;
}

const KEEP = `
  INSERT INTO customs.ceb_receipt (tenant_id, id, digest, message, records, source, outcome, body, body_bytes, times_seen,
                                   created_at, last_seen_at)
  VALUES ($1, $2, $3, $4, 0, $5, 'waiting', $6, $7, 1, $8, $8)
  ON CONFLICT (tenant_id, digest) DO UPDATE SET times_seen = ceb_receipt.times_seen + 1, last_seen_at = excluded.last_seen_at
  RETURNING id, times_seen = 1 AS "isNew"`;

/** Keeps it once; the same message again is only counted. @returns its id, or null when it was here before */
export async function keepReceived(
  tx: Tx,
  { digest, source, body, bodyBytes }: Arrived,
  kind: string,
): Promise<string | null> {
  const values = [tx.tenantId, newId(), digest, kind, source, body, bodyBytes, tx.now];
  const [kept] = await tx.query<{ readonly id: string; readonly isNew: boolean }>(KEEP, values);
  return kept?.isNew === true ? kept.id : null;
}

const KEEP_REFUSED = `
  INSERT INTO customs.ceb_receipt (tenant_id, id, digest, records, source, outcome, reason, body, body_bytes, times_seen,
                                   created_at, last_seen_at, settled_at)
  SELECT t.id, $2, $3, 0, $4, 'refused', $5, $6, $7, 1, $8, $8, $8 FROM platform.tenant t
  WHERE t.id = $1 AND (SELECT count(*) FROM customs.ceb_receipt r WHERE r.tenant_id = $1 AND r.outcome = 'refused') < ${REFUSED_KEPT_MAX}
  ON CONFLICT (tenant_id, digest) DO UPDATE SET times_seen = ceb_receipt.times_seen + 1, last_seen_at = excluded.last_seen_at`;

/** One statement, so that a tenant that does not exist is no error: the sender is told nothing of that. */
export async function keepRefused(
  view: View,
  { digest, source, body, bodyBytes }: Arrived,
  reason: ReceiptRefusal,
  now: Date,
): Promise<void> {
  await view.query(KEEP_REFUSED, [view.tenantId, newId(), digest, source, reason, body, bodyBytes, now]);
}

const WAITING = `
  SELECT id, body, message FROM customs.ceb_receipt WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND outcome = 'waiting'
  ORDER BY created_at, id`;

export interface WaitingReceipt {
  readonly id: string;
  /** Packed and sealed. */
  readonly body: Buffer;
  /** Name of the root. */
  readonly message: string;
}

/** Those of them that still wait, in the order in which they came. */
export function waitingReceipts(tx: Tx, ids: readonly string[]): Promise<WaitingReceipt[]> {
  return tx.query<WaitingReceipt>(WAITING, [tx.tenantId, ids]);
}

const SETTLE = `
  UPDATE customs.ceb_receipt r SET outcome = s.outcome, reason = s.reason, records = s.records, guid = s.guid, settled_at = $2
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[]) AS s (id, outcome, reason, records, guid)
  WHERE r.tenant_id = $1 AND r.id = s.id AND r.outcome = 'waiting' RETURNING r.id`;

export interface SettledReceipt {
  readonly id: string;
  readonly outcome: Exclude<CebReceiptOutcome, 'waiting'>;
  readonly reason: ReceiptRefusal | null;
  readonly records: number;
  readonly guid: string | null;
}

/** @returns those that were not settled before */
export async function settleReceived(tx: Tx, settled: readonly SettledReceipt[]): Promise<ReadonlySet<string>> {
  const done = await tx.query<{ readonly id: string }>(SETTLE, [
    tx.tenantId,
    tx.now,
    settled.map(({ id }) => id),
    settled.map(({ outcome }) => outcome),
    settled.map(({ reason }) => reason),
    settled.map(({ records }) => records),
    settled.map(({ guid }) => guid),
  ]);
  return new Set(done.map(({ id }) => id));
}
