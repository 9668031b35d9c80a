import { Check, Column, Entity, Index } from 'typeorm';

import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { FUNDS_REVIEW, type FundsReviewState } from '../domain/safe/trade-check-status.js';
import { type EnterpriseClass } from '../domain/safe/trade-credit-reports.js';

/** A receipt in the account under review (待核查账户), and how much of it was released. */
@Entity({ schema: 'fx', name: 'funds_review' })
@Index('uq_funds_review_collection', ['tenantId', 'collectionId'], { unique: true })
@Check('ck_funds_review_state', oneOf('state', FUNDS_REVIEW.states))
export class FundsReview implements Versioned {
  @TenantKey('funds_review')
  readonly tenantId!: string;

  @TenantKey('funds_review')
  readonly id!: string;

  @Column('uuid')
  readonly collectionId!: string;

  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly state!: FundsReviewState;

  /** On the day of the credit. */
  @Column('text')
  readonly enterpriseClass!: EnterpriseClass;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'released' })
  private readonly releasedColumns!: MoneyColumns;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static hold(facts: {
    tenantId: string;
    id: string;
    collectionId: string;
    partyId: string;
    enterpriseClass: EnterpriseClass;
    amount: Money;
    now: Date;
  }): FundsReview {
    const { amount, now, ...plain } = facts;
    return Object.assign(new FundsReview(), plain, {
      state: 'held' as const,
      amountColumns: MoneyColumns.from(amount),
      releasedColumns: MoneyColumns.from(Money.zero(amount.currency)),
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get released(): Money {
    return this.releasedColumns.toMoney();
  }

  /** What is not released. */
  get held(): Money {
    return this.amount.minus(this.released);
  }

  /** @throws IllegalTransitionError when all of it is released */
  release(amount: Money, now: Date): void {
    const released = this.released.plus(amount);
    const command = released.equals(this.amount) ? 'release' : 'release_in_part';
    const state = FUNDS_REVIEW.next(this.state, command);
    Object.assign(this, { state, releasedColumns: MoneyColumns.from(released), updatedAt: now });
  }

  /** So much of what was released is here again. @throws IllegalTransitionError when nothing was */
  holdAgain(amount: Money, now: Date): void {
    const released = this.released.minus(amount);
    const state = FUNDS_REVIEW.next(this.state, released.isZero() ? 'hold' : 'hold_in_part');
    Object.assign(this, { state, releasedColumns: MoneyColumns.from(released), updatedAt: now });
  }
}
