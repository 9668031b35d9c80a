import { setTimeout } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type DomainError } from '../../../kernel/domain-error.js';
import { type Tx } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { isPassword } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import { SecondFactorError, SignInRefusedError } from './staff.errors.js';
import { actorOfUser, type SessionTokens, StaffSessions } from './staff-sessions.js';
import { countFailure, findByEmail, forgetFailures, isLocked, lockUser, type StaffUser } from './staff-user.js';

/** No refusal is answered sooner: what else differs between a person who is there and one who is not takes far less. */
const REFUSAL_MS = 300;

export interface Proof {
  readonly tenantId: string;
  readonly email: string;
  readonly password: string;
  readonly code: string | null;
}

/**
 * Lets people in by password, and by a second factor where they have set one. Nobody learns by trying who is there: a
 * stranger, a wrong password, a locked account and a disabled one get the same answer, after the same work and time.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: StaffSessions,
    private readonly clock: Clock,
  ) {}

  /** @throws SignInRefusedError, SecondFactorError */
  async signIn(proof: Proof, traceparent: string | null): Promise<SessionTokens> {
    const answerAt = performance.now() + REFUSAL_MS;
    const { tenantId } = proof;
    const asker = { tenantId, actor: 'user:unknown', traceparent };
    const user = await this.unitOfWork.read(asker, (view) => findByEmail(view, proof.email));
    const isRight = await isPassword(proof.password, user?.passwordHash ?? null);
    const refused = new SignInRefusedError(SAY.sign_in_refused);
    const outcome =
      user === null
        ? refused
        : await this.unitOfWork.run({ ...asker, actor: actorOfUser(user.id) }, (tx) =>
            this.decide(tx, user, isRight ? proof : null, refused),
          );
    if (!(outcome instanceof Error)) return outcome;
    if (outcome === refused) await setTimeout(Math.max(0, answerAt - performance.now()));
    throw outcome;
  }

  /** @returns rather than throws why not: that it was tried must be kept */
  private async decide(
    tx: Tx,
    seen: StaffUser,
    proof: Proof | null,
    refused: DomainError,
  ): Promise<SessionTokens | DomainError> {
    const user = await lockUser(tx, seen.id);
    const now = this.clock.now();
    if (user.state !== 'active' || isLocked(user, now)) return refused;
    if (proof === null || user.passwordHash !== seen.passwordHash) {
      await countFailure(tx, user, 'password', now);
      return refused;
    }
    if (this.secondFactor.isInForce(user)) {
      if (proof.code === null) return new SecondFactorError(SAY.second_factor);
      if (!(await this.secondFactor.take(tx, user, proof.code))) {
        await countFailure(tx, user, 'code', now);
        return refused;
      }
    }
    await forgetFailures(tx, user);
    audit(tx, { action: 'users.signed_in', resourceType: 'user', resourceId: user.id });
    return this.sessions.begin(tx, user);
  }
}
