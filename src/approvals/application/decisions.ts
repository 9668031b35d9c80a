import { Injectable } from '@nestjs/common';

import { reasonOf } from '../../kernel/sentence.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { personsBehind } from '../../platform/auth/persons.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { ApprovalTimeUpError, NotAPersonError, NotTheMakerError } from '../domain/approval.errors.js';
import { SAY } from '../domain/approvals.sentences.js';
import { assertMayDecide, type Checker } from '../domain/eligibility.js';
import { APPROVAL, type ApprovalVerb } from '../domain/request-status.js';
import { ApprovalRequest } from '../entities/approval-request.entity.js';
import { EXPIRE_REQUEST } from '../jobs/expire-request.job.js';
import { announceApproved, announceExpired, announceRefused, announceWithdrawn, note } from './announce.js';

export interface RequestFilter {
  readonly state: string | undefined;
  readonly command: string | undefined;
  readonly orderId: string | undefined;
}

/** By the tenant, so that somebody of another one, whoever they act for, is nobody here. */
const CHECKER = `SELECT id, roles FROM platform.staff_user WHERE tenant_id = $1 AND id = $2 AND state = 'active'`;

/** What people say to what waits for them. The request is held meanwhile: of two who come at once, one is the second. */
@Injectable()
export class Decisions {
  /** @throws as `decide` */
  async approve(tx: Tx, caller: Principal, id: string): Promise<ApprovalRequest> {
    const { request, checker } = await this.decide(tx, caller, id, 'approve');
    request.approve(checker.id, tx.now);
    await tx.store(ApprovalRequest, request);
    note(tx, request, 'approved', 'pending', { approvals: request.approvals, needed: request.approversNeeded });
    if (request.state === 'approved') announceApproved(tx, request);
    return request;
  }

  /** The first no decides. @throws as `decide` */
  async refuse(tx: Tx, caller: Principal, id: string, reason: string): Promise<ApprovalRequest> {
    const { request, checker } = await this.decide(tx, caller, id, 'refuse');
    const why = reasonOf(reason);
    request.refuse(checker.id, why, tx.now);
    await tx.store(ApprovalRequest, request);
    note(tx, request, 'refused', 'pending', { reason });
    announceRefused(tx, request, why);
    return request;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, NotTheMakerError */
  async withdraw(tx: Tx, caller: Principal, id: string, reason: string): Promise<ApprovalRequest> {
    const request = await this.locked(tx, id);
    const persons = await personsBehind(tx, [caller.actor]);
    const isMaker = request.actors.includes(caller.actor) || persons.some((person) => request.makers.includes(person));
    if (!isMaker) throw new NotTheMakerError(SAY.not_the_maker);
    const why = reasonOf(reason);
    request.withdraw(why, tx.now);
    await tx.store(ApprovalRequest, request);
    note(tx, request, 'withdrawn', 'pending', { reason });
    announceWithdrawn(tx, request, why);
    return request;
  }

  /** Whatever was decided in time stays. A clock that is not there yet is waited for. */
  async expire(tx: Tx, id: string): Promise<void> {
    const request = await tx.lock(ApprovalRequest, id);
    if (request?.state !== 'pending') return;
    if (!request.isOverdue(tx.now)) {
      enqueue(tx, EXPIRE_REQUEST, { requestId: id }, { dueAt: request.expiresAt });
      return;
    }
    request.expire(tx.now);
    await tx.store(ApprovalRequest, request);
    note(tx, request, 'expired', 'pending');
    announceExpired(tx, request);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ApprovalRequest> {
    return found(await view.find(ApprovalRequest, id));
  }

  list(view: View, query: PageQuery, { state, command, orderId }: RequestFilter): Promise<Page<ApprovalRequest>> {
    const conditions = [...among('state', state), ...equal('command', command), ...equal('order_id', orderId)];
    return entityPage(view, ApprovalRequest, { table: 'approvals.request', query, conditions });
  }

  /**
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, ApprovalTimeUpError, NotAPersonError,
   * MakerCannotDecideError, AlreadyDecidedError, RoleCannotDecideError
   */
  private async decide(
    tx: Tx,
    caller: Principal,
    id: string,
    verb: ApprovalVerb,
  ): Promise<{ request: ApprovalRequest; checker: Checker }> {
    const request = await this.locked(tx, id);
    APPROVAL.next(request.state, verb);
    if (request.isOverdue(tx.now)) {
      throw new ApprovalTimeUpError(SAY.time_is_up({ expiresAt: request.expiresAt.toISOString() }));
    }
    const checker = await this.checkerOf(tx, caller);
    assertMayDecide(checker, request);
    return { request, checker };
  }

  /** Roles are those of this moment, whatever the token says. @throws NotAPersonError */
  private async checkerOf(tx: Tx, { credentialKind, credentialId }: Principal): Promise<Checker> {
    const [checker] = credentialKind === 'user' ? await tx.query<Checker>(CHECKER, [tx.tenantId, credentialId]) : [];
    if (checker === undefined) throw new NotAPersonError(SAY.not_a_person);
    return checker;
  }

  private async locked(tx: Tx, id: string): Promise<ApprovalRequest> {
    const request = found(await tx.lock(ApprovalRequest, id));
    tx.assertFresh(request);
    return request;
  }
}

function found(request: ApprovalRequest | null): ApprovalRequest {
  if (request === null) throw new ResourceNotFoundError(SAY.no_such_request);
  return request;
}
