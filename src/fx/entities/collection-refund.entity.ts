import { Check, Column, Entity } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  REFUND,
  REFUND_REASONS,
  type RefundCommand,
  type RefundReason,
  type RefundState,
} from '../domain/refunds/refund-status.js';
import { type Refusal } from './payout.entity.js';

/** Money of a buyer on its way back to the account that it came from. One order to the bank; another try is another refund. */
@Entity({ schema: 'fx', name: 'collection_refund' })
@Check('ck_collection_refund_state', oneOf('state', REFUND.states))
@Check('ck_collection_refund_reason', oneOf('reason_code', REFUND_REASONS))
export class CollectionRefund implements Versioned {
  @TenantKey('collection_refund')
  readonly tenantId!: string;

  @TenantKey('collection_refund')
  readonly id!: string;

  @Column('uuid')
  readonly collectionId!: string;

  @Column('uuid')
  readonly accountId!: string;

  /** The seller whose account it leaves. */
  @Column('uuid')
  readonly partyId!: string;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  /** How much of it was taken out of the account under review; what fails goes back there. */
  @BigintColumn()
  private readonly reviewMinor!: bigint;

  @Column('text')
  readonly reasonCode!: RefundReason;

  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('text')
  readonly payeeName!: string;

  /** The account, sealed as the receipt has it. */
  @Column('bytea')
  readonly payeeBox!: Buffer;

  /** Its last four characters, for people. */
  @Column('text')
  readonly payeeEnding!: string;

  @Column('text')
  readonly remittance!: string;

  /** Of the receipt, where it was declared to SAFE before: what goes back is declared with the remark 退. */
  @Column('uuid', { nullable: true })
  readonly bopDeclarationId!: string | null;

  @Column('text')
  readonly state!: RefundState;

  @Column('uuid')
  readonly holdId!: string;

  /** When the message was written: part of it, so that it is the same however often it is sent. */
  @Column('timestamptz', { nullable: true })
  readonly queuedAt!: Date | null;

  @Column('date', { nullable: true })
  readonly executionOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly bankReference!: string | null;

  /** The credit by which the bank told that it has come back. */
  @Column('text', { nullable: true })
  readonly returnReference!: string | null;

  @Column('text', { nullable: true })
  readonly refusalCode!: string | null;

  @Column('text', { nullable: true })
  readonly refusal!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** Set aside; it is ordered, or somebody is asked. */
  static of(facts: {
    tenantId: string;
    id: string;
    collectionId: string;
    accountId: string;
    partyId: string;
    amount: Money;
    fromReview: Money;
    reasonCode: RefundReason;
    note: string | null;
    payeeName: string;
    payeeBox: Buffer;
    payeeEnding: string;
    remittance: string;
    bopDeclarationId: string | null;
    holdId: string;
    now: Date;
  }): CollectionRefund {
    const { amount, fromReview, now, ...plain } = facts;
    return Object.assign(new CollectionRefund(), plain, {
      amountColumns: MoneyColumns.from(amount),
      reviewMinor: fromReview.minor,
      state: 'awaiting_approval' as const,
      ...{
        queuedAt: null,
        executionOn: null,
        bankReference: null,
        returnReference: null,
        expectedBy: null,
        approval: null,
      },
      ...{ refusalCode: null, refusal: null, causes: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get fromReview(): Money {
    return Money.ofMinor(this.reviewMinor, this.amount.currency);
  }

  /** Message, instruction and end-to-end id: `crf_01…`. */
  get messageId(): string {
    return publicId('collectionRefund', this.id);
  }

  stand(approval: ApprovalStanding, why: Refusal, now: Date): void {
    Object.assign(this, { approval, ...worded(why), updatedAt: now });
  }

  order({ executionOn, expectedBy, now }: { executionOn: LocalDate; expectedBy: Date; now: Date }): void {
    const nothing = { refusalCode: null, refusal: null, causes: null, approval: null };
    this.become('order', now, { ...nothing, queuedAt: now, executionOn, expectedBy });
  }

  decline(approval: ApprovalStanding, why: Refusal, now: Date): void {
    this.become('decline', now, { approval, ...worded(why) });
  }

  markSent(expectedBy: Date, now: Date): void {
    this.become('send', now, { expectedBy });
  }

  accept({ bankReference, expectedBy, now }: { bankReference: string | null; expectedBy: Date; now: Date }): void {
    this.become('accept', now, { bankReference, expectedBy });
  }

  confirm({ bankReference, now }: { bankReference: string | null; now: Date }): void {
    this.become('confirm', now, { bankReference: bankReference ?? this.bankReference, expectedBy: null });
  }

  reject(why: Refusal, now: Date): void {
    this.become('reject', now, { ...worded(why), expectedBy: null });
  }

  /** It was settled, and the money has come back. */
  comeBack(why: Refusal, returnReference: string, now: Date): void {
    this.become('return', now, { ...worded(why), returnReference });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: RefundCommand, now: Date, facts: object): void {
    Object.assign(this, { state: REFUND.next(this.state, command), updatedAt: now, ...facts });
  }
}

function worded({ reasonCode, reason, causes }: Refusal): object {
  return { refusalCode: reasonCode, refusal: reason, causes: causes ?? null };
}
