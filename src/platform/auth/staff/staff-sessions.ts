import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { type Tx } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { actorOf } from '../tokens/token-check.js';
import { hashBearerSecret, newBearerSecret, tenantOf } from './bearer-secrets.js';
import { scopesOf } from './roles.js';
import { SessionOverError } from './staff.errors.js';
import { getUser, type StaffUser } from './staff-user.js';

export const ACCESS_SECONDS = 600;
const DAY_MS = 86_400_000;
/** A session ends by itself after this long, and one that nobody uses earlier. */
const SESSION_DAYS = 30;
const IDLE_DAYS = 7;

/** What a session is gone on with. */
export interface SessionTokens {
  readonly user: StaffUser;
  readonly livemode: boolean;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

interface RefreshRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly session_expires_at: Date;
  readonly ended_at: Date | null;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

const INSERT_SESSION = `
  INSERT INTO platform.staff_session (tenant_id, id, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;
const INSERT_REFRESH = `
  INSERT INTO platform.refresh_token (tenant_id, hash, session_id, expires_at) VALUES ($1, $2, $3, $4)`;
const FIND_REFRESH = `
  SELECT r.session_id, s.user_id, s.expires_at AS session_expires_at, s.ended_at, r.expires_at, r.used_at
  FROM platform.refresh_token r JOIN platform.staff_session s ON s.tenant_id = r.tenant_id AND s.id = r.session_id
  WHERE r.tenant_id = $1 AND r.hash = $2`;
/** The session is held, so that of two who show the same token at once one is the second. */
const LOCK_REFRESH = `${FIND_REFRESH} FOR UPDATE`;
const USE_REFRESH = `UPDATE platform.refresh_token SET used_at = $3 WHERE tenant_id = $1 AND hash = $2`;
const END_ONE = `
  UPDATE platform.staff_session SET ended_at = $3, end_reason = $4 WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL`;
const END_ALL = `
  UPDATE platform.staff_session SET ended_at = $3, end_reason = $4
  WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL AND id IS DISTINCT FROM $5 RETURNING 1`;

/**
 * Sessions of people. Each is gone on with by refresh tokens of which every one works once; a used one that comes again is
 * in two hands, nobody knows whose, and ends the session.
 */
@Injectable()
export class StaffSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  async begin(tx: Tx, user: StaffUser): Promise<SessionTokens> {
    const id = newId();
    const now = this.clock.now();
    const end = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
    await tx.query(INSERT_SESSION, [tx.tenantId, id, user.id, now, end]);
    return this.goOn(tx, user, id, end);
  }

  /** @throws SessionOverError */
  async refresh(token: string, traceparent: string | null): Promise<SessionTokens> {
    const tenantId = tenantOf('er', token);
    const over = new SessionOverError(SAY.session_over);
    if (tenantId === null) throw over;
    const hash = hashBearerSecret(token);
    const asker = { tenantId, actor: 'user:unknown', traceparent };
    // Without a transaction: a token that never was names perhaps a tenant that never was.
    const [seen] = await this.unitOfWork.read(asker, (view) => view.query<RefreshRow>(FIND_REFRESH, [tenantId, hash]));
    if (seen === undefined) throw over;
    const tokens = await this.unitOfWork.run({ ...asker, actor: actorOfUser(seen.user_id) }, (tx) =>
      this.exchange(tx, hash),
    );
    if (tokens === null) throw over;
    return tokens;
  }

  async end(tx: Tx, sessionId: string, reason: string): Promise<void> {
    await tx.query(END_ONE, [tx.tenantId, sessionId, this.clock.now(), reason]);
  }

  /** @param but a session that goes on */
  async endAll(tx: Tx, userId: string, reason: string, but: string | null = null): Promise<void> {
    await tx.query(END_ALL, [tx.tenantId, userId, this.clock.now(), reason, but]);
  }

  /** Null where the session is over, or is by this: what is ended here must be kept, so nothing is thrown. */
  private async exchange(tx: Tx, hash: Buffer): Promise<SessionTokens | null> {
    const [row] = await tx.query<RefreshRow>(LOCK_REFRESH, [tx.tenantId, hash]);
    if (row === undefined) return null;
    const now = this.clock.now();
    const user = await getUser(tx, row.user_id);
    const isOver = row.ended_at !== null || row.session_expires_at <= now || user.state !== 'active';
    if (isOver || (row.used_at === null && row.expires_at <= now)) return null;
    if (row.used_at !== null) {
      await this.end(tx, row.session_id, 'refresh_token_reused');
      audit(tx, { action: 'users.refresh_token_reused', resourceType: 'user', resourceId: user.id });
      return null;
    }
    await tx.query(USE_REFRESH, [tx.tenantId, hash, now]);
    return this.goOn(tx, user, row.session_id, row.session_expires_at);
  }

  private async goOn(tx: Tx, user: StaffUser, sessionId: string, end: Date): Promise<SessionTokens> {
    const idleEnd = this.clock.now().getTime() + IDLE_DAYS * DAY_MS;
    const refreshExpiresAt = new Date(Math.min(idleEnd, end.getTime()));
    const refreshToken = newBearerSecret('er', tx.tenantId);
    await tx.query(INSERT_REFRESH, [tx.tenantId, hashBearerSecret(refreshToken), sessionId, refreshExpiresAt]);
    const claims = { tenantId: tx.tenantId, kind: 'user', id: user.id, standing: sessionId } as const;
    const accessToken = await this.accessTokens.sign({ ...claims, scopes: [...scopesOf(user.roles)] }, ACCESS_SECONDS);
    return { user, livemode: tx.livemode, accessToken, refreshToken, refreshExpiresAt };
  }
}

export function actorOfUser(id: string): string {
  return actorOf('user', id);
}
