import { type Language } from '../../kernel/sentence.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type DeadlineKind } from '../domain/deadline-kinds.js';
import { type SubscriptionUse } from '../domain/deadline-subscription.js';

/** What a calendar shows: null is all of it. */
export interface CalendarTerms {
  readonly name: string;
  readonly language: Language;
  readonly kinds: readonly DeadlineKind[] | null;
  readonly sellerId: string | null;
}

/** An address under which calendar programs read deadlines. */
export interface CalendarRow extends CalendarTerms, SubscriptionUse {
  readonly id: string;
  readonly madeBy: string;
  readonly version: number;
}

export const CALENDAR_COLUMNS = `
  id, name, language, kinds, seller_id AS "sellerId", made_by AS "madeBy", created_at AS "createdAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt", version`;

const ADD = `
  INSERT INTO tax_refund.calendar_subscription (tenant_id, id, name, language, kinds, seller_id, token_hash, made_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${CALENDAR_COLUMNS}`;
const ONE = `SELECT ${CALENDAR_COLUMNS} FROM tax_refund.calendar_subscription WHERE tenant_id = $1 AND id = $2`;
const LOCK = `${ONE} FOR NO KEY UPDATE`;
const BY_TOKEN = `
  SELECT ${CALENDAR_COLUMNS} FROM tax_refund.calendar_subscription WHERE tenant_id = $1 AND token_hash = $2`;
const REVOKE = `
  UPDATE tax_refund.calendar_subscription SET revoked_at = $3, version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${CALENDAR_COLUMNS}`;
/** To the hour, so that a program which asks every minute writes no more than others. */
const USE = `
  UPDATE tax_refund.calendar_subscription SET last_used_at = $3
  WHERE tenant_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at <= $3::timestamptz - interval '1 hour')`;

interface NewCalendar extends CalendarTerms {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
}

export async function addCalendar(tx: Tx, calendar: NewCalendar): Promise<CalendarRow> {
  const { id, name, language, kinds, sellerId, tokenHash, createdAt } = calendar;
  const [added] = await tx.query<CalendarRow>(ADD, [
    ...[tx.tenantId, id, name, language, kinds === null ? null : [...kinds], sellerId, tokenHash],
    ...[tx.caller.actor, createdAt],
  ]);
  if (added === undefined) throw new Error(`The calendar ${id} was not added`);
  return added;
}

export async function findCalendar(view: View, id: string): Promise<CalendarRow | null> {
  const [found] = await view.query<CalendarRow>(ONE, [view.tenantId, id]);
  return found ?? null;
}

export async function lockCalendar(tx: Tx, id: string): Promise<CalendarRow | null> {
  const [found] = await tx.query<CalendarRow>(LOCK, [tx.tenantId, id]);
  return found ?? null;
}

export async function calendarBehind(view: View, tokenHash: Buffer): Promise<CalendarRow | null> {
  const [found] = await view.query<CalendarRow>(BY_TOKEN, [view.tenantId, tokenHash]);
  return found ?? null;
}

export async function revokeCalendar(tx: Tx, id: string, now: Date): Promise<CalendarRow> {
  const [revoked] = await tx.query<CalendarRow>(REVOKE, [tx.tenantId, id, now]);
  if (revoked === undefined) throw new Error(`There is no calendar ${id}`);
  return revoked;
}

export async function useCalendar(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.query(USE, [tx.tenantId, id, now]);
}
