import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type LenderName } from '../domain/products/product.js';
import { LIVE_RECEIPT, RECEIPT, RECEIPT_STATES, type ReceiptState } from '../domain/stock/receipt-status.js';
import { type ValuedStock } from '../domain/stock/receipt-value.js';

/** What somebody finds a receipt to be worth. */
export interface Valuation {
  /** Of what is in pledge on that day. */
  readonly value: Money;
  readonly valuedOn: LocalDate;
  /** Who says so. */
  readonly source: string;
}

/** A receipt as it is pledged. */
export interface PledgedGoods {
  readonly tenantId: string;
  readonly id: string;
  readonly sellerId: string;
  readonly product: string;
  readonly coverRate: Decimal;
  readonly creditor: LenderName;
  readonly number: string;
  readonly issuer: string;
  readonly hsCode: string | null;
  readonly goods: string | null;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly storedUntil: LocalDate;
  readonly isInsured: boolean;
}

/** Goods in a warehouse, pledged by their receipt (仓单质押): what may be lent on them follows their latest valuation. */
@Entity({ schema: 'financing', name: 'warehouse_receipt' })
@Check('ck_warehouse_receipt_state', oneOf('state', RECEIPT_STATES))
export class WarehouseReceipt implements Versioned, PledgedGoods {
  @TenantKey('warehouse_receipt')
  readonly tenantId!: string;

  @TenantKey('warehouse_receipt')
  readonly id!: string;

  @Column('uuid')
  readonly sellerId!: string;

  /** For loans by this product it is pledged. */
  @Column('text')
  readonly product!: string;

  /** The advance rate of the product on the day of the pledge. */
  @DecimalColumn()
  readonly coverRate!: Decimal;

  /** Who is secured. */
  @Column('jsonb')
  readonly creditor!: LenderName;

  @Column('text')
  readonly number!: string;

  /** Tax number of the warehouse. */
  @Column('text')
  readonly issuer!: string;

  @Column('text', { nullable: true })
  readonly hsCode!: string | null;

  @Column('text', { nullable: true })
  readonly goods!: string | null;

  @DecimalColumn()
  readonly quantity!: Decimal;

  @Column('text')
  readonly unit!: string;

  @DecimalColumn()
  readonly leftQuantity!: Decimal;

  @Column(() => MoneyColumns, { prefix: 'value' })
  private readonly valueColumns!: MoneyColumns;

  @DecimalColumn()
  readonly valuedQuantity!: Decimal;

  @Column('date')
  readonly valuedOn!: LocalDate;

  @Column('date')
  readonly storedUntil!: LocalDate;

  @Column('boolean')
  readonly isInsured!: boolean;

  /** What is to be topped up, as it was told last. */
  @BigintColumn()
  private readonly shortfallMinor!: bigint;

  @Column('text')
  readonly state!: ReceiptState;

  /** Why it was cancelled: in English, or in the words of who said it. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static pledge(goods: PledgedGoods, { value, valuedOn }: Valuation, now: Date): WarehouseReceipt {
    const { quantity } = goods;
    return Object.assign(new WarehouseReceipt(), goods, {
      ...{ leftQuantity: quantity, valuedQuantity: quantity, valueColumns: MoneyColumns.from(value), valuedOn },
      ...{ shortfallMinor: 0n, state: 'pledged', reason: null, causes: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get isLive(): boolean {
    return LIVE_RECEIPT.has(this.state);
  }

  get stock(): ValuedStock {
    const { valuedQuantity, leftQuantity } = this;
    return { value: this.valueColumns.toMoney(), valuedQuantity, leftQuantity };
  }

  /** The shortfall as it was told last. */
  get toldShortfall(): Money {
    return Money.ofMinor(this.shortfallMinor, this.stock.value.currency);
  }

  /** @throws IllegalTransitionError of what is not in pledge */
  assertLive(command: 'release_part' | 'release'): void {
    RECEIPT.next(this.state, command);
  }

  /** The latest valuation counts, of what is in pledge now. */
  revalue({ value, valuedOn }: Valuation, now: Date): void {
    const valueColumns = MoneyColumns.from(value);
    Object.assign(this, { valueColumns, valuedOn, valuedQuantity: this.leftQuantity, updatedAt: now });
  }

  noteShortfall(shortfall: Money): void {
    Object.assign(this, { shortfallMinor: shortfall.minor });
  }

  /** @throws IllegalTransitionError */
  release(quantity: Decimal, now: Date): void {
    const leftQuantity = this.leftQuantity.minus(quantity);
    const state = RECEIPT.next(this.state, leftQuantity.isZero() ? 'release' : 'release_part');
    Object.assign(this, { state, leftQuantity, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  cancel(command: 'withdraw' | 'refuse', { reason, causes }: Reason, now: Date): void {
    Object.assign(this, { state: RECEIPT.next(this.state, command), reason, causes: causes ?? null, updatedAt: now });
  }
}
