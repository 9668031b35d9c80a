import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { PolicyEndedError, PolicyExistsError } from '../domain/approval.errors.js';
import { SAY } from '../domain/approvals.sentences.js';
import { type ApprovalCommand } from '../domain/commands.js';
import { isLooser, type PolicyTerms } from '../domain/policy.js';
import { ApprovalPolicy } from '../entities/approval-policy.entity.js';

/**
 * What a tenant asks a second person for. A change holds at once, for what is asked for from then on. Owners alone make
 * them; one of them is enough, also to loosen: an owner may invite a second person anyway. What loosens says so in the audit.
 */
@Injectable()
export class Policies {
  /** @throws PolicyExistsError, InvalidInputError */
  async make(tx: Tx, command: ApprovalCommand, terms: PolicyTerms): Promise<ApprovalPolicy> {
    const policy = ApprovalPolicy.make({ tenantId: tx.tenantId, id: newId(), now: tx.now }, command, terms);
    try {
      await tx.insert(ApprovalPolicy, policy);
    } catch (error) {
      if (!violates(error, 'uq_policy_command')) throw error;
      throw new PolicyExistsError(SAY.policy_exists({ command }), { command });
    }
    note(tx, policy, 'made', { to: policy.terms });
    return policy;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, PolicyEndedError, InvalidInputError */
  async change(tx: Tx, id: string, change: Partial<PolicyTerms>): Promise<ApprovalPolicy> {
    const policy = await this.locked(tx, id);
    const before = policy.terms;
    policy.change({ ...before, ...change }, tx.now);
    await tx.store(ApprovalPolicy, policy);
    const action = isLooser(policy.terms, before) ? 'loosened' : 'changed';
    note(tx, policy, action, { from: before, to: policy.terms });
    return policy;
  }

  /** The command needs nobody from now on; what waits already goes on waiting. @throws as `change` */
  async end(tx: Tx, id: string): Promise<ApprovalPolicy> {
    const policy = await this.locked(tx, id);
    policy.end(tx.now);
    await tx.store(ApprovalPolicy, policy);
    note(tx, policy, 'ended', { from: policy.terms });
    return policy;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ApprovalPolicy> {
    return found(await view.find(ApprovalPolicy, id));
  }

  list(view: View, query: PageQuery, command: string | undefined): Promise<Page<ApprovalPolicy>> {
    const conditions = equal('command', command);
    return entityPage(view, ApprovalPolicy, { table: 'approvals.policy', query, conditions });
  }

  private async locked(tx: Tx, id: string): Promise<ApprovalPolicy> {
    const policy = found(await tx.lock(ApprovalPolicy, id));
    tx.assertFresh(policy);
    if (policy.endedAt !== null) throw new PolicyEndedError(SAY.policy_ended);
    return policy;
  }
}

function found(policy: ApprovalPolicy | null): ApprovalPolicy {
  if (policy === null) throw new ResourceNotFoundError(SAY.no_such_policy);
  return policy;
}

function note(tx: Tx, { id, command }: ApprovalPolicy, what: string, details: Readonly<Record<string, unknown>>): void {
  const action = `approvals.policy_${what}`;
  audit(tx, { action, resourceType: 'approvalPolicy', resourceId: id, details: { command, ...details } });
}
