import { Check, Column, Entity } from 'typeorm';

import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { RECOURSE_CLAIM, type RecourseState } from '../domain/guarantee/call-status.js';

/** What a defaulted member owes one that has paid for it: itself, or by its part of the pool. */
@Entity({ schema: 'financing', name: 'recourse_claim' })
@Check('ck_recourse_claim_state', oneOf('state', RECOURSE_CLAIM.states))
@Check('ck_recourse_claim_outstanding', 'outstanding_minor BETWEEN 0 AND amount_minor')
export class RecourseClaim implements Versioned {
  @TenantKey('recourse_claim')
  readonly tenantId!: string;

  @TenantKey('recourse_claim')
  readonly id!: string;

  @Column('uuid')
  readonly groupId!: string;

  @Column('uuid')
  readonly callId!: string;

  @Column('uuid')
  readonly debtorId!: string;

  @Column('uuid')
  readonly creditorId!: string;

  /** `pool`: what is repaid goes back into the creditor's part of the pool. */
  @Column('text')
  readonly source!: 'pool' | 'member';

  @Column('text')
  readonly state!: RecourseState;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'outstanding' })
  private readonly outstandingColumns!: MoneyColumns;

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
    callId: string;
    debtorId: string;
    creditorId: string;
    source: 'pool' | 'member';
    amount: Money;
    now: Date;
  }): RecourseClaim {
    const { now, amount, ...plain } = facts;
    const columns = MoneyColumns.from(amount);
    return Object.assign(new RecourseClaim(), plain, {
      ...{ state: 'open' as const, amountColumns: columns, outstandingColumns: columns },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get outstanding(): Money {
    return this.outstandingColumns.toMoney();
  }

  /** @param amount not more than is outstanding. @throws IllegalTransitionError when it is settled */
  repay(amount: Money, now: Date): void {
    const outstanding = this.outstanding.minus(amount);
    const state = RECOURSE_CLAIM.next(this.state, outstanding.isZero() ? 'settle' : 'repay');
    Object.assign(this, { state, outstandingColumns: MoneyColumns.from(outstanding), updatedAt: now });
  }
}
