import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type DomainError } from '../../../kernel/domain-error.js';
import { type Tx } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { type Principal } from '../../http/request.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { hashPassword, isPassword } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import { ProofRefusedError } from './staff.errors.js';
import { StaffSessions } from './staff-sessions.js';
import { countFailure, forgetFailures, getUser, isLocked, lockUser, type StaffUser } from './staff-user.js';

const SET_PASSWORD = `
  UPDATE platform.staff_user SET password_hash = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2`;

/** What people do with their own sign-in. Whoever has found an open session still needs the password, or a code. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: StaffSessions,
    private readonly clock: Clock,
  ) {}

  get(caller: Principal): Promise<StaffUser> {
    return this.unitOfWork.read(caller, (view) => getUser(view, caller.credentialId));
  }

  signOut(caller: Principal): Promise<void> {
    return this.unitOfWork.run(caller, async (tx) => {
      await this.sessions.end(tx, sessionOf(caller), 'signed_out');
      audit(tx, { action: 'users.signed_out', resourceType: 'user', resourceId: caller.credentialId });
    });
  }

  signOutEverywhere(caller: Principal): Promise<void> {
    return this.unitOfWork.run(caller, async (tx) => {
      await this.sessions.endAll(tx, caller.credentialId, 'signed_out_everywhere');
      audit(tx, { action: 'users.signed_out_everywhere', resourceType: 'user', resourceId: caller.credentialId });
    });
  }

  /** All other sessions end. @throws ProofRefusedError */
  async changePassword(caller: Principal, current: string, next: string): Promise<void> {
    const hash = await hashPassword(next);
    await this.prove(caller, current, async (tx, user) => {
      await tx.query(SET_PASSWORD, [tx.tenantId, user.id, hash]);
      await this.sessions.endAll(tx, user.id, 'password_changed', sessionOf(caller));
      audit(tx, { action: 'users.password_changed', resourceType: 'user', resourceId: user.id });
    });
  }

  /** @throws ProofRefusedError, NotEnrollingError */
  beginSecondFactor(caller: Principal, password: string): Promise<{ secret: string; address: string }> {
    return this.prove(caller, password, (tx, user) => this.secondFactor.begin(tx, user));
  }

  /** @returns the recovery codes. @throws ProofRefusedError, NotEnrollingError */
  confirmSecondFactor(caller: Principal, code: string): Promise<readonly string[]> {
    return this.unlessLocked(caller, 'code', (tx, user) => this.secondFactor.confirm(tx, user, code));
  }

  /** @throws ProofRefusedError */
  async removeSecondFactor(caller: Principal, password: string): Promise<void> {
    await this.prove(caller, password, (tx, user) => this.secondFactor.remove(tx, user));
  }

  private async prove<Result>(
    caller: Principal,
    password: string,
    work: (tx: Tx, user: StaffUser) => Promise<Result>,
  ): Promise<Result> {
    const { passwordHash } = await this.get(caller);
    const isRight = await isPassword(password, passwordHash);
    const done = await this.unlessLocked(caller, 'password', async (tx, user) =>
      isRight && user.passwordHash === passwordHash ? { result: await work(tx, user) } : null,
    );
    return done.result;
  }

  /** @param work null where what was shown is wrong: that is counted, and kept though it is refused */
  private async unlessLocked<Result>(
    caller: Principal,
    what: string,
    work: (tx: Tx, user: StaffUser) => Promise<Result | null>,
  ): Promise<Result> {
    const refused: DomainError = new ProofRefusedError(SAY.proof_refused);
    const done = await this.unitOfWork.run(caller, async (tx) => {
      const user = await lockUser(tx, caller.credentialId);
      const now = this.clock.now();
      if (isLocked(user, now)) return null;
      const result = await work(tx, user);
      await (result === null ? countFailure(tx, user, what, now) : forgetFailures(tx, user));
      return result;
    });
    if (done === null) throw refused;
    return done;
  }
}

function sessionOf({ sessionId }: Principal): string {
  if (sessionId === undefined) throw new Error('Only people have what is their own');
  return sessionId;
}
