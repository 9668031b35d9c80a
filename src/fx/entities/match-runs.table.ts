import { type Currency } from '../../kernel/currency.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { RUN_START, type RunPlace } from './match-writes.table.js';

/** One matching of all that waits. How its work stands is the operation of the same id. */
export interface MatchRun {
  readonly id: string;
  /** The payer's oldest debts are paid first where nothing else is found. */
  readonly oldestFirst: boolean;
  /** Slices that are worked. */
  readonly slice: number;
  /** Where it is: on this account, behind this receipt. */
  readonly accountId: string | null;
  readonly payerKey: string;
  readonly afterId: string;
  readonly matched: number;
  readonly inPart: number;
  readonly suggested: number;
  readonly unknown: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** What came of a slice. */
export type RunSums = Pick<MatchRun, 'matched' | 'inPart' | 'suggested' | 'unknown'>;

/** An account on which something waits. */
export interface WaitingAccount {
  readonly id: string;
  readonly partyId: string;
  readonly currency: Currency;
}

const COLUMNS = `
  id, oldest_first AS "oldestFirst", slice, account_id AS "accountId", payer_key AS "payerKey", after_id AS "afterId", matched,
  in_part AS "inPart", suggested, unknown, created_at AS "createdAt", ended_at AS "endedAt"`;
const INSERT = `INSERT INTO fx.match_run (tenant_id, id, oldest_first, created_at) VALUES ($1, $2, $3, $4)`;
const BY_ID = `SELECT ${COLUMNS} FROM fx.match_run WHERE tenant_id = $1 AND id = $2`;
const OPEN = `SELECT ${COLUMNS} FROM fx.match_run WHERE tenant_id = $1 AND ended_at IS NULL`;
const MOVE = `
  UPDATE fx.match_run SET slice = slice + 1, account_id = $3, payer_key = $4, after_id = $5, matched = matched + $6,
    in_part = in_part + $7, suggested = suggested + $8, unknown = unknown + $9
  WHERE tenant_id = $1 AND id = $2`;
const END = `UPDATE fx.match_run SET ended_at = $3 WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL`;
const WAITING = `SELECT count(*)::int AS count FROM fx.collection WHERE tenant_id = $1 AND state = 'unmatched'`;
/** The first account from this one on, on which something waits. */
const NEXT_ACCOUNT = `
  SELECT a.id, a.party_id AS "partyId", a.currency FROM fx.collection_account a
  WHERE a.tenant_id = $1 AND a.id >= $2 AND EXISTS (
    SELECT 1 FROM fx.collection c WHERE c.tenant_id = a.tenant_id AND c.account_id = a.id AND c.state = 'unmatched'
      AND (a.id > $2 OR (c.payer_key, c.id) > ($3, $4::uuid)))
  ORDER BY a.id LIMIT 1`;
/** Runs are begun one after the other. */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('fx/match-run/' || $1, 0))`;

export async function openRunInTurn(tx: Tx): Promise<MatchRun | null> {
  await tx.query(IN_TURN, [tx.tenantId]);
  return (await tx.query<MatchRun>(OPEN, [tx.tenantId]))[0] ?? null;
}

export async function insertRun(tx: Tx, id: string, oldestFirst: boolean): Promise<void> {
  await tx.query(INSERT, [tx.tenantId, id, oldestFirst, tx.now]);
}

export async function findRun(view: View, id: string): Promise<MatchRun | null> {
  return (await view.query<MatchRun>(BY_ID, [view.tenantId, id]))[0] ?? null;
}

export async function countWaiting(view: View): Promise<number> {
  return (await view.query<{ count: number }>(WAITING, [view.tenantId]))[0]?.count ?? 0;
}

export async function nextAccount(
  view: View,
  { accountId, payerKey, afterId }: Pick<MatchRun, 'accountId' | 'payerKey' | 'afterId'>,
): Promise<WaitingAccount | null> {
  const values = [view.tenantId, accountId ?? RUN_START.id, payerKey, afterId];
  return (await view.query<WaitingAccount>(NEXT_ACCOUNT, values))[0] ?? null;
}

export async function moveRun(
  tx: Tx,
  id: string,
  place: RunPlace & { readonly accountId: string },
  { matched, inPart, suggested, unknown }: RunSums,
): Promise<void> {
  const values = [tx.tenantId, id, place.accountId, place.payerKey, place.id, matched, inPart, suggested, unknown];
  await tx.query(MOVE, values);
}

export async function endRun(tx: Tx, id: string): Promise<void> {
  await tx.query(END, [tx.tenantId, id, tx.now]);
}
