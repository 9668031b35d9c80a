import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { OUTBOUND, type OutboundCommand, type OutboundState } from '../domain/warehouses/outbound-status.js';
import { STOCK_COUNT, type StockCountCommand, type StockCountState } from '../domain/warehouses/stock-count-status.js';
import { type GoodsReturn } from '../domain/warehouses/returns.js';
import { type CountLine } from '../domain/warehouses/stock-count.js';

/** What a lot gives to an order. */
export interface AllocatedLot {
  readonly lotId: string;
  readonly sku: string;
  readonly lot: string;
  readonly pieces: number;
}

/** Goods for a buyer's order: promised, picked, sent, and perhaps come back. */
@Entity({ schema: 'freight', name: 'outbound_order' })
@Check('ck_outbound_order_state', oneOf('state', OUTBOUND.states))
export class OutboundOrder implements Versioned {
  @TenantKey('outbound_order')
  readonly tenantId!: string;

  @TenantKey('outbound_order')
  readonly id!: string;

  @Column('uuid')
  readonly warehouseId!: string;

  /** The number of the buyer's order. */
  @Column('text')
  readonly orderReference!: string;

  @Column('text')
  readonly state!: OutboundState;

  @Column('integer')
  readonly pieces!: number;

  @Column('jsonb')
  readonly allocations!: readonly AllocatedLot[];

  @Column('jsonb')
  readonly returns!: readonly GoodsReturn[];

  @Column('text', { nullable: true })
  readonly carrier!: string | null;

  @Column('text', { nullable: true })
  readonly trackingNumber!: string | null;

  @Column('date', { nullable: true })
  readonly dispatchedOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly cancelReason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static allocated(
    facts: Pick<OutboundOrder, 'tenantId' | 'id' | 'warehouseId' | 'orderReference' | 'allocations' | 'createdAt'>,
  ): OutboundOrder {
    const pieces = facts.allocations.reduce((sum, each) => sum + each.pieces, 0);
    return Object.assign(new OutboundOrder(), {
      ...facts,
      ...{ state: 'allocated' as const, pieces, returns: [] },
      ...{ carrier: null, trackingNumber: null, dispatchedOn: null, cancelReason: null },
      ...{ version: 1, updatedAt: facts.createdAt },
    });
  }

  /** @throws IllegalTransitionError */
  become(
    command: OutboundCommand,
    now: Date,
    facts: Partial<Pick<OutboundOrder, 'carrier' | 'trackingNumber' | 'dispatchedOn' | 'cancelReason'>> = {},
  ): void {
    Object.assign(this, { state: OUTBOUND.next(this.state, command), updatedAt: now, ...facts });
  }

  take(back: GoodsReturn, now: Date): void {
    Object.assign(this, { returns: [...this.returns, back], updatedAt: now });
  }
}

/** A blind count of lots, its differences, and how they were settled. */
@Entity({ schema: 'freight', name: 'stock_count' })
@Check('ck_stock_count_state', oneOf('state', STOCK_COUNT.states))
export class StockCount implements Versioned {
  @TenantKey('stock_count')
  readonly tenantId!: string;

  @TenantKey('stock_count')
  readonly id!: string;

  @Column('uuid')
  readonly warehouseId!: string;

  @Column('text')
  readonly reference!: string;

  @Column('text')
  readonly state!: StockCountState;

  @Column('jsonb')
  readonly lines!: readonly CountLine[];

  /** Of the adjustment or the cancellation. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static opened(
    facts: Pick<StockCount, 'tenantId' | 'id' | 'warehouseId' | 'reference' | 'lines' | 'createdAt'>,
  ): StockCount {
    return Object.assign(new StockCount(), {
      ...facts,
      ...{ state: 'open' as const, reason: null, version: 1, updatedAt: facts.createdAt },
    });
  }

  /** @throws IllegalTransitionError */
  become(command: StockCountCommand, now: Date, facts: Partial<Pick<StockCount, 'lines' | 'reason'>> = {}): void {
    Object.assign(this, { state: STOCK_COUNT.next(this.state, command), updatedAt: now, ...facts });
  }
}
