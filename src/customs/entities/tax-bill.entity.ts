import { Check, Column, Entity, Index, VersionColumn } from 'typeorm';

import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { sealedAccount } from '../../platform/database/sealed-fields.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Payee, type TaxDifference, type TaxLine } from '../domain/imports/tax-bill.js';
import {
  TAX_BILL,
  TAX_BILL_STATES,
  type TaxBillCommand,
  type TaxBillState,
} from '../domain/imports/tax-bill-status.js';

interface NewTaxBill {
  readonly tenantId: string;
  readonly id: string;
  readonly declarationId: string;
  readonly partyId: string;
  readonly receiptId: string;
  readonly number: string;
  readonly amount: Money;
  readonly lines: readonly TaxLine[];
  readonly differences: readonly TaxDifference[];
  readonly payee: Payee;
  readonly declaredOn: LocalDate;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly transferId: string;
  readonly now: Date;
}

/** An unpaid bill that is overdue is told of again after as many days. */
const TOLD_AGAIN_DAYS = 7;

/** What customs asks for on an import: how much of each tax, until when, and how far its payment is. */
@Entity({ schema: 'customs', name: 'tax_bill' })
@Index('uq_tax_bill_number', ['tenantId', 'number'], { unique: true })
@Check('ck_tax_bill_state', oneOf('state', TAX_BILL_STATES))
export class TaxBill implements Versioned {
  @TenantKey('tax_bill')
  readonly tenantId!: string;

  @TenantKey('tax_bill')
  readonly id!: string;

  @Column('uuid')
  readonly declarationId!: string;

  /** Who imports, and owes it. */
  @Column('uuid')
  readonly partyId!: string;

  /** The receipt that it came by. */
  @Column('uuid')
  readonly receiptId!: string;

  /** 税单号. */
  @Column('text')
  readonly number!: string;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('jsonb')
  readonly lines!: readonly TaxLine[];

  @Column('jsonb')
  readonly differences!: readonly TaxDifference[];

  @Column('jsonb', { transformer: sealedAccount })
  readonly payee!: Payee;

  @Column('date')
  readonly declaredOn!: LocalDate;

  @Column('date')
  readonly issuedOn!: LocalDate;

  @Column('date')
  readonly dueOn!: LocalDate;

  @Column('text')
  readonly state!: TaxBillState;

  /** Why the last payment came to nothing. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** How it stands in the books: the transfer by which it is owed. */
  @Column('uuid')
  readonly transferId!: string;

  /** What is paid beside the number in the text of the payment. */
  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('date', { nullable: true })
  readonly paidOn!: LocalDate | null;

  /** When it is overdue, or is told of again; null when nothing is owed. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static issued({ amount, now, ...given }: NewTaxBill): TaxBill {
    return Object.assign(new TaxBill(), given, {
      amountColumns: MoneyColumns.from(amount),
      state: 'issued' as const,
      ...{ reason: null, note: null, paidOn: null },
      expectedBy: endOf(given.dueOn),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get allowedActions(): string[] {
    return TAX_BILL.allowedActions(this.state);
  }

  /** @throws IllegalTransitionError unless it is owed and not on its way */
  pay(note: string | null, now: Date): void {
    this.become('pay', now, { reason: null, note });
  }

  refuse(reason: string, now: Date): void {
    this.become('refuse', now, { reason });
  }

  confirm(paidOn: LocalDate, now: Date): void {
    this.become('confirm', now, { paidOn, reason: null, expectedBy: null });
  }

  void(now: Date): void {
    this.become('void', now, { expectedBy: null });
  }

  /** It is late, and somebody was told. */
  waitOn(now: Date): void {
    const from = this.expectedBy ?? now;
    Object.assign(this, { expectedBy: new Date(from.getTime() + TOLD_AGAIN_DAYS * 86_400_000), updatedAt: now });
  }

  private become(command: TaxBillCommand, now: Date, facts: object): void {
    Object.assign(this, { state: TAX_BILL.next(this.state, command), updatedAt: now, ...facts });
  }
}

/** The day after the last one begins, in China. */
function endOf(day: LocalDate): Date {
  return new Date(`${addDays(day, 1)}T00:00:00+08:00`);
}
