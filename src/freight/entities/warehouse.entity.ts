import { Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Decimal } from '../../kernel/decimal.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type WarehouseFees } from '../domain/warehouses/warehouse-tariff.js';

/** A warehouse abroad (海外仓) that keeps goods of the tenant. */
@Entity({ schema: 'freight', name: 'warehouse' })
export class Warehouse implements Versioned {
  @TenantKey('warehouse')
  readonly tenantId!: string;

  @TenantKey('warehouse')
  readonly id!: string;

  @Column('text')
  readonly code!: string;

  @Column('text')
  readonly name!: string;

  @Column('char', { length: 2 })
  readonly country!: string;

  @Column('char', { length: 5 })
  readonly unLocode!: string;

  /** Of its calendar days. */
  @Column('text')
  readonly zone!: string;

  /** The caller's own. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static opened(facts: Omit<Warehouse, 'version' | 'updatedAt' | 'change'>): Warehouse {
    return Object.assign(new Warehouse(), { ...facts, version: 1, updatedAt: facts.createdAt });
  }

  /** What it is called; where it is does not change. */
  change(facts: { readonly name?: string; readonly reference?: string | null }, now: Date): void {
    const { name = this.name, reference = this.reference } = facts;
    Object.assign(this, { name, reference, updatedAt: now });
  }
}

/** A price list of a warehouse from a day on; never changed, the next one ends it. */
@Entity({ schema: 'freight', name: 'warehouse_tariff' })
export class WarehouseTariff implements Versioned {
  @TenantKey('warehouse_tariff')
  readonly tenantId!: string;

  @TenantKey('warehouse_tariff')
  readonly id!: string;

  @Column('uuid')
  readonly warehouseId!: string;

  @Column('date')
  readonly validFrom!: LocalDate;

  @Column('char', { length: 3 })
  readonly currency!: string;

  @Column('jsonb')
  readonly fees!: WarehouseFees;

  /** Contract or offer that it stands in. */
  @Column('text')
  readonly source!: string;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static set(facts: Omit<WarehouseTariff, 'version' | 'updatedAt'>): WarehouseTariff {
    return Object.assign(new WarehouseTariff(), { ...facts, version: 1, updatedAt: facts.createdAt });
  }
}

/** What warehouses call a product, and how much room a piece takes. */
@Entity({ schema: 'freight', name: 'warehouse_sku' })
export class WarehouseSku implements Versioned {
  @TenantKey('warehouse_sku')
  readonly tenantId!: string;

  @TenantKey('warehouse_sku')
  readonly id!: string;

  @Column('text')
  readonly code!: string;

  @Column('text')
  readonly name!: string;

  @DecimalColumn({ precision: 14, scale: 6 })
  readonly cbmPerPiece!: Decimal;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static entered(facts: Omit<WarehouseSku, 'version' | 'updatedAt'>): WarehouseSku {
    return Object.assign(new WarehouseSku(), { ...facts, version: 1, updatedAt: facts.createdAt });
  }
}

/** What a month of a warehouse cost, as it was worked out. */
@Entity({ schema: 'freight', name: 'warehouse_statement' })
export class WarehouseStatement implements Versioned {
  @TenantKey('warehouse_statement')
  readonly tenantId!: string;

  @TenantKey('warehouse_statement')
  readonly id!: string;

  @Column('uuid')
  readonly warehouseId!: string;

  /** `2026-11`. */
  @Column('char', { length: 7 })
  readonly period!: string;

  @Column(() => MoneyColumns, { prefix: 'total' })
  private readonly totalColumns!: MoneyColumns;

  @Column('jsonb')
  readonly fees!: Readonly<Record<string, unknown>>;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  get total(): Money {
    return this.totalColumns.toMoney();
  }

  static issued(
    facts: Pick<WarehouseStatement, 'tenantId' | 'id' | 'warehouseId' | 'period' | 'fees' | 'createdAt'> & {
      readonly total: Money;
    },
  ): WarehouseStatement {
    const { total, ...plain } = facts;
    const totalColumns = MoneyColumns.from(total);
    return Object.assign(new WarehouseStatement(), { ...plain, totalColumns, version: 1, updatedAt: facts.createdAt });
  }
}
