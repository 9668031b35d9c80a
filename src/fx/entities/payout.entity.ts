import { Check, Column, Entity, Index } from 'typeorm';

import { type ApprovalStanding, isAwaiting } from '../../kernel/approval-standing.js';
import { type Money } from '../../kernel/money.js';
import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Reason, reasonOf, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { sealedText } from '../../platform/database/sealed-fields.js';
import { type Versioned } from '../../platform/database/session.js';
import { SAY } from '../domain/fx.sentences.js';
import { PAYOUT, type PayoutCommand, type PayoutState } from '../domain/payouts/payout-status.js';

/** The seller's own account, as it was when the order to the bank was written. */
export interface Creditor {
  readonly name: string;
  readonly accountNumber: string;
  readonly cnaps: string;
}

/** Why the bank, or we, would not pay. */
export interface Refusal extends Reason {
  readonly reasonCode: string | null;
}

/** Released money on its way to the seller's own bank account. */
@Entity({ schema: 'fx', name: 'payout' })
@Index('uq_payout_release', ['tenantId', 'releaseEventId'], { unique: true })
@Check('ck_payout_state', oneOf('state', PAYOUT.states))
export class Payout implements Versioned {
  @TenantKey('payout')
  readonly tenantId!: string;

  @TenantKey('payout')
  readonly id!: string;

  /** The event that released the money: what makes a second payout of it impossible. */
  @Column('uuid')
  readonly releaseEventId!: string;

  /** Null of what was lent on no order. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly purpose!: 'collection' | 'refund' | 'advance' | 'indemnity' | 'recovery';

  /** The conversion, claim or advance that the money came from. */
  @Column('uuid')
  readonly sourceId!: string;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('text')
  readonly remittance!: string;

  @Column('text', { nullable: true })
  private readonly creditorName!: string | null;

  @Column('text', { nullable: true, transformer: sealedText })
  private readonly creditorAccount!: string | null;

  @Column('text', { nullable: true })
  private readonly creditorCnaps!: string | null;

  @Column('text')
  readonly state!: PayoutState;

  /** Messages written to the bank so far; 0 while blocked. */
  @Column('integer')
  readonly attempt!: number;

  /** When the present message was written: part of it, so that it is the same however often it is sent. */
  @Column('timestamptz', { nullable: true })
  readonly queuedAt!: Date | null;

  /** The day on which the bank is to carry out the present message; null of those before days were named. */
  @Column('date', { nullable: true })
  readonly executionOn!: LocalDate | null;

  /** The message that it goes in together with others; null where it goes by itself. */
  @Column('uuid', { nullable: true })
  readonly batchId!: string | null;

  @Column('uuid', { nullable: true })
  readonly holdId!: string | null;

  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The same where it was said by us, for a reader of any language; null of old rows, and where the bank spoke. */
  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('text', { nullable: true })
  readonly bankReference!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** Of its ordering, where that takes a second person; null when it was ordered since. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** Released and not yet ordered; `queue` or nothing comes next. */
  static of(facts: {
    tenantId: string;
    id: string;
    releaseEventId: string;
    orderId: string | null;
    partyId: string;
    purpose: Payout['purpose'];
    sourceId: string;
    amount: Money;
    remittance: string;
    now: Date;
  }): Payout {
    const { amount, now, ...plain } = facts;
    return Object.assign(new Payout(), plain, {
      amountColumns: MoneyColumns.from(amount),
      creditorName: null,
      creditorAccount: null,
      creditorCnaps: null,
      state: 'blocked' as const,
      attempt: 0,
      queuedAt: null,
      executionOn: null,
      batchId: null,
      holdId: null,
      reasonCode: 'FX.NO_BANK_ACCOUNT',
      ...reasonOf([SAY.no_bank_account]),
      bankReference: null,
      expectedBy: null,
      approval: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get creditor(): Creditor | null {
    const { creditorName: name, creditorAccount: accountNumber, creditorCnaps: cnaps } = this;
    return name === null || accountNumber === null || cnaps === null ? null : { name, accountNumber, cnaps };
  }

  /** Message, instruction and end-to-end id of the present attempt: `pay_01…-1`. */
  get messageId(): string {
    return `${publicId('payout', this.id)}-${this.attempt}`;
  }

  get allowedActions(): PayoutCommand[] {
    return isAwaiting(this.approval) ? [] : PAYOUT.allowedActions(this.state);
  }

  /** It stays where it is, for a second person or for want of one. */
  stand(approval: ApprovalStanding | null, { reasonCode, reason, causes }: Refusal, now: Date): void {
    Object.assign(this, { approval, reasonCode, reason, causes: causes ?? null, updatedAt: now });
  }

  /** Writes a new message to the bank. @throws IllegalTransitionError unless blocked, rejected or returned */
  queue({
    creditor,
    holdId,
    executionOn,
    expectedBy,
    now,
  }: {
    creditor: Creditor;
    holdId: string;
    executionOn: LocalDate;
    expectedBy: Date;
    now: Date;
  }): void {
    this.become('retry', now, {
      creditorName: creditor.name,
      creditorAccount: creditor.accountNumber,
      creditorCnaps: creditor.cnaps,
      attempt: this.attempt + 1,
      queuedAt: now,
      executionOn,
      batchId: null,
      holdId,
      reasonCode: null,
      reason: null,
      causes: null,
      bankReference: null,
      expectedBy,
      approval: null,
    });
  }

  /** @throws IllegalTransitionError unless queued */
  markSent(expectedBy: Date, now: Date): void {
    this.become('send', now, { expectedBy });
  }

  accept({ bankReference, expectedBy, now }: { bankReference: string | null; expectedBy: Date; now: Date }): void {
    this.become('accept', now, { bankReference, expectedBy });
  }

  confirm({ bankReference, now }: { bankReference: string | null; now: Date }): void {
    this.become('confirm', now, { bankReference: bankReference ?? this.bankReference, expectedBy: null });
  }

  reject({ reasonCode, reason, causes }: Refusal, now: Date): void {
    this.become('reject', now, { reasonCode, reason, causes: causes ?? null, expectedBy: null });
  }

  /** It was settled, and the money has come back. */
  comeBack({ reasonCode, reason, causes }: Refusal, now: Date): void {
    this.become('return', now, { reasonCode, reason, causes: causes ?? null, expectedBy: null });
  }

  /** It goes in this message, with others. */
  join(batchId: string): void {
    Object.assign(this, { batchId });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: PayoutCommand, now: Date, facts: object): void {
    Object.assign(this, { state: PAYOUT.next(this.state, command), updatedAt: now, ...facts });
  }
}
