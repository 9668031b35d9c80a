import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type LoanParts } from '../domain/waterfall.js';
import { WRITE_OFF, WRITE_OFF_STATES, type WriteOffState } from '../domain/write-off/write-off-status.js';

/** A loan that its lender has given up in its books, or shall; the claim on the client stays, aside of its live loans. */
@Entity({ schema: 'financing', name: 'write_off' })
@Check('ck_write_off_state', oneOf('state', WRITE_OFF_STATES))
export class WriteOff implements Versioned {
  @TenantKey('write_off')
  readonly tenantId!: string;

  @TenantKey('write_off')
  readonly id!: string;

  @Column('uuid')
  readonly advanceId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly state!: WriteOffState;

  @Column('char', { length: 3 })
  readonly currency!: string;

  /** What was written off, by its parts; nothing before. */
  @BigintColumn()
  private readonly feesMinor!: bigint;

  @BigintColumn()
  private readonly penaltyMinor!: bigint;

  @BigintColumn()
  private readonly interestMinor!: bigint;

  @BigintColumn()
  private readonly principalMinor!: bigint;

  /** What the lender has given up of it. */
  @BigintColumn()
  private readonly forgivenMinor!: bigint;

  @Column('date', { nullable: true })
  readonly writtenOffOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly closedOn!: LocalDate | null;

  /** Why it was proposed, or written off; of one that was declined why not. */
  @Column('text')
  readonly reason!: string;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  /** Of proposing it, where that takes a second person. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  static open(
    facts: Pick<WriteOff, 'tenantId' | 'id' | 'advanceId' | 'orderId' | 'state' | 'currency' | 'reason' | 'expectedBy'>,
    now: Date,
  ): WriteOff {
    return Object.assign(new WriteOff(), facts, {
      ...{ feesMinor: 0n, penaltyMinor: 0n, interestMinor: 0n, principalMinor: 0n, forgivenMinor: 0n },
      ...{ writtenOffOn: null, closedOn: null, causes: null, approval: null, asks: 0 },
      ...{ createdAt: now, updatedAt: now, version: 1 },
    });
  }

  get parts(): LoanParts {
    const { currency } = this;
    return {
      fees: Money.ofMinor(this.feesMinor, currency),
      penalty: Money.ofMinor(this.penaltyMinor, currency),
      interest: Money.ofMinor(this.interestMinor, currency),
      principal: Money.ofMinor(this.principalMinor, currency),
    };
  }

  get forgiven(): Money {
    return Money.ofMinor(this.forgivenMinor, this.currency);
  }

  /** A second person is asked, about the same proposal as it stands now. */
  stand(approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it awaits approval */
  propose(expectedBy: Date, now: Date): void {
    this.become(WRITE_OFF.next(this.state, 'propose'), now, { approval: null });
    Object.assign(this, { expectedBy });
  }

  /** @throws IllegalTransitionError once it is decided */
  decline({ reason, causes }: Reason, now: Date, approval: ApprovalStanding | null = null): void {
    this.become(WRITE_OFF.next(this.state, 'decline'), now, { reason, causes: causes ?? null, approval });
  }

  /** The lender has written it off. */
  confirm({ fees, penalty, interest, principal }: LoanParts, day: LocalDate, now: Date): void {
    const state = this.state === 'written_off' ? this.state : WRITE_OFF.next(this.state, 'confirm');
    this.become(state, now, { writtenOffOn: day, approval: null });
    Object.assign(this, {
      ...{ feesMinor: fees.minor, penaltyMinor: penalty.minor },
      ...{ interestMinor: interest.minor, principalMinor: principal.minor },
    });
  }

  /** Nothing of it is owed any more. @throws IllegalTransitionError unless it is written off */
  close(forgiven: Money, day: LocalDate, now: Date): void {
    this.become(WRITE_OFF.next(this.state, 'close'), now, { closedOn: day });
    Object.assign(this, { forgivenMinor: forgiven.minor });
  }

  noteAsked(expectedBy: Date, now: Date): void {
    Object.assign(this, { asks: this.asks + 1, expectedBy, updatedAt: now });
  }

  /** The only writer of the state. */
  private become(state: WriteOffState, now: Date, facts: Partial<WriteOff>): void {
    Object.assign(this, facts, { state, expectedBy: null, asks: 0, updatedAt: now });
  }
}
