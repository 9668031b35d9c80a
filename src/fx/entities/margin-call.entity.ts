import { Check, Column, Entity, Index } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { MARGIN_CALL, MARGIN_CALL_STATES, type MarginCallState } from '../domain/margins/margin-call-status.js';

interface NewMarginCall {
  readonly tenantId: string;
  readonly id: string;
  readonly forwardId: string;
  readonly partyId: string;
  readonly orderId: string | null;
  readonly amount: Money;
  readonly calledOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly bankReference: string;
}

/** Margin that the bank calls for one forward because the market has moved (追加保证金). */
@Entity({ schema: 'fx', name: 'margin_call' })
@Index('uq_margin_call_reference', ['tenantId', 'forwardId', 'bankReference'], { unique: true })
@Check('ck_margin_call_state', oneOf('state', MARGIN_CALL_STATES))
export class MarginCall implements Versioned {
  @TenantKey('margin_call')
  readonly tenantId!: string;

  @TenantKey('margin_call')
  readonly id!: string;

  @Column('uuid')
  readonly forwardId!: string;

  /** The seller. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  /** In CNY. */
  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('date')
  readonly calledOn!: LocalDate;

  @Column('date')
  readonly dueOn!: LocalDate;

  @Column('text')
  readonly bankReference!: string;

  @Column('text')
  readonly state!: MarginCallState;

  /** On the seller's money, while it is paid. */
  @Column('uuid', { nullable: true })
  readonly holdId!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static call({ amount, ...facts }: NewMarginCall, now: Date): MarginCall {
    return Object.assign(new MarginCall(), facts, {
      ...{ amountColumns: MoneyColumns.from(amount), state: 'called', holdId: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** @throws IllegalTransitionError */
  pay(holdId: string, now: Date): void {
    Object.assign(this, { state: MARGIN_CALL.next(this.state, 'pay'), holdId, updatedAt: now });
  }

  /** Nothing is held for it any more. @throws IllegalTransitionError */
  end(command: 'release' | 'settle', now: Date): void {
    Object.assign(this, { state: MARGIN_CALL.next(this.state, command), holdId: null, updatedAt: now });
  }
}
