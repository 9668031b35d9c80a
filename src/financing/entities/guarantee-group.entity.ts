import { Check, Column, Entity } from 'typeorm';

import { SAY } from '../../kernel/kernel.sentences.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type GroupState, GUARANTEE_GROUP, type GroupCommand } from '../domain/guarantee/group-status.js';

/** Sellers that answer for one another's advances (联保小组). Its row is the turnstile of all that happens in it. */
@Entity({ schema: 'financing', name: 'guarantee_group' })
@Check('ck_guarantee_group_state', oneOf('state', GUARANTEE_GROUP.states))
export class GuaranteeGroup implements Versioned {
  @TenantKey('guarantee_group')
  readonly tenantId!: string;

  @TenantKey('guarantee_group')
  readonly id!: string;

  @Column('text')
  readonly name!: string;

  @Column('char', { length: 3 })
  readonly currency!: string;

  @Column('text')
  readonly state!: GroupState;

  /** First day of the rules by which it became active; null before that. */
  @Column('date', { nullable: true })
  readonly rulesFrom!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly freezeReason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft(facts: { tenantId: string; id: string; name: string; currency: string; now: Date }): GuaranteeGroup {
    const { now, ...plain } = facts;
    return Object.assign(new GuaranteeGroup(), plain, {
      state: 'draft' as const,
      ...{ rulesFrom: null, freezeReason: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** @throws IllegalTransitionError unless it is a draft */
  activate(rulesFrom: LocalDate, now: Date): void {
    this.become('activate', now, { rulesFrom });
  }

  /** @throws IllegalTransitionError unless it is active */
  freeze(freezeReason: string, now: Date): void {
    this.become('freeze', now, { freezeReason });
  }

  /** @throws IllegalTransitionError unless it is frozen */
  unfreeze(now: Date): void {
    this.become('unfreeze', now, { freezeReason: null });
  }

  /** @throws IllegalTransitionError while it is frozen, or when it is dissolved */
  dissolve(now: Date): void {
    this.become('dissolve', now, {});
  }

  /** What changes no state is done only in some. @throws IllegalTransitionError in any other */
  assertTakes(command: string, states: readonly GroupState[]): void {
    if (states.includes(this.state)) return;
    const { state } = this;
    const { name: machine } = GUARANTEE_GROUP;
    throw new IllegalTransitionError(SAY.illegal_transition({ machine, state, command }), {
      ...{ machine, state, command, allowedActions: GUARANTEE_GROUP.allowedActions(state) },
    });
  }

  /** Something in it has changed: its version counts. */
  touch(now: Date): void {
    Object.assign(this, { updatedAt: now });
  }

  private become(command: GroupCommand, now: Date, facts: object): void {
    Object.assign(this, { state: GUARANTEE_GROUP.next(this.state, command), updatedAt: now, ...facts });
  }
}
