import { Check, Column, Entity } from 'typeorm';

import { type MoneyJson } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ApprovalCommand } from '../domain/commands.js';
import { type DecidingRole, type PolicyTerms } from '../domain/policy.js';
import { APPROVAL, APPROVAL_STATES, type ApprovalState, type ApprovalVerb } from '../domain/request-status.js';

/** What one person said. */
export interface Decision {
  readonly userId: string;
  readonly verdict: 'approved' | 'refused';
  /** RFC 3339. */
  readonly at: string;
}

const HOUR_MS = 3_600_000;

interface NewRequest {
  readonly tenantId: string;
  readonly id: string;
  readonly command: ApprovalCommand;
  readonly subjectId: string;
  readonly orderId: string | null;
  readonly amount: MoneyJson | null;
  readonly summary: Sentence;
  readonly fingerprint: string;
  readonly actors: readonly string[];
  readonly makers: readonly string[];
  readonly now: Date;
}

/** A step that waits for a second person: what exactly, who asked, who has said what, and until when. */
@Entity({ schema: 'approvals', name: 'request' })
@Check('ck_request_state', oneOf('state', APPROVAL_STATES))
export class ApprovalRequest implements Versioned {
  @TenantKey('request')
  readonly tenantId!: string;

  @TenantKey('request')
  readonly id!: string;

  @Column('text')
  readonly command!: ApprovalCommand;

  @Column('uuid')
  readonly subjectId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('jsonb', { nullable: true })
  readonly amount!: MoneyJson | null;

  @Column('jsonb')
  readonly summary!: Sentence;

  /** Of what exactly was asked for: what has another one was not approved. */
  @Column('text')
  readonly fingerprint!: string;

  /** Who asked, as the audit names them. Of what the platform does by itself: who set it going. */
  @Column('text', { array: true })
  readonly actors!: string[];

  /** The people behind those actors, who cannot decide. */
  @Column('uuid', { array: true })
  readonly makers!: string[];

  /** The terms of the policy when it was asked for: a later change of it concerns later requests. */
  @Column('text', { array: true })
  readonly roles!: DecidingRole[];

  @Column('integer')
  readonly approversNeeded!: number;

  @Column('text')
  readonly state!: ApprovalState;

  @Column('jsonb')
  readonly decisions!: readonly Decision[];

  /** Why it was refused or withdrawn. */
  @Column('jsonb', { nullable: true })
  readonly why!: Reason | null;

  /** Whether what was approved was done, or had changed by then; null while neither is so. */
  @Column('text', { nullable: true })
  readonly outcome!: 'used' | 'void' | null;

  @Column('timestamptz')
  readonly expiresAt!: Date;

  /** The same while it is pending: what the watch over waiting rows looks at. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static ask({ now, ...given }: NewRequest, { roles, approvers, lifetimeHours }: PolicyTerms): ApprovalRequest {
    const expiresAt = new Date(now.getTime() + lifetimeHours * HOUR_MS);
    return Object.assign(new ApprovalRequest(), given, {
      actors: [...given.actors],
      makers: [...given.makers],
      roles: [...roles],
      approversNeeded: approvers,
      state: 'pending' as const,
      decisions: [],
      why: null,
      outcome: null,
      expiresAt,
      expectedBy: expiresAt,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get approvals(): number {
    return this.decisions.filter(({ verdict }) => verdict === 'approved').length;
  }

  isOverdue(now: Date): boolean {
    return this.expiresAt <= now;
  }

  /** One more person says yes; with the last one needed it is approved. */
  approve(userId: string, now: Date): void {
    const state = APPROVAL.next(this.state, 'approve');
    const decisions = [...this.decisions, { userId, verdict: 'approved' as const, at: now.toISOString() }];
    Object.assign(this, { decisions, updatedAt: now });
    if (this.approvals >= this.approversNeeded) Object.assign(this, { state, expectedBy: null });
  }

  refuse(userId: string, why: Reason, now: Date): void {
    const decisions = [...this.decisions, { userId, verdict: 'refused' as const, at: now.toISOString() }];
    this.become('refuse', now, { decisions, why });
  }

  withdraw(why: Reason, now: Date): void {
    this.become('withdraw', now, { why });
  }

  expire(now: Date): void {
    this.become('expire', now, {});
  }

  settle(outcome: 'used' | 'void', now: Date): void {
    Object.assign(this, { outcome, updatedAt: now });
  }

  private become(verb: ApprovalVerb, now: Date, facts: object): void {
    Object.assign(this, { state: APPROVAL.next(this.state, verb), expectedBy: null, updatedAt: now, ...facts });
  }
}
