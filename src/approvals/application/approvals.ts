import { Injectable } from '@nestjs/common';

import { type ApprovalStanding, isAwaiting } from '../../kernel/approval-standing.js';
import { newId } from '../../kernel/ids.js';
import { type Money } from '../../kernel/money.js';
import { reasonOf, type Sentence } from '../../kernel/sentence.js';
import { personsBehind } from '../../platform/auth/persons.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/approvals.sentences.js';
import { type ApprovalCommand } from '../domain/commands.js';
import { needsApproval, type PolicyTerms } from '../domain/policy.js';
import { ApprovalRequest } from '../entities/approval-request.entity.js';
import { EXPIRE_REQUEST } from '../jobs/expire-request.job.js';
import { announceCreated, announceWithdrawn, note } from './announce.js';
import { type Essentials, fingerprintOf } from './fingerprint.js';
import { PolicyBook } from './policy-book.js';

/** A step that a tenant may ask a second person for, about to be taken. */
export interface GuardedStep {
  readonly command: ApprovalCommand;
  readonly subjectId: string;
  readonly orderId: string | null;
  /** Null where nobody can say how much it is about. */
  readonly amount: Money | null;
  /** What must not differ between what is approved and what is done. */
  readonly essentials: Essentials;
  /** For the person who decides. */
  readonly summary: Sentence;
  /** How the resource stands with an earlier request. */
  readonly standing: ApprovalStanding | null;
}

/** Who gave commands on these resources; what the platform did by itself is nobody's. */
const HANDS = `
  SELECT DISTINCT actor FROM audit.record
  WHERE tenant_id = $1 AND resource_id = ANY($2) AND actor NOT LIKE 'job:%' ORDER BY actor`;

/**
 * The gate that guarded steps pass, in their own transactions: by HTTP or by an event, a step is the same step. The
 * resource is held by its owner, so no two come for the same one at once.
 */
@Injectable()
export class Approvals {
  constructor(private readonly book: PolicyBook) {}

  /**
   * @returns null when the step may be taken now, and then it must be; else the request that it waits for. An approval
   * that was given is used up, if what was approved is still what is done; if not it is void, and somebody is asked anew.
   */
  async gate(tx: Tx, step: GuardedStep): Promise<ApprovalStanding | null> {
    const terms = await this.book.termsOf(tx, step.command);
    const isNeeded = terms !== null && needsApproval(terms, step.amount);
    const fingerprint = fingerprintOf(step.essentials);
    const earlier = await this.open(tx, step.standing);
    if (earlier !== null) {
      const isSame = earlier.fingerprint === fingerprint;
      if (earlier.state === 'approved' && isSame) {
        await this.settle(tx, earlier, 'used');
        return null;
      }
      if (isNeeded && isSame && !earlier.isOverdue(tx.now)) return standingOf(earlier);
      await this.drop(tx, earlier, isNeeded ? SAY.changed : SAY.not_needed);
    }
    return isNeeded ? this.ask(tx, step, { terms, fingerprint, earlier }) : null;
  }

  /** The step will not be taken: whoever was asked is not asked any more. */
  async dismiss(tx: Tx, standing: ApprovalStanding | null): Promise<void> {
    const earlier = await this.open(tx, standing);
    if (earlier !== null) await this.drop(tx, earlier, SAY.changed);
  }

  /** The request that a resource waits for, as long as something can come of it. */
  private async open(tx: Tx, standing: ApprovalStanding | null): Promise<ApprovalRequest | null> {
    if (standing === null || !isAwaiting(standing)) return null;
    const request = await tx.lock(ApprovalRequest, standing.id);
    const isOpen = request?.state === 'pending' || (request?.state === 'approved' && request.outcome === null);
    return isOpen ? request : null;
  }

  private async ask(
    tx: Tx,
    { command, subjectId, orderId, amount, summary }: GuardedStep,
    { terms, fingerprint, earlier }: { terms: PolicyTerms; fingerprint: string; earlier: ApprovalRequest | null },
  ): Promise<ApprovalStanding> {
    const actors = await this.actorsOf(tx, [subjectId, ...(orderId === null ? [] : [orderId])]);
    const makers = [...new Set([...(await personsBehind(tx, actors)), ...(earlier?.makers ?? [])])];
    const { tenantId, now } = tx;
    const request = ApprovalRequest.ask(
      {
        ...{ tenantId, id: newId(), command, subjectId, orderId, summary, fingerprint, actors, makers, now },
        amount: amount?.toJSON() ?? null,
      },
      terms,
    );
    await tx.insert(ApprovalRequest, request);
    enqueue(tx, EXPIRE_REQUEST, { requestId: request.id }, { dueAt: request.expiresAt });
    announceCreated(tx, request);
    return standingOf(request);
  }

  /** Who gives the command; of a step that the platform takes by itself, everybody who had a hand in what it is about. */
  private async actorsOf(tx: Tx, resourceIds: readonly string[]): Promise<string[]> {
    const { actor } = tx.caller;
    if (!actor.startsWith('job:')) return [actor];
    const hands = await tx.query<{ actor: string }>(HANDS, [tx.tenantId, resourceIds]);
    return hands.map((hand) => hand.actor);
  }

  private async drop(tx: Tx, request: ApprovalRequest, sentence: Sentence): Promise<void> {
    if (request.state === 'approved') {
      await this.settle(tx, request, 'void');
      return;
    }
    const why = reasonOf([sentence]);
    request.withdraw(why, tx.now);
    await tx.store(ApprovalRequest, request);
    announceWithdrawn(tx, request, why);
    note(tx, request, 'withdrawn', 'pending', { reason: why.reason });
  }

  private async settle(tx: Tx, request: ApprovalRequest, outcome: 'used' | 'void'): Promise<void> {
    request.settle(outcome, tx.now);
    await tx.store(ApprovalRequest, request);
    note(tx, request, outcome === 'used' ? 'used' : 'voided', 'approved');
  }
}

function standingOf({ id, expiresAt }: ApprovalRequest): ApprovalStanding {
  return { id, state: 'pending', expiresAt: expiresAt.toISOString(), why: null };
}
