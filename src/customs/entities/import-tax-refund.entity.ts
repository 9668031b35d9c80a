import { Check, Column, Entity, Index, VersionColumn } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type TaxShare, totalOf } from '../domain/imports/refundable-tax.js';
import {
  TAX_REFUND,
  TAX_REFUND_STATES,
  type TaxRefundCommand,
  type TaxRefundState,
} from '../domain/imports/tax-refund-status.js';
import { type Moment } from '../domain/patience.js';

interface NewTaxRefund {
  readonly tenantId: string;
  readonly id: string;
  readonly requestId: string;
  readonly declarationId: string;
  readonly billId: string;
  readonly partyId: string;
  readonly taxNumber: string;
  readonly shares: readonly TaxShare[];
  readonly reason: string;
  readonly askBy: LocalDate;
  readonly now: Date;
}

const DAY_MS = 86_400_000;
/** The treasury takes its time; the sandbox's is quick. */
const PAYMENT_MS = 30 * DAY_MS;
const SANDBOX_PAYMENT_MS = 60_000;
/** One that has not come is told of again after as long. */
const TOLD_AGAIN_MS = 7 * DAY_MS;

/** Taxes of an import that were paid too much and are asked back: how much, what customs says, and what has come. In CNY. */
@Entity({ schema: 'customs', name: 'import_tax_refund' })
@Index('uq_import_tax_refund_request', ['tenantId', 'requestId'], { unique: true })
@Check('ck_import_tax_refund_state', oneOf('state', TAX_REFUND_STATES))
export class ImportTaxRefund implements Versioned {
  @TenantKey('import_tax_refund')
  readonly tenantId!: string;

  @TenantKey('import_tax_refund')
  readonly id!: string;

  /** What was sent to customs about it. */
  @Column('uuid')
  readonly requestId!: string;

  @Column('uuid')
  readonly declarationId!: string;

  @Column('uuid')
  readonly billId!: string;

  /** Who imports, and paid. */
  @Column('uuid')
  readonly partyId!: string;

  /** Number of the bill. */
  @Column('text')
  readonly taxNumber!: string;

  @Column('jsonb')
  readonly shares!: readonly TaxShare[];

  @Column('text')
  readonly reason!: string;

  /** The last day on which it could be asked for. */
  @Column('date')
  readonly askBy!: LocalDate;

  @Column('text')
  readonly state!: TaxRefundState;

  /** What customs or we had against it. */
  @Column('text', { nullable: true })
  readonly outcomeReason!: string | null;

  /** Under which the treasury pays. */
  @Column('text', { nullable: true })
  readonly number!: string | null;

  @BigintColumn({ nullable: true })
  private readonly grantedMinor!: bigint | null;

  @BigintColumn({ nullable: true })
  private readonly interestMinor!: bigint | null;

  @BigintColumn()
  private readonly receivedMinor!: bigint;

  /** When all of it was there. */
  @Column('timestamptz', { nullable: true })
  readonly paidAt!: Date | null;

  /** When the treasury should have paid, or is told of again; null unless granted. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static of({ now, ...given }: NewTaxRefund): ImportTaxRefund {
    return Object.assign(new ImportTaxRefund(), {
      ...given,
      state: 'asked',
      ...{ outcomeReason: null, number: null, grantedMinor: null, interestMinor: null, receivedMinor: 0n },
      ...{ paidAt: null, expectedBy: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return totalOf(this.shares);
  }

  /** Without interest; null until customs has said. */
  get granted(): Money | null {
    return this.grantedMinor === null ? null : Money.ofMinor(this.grantedMinor, 'CNY');
  }

  get interest(): Money | null {
    return this.interestMinor === null ? null : Money.ofMinor(this.interestMinor, 'CNY');
  }

  get received(): Money {
    return Money.ofMinor(this.receivedMinor, 'CNY');
  }

  /** What the treasury pays in all, as far as it is known. */
  get expected(): Money {
    return (this.granted ?? this.amount).plus(this.interest ?? Money.zero('CNY'));
  }

  get isThere(): boolean {
    return this.granted !== null && !this.expected.isMoreThan(this.received);
  }

  grant(
    { number, amount, interest }: { readonly number: string | null; readonly amount: Money; readonly interest: Money },
    { now, livemode }: Moment,
  ): void {
    const expectedBy = new Date(now.getTime() + (livemode ? PAYMENT_MS : SANDBOX_PAYMENT_MS));
    this.become('grant', now, { number, grantedMinor: amount.minor, interestMinor: interest.minor, expectedBy });
  }

  refuse(outcomeReason: string, now: Date): void {
    this.become('refuse', now, { outcomeReason });
  }

  /** Money that names it has come, be it before customs has said so. */
  take(amount: Money, now: Date): void {
    Object.assign(this, { receivedMinor: this.receivedMinor + amount.minor, updatedAt: now });
  }

  settle(now: Date): void {
    this.become('receive', now, { paidAt: now, expectedBy: null });
  }

  /** It is late, and somebody was told. */
  waitOn(now: Date): void {
    Object.assign(this, { expectedBy: new Date(now.getTime() + TOLD_AGAIN_MS), updatedAt: now });
  }

  private become(command: TaxRefundCommand, now: Date, facts: object): void {
    Object.assign(this, { state: TAX_REFUND.next(this.state, command), updatedAt: now, ...facts });
  }
}
