import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { INVOICE_KINDS, type InvoiceInput, type InvoiceKind, type InvoiceTotals } from '../domain/check-invoice.js';
import { INVOICE_MACHINE, INVOICE_STATES, type InvoiceCommand, type InvoiceState } from '../domain/invoice-status.js';

interface NewInvoice {
  readonly tenantId: string;
  readonly id: string;
  readonly orderId: string | null;
  readonly input: InvoiceInput;
  readonly totals: InvoiceTotals;
  readonly now: Date;
}

/** A VAT invoice as it was printed; what it says never changes. Its lines stand in `invoice_line`. */
@Entity({ schema: 'tax_refund', name: 'invoice' })
@Check('ck_invoice_state', oneOf('state', INVOICE_STATES))
@Check('ck_invoice_kind', oneOf('kind', INVOICE_KINDS))
export class Invoice implements Versioned {
  @TenantKey('invoice')
  readonly tenantId!: string;

  @TenantKey('invoice')
  readonly id!: string;

  /** The order whose goods it bought; null until it is assigned. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly kind!: InvoiceKind;

  @Column('text')
  readonly state!: InvoiceState;

  @Column('text', { nullable: true })
  readonly invoiceCode!: string | null;

  @Column('text')
  readonly invoiceNumber!: string;

  @Column('date')
  readonly issuedOn!: LocalDate;

  @Column('text')
  readonly sellerName!: string;

  @Column('text')
  readonly sellerTaxNumber!: string;

  @Column('text')
  readonly buyerName!: string;

  @Column('text')
  readonly buyerTaxNumber!: string;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'vat' })
  private readonly vatColumns!: MoneyColumns;

  @DecimalColumn({ nullable: true })
  readonly fxRate!: Decimal | null;

  @Column('text', { nullable: true })
  readonly fxSource!: string | null;

  @Column('text')
  readonly remark!: string;

  @Column('text', { nullable: true })
  readonly cancelledReason!: string | null;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static record({ tenantId, id, orderId, input, totals, now }: NewInvoice): Invoice {
    return Object.assign(new Invoice(), {
      tenantId,
      id,
      orderId,
      kind: input.kind,
      state: 'recorded',
      invoiceCode: input.invoiceCode,
      invoiceNumber: input.invoiceNumber,
      issuedOn: input.issuedOn,
      sellerName: input.seller.name,
      sellerTaxNumber: input.seller.taxNumber,
      buyerName: input.buyer.name,
      buyerTaxNumber: input.buyer.taxNumber,
      amountColumns: MoneyColumns.from(totals.amount),
      vatColumns: MoneyColumns.from(totals.vat),
      fxRate: input.fxRate,
      fxSource: input.fxSource,
      remark: input.remark,
      cancelledReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** 金额, without VAT, CNY. */
  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get vat(): Money {
    return this.vatColumns.toMoney();
  }

  assign(orderId: string, now: Date): void {
    this.become('assign', { orderId }, now);
  }

  cancel(cancelledReason: string, now: Date): void {
    this.become('cancel', { cancelledReason }, now);
  }

  private become(command: InvoiceCommand, changes: Partial<Invoice>, now: Date): void {
    Object.assign(this, { ...changes, state: INVOICE_MACHINE.next(this.state, command), updatedAt: now });
  }
}
