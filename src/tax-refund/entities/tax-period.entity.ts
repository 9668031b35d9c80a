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
  /** 上期结转需冲减的免抵退税额; null: what the month before could not take off. */
  readonly carriedReduction: Money | null;
  /** 计划分配率, a fraction; null where nothing is processed from duty-free material. */
  readonly bondedPlanRate: string | null;
  readonly fxRates: readonly PeriodFxRate[];
}

/** With the credit that it starts with, and the month that this is from; null: somebody said it. */
interface SettledData extends PeriodData {
  readonly carryForwardCredit: Money;
  readonly carriedReduction: Money;
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

  @Column(() => MoneyColumns, { prefix: 'carriedReduction' })
  private readonly carriedReductionColumns!: MoneyColumns;

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

  /** 上期结转需冲减的免抵退税额. */
  get carriedReduction(): Money {
    return this.carriedReductionColumns.toMoney();
  }

  /** What the month before leaves has changed. @returns false where it is the same */
  carry(credit: Money, reduction: Money, now: Date): boolean {
    if (credit.equals(this.carryForwardCredit) && reduction.equals(this.carriedReduction)) return false;
    Object.assign(this, {
      carryForwardColumns: MoneyColumns.from(credit),
      carriedReductionColumns: MoneyColumns.from(reduction),
      updatedAt: now,
    });
    return true;
  }

  declare(
    { domesticOutputVat, inputVat, carryForwardCredit, carriedReduction, ...given }: SettledData,
    now: Date,
  ): void {
    Object.assign(this, {
      domesticOutputColumns: MoneyColumns.from(domesticOutputVat),
      inputColumns: MoneyColumns.from(inputVat),
      carryForwardColumns: MoneyColumns.from(carryForwardCredit),
      carriedReductionColumns: MoneyColumns.from(carriedReduction),
      ...given,
      updatedAt: now,
    });
  }
}
