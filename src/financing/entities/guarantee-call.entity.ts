import { Check, Column, Entity } from 'typeorm';

import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type CallState, GUARANTEE_CALL } from '../domain/guarantee/call-status.js';

/** An overdue advance of a member, called on the group: it stays open until the lender has everything. */
@Entity({ schema: 'financing', name: 'guarantee_call' })
@Check('ck_guarantee_call_state', oneOf('state', GUARANTEE_CALL.states))
@Check('ck_guarantee_call_shortfall', 'shortfall_minor >= 0')
export class GuaranteeCall implements Versioned {
  @TenantKey('guarantee_call')
  readonly tenantId!: string;

  @TenantKey('guarantee_call')
  readonly id!: string;

  @Column('uuid')
  readonly groupId!: string;

  @Column('uuid')
  readonly advanceId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  /** Who did not pay. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly state!: CallState;

  @Column(() => MoneyColumns, { prefix: 'due' })
  private readonly dueColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'liability' })
  private readonly liabilityColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'shortfall' })
  private readonly shortfallColumns!: MoneyColumns;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open(facts: {
    tenantId: string;
    id: string;
    groupId: string;
    advanceId: string;
    orderId: string | null;
    partyId: string;
    due: Money;
    liability: Money;
    now: Date;
  }): GuaranteeCall {
    const { now, due, liability, ...plain } = facts;
    return Object.assign(new GuaranteeCall(), plain, {
      ...{ state: 'open' as const, dueColumns: MoneyColumns.from(due), shortfallColumns: MoneyColumns.from(due) },
      liabilityColumns: MoneyColumns.from(liability),
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** What was owed when it was opened: principal, interest, penalty and fees. */
  get due(): Money {
    return this.dueColumns.toMoney();
  }

  /** The most that it can cost one member: all that the group owed when it was opened. */
  get liability(): Money {
    return this.liabilityColumns.toMoney();
  }

  get shortfall(): Money {
    return this.shortfallColumns.toMoney();
  }

  /** What is left to be called again. @throws IllegalTransitionError when it is covered */
  collect(shortfall: Money, now: Date): void {
    const state = GUARANTEE_CALL.next(this.state, shortfall.isZero() ? 'cover' : 'collect');
    Object.assign(this, { state, shortfallColumns: MoneyColumns.from(shortfall), updatedAt: now });
  }
}
