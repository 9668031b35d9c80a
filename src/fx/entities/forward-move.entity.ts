import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { FORWARD_MOVE, type ForwardMoveState } from '../domain/forwards/forward-move-status.js';
import { type Settlement } from '../domain/forwards/forward-parts.js';

interface NewMove {
  readonly tenantId: string;
  readonly id: string;
  readonly forwardId: string;
  readonly kind: Settlement;
  readonly quoteId: string | null;
  readonly conversionId: string | null;
  readonly nextId: string | null;
  readonly amount: Money;
  readonly rate: Decimal;
  readonly bankRate: Decimal;
  readonly result: Money;
  readonly bankResult: Money;
  readonly tradeDate: LocalDate;
  readonly expectedBy: Date;
  readonly now: Date;
}

/** A part of a forward that is delivered, rolled over or closed out; with the bank, then done or refused. */
@Entity({ schema: 'fx', name: 'forward_move' })
@Check('ck_forward_move_state', oneOf('state', FORWARD_MOVE.states))
export class ForwardMove implements Versioned {
  @TenantKey('forward_move')
  readonly tenantId!: string;

  @TenantKey('forward_move')
  readonly id!: string;

  @Column('uuid')
  readonly forwardId!: string;

  @Column('text')
  readonly kind!: Settlement;

  @Column('uuid', { nullable: true })
  readonly quoteId!: string | null;

  /** The exchange that a delivery is. */
  @Column('uuid', { nullable: true })
  readonly conversionId!: string | null;

  /** The contract that a roll-over makes. */
  @Column('uuid', { nullable: true })
  readonly nextId!: string | null;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  /** The client's: of the contract on a delivery, else of the market. */
  @DecimalColumn()
  readonly rate!: Decimal;

  @DecimalColumn()
  readonly bankRate!: Decimal;

  @BigintColumn()
  private readonly resultMinor!: bigint;

  @BigintColumn()
  private readonly bankResultMinor!: bigint;

  @Column('date')
  readonly tradeDate!: LocalDate;

  @Column('uuid', { nullable: true })
  readonly transferId!: string | null;

  @Column('text', { nullable: true })
  readonly bankReference!: string | null;

  @Column('date', { nullable: true })
  readonly valueDate!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('text')
  readonly state!: ForwardMoveState;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static begin({ amount, result, bankResult, now, ...plain }: NewMove): ForwardMove {
    return Object.assign(new ForwardMove(), plain, {
      amountColumns: MoneyColumns.from(amount),
      resultMinor: result.minor,
      bankResultMinor: bankResult.minor,
      transferId: null,
      bankReference: null,
      valueDate: null,
      reason: null,
      state: 'pending' as const,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** The client's, CNY; below zero it has paid. Zero on a delivery. */
  get result(): Money {
    return Money.ofMinor(this.resultMinor, HOME);
  }

  get bankResult(): Money {
    return Money.ofMinor(this.bankResultMinor, HOME);
  }

  bookedAs(transferId: string | null): void {
    Object.assign(this, { transferId });
  }

  /** @throws IllegalTransitionError unless the bank is awaited */
  confirm({ bankReference, valueDate, now }: { bankReference: string; valueDate: LocalDate; now: Date }): void {
    const state = FORWARD_MOVE.next(this.state, 'confirm');
    Object.assign(this, { state, bankReference, valueDate, expectedBy: null, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless the bank is awaited */
  refuse(reason: string, now: Date): void {
    const state = FORWARD_MOVE.next(this.state, 'refuse');
    Object.assign(this, { state, reason, expectedBy: null, updatedAt: now });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }
}
