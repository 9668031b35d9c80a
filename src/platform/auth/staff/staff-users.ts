import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { violates } from '../../database/violates.js';
import { page, type Page, type PageQuery } from '../../http/paging.js';
import { type Principal } from '../../http/request.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { assertWithinOwn } from '../keys/key-rules.js';
import { hashBearerSecret, newBearerSecret, tenantOf } from './bearer-secrets.js';
import { hashPassword } from './passwords.js';
import { givenBy, type Role } from './roles.js';
import { EmailTakenError, InvitationError, LastOwnerError, UserStateError } from './staff.errors.js';
import { actorOfUser, StaffSessions } from './staff-sessions.js';
import { emailOf, getUser, lockUser, type StaffUser, USER_COLUMNS } from './staff-user.js';

const INVITATION_MS = 7 * 86_400_000;

/** A user and the invitation, which nobody can read again. */
export interface InvitedUser extends StaffUser {
  readonly invitation: string;
}

/** A user who has come in, of a tenant that nobody has named yet. */
interface AcceptedUser {
  readonly user: StaffUser;
  readonly livemode: boolean;
}

const INSERT = `
  INSERT INTO platform.staff_user (tenant_id, id, email, name, roles, state, invitation_hash, invitation_expires_at, created_at)
  VALUES ($1, $2, $3, $4, $5, 'invited', $6, $7, $8)`;
const INVITE = `
  UPDATE platform.staff_user SET invitation_hash = $3, invitation_expires_at = $4, version = version + 1
  WHERE tenant_id = $1 AND id = $2`;
const CHANGE = `
  UPDATE platform.staff_user SET name = $3, roles = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2`;
const SET_STATE = `
  UPDATE platform.staff_user
  SET state = $3, invitation_hash = NULL, invitation_expires_at = NULL, version = version + 1
  WHERE tenant_id = $1 AND id = $2`;
const BY_INVITATION = `
  SELECT id FROM platform.staff_user
  WHERE tenant_id = $1 AND invitation_hash = $2 AND invitation_expires_at > $3 AND state <> 'disabled'`;
const ACCEPT = `
  UPDATE platform.staff_user
  SET state = 'active', password_hash = $4, invitation_hash = NULL, invitation_expires_at = NULL, failures = 0,
      locked_until = NULL, totp_box = NULL, totp_confirmed_at = NULL, totp_last_step = 0, recovery_hashes = '{}',
      version = version + 1
  WHERE tenant_id = $1 AND id = $2 AND invitation_hash = $3 RETURNING 1`;
/** Held together and before the one that is changed, so that of two owners who disable one another one stays. */
const OWNERS = `
  SELECT id FROM platform.staff_user WHERE tenant_id = $1 AND state = 'active' AND 'owner' = ANY (roles)
  ORDER BY id FOR UPDATE`;

