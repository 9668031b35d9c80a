import { Column, Entity } from 'typeorm';

import { type Money } from '../../kernel/money.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';

/** CNY per 1 unit of a currency, and who published it. */
export interface PeriodFxRate {
  readonly currency: string;
  readonly rate: string;
  readonly source: string;
}

export interface PeriodData {
  readonly domesticOutputVat: Money;
  readonly inputVat: Money;
  /** Null: what the month before leaves. */
  readonly carryForwardCredit: Money | null;
  /** 计划分配率, a fraction; null where nothing is processed from duty-free material. */
  readonly bondedPlanRate: string | null;
  readonly fxRates: readonly PeriodFxRate[];
}

/** With the credit that it starts with, and the month that this is from; null: somebody said it. */
interface SettledData extends PeriodData {
  readonly carryForwardCredit: Money;
  readonly carriedFrom: string | null;
}

/** What a manufacturer's VAT return of one month says beside its exports. All money in CNY. */
@Entity({ schema: 'tax_refund', name: 'tax_period' })
export class TaxPeriod implements Versioned {
  @TenantKey('tax_period')
  readonly tenantId!: string;

  @TenantKey('tax_period')
  readonly id!: string;

  @Column('uuid')
  readonly sellerId!: string;

  /** `YYYYMM`. */
  @Column('char', { length: 6 })
  readonly period!: string;

  @Column(() => MoneyColumns, { prefix: 'domesticOutput' })
  private readonly domesticOutputColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'input' })
  private readonly inputColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'carryForward' })
  private readonly carryForwardColumns!: MoneyColumns;

  @Column('numeric', { nullable: true })
  readonly bondedPlanRate!: string | null;

  @Column('char', { length: 6, nullable: true })
  readonly carriedFrom!: string | null;

  @Column('jsonb')
  readonly fxRates!: readonly PeriodFxRate[];

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open(key: { tenantId: string; id: string; sellerId: string; period: string }, now: Date): TaxPeriod {
    return Object.assign(new TaxPeriod(), { ...key, version: 1, createdAt: now, updatedAt: now });
  }

  get domesticOutputVat(): Money {
    return this.domesticOutputColumns.toMoney();
  }

  get inputVat(): Money {
    return this.inputColumns.toMoney();
  }

  get carryForwardCredit(): Money {
    return this.carryForwardColumns.toMoney();
  }

  declare({ domesticOutputVat, inputVat, carryForwardCredit, ...given }: SettledData, now: Date): void {
    Object.assign(this, {
      domesticOutputColumns: MoneyColumns.from(domesticOutputVat),
      inputColumns: MoneyColumns.from(inputVat),
      carryForwardColumns: MoneyColumns.from(carryForwardCredit),
      ...given,
      updatedAt: now,
    });
  }
}
