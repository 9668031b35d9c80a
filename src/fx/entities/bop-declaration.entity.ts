import { Check, Column, Entity, Index } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type BopContent } from '../domain/bop/bop-findings.js';
import { BOP, type BopCommand, type BopState } from '../domain/bop/bop-status.js';

/** One transaction as it is kept. */
export interface KeptBopLine {
  readonly code: string;
  readonly amount: MoneyJson;
  readonly remark: string;
}

/** What a person may say of a receipt; all else comes from the bank. */
export interface KeptBopContent {
  readonly payerName: string | null;
  readonly payerCountry: string | null;
  readonly lines: readonly KeptBopLine[];
  readonly contractNumber: string | null;
  readonly invoiceNumber: string | null;
  readonly isBonded: boolean;
}

/** What the receipt was exchanged for. */
export interface Settled {
  readonly amount: MoneyJson;
  /** CNY for 1 unit. */
  readonly rate: string;
}

/** The declaration of one foreign receipt (涉外收入申报单). */
@Entity({ schema: 'fx', name: 'bop_declaration' })
@Index('uq_bop_declaration_collection', ['tenantId', 'collectionId'], { unique: true })
@Check('ck_bop_declaration_state', oneOf('state', BOP.states))
export class BopDeclaration implements Versioned {
  @TenantKey('bop_declaration')
  readonly tenantId!: string;

  @TenantKey('bop_declaration')
  readonly id!: string;

  @Column('uuid')
  readonly collectionId!: string;

  /** Who declares: the seller. */
  @Column('uuid')
  readonly partyId!: string;

  /** The first order that the receipt pays for. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly number!: string;

  @Column('text')
  readonly state!: BopState;

  /** Counts from 1; one more with each correction. */
  @Column('integer')
  readonly revision!: number;

  /** Whether the bank has accepted an earlier revision: then this one changes it. */
  @Column('boolean')
  readonly wasAccepted!: boolean;

  /** A person has said what it is; nothing is proposed any more. */
  @Column('boolean')
  readonly isEdited!: boolean;

  @Column('date')
  readonly creditedOn!: LocalDate;

  @Column('date')
  readonly dueOn!: LocalDate;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('jsonb', { nullable: true })
  readonly settled!: Settled | null;

  @Column('jsonb')
  readonly content!: KeptBopContent;

  /** How its code was found. */
  @Column('jsonb')
  readonly proposal!: Explained;

  /** Messages written to the bank so far. */
  @Column('integer')
  readonly attempt!: number;

  @Column('timestamptz', { nullable: true })
  readonly queuedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  /** Why the bank sent it back, in its words. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('text', { nullable: true })
  readonly whyCorrected!: string | null;

  @Column('text', { nullable: true })
  readonly bankReference!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft(facts: {
    tenantId: string;
    id: string;
    collectionId: string;
    partyId: string;
    number: string;
    creditedOn: LocalDate;
    dueOn: LocalDate;
    amount: Money;
    content: KeptBopContent;
    proposal: Explained;
    now: Date;
  }): BopDeclaration {
    const { amount, now, ...plain } = facts;
    return Object.assign(new BopDeclaration(), plain, {
      amountColumns: MoneyColumns.from(amount),
      state: 'draft' as const,
      ...{ orderId: null, revision: 1, wasAccepted: false, isEdited: false, settled: null },
      ...{ attempt: 0, queuedAt: null, expectedBy: null, reasonCode: null, reason: null },
      ...{ whyCorrected: null, bankReference: null, decidedAt: null, version: 1 },
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** What the bank knows the present message by: `bop_01…-1`. */
  get messageId(): string {
    return `${publicId('bopDeclaration', this.id)}-${this.attempt}`;
  }

  /** As the rules look at it. */
  get said(): BopContent {
    const { number, creditedOn, amount, content } = this;
    const lines = content.lines.map((line) => ({ ...line, amount: Money.fromJSON(line.amount) }));
    return { ...content, number, creditedOn, amount, lines };
  }

  /** What is found out meanwhile, as long as no person has said otherwise. */
  propose(orderId: string | null, content: KeptBopContent, proposal: Explained, now: Date): void {
    Object.assign(this, { orderId, content, proposal, updatedAt: now });
  }

  settle(settled: Settled, now: Date): void {
    Object.assign(this, { settled, updatedAt: now });
  }

  edit(content: KeptBopContent, now: Date): void {
    Object.assign(this, { content, isEdited: true, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  submit(command: 'submit' | 'delete', expectedBy: Date, now: Date): void {
    const cleared = { reasonCode: null, reason: null, bankReference: null, decidedAt: null };
    this.become(command, now, { attempt: this.attempt + 1, queuedAt: now, expectedBy, ...cleared });
  }

  accept(bankReference: string | null, now: Date): void {
    this.become('accept', now, { bankReference, wasAccepted: true, expectedBy: null, decidedAt: now });
  }

  confirmDeletion(now: Date): void {
    this.become('confirm_deletion', now, { expectedBy: null, decidedAt: now });
  }

  /** The bank's no: to what was declared, or to its deletion. */
  refuse(reasonCode: string | null, reason: string | null, now: Date): void {
    const command = this.state === 'deletion_submitted' ? 'refuse_deletion' : 'reject';
    this.become(command, now, { reasonCode, reason, expectedBy: null, decidedAt: now });
  }

  /** @throws IllegalTransitionError unless the bank has said yes or no */
  correct(whyCorrected: string, now: Date): void {
    const cleared = { reasonCode: null, reason: null, expectedBy: null };
    this.become('correct', now, { whyCorrected, revision: this.revision + 1, ...cleared });
  }

  /** The bank never had it, or has sent it back. */
  drop(now: Date): void {
    this.become('drop', now, { decidedAt: now, expectedBy: null });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: BopCommand, now: Date, facts: object): void {
    Object.assign(this, { state: BOP.next(this.state, command), updatedAt: now, ...facts });
  }
}
