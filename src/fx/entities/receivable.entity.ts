import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { RECEIVABLE, type ReceivableState } from '../domain/collections/receivable-status.js';
import { referenceKey } from '../domain/collections/remittance-reference.js';

/** What the buyer of one order owes, and how much of it has come. Its id is the order's. */
@Entity({ schema: 'fx', name: 'receivable' })
@Check('ck_receivable_state', oneOf('state', RECEIVABLE.states))
export class Receivable implements Versioned {
  @TenantKey('receivable')
  readonly tenantId!: string;

  @TenantKey('receivable')
  readonly id!: string;

  /** The seller. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('uuid')
  readonly buyerId!: string;

  @Column('text')
  readonly buyerName!: string;

  @Column('text')
  readonly orderReference!: string;

  @Column('text')
  readonly contractNumber!: string;

  /** The two references as they are looked up: letters and digits, upper case. */
  @Column('text')
  readonly referenceKey!: string;

  @Column('text')
  readonly contractKey!: string;

  @Column(() => MoneyColumns, { prefix: 'expected' })
  private readonly expectedColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'received' })
  private readonly receivedColumns!: MoneyColumns;

  @Column('text')
  readonly conversion!: 'automatic' | 'manual';

  /** CNY for 1 unit of the order's currency, as the order was planned. */
  @DecimalColumn()
  readonly planRate!: Decimal;

  @Column('text')
  readonly state!: ReceivableState;

  @Column('timestamptz', { nullable: true })
  readonly collectedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open(facts: {
    tenantId: string;
    orderId: string;
    partyId: string;
    buyerId: string;
    buyerName: string;
    orderReference: string;
    contractNumber: string;
    expected: Money;
    conversion: Receivable['conversion'];
    planRate: Decimal;
    now: Date;
  }): Receivable {
    const { orderId, expected, now, ...plain } = facts;
    return Object.assign(new Receivable(), plain, {
      id: orderId,
      referenceKey: referenceKey(facts.orderReference),
      contractKey: referenceKey(facts.contractNumber),
      expectedColumns: MoneyColumns.from(expected),
      receivedColumns: MoneyColumns.from(expected.minus(expected)),
      state: 'open' as const,
      collectedAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get expected(): Money {
    return this.expectedColumns.toMoney();
  }

  get received(): Money {
    return this.receivedColumns.toMoney();
  }

  /** What the buyer has to pay in all: of a cancelled order no more than has come. */
  get due(): Money {
    return this.state === 'waived' ? this.received : this.expected;
  }

  receive(amount: Money, now: Date): void {
    Object.assign(this, { receivedColumns: MoneyColumns.from(this.received.plus(amount)), updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it is open */
  collect(now: Date): void {
    Object.assign(this, { state: RECEIVABLE.next(this.state, 'collect'), collectedAt: now, updatedAt: now });
  }

  /** Money that was counted here is not, after all. */
  giveBack(amount: Money, now: Date): void {
    Object.assign(this, { receivedColumns: MoneyColumns.from(this.received.minus(amount)), updatedAt: now });
  }

  /** More is owed again than the tolerance covers. @throws IllegalTransitionError unless it is collected */
  reopen(now: Date): void {
    Object.assign(this, { state: RECEIVABLE.next(this.state, 'reopen'), collectedAt: null, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it is open */
  waive(now: Date): void {
    Object.assign(this, { state: RECEIVABLE.next(this.state, 'waive'), updatedAt: now });
  }
}
