import { type Tx, type View } from '../../database/session.js';
import { ResourceNotFoundError } from '../../http/request.errors.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { type Role } from './roles.js';

/** So many wrong passwords or codes in a row, and an account waits so long. */
export const FAILURES_MAX = 5;
export const LOCKED_MS = 900_000;

export type UserState = 'invited' | 'active' | 'disabled';

/** A person of a tenant. */
export interface StaffUser {
  readonly tenantId: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: UserState;
  readonly passwordHash: string | null;
  /** Wrong passwords and codes since the last right one. */
  readonly failures: number;
  readonly lockedUntil: Date | null;
  /** The sealed secret of the authenticator app; in force once it was confirmed. */
  readonly totpBox: Buffer | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpLastStep: string;
  readonly recoveryHashes: readonly Buffer[];
  readonly invitationExpiresAt: Date | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly version: number;
}

export const USER_COLUMNS = `
  tenant_id AS "tenantId", id, email, name, roles, state, password_hash AS "passwordHash", failures,
  locked_until AS "lockedUntil", totp_box AS "totpBox", totp_confirmed_at AS "totpConfirmedAt",
  totp_last_step AS "totpLastStep", recovery_hashes AS "recoveryHashes", invitation_expires_at AS "invitationExpiresAt",
  created_at AS "createdAt", version,
  (SELECT u.last_used_at FROM platform.credential_use u
   WHERE u.tenant_id = staff_user.tenant_id AND u.credential_id = staff_user.id) AS "lastUsedAt"`;
const FIND = `SELECT ${USER_COLUMNS} FROM platform.staff_user WHERE tenant_id = $1 AND id = $2`;
const LOCK = `${FIND} FOR UPDATE`;
const BY_EMAIL = `SELECT ${USER_COLUMNS} FROM platform.staff_user WHERE tenant_id = $1 AND email = $2`;
const COUNT_FAILURE = `
  UPDATE platform.staff_user SET failures = $3, locked_until = $4 WHERE tenant_id = $1 AND id = $2`;

/** The same however it is typed. */
export function emailOf(typed: string): string {
  return typed.trim().toLowerCase();
}

export async function findByEmail(view: View, email: string): Promise<StaffUser | null> {
  const [user] = await view.query<StaffUser>(BY_EMAIL, [view.tenantId, emailOf(email)]);
  return user ?? null;
}

/** @throws ResourceNotFoundError */
export async function getUser(view: View, id: string): Promise<StaffUser> {
  return one(await view.query<StaffUser>(FIND, [view.tenantId, id]));
}

/**
 * The user, held until the transaction ends: what is tried at the same time is counted one after the other.
 * @throws ResourceNotFoundError
 */
export async function lockUser(tx: Tx, id: string): Promise<StaffUser> {
  return one(await tx.query<StaffUser>(LOCK, [tx.tenantId, id]));
}

export function isLocked({ lockedUntil }: StaffUser, now: Date): boolean {
  return lockedUntil !== null && lockedUntil > now;
}

/**
 * One more failure; the fifth locks the account for a while. What comes while it is locked is not counted, so that a
 * stranger can write five lines into the audit in a quarter of an hour, and no more.
 */
export async function countFailure(tx: Tx, user: StaffUser, what: string, now: Date): Promise<void> {
  const failures = user.failures + 1;
  const isOver = failures >= FAILURES_MAX;
  const lockedUntil = isOver ? new Date(now.getTime() + LOCKED_MS) : null;
  await tx.query(COUNT_FAILURE, [tx.tenantId, user.id, isOver ? 0 : failures, lockedUntil]);
  audit(tx, {
    action: 'users.proof_failed',
    resourceType: 'user',
    resourceId: user.id,
    details: { what, failures, lockedUntil: lockedUntil?.toISOString() ?? null },
  });
}

export async function forgetFailures(tx: Tx, user: StaffUser): Promise<void> {
  if (user.failures === 0 && user.lockedUntil === null) return;
  await tx.query(COUNT_FAILURE, [tx.tenantId, user.id, 0, null]);
}

function one([user]: readonly StaffUser[]): StaffUser {
  if (user === undefined) throw new ResourceNotFoundError(SAY.no_such_user);
  return user;
}
