import { Check, Column, Entity } from 'typeorm';

import { Money } from '../../kernel/money.js';
import { BigintColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type MatchedBy } from '../domain/collections/match-collection.js';

/** A person said otherwise, it was paid back to the payer, or the bank took it back. */
export type UndoneBy = 'person' | 'refund' | 'reversal';

/** So much of one collection pays for one order; a receipt may pay several orders, and an order be paid by several receipts. */
@Entity({ schema: 'fx', name: 'allocation' })
@Check('ck_allocation_amount', '"amount_minor" > 0')
export class Allocation implements Versioned {
  @TenantKey('allocation')
  readonly tenantId!: string;

  @TenantKey('allocation')
  readonly id!: string;

  @Column('uuid')
  readonly collectionId!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('text')
  readonly matchedBy!: MatchedBy;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'dues' })
  private readonly duesColumns!: MoneyColumns;

  /** The conversion that took it, where it was converted by itself. */
  @Column('uuid', { nullable: true })
  readonly conversionId!: string | null;

  /** Since when it pays for the order no more. */
  @Column('timestamptz', { nullable: true })
  readonly undoneAt!: Date | null;

  @Column('text', { nullable: true })
  readonly undoneBy!: UndoneBy | null;

  /** Of what was left to convert: it is there no more to be converted for this order. */
  @BigintColumn()
  readonly backMinor!: bigint;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static of(facts: {
    tenantId: string;
    id: string;
    collectionId: string;
    orderId: string;
    matchedBy: MatchedBy;
    amount: Money;
    dues: Money;
    now: Date;
  }): Allocation {
    const { amount, dues, now, ...plain } = facts;
    return Object.assign(new Allocation(), plain, {
      amountColumns: MoneyColumns.from(amount),
      duesColumns: MoneyColumns.from(dues),
      conversionId: null,
      undoneAt: null,
      undoneBy: null,
      backMinor: 0n,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** Taken from it for what the seller owes on this order in this currency. */
  get dues(): Money {
    return this.duesColumns.toMoney();
  }

  /** What is left to convert. */
  get proceeds(): Money {
    return this.amount.minus(this.dues);
  }

  /** Dues that are owed no more leave more to convert. */
  freeDues(freed: Money, now: Date): void {
    Object.assign(this, { duesColumns: MoneyColumns.from(this.dues.minus(freed)), updatedAt: now });
  }

  /** The same where the rest is converted already: what is free becomes a share of its own. */
  splitOff(freed: Money, id: string, now: Date): Allocation {
    this.freeDues(freed, now);
    Object.assign(this, { amountColumns: MoneyColumns.from(this.amount.minus(freed)) });
    const { tenantId, collectionId, orderId, matchedBy } = this;
    const dues = Money.zero(freed.currency);
    return Allocation.of({ tenantId, id, collectionId, orderId, matchedBy, amount: freed, dues, now });
  }

  /** It pays for the order no more; `back` of it was not converted yet. */
  undo({ by, back, now }: { by: UndoneBy; back: Money; now: Date }): void {
    Object.assign(this, { undoneAt: now, undoneBy: by, backMinor: back.minor, updatedAt: now });
  }

  convertBy(conversionId: string, now: Date): void {
    Object.assign(this, { conversionId, updatedAt: now });
  }
}
