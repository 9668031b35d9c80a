import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Tx } from '../../database/session.js';
import { type Principal } from '../../http/request.js';
import { assertWithinOwn } from '../keys/key-rules.js';
import { MandateExpiredError, NoSuchIntegratorError, WrongSideError } from './mandate.errors.js';
import { announce, note } from './mandate-news.js';
import { getMandate, lockMandate, type Mandate } from './mandate-rows.js';
import { endOf } from './mandate-rules.js';
import { ANSWERS, MANDATE, type MandateCommand } from './mandate-state.js';
import { SAY } from './mandates.sentences.js';

interface Terms {
  readonly integratorId: string;
  readonly scopes: readonly string[];
  readonly perCommand: Money | null;
  readonly perDay: Money | null;
  /** Null: a year from now. */
  readonly expiresAt: Date | null;
}

const MAY = `SELECT platform.may_mandate($1) AS may`;
const OFFER = `
  INSERT INTO platform.mandate (tenant_id, id, integrator_id, grantor_name, scopes, limit_currency, per_command_minor,
                                per_day_minor, state, created_at, expires_at)
  SELECT $1, $2, $3, t.name, $4, $5, $6, $7, 'offered', $8, $9 FROM platform.tenant t WHERE t.id = $1`;
const ACCEPT = `
  UPDATE platform.mandate SET state = 'active', accepted_at = $3, version = version + 1,
         integrator_name = (SELECT t.name FROM platform.tenant t WHERE t.id = $1)
  WHERE integrator_id = $1 AND id = $2`;
const END = `
  UPDATE platform.mandate SET state = $3, ended_at = $4, ended_by = $5, version = version + 1
  WHERE (tenant_id = $1 OR integrator_id = $1) AND id = $2`;
const ACTIVE_BESIDE = `
  SELECT id FROM platform.mandate WHERE integrator_id = $1 AND tenant_id = $2 AND state = 'active'`;

/**
 * Grants, answers and ends mandates. By the real time, as keys are: a test clock must neither lengthen a mandate nor end it.
 */
@Injectable()
export class Mandates {
  constructor(private readonly clock: Clock) {}

  /** @throws ScopeBeyondOwnError, MandateExpiryError, NoSuchIntegratorError */
  async grant(tx: Tx, caller: Principal, terms: Terms): Promise<Mandate> {
    const { integratorId, scopes, perCommand, perDay } = terms;
    assertWithinOwn(caller, scopes);
    const now = this.clock.now();
    const expiresAt = endOf(terms.expiresAt, now);
    const [answer] = await tx.query<{ may: boolean }>(MAY, [integratorId]);
    if (answer?.may !== true) throw new NoSuchIntegratorError(SAY.no_such_integrator);
    const id = newId();
    const currency = perCommand?.currency ?? perDay?.currency ?? null;
    const limits = [currency, perCommand?.minor ?? null, perDay?.minor ?? null];
    await tx.query(OFFER, [tx.tenantId, id, integratorId, scopes, ...limits, now, expiresAt]);
    const mandate = await getMandate(tx, id);
    announce(tx, mandate, 'granted');
    note(tx, mandate, 'granted', {
      to: mandate.state,
      details: {
        integratorId: publicId('tenant', integratorId),
        scopes,
        perCommand: perCommand?.toJSON() ?? null,
        perDay: perDay?.toJSON() ?? null,
        expiresAt: expiresAt.toISOString(),
      },
    });
    return mandate;
  }

  /**
   * From now on the integrator may act. What it held of the same grantor before ends with this.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, WrongSideError, MandateExpiredError
   */
  async accept(tx: Tx, id: string): Promise<Mandate> {
    const mandate = await this.held(tx, id, 'accept');
    const now = this.clock.now();
    if (mandate.expiresAt <= now) throw new MandateExpiredError(SAY.expired);
    const earlier = await tx.query<{ id: string }>(ACTIVE_BESIDE, [tx.tenantId, mandate.grantorId]);
    for (const { id: earlierId } of earlier) await this.end(tx, await getMandate(tx, earlierId), 'revoke');
    await tx.query(ACCEPT, [tx.tenantId, id, now]);
    const accepted = await getMandate(tx, id);
    announce(tx, accepted, 'accepted');
    note(tx, accepted, 'accepted', { from: mandate.state, to: accepted.state });
    return accepted;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, WrongSideError */
  async decline(tx: Tx, id: string): Promise<Mandate> {
    return this.end(tx, await this.held(tx, id, 'decline'), 'decline');
  }

  /**
   * By either side, at once: what runs may finish, and the next request is refused.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError
   */
  async revoke(tx: Tx, id: string): Promise<Mandate> {
    return this.end(tx, await this.held(tx, id, 'revoke'), 'revoke');
  }

  /** In a transaction of the grantor; one that has ended meanwhile is left alone. */
  async expire(tx: Tx, id: string): Promise<void> {
    await lockMandate(tx, id);
    const mandate = await getMandate(tx, id);
    if (MANDATE.allows(mandate.state, 'expire')) await this.end(tx, mandate, 'expire');
  }

  private async end(tx: Tx, mandate: Mandate, command: 'decline' | 'revoke' | 'expire'): Promise<Mandate> {
    const side = mandate.role === 'granted' ? 'grantor' : 'integrator';
    const state = MANDATE.next(mandate.state, command);
    await tx.query(END, [tx.tenantId, mandate.id, state, this.clock.now(), command === 'expire' ? 'clock' : side]);
    const ended = await getMandate(tx, mandate.id);
    const news = ({ decline: 'declined', revoke: 'revoked', expire: 'expired' } as const)[command];
    announce(tx, ended, news);
    note(tx, ended, news, { from: mandate.state, to: state });
    return ended;
  }

  private async held(tx: Tx, id: string, command: MandateCommand): Promise<Mandate> {
    await lockMandate(tx, id);
    const mandate = await getMandate(tx, id);
    tx.assertFresh(mandate);
    MANDATE.next(mandate.state, command);
    if (ANSWERS.has(command) && mandate.role !== 'received') throw new WrongSideError(SAY.receiver_only);
    return mandate;
  }
}
