import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { type Tx } from '../../platform/database/session.js';
import { Beliefs } from '../../platform/auth/beliefs.js';
import { CredentialNews } from '../../platform/auth/credential-news.js';
import { type ApprovalCommand } from '../domain/commands.js';
import { type PolicyTerms } from '../domain/policy.js';

interface TermsRow extends PolicyTerms {
  readonly command: ApprovalCommand;
}

interface TenantPolicies {
  readonly tenantId: string;
  readonly byCommand: ReadonlyMap<ApprovalCommand, PolicyTerms>;
}

const IN_FORCE = `
  SELECT command, limits, roles, approvers, lifetime_hours AS "lifetimeHours"
  FROM approvals.policy WHERE tenant_id = $1 AND ended_at IS NULL`;

/**
 * What a tenant asks a second person for. Most ask for nothing, and every order passes the gate several times: so the
 * answer is remembered for two seconds and forgotten at once when a policy changes, and a step costs no question of its own.
 */
@Injectable()
export class PolicyBook {
  private readonly beliefs: Beliefs<TenantPolicies>;

  constructor(clock: Clock, news: CredentialNews) {
    this.beliefs = new Beliefs(clock, ({ tenantId }) => ({ id: tenantId, isGood: true }));
    news.tell(this.beliefs);
  }

  async termsOf(tx: Tx, command: ApprovalCommand): Promise<PolicyTerms | null> {
    const policies = await this.beliefs.believe(tx.tenantId, () => this.read(tx));
    return policies?.byCommand.get(command) ?? null;
  }

  private async read(tx: Tx): Promise<TenantPolicies> {
    const rows = await tx.query<TermsRow>(IN_FORCE, [tx.tenantId]);
    return { tenantId: tx.tenantId, byCommand: new Map(rows.map(({ command, ...terms }) => [command, terms])) };
  }
}
