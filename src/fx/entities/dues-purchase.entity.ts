import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type Explained } from '../../kernel/calculation.js';
import { Money } from '../../kernel/money.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type BoughtDues } from '../domain/dues/foreign-dues.js';

/** Dues in a foreign currency that were paid out of CNY which was about to go to the seller. */
@Entity({ schema: 'fx', name: 'dues_purchase' })
@Check('ck_dues_purchase_due', '"due_minor" > 0')
export class DuesPurchase implements Versioned {
  @TenantKey('dues_purchase')
  readonly tenantId!: string;

  @TenantKey('dues_purchase')
  readonly id!: string;

  /** What it was paid by: the event that released the money it was taken from, or the exchange that delivered a forward. */
  @Column('uuid')
  readonly releaseEventId!: string;

  /** The forward that it was bought by; null at a price of the day. */
  @Column('uuid', { nullable: true })
  readonly forwardId!: string | null;

  /** Null of dues that are owed on no order. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('uuid')
  readonly partyId!: string;

  @Column(() => MoneyColumns, { prefix: 'due' })
  private readonly dueColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'cost' })
  private readonly costColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'returnedDue' })
  private readonly returnedDueColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'returnedCost' })
  private readonly returnedCostColumns!: MoneyColumns;

  @DecimalColumn()
  readonly rate!: Decimal;

  @DecimalColumn()
  readonly unit!: Decimal;

  @Column('timestamptz')
  readonly boardAsOf!: Date;

  @Column('jsonb')
  readonly explanation!: Explained;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static of(facts: {
    tenantId: string;
    id: string;
    releaseEventId: string;
    forwardId: string | null;
    orderId: string | null;
    partyId: string;
    bought: BoughtDues;
    boardAsOf: Date;
    now: Date;
  }): DuesPurchase {
    const { bought, now, ...plain } = facts;
    const { due, cost, rate, unit, rule, steps } = bought;
    return Object.assign(new DuesPurchase(), plain, {
      dueColumns: MoneyColumns.from(due),
      costColumns: MoneyColumns.from(cost),
      returnedDueColumns: MoneyColumns.from(Money.zero(due.currency)),
      returnedCostColumns: MoneyColumns.from(Money.zero(cost.currency)),
      rate,
      unit,
      explanation: { rule, steps },
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get due(): Money {
    return this.dueColumns.toMoney();
  }

  get cost(): Money {
    return this.costColumns.toMoney();
  }

  /** Of the debt: given back since, because it was owed no more. */
  get returnedDue(): Money {
    return this.returnedDueColumns.toMoney();
  }

  get returnedCost(): Money {
    return this.returnedCostColumns.toMoney();
  }

  /** What is still paid by it. */
  get standingDue(): Money {
    return this.due.minus(this.returnedDue);
  }

  get standingCost(): Money {
    return this.cost.minus(this.returnedCost);
  }

  giveBack({ due, cost }: { due: Money; cost: Money }, now: Date): void {
    Object.assign(this, {
      returnedDueColumns: MoneyColumns.from(this.returnedDue.plus(due)),
      returnedCostColumns: MoneyColumns.from(this.returnedCost.plus(cost)),
      updatedAt: now,
    });
  }
}
