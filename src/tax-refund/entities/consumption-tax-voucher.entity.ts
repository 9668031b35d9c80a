import { Check, Column, Entity } from 'typeorm';

import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  VOUCHER_KINDS,
  VOUCHER_MACHINE,
  VOUCHER_STATES,
  type VoucherCommand,
  type VoucherInput,
  type VoucherKind,
  type VoucherState,
  type VoucherWarning,
} from '../domain/consumption-tax-voucher.js';

interface NewVoucher {
  readonly tenantId: string;
  readonly id: string;
  readonly orderId: string | null;
  readonly invoiceId: string | null;
  readonly input: VoucherInput;
  readonly findings: readonly VoucherWarning[];
  readonly now: Date;
}

/** A paper of consumption tax as it was printed, and how much of it claims have taken; what it says never changes. */
@Entity({ schema: 'tax_refund', name: 'consumption_tax_voucher' })
@Check('ck_consumption_tax_voucher_state', oneOf('state', VOUCHER_STATES))
@Check('ck_consumption_tax_voucher_kind', oneOf('kind', VOUCHER_KINDS))
export class ConsumptionTaxVoucher implements Versioned {
  @TenantKey('consumption_tax_voucher')
  readonly tenantId!: string;

  @TenantKey('consumption_tax_voucher')
  readonly id!: string;

  /** The order whose goods it is for; null until it is assigned. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('integer', { nullable: true })
  readonly orderLineNumber!: number | null;

  /** The VAT invoice of the same purchase. */
  @Column('uuid', { nullable: true })
  readonly invoiceId!: string | null;

  @Column('text')
  readonly kind!: VoucherKind;

  @Column('text')
  readonly state!: VoucherState;

  @Column('text')
  readonly voucherNumber!: string;

  @Column('text', { nullable: true })
  readonly splitOf!: string | null;

  /** The tax office. */
  @Column('text')
  readonly issuer!: string;

  @Column('date')
  readonly issuedOn!: LocalDate;

  @Column('text')
  readonly supplierName!: string;

  @Column('text')
  readonly supplierTaxNumber!: string;

  @Column('text')
  readonly buyerName!: string;

  @Column('text')
  readonly buyerTaxNumber!: string;

  @Column('text')
  readonly hsCode!: string;

  @Column('text')
  readonly goodsName!: string;

  @DecimalColumn()
  readonly quantity!: Decimal;

  @Column('text')
  readonly unit!: string;

  @Column(() => MoneyColumns, { prefix: 'taxable' })
  private readonly taxableColumns!: MoneyColumns;

  /** 从价: a fraction; null: none. */
  @DecimalColumn({ nullable: true })
  readonly rate!: Decimal | null;

  /** 从量: CNY for each unit; null: none. */
  @DecimalColumn({ nullable: true })
  readonly amountPerUnit!: Decimal | null;

  @Column(() => MoneyColumns, { prefix: 'tax' })
  private readonly taxColumns!: MoneyColumns;

  /** What claims have taken of it. */
  @DecimalColumn()
  readonly takenQuantity!: Decimal;

  @BigintColumn()
  readonly takenTaxableMinor!: bigint;

  @BigintColumn()
  readonly takenTaxMinor!: bigint;

  /** What was odd about it when it was taken in. */
  @Column('jsonb')
  readonly findings!: readonly VoucherWarning[];

  @Column('text', { nullable: true })
  readonly cancelledReason!: string | null;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static record({ input, now, ...given }: NewVoucher): ConsumptionTaxVoucher {
    const { taxable, tax, supplier, buyer, ...facts } = input;
    return Object.assign(new ConsumptionTaxVoucher(), {
      ...facts,
      ...given,
      state: 'recorded',
      supplierName: supplier.name,
      supplierTaxNumber: supplier.taxNumber,
      buyerName: buyer.name,
      buyerTaxNumber: buyer.taxNumber,
      taxableColumns: MoneyColumns.from(taxable),
      taxColumns: MoneyColumns.from(tax),
      ...{ takenQuantity: new Decimal(0), takenTaxableMinor: 0n, takenTaxMinor: 0n },
      ...{ cancelledReason: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** 计税金额, CNY. */
  get taxable(): Money {
    return this.taxableColumns.toMoney();
  }

  /** 实缴税额, CNY. */
  get tax(): Money {
    return this.taxColumns.toMoney();
  }

  get isUsed(): boolean {
    return !this.takenQuantity.isZero();
  }

  assign(orderId: string, orderLineNumber: number | null, now: Date): void {
    this.become('assign', { orderId, orderLineNumber }, now);
  }

  cancel(cancelledReason: string, now: Date): void {
    this.become('cancel', { cancelledReason }, now);
  }

  private become(command: VoucherCommand, changes: Partial<ConsumptionTaxVoucher>, now: Date): void {
    Object.assign(this, { ...changes, state: VOUCHER_MACHINE.next(this.state, command), updatedAt: now });
  }
}
