import { Column, Entity } from 'typeorm';

import { type MoneyJson } from '../../kernel/money.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ApprovalCommand } from '../domain/commands.js';
import { checkTerms, type DecidingRole, type PolicyTerms } from '../domain/policy.js';

/** What a tenant has decided about one command: from which amount on it takes a second person, and whom. */
@Entity({ schema: 'approvals', name: 'policy' })
export class ApprovalPolicy implements Versioned {
  @TenantKey('policy')
  readonly tenantId!: string;

  @TenantKey('policy')
  readonly id!: string;

  @Column('text')
  readonly command!: ApprovalCommand;

  @Column('jsonb')
  readonly limits!: readonly MoneyJson[];

  @Column('text', { array: true })
  readonly roles!: DecidingRole[];

  @Column('integer')
  readonly approvers!: number;

  @Column('integer')
  readonly lifetimeHours!: number;

  /** Null while it is in force; of each command one is. */
  @Column('timestamptz', { nullable: true })
  readonly endedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** @throws InvalidInputError */
  static make(
    { now, ...key }: { tenantId: string; id: string; now: Date },
    command: ApprovalCommand,
    terms: PolicyTerms,
  ): ApprovalPolicy {
    checkTerms(terms);
    const rest = { endedAt: null, version: 1, createdAt: now, updatedAt: now };
    return Object.assign(new ApprovalPolicy(), { ...key, command, ...terms, roles: [...terms.roles], ...rest });
  }

  get terms(): PolicyTerms {
    const { limits, roles, approvers, lifetimeHours } = this;
    return { limits, roles, approvers, lifetimeHours };
  }

  /** @throws InvalidInputError */
  change(terms: PolicyTerms, now: Date): void {
    checkTerms(terms);
    Object.assign(this, terms, { updatedAt: now });
  }

  end(now: Date): void {
    Object.assign(this, { endedAt: now, updatedAt: now });
  }
}
