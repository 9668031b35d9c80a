import { Column } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { type Explained } from '../../kernel/calculation.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { sealedText } from '../../platform/database/sealed-fields.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ClaimState } from '../domain/claim-status.js';
import { type CorrectionKind } from '../domain/correction.js';
import { type Answer, type KnownDoubt } from '../domain/doubt.js';
import { type Finding } from '../domain/finding.js';
import { type Held } from '../domain/hold.js';
import { type Inquiry } from '../domain/inquiry.js';
import { type BusinessType } from '../domain/overseas-advance.js';
import { type Regime } from '../domain/regime.js';

/** Everything that the figures stand on, kept with them. */
export interface ClaimCalculation extends Explained {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly refundRates: readonly (Explained & {
    readonly hsCode: string;
    /** Absent of claims from before an order could go in several declarations. */
    readonly exportDate?: LocalDate;
    readonly refundRate: string;
  })[];
  readonly deadlines: Explained;
}

/** What made a correction necessary. */
export interface CorrectionFacts {
  readonly kind: CorrectionKind;
  readonly reason: string;
  readonly document: string | null;
}

/** An item that was not refunded, or not in full. */
export interface Disallowed {
  readonly declarationLine: string;
  /** CNY, with two decimals. */
  readonly amount: string;
  readonly reason: string;
}

/** A declaration that a claim holds lines of; each line is of the export date of its own. */
export interface ClaimedDeclaration {
  readonly entryNumber: string;
  readonly exportDate: LocalDate;
}

/** What a claim keeps. All money in CNY. What may become of it stands in `Claim`. */
export abstract class ClaimColumns implements Versioned {
  @TenantKey('claim')
  readonly tenantId!: string;

  @TenantKey('claim')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('text')
  readonly orderReference!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('text')
  readonly regime!: Regime;

  /** What it is filed as where that is not the usual (退（免）税业务类型). */
  @Column('text', { nullable: true })
  readonly businessType!: BusinessType | null;

  @Column('text')
  readonly state!: ClaimState;

  /** How often it was filed; 0 before the first time. */
  @Column('integer')
  readonly attempt!: number;

  /** 所属期, `YYYYMM`. */
  @Column('char', { length: 6 })
  readonly period!: string;

  @Column('text')
  readonly taxpayerName!: string;

  @Column('text')
  readonly taxpayerNumber!: string;

  @Column('text', { transformer: sealedText })
  readonly accountNumber!: string;

  @Column('text')
  readonly accountHolder!: string;

  /** Of the earliest export, which starts the clocks. */
  @Column('char', { length: 18 })
  readonly entryNumber!: string;

  @Column('date')
  readonly exportDate!: LocalDate;

  /** Every declaration that it holds lines of. */
  @Column('jsonb')
  readonly declarations!: readonly ClaimedDeclaration[];

  @Column(() => MoneyColumns, { prefix: 'taxable' })
  protected readonly taxableColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'refund' })
  protected readonly refundColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'consumptionTax' })
  protected readonly consumptionTaxColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'awardedConsumptionTax' })
  protected readonly awardedConsumptionTaxColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'nonRefundable' })
  protected readonly nonRefundableColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'exemptCredit' })
  protected readonly exemptCreditColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'awarded' })
  protected readonly awardedColumns!: MoneyColumns;

  @Column('jsonb')
  readonly calculation!: ClaimCalculation;

  @Column('jsonb')
  readonly checks!: readonly Finding[];

  @Column('date')
  readonly collectBy!: LocalDate;

  @Column('date')
  readonly fileBy!: LocalDate;

  @Column('date', { nullable: true })
  readonly filingExpiresOn!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly deemedDomesticOn!: LocalDate | null;

  /** The claim that this one corrects; null of every other. */
  @Column('uuid', { nullable: true })
  readonly correctsId!: string | null;

  @Column('jsonb', { nullable: true })
  readonly correction!: CorrectionFacts | null;

  /** The bureau's number, once it has taken the present attempt. */
  @Column('text', { nullable: true })
  readonly acceptanceNumber!: string | null;

  @Column('text', { nullable: true })
  readonly treasuryReference!: string | null;

  /** The bureau's words: on a query, a rejection, or where it grants less. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** When the bureau asked, by its own clock. */
  @Column('timestamptz', { nullable: true })
  readonly queriedAt!: Date | null;

  @Column('jsonb')
  readonly answers!: readonly Answer[];

  /** Of the bureau, the first first. */
  @Column('jsonb')
  readonly inquiries!: readonly Inquiry[];

  /** What the self-check found doubtful, with the answers that are filed with it. */
  @Column('jsonb')
  readonly doubts!: readonly KnownDoubt[];

  /** When the bureau last withheld or resumed it, by its own clock. */
  @Column('timestamptz', { nullable: true })
  readonly withheldAt!: Date | null;

  @Column('jsonb')
  readonly disallowed!: readonly Disallowed[];

  /** The booking of the receivable, to be reversed if the bureau says no. */
  @Column('uuid', { nullable: true })
  readonly receivableTransferId!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly filedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly approvedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly paidAt!: Date | null;

  /** When the bureau is asked, if nothing has come by then. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** How often the bureau has been asked in this state. */
  @Column('integer')
  readonly asks!: number;

  /** Of its filing, where that takes a second person; null when it was filed since. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  /** The agency agreement that the present attempt is filed under; null where none was asked for. */
  @Column('uuid', { nullable: true })
  readonly agencyAgreementId!: string | null;

  /** The batch that it waits in, or that its present attempt was filed with; null: by itself. */
  @Column('uuid', { nullable: true })
  readonly filingBatchId!: string | null;

  /** Why it cannot be filed; null when nothing keeps it back. */
  @Column('jsonb', { nullable: true })
  readonly held!: Held | null;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  get taxable(): Money {
    return this.taxableColumns.toMoney();
  }

  /** As claimed, of both taxes. */
  get refund(): Money {
    return this.refundColumns.toMoney();
  }

  /** What of the refund is consumption tax. */
  get consumptionTax(): Money {
    return this.consumptionTaxColumns.toMoney();
  }

  /** What of `awarded` is consumption tax. */
  get awardedConsumptionTax(): Money {
    return this.awardedConsumptionTaxColumns.toMoney();
  }

  get nonRefundableVat(): Money {
    return this.nonRefundableColumns.toMoney();
  }

  get exemptCredit(): Money {
    return this.exemptCreditColumns.toMoney();
  }

  /** What is to come or has come: as claimed, then as approved, then as paid. */
  get awarded(): Money {
    return this.awardedColumns.toMoney();
  }
}
