import { Check, Column, Entity } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ChangeCommand, type ChangeState, CONVERSION_CHANGE } from '../domain/conversions/change-status.js';
import { type PricedChange } from '../domain/conversions/price-change.js';

export type ChangeKind = 'amend' | 'cancel';

/** What somebody wants of a conversion that is dealt: another amount, another day, or none of it. */
@Entity({ schema: 'fx', name: 'conversion_change' })
@Check('ck_conversion_change_state', oneOf('state', CONVERSION_CHANGE.states))
export class ConversionChange implements Versioned {
  @TenantKey('conversion_change')
  readonly tenantId!: string;

  @TenantKey('conversion_change')
  readonly id!: string;

  @Column('uuid')
  readonly conversionId!: string;

  @Column('text')
  readonly kind!: ChangeKind;

  @Column(() => MoneyColumns, { prefix: 'from' })
  private readonly fromColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'to' })
  private readonly toColumns!: MoneyColumns;

  @Column('date')
  readonly valueDate!: LocalDate;

  /** The market's, as the client is offered it. */
  @DecimalColumn()
  readonly rate!: Decimal;

  /** The market's, as the bank deals. */
  @DecimalColumn()
  readonly boardRate!: Decimal;

  @DecimalColumn()
  readonly unit!: Decimal;

  @Column(() => MoneyColumns, { prefix: 'difference' })
  private readonly differenceColumns!: MoneyColumns;

  @Column('jsonb')
  readonly explanation!: Explained;

  /** Money is set aside for it until the bank has answered. */
  @Column('boolean')
  readonly held!: boolean;

  @Column('text')
  readonly state!: ChangeState;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static ask(facts: {
    tenantId: string;
    id: string;
    conversionId: string;
    kind: ChangeKind;
    from: Money;
    to: Money;
    valueDate: LocalDate;
    unit: Decimal;
    priced: PricedChange;
    held: boolean;
    now: Date;
  }): ConversionChange {
    const { from, to, priced, now, ...plain } = facts;
    const { rate, boardRate, difference, rule, steps } = priced;
    return Object.assign(new ConversionChange(), plain, {
      fromColumns: MoneyColumns.from(from),
      toColumns: MoneyColumns.from(to),
      rate,
      boardRate,
      differenceColumns: MoneyColumns.from(difference),
      explanation: { rule, steps },
      state: 'asked' as const,
      reason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** The foreign amount, before and after; nothing after a cancellation. */
  get from(): Money {
    return this.fromColumns.toMoney();
  }

  get to(): Money {
    return this.toColumns.toMoney();
  }

  /** CNY; below zero it costs the client. */
  get difference(): Money {
    return this.differenceColumns.toMoney();
  }

  agree(now: Date): void {
    this.become('agree', now, {});
  }

  refuse(reason: string, now: Date): void {
    this.become('refuse', now, { reason });
  }

  private become(command: ChangeCommand, now: Date, facts: object): void {
    Object.assign(this, { state: CONVERSION_CHANGE.next(this.state, command), updatedAt: now, ...facts });
  }
}
