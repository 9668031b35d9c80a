import { Check, Column, Entity } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type CheckedInvoice } from '../domain/check-invoice.js';
import { INVOICE_KINDS, type InvoiceInput, type InvoiceKind } from '../domain/invoice-input.js';
import { type InvoiceWarning } from '../domain/invoice-findings.js';
import { INVOICE_MACHINE, INVOICE_STATES, type InvoiceCommand, type InvoiceState } from '../domain/invoice-status.js';
import { type BlueInvoice } from '../domain/red-letter.js';

interface NewInvoice {
  readonly tenantId: string;
  readonly id: string;
  readonly orderId: string | null;
  readonly input: InvoiceInput;
  readonly checked: CheckedInvoice;
  /** The blue invoice that it takes back. */
  readonly redOf: string | null;
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

  /** Of a red-letter invoice: the blue one that it takes back. */
  @Column('uuid', { nullable: true })
  readonly redOf!: string | null;

  /** What was odd about it when it was taken in. */
  @Column('jsonb')
  readonly findings!: readonly InvoiceWarning[];

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static record({ tenantId, id, orderId, input, checked, redOf, now }: NewInvoice): Invoice {
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
      amountColumns: MoneyColumns.from(checked.amount),
      vatColumns: MoneyColumns.from(checked.vat),
      fxRate: input.fxRate,
      fxSource: input.fxSource,
      remark: input.remark,
      cancelledReason: null,
      redOf,
      findings: checked.warnings,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** What a red-letter invoice has to agree with. */
  get head(): Pick<BlueInvoice, 'kind' | 'issuedOn' | 'seller' | 'buyer'> {
    const { kind, issuedOn, sellerName, sellerTaxNumber, buyerName, buyerTaxNumber } = this;
    const seller = { name: sellerName, taxNumber: sellerTaxNumber };
    return { kind, issuedOn, seller, buyer: { name: buyerName, taxNumber: buyerTaxNumber } };
  }

  /** 金额, without VAT, CNY; below zero of a red-letter invoice. */
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

  /** Red-letter invoices have taken all of it back. */
  flush(now: Date): void {
    this.become('flush', {}, now);
  }

  /** The red-letter invoice that took the last of it back was none. */
  restore(now: Date): void {
    this.become('restore', {}, now);
  }

  /** Its lines have changed. */
  touch(now: Date): void {
    Object.assign(this, { updatedAt: now });
  }

  private become(command: InvoiceCommand, changes: Partial<Invoice>, now: Date): void {
    Object.assign(this, { ...changes, state: INVOICE_MACHINE.next(this.state, command), updatedAt: now });
  }
}
