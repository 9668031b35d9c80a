import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Candidate, type MemberFacts } from '../domain/guarantee/candidate.js';
import { GUARANTEE_MEMBER, type MemberState } from '../domain/guarantee/group-status.js';

/** One seller in a guarantee group, from the invitation until it has left. */
@Entity({ schema: 'financing', name: 'guarantee_member' })
@Check('ck_guarantee_member_state', oneOf('state', GUARANTEE_MEMBER.states))
@Check('ck_guarantee_member_pool', 'pool_minor >= 0')
export class GuaranteeMember implements Versioned {
  @TenantKey('guarantee_member')
  readonly tenantId!: string;

  @TenantKey('guarantee_member')
  readonly id!: string;

  @Column('uuid')
  readonly groupId!: string;

  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly state!: MemberState;

  @Column(() => MoneyColumns, { prefix: 'limit' })
  private readonly limitColumns!: MoneyColumns;

  /** What of the pool is its own, in the currency of the limit. */
  @BigintColumn()
  private readonly poolMinor!: bigint;

  @Column('jsonb')
  readonly facts!: MemberFacts;

  @Column('timestamptz', { nullable: true })
  readonly acceptedAt!: Date | null;

  @Column('date', { nullable: true })
  readonly joinedOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly leftOn!: LocalDate | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static invite(facts: {
    tenantId: string;
    id: string;
    groupId: string;
    candidate: Candidate;
    now: Date;
  }): GuaranteeMember {
    const { now, candidate, ...plain } = facts;
    const { partyId, limit, establishedOn, lastResult, membership, owners } = candidate;
    return Object.assign(new GuaranteeMember(), plain, {
      ...{ partyId, limitColumns: MoneyColumns.from(Money.fromJSON(limit)), poolMinor: 0n },
      facts: { establishedOn, lastResult, membership, owners },
      state: 'invited' as const,
      ...{ acceptedAt: null, joinedOn: null, leftOn: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get limit(): Money {
    return this.limitColumns.toMoney();
  }

  get pool(): Money {
    return Money.ofMinor(this.poolMinor, this.limit.currency);
  }

  get candidate(): Candidate {
    return { partyId: this.partyId, limit: this.limit.toJSON(), ...this.facts };
  }

  /** It takes the liability on. @throws IllegalTransitionError unless it is invited */
  accept(now: Date): void {
    Object.assign(this, { state: GUARANTEE_MEMBER.next(this.state, 'accept'), acceptedAt: now, updatedAt: now });
  }

  /** From now on it answers for the others. @throws IllegalTransitionError unless it has accepted */
  join(joinedOn: LocalDate, now: Date): void {
    Object.assign(this, { state: GUARANTEE_MEMBER.next(this.state, 'join'), joinedOn, updatedAt: now });
  }

  /** @throws IllegalTransitionError when it has left */
  leave(leftOn: LocalDate, now: Date): void {
    Object.assign(this, { state: GUARANTEE_MEMBER.next(this.state, 'leave'), leftOn, poolMinor: 0n, updatedAt: now });
  }

  /** @param amount below zero where the pool pays it out */
  addToPool(amount: Money, now: Date): void {
    Object.assign(this, { poolMinor: this.pool.plus(amount).minor, updatedAt: now });
  }
}
