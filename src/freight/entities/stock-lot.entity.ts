import { Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Evidence } from '../domain/warehouses/inspection.js';
import { type DeclaredLot } from '../domain/warehouses/reconciliation.js';
import { type Balance, NOTHING } from '../domain/warehouses/stock.js';

type Announced = Pick<
  StockLot,
  | ('tenantId' | 'id' | 'warehouseId' | 'noticeId' | 'declarationId' | 'itemNumber')
  | ('lineNo' | 'sku' | 'lot' | 'announced' | 'createdAt')
>;

/** One lot of one SKU in one warehouse: a line of the notice that it came by, and the stock that became of it. */
@Entity({ schema: 'freight', name: 'stock_lot' })
export class StockLot implements Versioned, Balance {
  @TenantKey('stock_lot')
  readonly tenantId!: string;

  @TenantKey('stock_lot')
  readonly id!: string;

  @Column('uuid')
  readonly warehouseId!: string;

  @Column('uuid')
  readonly noticeId!: string;

  @Column('uuid', { nullable: true })
  readonly declarationId!: string | null;

  @Column('integer', { nullable: true })
  readonly itemNumber!: number | null;

  @Column('integer')
  readonly lineNo!: number;

  @Column('text')
  readonly sku!: string;

  @Column('text')
  readonly lot!: string;

  @Column('boolean')
  readonly isCancelled!: boolean;

  /** The day it became stock, at the warehouse; null before. */
  @Column('date', { nullable: true })
  readonly receivedOn!: LocalDate | null;

  @Column('integer')
  readonly announced!: number;

  /** Found sound by the inspection; null before. */
  @Column('integer', { nullable: true })
  readonly accepted!: number | null;

  /** Found damaged by the inspection; null before. */
  @Column('integer', { nullable: true })
  readonly rejected!: number | null;

  @Column('jsonb')
  readonly evidence!: readonly Evidence[];

  @Column('integer')
  readonly received!: number;

  @Column('integer')
  readonly onHand!: number;

  @Column('integer')
  readonly allocated!: number;

  @Column('integer')
  readonly damaged!: number;

  @Column('integer')
  readonly sold!: number;

  @Column('integer')
  readonly returned!: number;

  @Column('integer')
  readonly disposed!: number;

  @Column('integer')
  readonly adjusted!: number;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** Announced and not found; null before the inspection. */
  get missing(): number | null {
    return this.accepted === null || this.rejected === null ? null : this.announced - this.accepted - this.rejected;
  }

  static announced(facts: Announced): StockLot {
    return Object.assign(new StockLot(), {
      ...facts,
      ...NOTHING,
      ...{ isCancelled: false, receivedOn: null, accepted: null, rejected: null, evidence: [] },
      ...{ version: 1, updatedAt: facts.createdAt },
    });
  }

  inspect(found: { accepted: number; damaged: number; evidence: readonly Evidence[] }, now: Date): void {
    const { accepted, damaged: rejected, evidence } = found;
    Object.assign(this, { accepted, rejected, evidence, updatedAt: now });
  }

  /** From now on it is stock. */
  stock(receivedOn: LocalDate): void {
    Object.assign(this, { receivedOn });
  }

  cancel(now: Date): void {
    Object.assign(this, { isCancelled: true, updatedAt: now });
  }

  stand(balance: Balance, now: Date): void {
    const { received, onHand, allocated, damaged, sold, returned, disposed, adjusted } = balance;
    const places = { received, onHand, allocated, damaged, sold, returned, disposed, adjusted };
    Object.assign(this, { ...places, updatedAt: now });
  }

  /** As a part of what one item of a declaration became. */
  get asDeclared(): DeclaredLot {
    const { received, onHand, allocated, damaged, sold, returned, disposed, adjusted } = this;
    return {
      ...{ received, onHand, allocated, damaged, sold, returned, disposed, adjusted },
      ...{ itemNumber: this.itemNumber ?? 0, announced: this.announced, missing: this.missing },
      ...{ isCancelled: this.isCancelled, isStocked: this.receivedOn !== null },
    };
  }
}