/** Who of a tenant may sign in, and as what. Nobody makes, changes or ends one who may do more than they. */
@Injectable()
export class StaffUsers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: StaffSessions,
    private readonly clock: Clock,
  ) {}

  list(view: View, query: PageQuery): Promise<Page<StaffUser>> {
    return page<StaffUser>(view, { table: 'platform.staff_user', columns: USER_COLUMNS, query });
  }

  /** @throws ResourceNotFoundError */
  get(view: View, id: string): Promise<StaffUser> {
    return getUser(view, id);
  }

  /** @throws EmailTakenError, ScopeBeyondOwnError */
  async invite(
    tx: Tx,
    caller: Principal,
    { email, name, roles }: { email: string; name: string; roles: readonly Role[] },
  ): Promise<InvitedUser> {
    assertWithinOwn(caller, givenBy(roles));
    const id = newId();
    const { invitation, hash, end, now } = this.newInvitation(tx);
    try {
      await tx.query(INSERT, [tx.tenantId, id, emailOf(email), name, roles, hash, end, now]);
    } catch (error) {
      if (violates(error, 'uq_staff_user_email')) throw new EmailTakenError(SAY.email_taken);
      throw error;
    }
    audit(tx, {
      action: 'users.invited',
      resourceType: 'user',
      resourceId: id,
      to: 'invited',
      details: { roles },
    });
    return { ...(await getUser(tx, id)), invitation };
  }

  /**
   * For who has lost the first invitation, the password or the second factor. What they have works until they accept.
   * @throws UserStateError, ScopeBeyondOwnError
   */
  async inviteAgain(tx: Tx, caller: Principal, id: string): Promise<InvitedUser> {
    const user = await this.locked(tx, caller, id);
    if (user.state === 'disabled') throw new UserStateError(SAY.user_disabled, { state: user.state });
    const { invitation, hash, end } = this.newInvitation(tx);
    await tx.query(INVITE, [tx.tenantId, id, hash, end]);
    audit(tx, {
      action: 'users.invited_again',
      resourceType: 'user',
      resourceId: id,
      from: user.state,
      to: user.state,
    });
    return { ...(await getUser(tx, id)), invitation };
  }

  /** @throws InvitationError */
  async accept(invitation: string, password: string, traceparent: string | null): Promise<AcceptedUser> {
    const tenantId = tenantOf('ei', invitation);
    const refused = new InvitationError(SAY.invitation_invalid);
    if (tenantId === null) throw refused;
    const hash = hashBearerSecret(invitation);
    const asker = { tenantId, actor: 'user:unknown', traceparent };
    const [found] = await this.unitOfWork.read(asker, (view) =>
      view.query<{ id: string }>(BY_INVITATION, [tenantId, hash, this.clock.now()]),
    );
    if (found === undefined) throw refused;
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run({ ...asker, actor: actorOfUser(found.id) }, async (tx) => {
      const { state } = await lockUser(tx, found.id);
      const accepted = await tx.query(ACCEPT, [tenantId, found.id, hash, passwordHash]);
      if (accepted.length === 0) throw refused;
      await this.sessions.endAll(tx, found.id, 'password_changed');
      audit(tx, { action: 'users.accepted', resourceType: 'user', resourceId: found.id, from: state, to: 'active' });
      return { user: await getUser(tx, found.id), livemode: tx.livemode };
    });
  }

  /** @throws LastOwnerError, ScopeBeyondOwnError */
  async change(
    tx: Tx,
    caller: Principal,
    id: string,
    change: { name?: string; roles?: readonly Role[] },
  ): Promise<StaffUser> {
    const owners = await lockOwners(tx);
    const user = await this.locked(tx, caller, id);
    const { name = user.name, roles = user.roles } = change;
    assertWithinOwn(caller, givenBy(roles));
    if (!roles.includes('owner')) assertNotLast(owners, user);
    await tx.query(CHANGE, [tx.tenantId, id, name, roles]);
    audit(tx, {
      action: 'users.changed',
      resourceType: 'user',
      resourceId: id,
      from: user.state,
      to: user.state,
      details: { rolesBefore: user.roles, roles },
    });
    return getUser(tx, id);
  }

  /** Signs them out everywhere. Again changes nothing. @throws LastOwnerError, ScopeBeyondOwnError */
  async disable(tx: Tx, caller: Principal, id: string): Promise<StaffUser> {
    const owners = await lockOwners(tx);
    const user = await this.locked(tx, caller, id);
    if (user.state === 'disabled') return user;
    assertNotLast(owners, user);
    await this.sessions.endAll(tx, id, 'disabled');
    return this.setState(tx, user, 'disabled', 'users.disabled');
  }

  /** With the password of before, if there was one. Again changes nothing. @throws ScopeBeyondOwnError */
  async enable(tx: Tx, caller: Principal, id: string): Promise<StaffUser> {
    const user = await this.locked(tx, caller, id);
    if (user.state !== 'disabled') return user;
    return this.setState(tx, user, user.passwordHash === null ? 'invited' : 'active', 'users.enabled');
  }

  private async setState(tx: Tx, user: StaffUser, state: StaffUser['state'], action: string): Promise<StaffUser> {
    await tx.query(SET_STATE, [tx.tenantId, user.id, state]);
    audit(tx, { action, resourceType: 'user', resourceId: user.id, from: user.state, to: state });
    return getUser(tx, user.id);
  }

  private async locked(tx: Tx, caller: Principal, id: string): Promise<StaffUser> {
    const user = await lockUser(tx, id);
    tx.assertFresh(user);
    assertWithinOwn(caller, givenBy(user.roles));
    return user;
  }

  private newInvitation(tx: Tx): { invitation: string; hash: Buffer; end: Date; now: Date } {
    const invitation = newBearerSecret('ei', tx.tenantId);
    const now = this.clock.now();
    return { invitation, hash: hashBearerSecret(invitation), end: new Date(now.getTime() + INVITATION_MS), now };
  }
}

async function lockOwners(tx: Tx): Promise<readonly string[]> {
  const owners = await tx.query<{ id: string }>(OWNERS, [tx.tenantId]);
  return owners.map(({ id }) => id);
}

/** @throws LastOwnerError */
function assertNotLast(owners: readonly string[], { id }: StaffUser): void {
  if (owners.length === 1 && owners[0] === id) throw new LastOwnerError(SAY.last_owner);
}
