import { Check, Column, Entity, Index } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type Currency } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { normaliseName } from '../domain/collections/payer-name.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type BankEntry } from '../domain/bank-files/bank-message.js';
import { COLLECTION, type CollectionCommand, type CollectionState } from '../domain/collections/collection-status.js';

/** One movement that the bank booked on a collection account, and what it was found to pay for. */
@Entity({ schema: 'fx', name: 'collection' })
@Index('uq_collection_bank_reference', ['tenantId', 'accountId', 'bankReference', 'entryKind'], { unique: true })
@Check('ck_collection_state', oneOf('state', COLLECTION.states))
export class Collection implements Versioned {
  @TenantKey('collection')
  readonly tenantId!: string;

  @TenantKey('collection')
  readonly id!: string;

  @Column('uuid')
  readonly accountId!: string;

  /** The seller whose account it is. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly bankReference!: string;

  /** The reference of the entry that it is one of several transactions of. */
  @Column('text', { nullable: true })
  readonly partOf!: string | null;

  /** What a reversal takes back, as far as the bank says so. */
  @Column('uuid', { nullable: true })
  readonly reverses!: string | null;

  @Column('text')
  readonly entryKind!: BankEntry['kind'];

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'surplus' })
  private readonly surplusColumns!: MoneyColumns;

  /** On its way back to the payer, and arrived there. */
  @BigintColumn({ default: 0 })
  private readonly refundingMinor!: bigint;

  @BigintColumn({ default: 0 })
  private readonly refundedMinor!: bigint;

  /** The account that it came from, sealed; null where the bank does not say, and of rows from before it was kept. */
  @Column('bytea', { nullable: true })
  readonly payerBox!: Buffer | null;

  @BigintColumn({ nullable: true })
  private readonly chargesMinor!: bigint | null;

  @Column('char', { length: 3, nullable: true })
  private readonly chargesCurrency!: Currency | null;

  @Column('text', { nullable: true })
  readonly payerName!: string | null;

  @Column('text', { array: true })
  readonly payerNames!: string[];

  @Column('text', { nullable: true })
  readonly payerCountry!: string | null;

  @Column('text')
  readonly remittance!: string;

  /** Words of the message beside the remittance that may name an order. */
  @Column('text')
  readonly bankText!: string;

  @Column('text', { nullable: true })
  readonly endToEndId!: string | null;

  @Column('text', { nullable: true })
  readonly uetr!: string | null;

  @Column('date')
  readonly bookedOn!: LocalDate;

  @Column('date')
  readonly valueDate!: LocalDate;

  @Column('text')
  readonly state!: CollectionState;

  /** How it was matched, or why not. */
  @Column('jsonb')
  readonly explanation!: Explained;

  /** How sure the match is, from 0 to 1; null where nothing was matched. */
  @DecimalColumn({ nullable: true })
  readonly confidence!: Decimal | null;

  /** What a person should look at, sure as the match may be. */
  @Column('text', { array: true })
  readonly flags!: string[];

  /** The payer as names are compared: receipts of one payer lie side by side. */
  @Column('text')
  readonly payerKey!: string;

  /** The buyer whose next order it pays for, where it came before the order. */
  @Column('uuid', { nullable: true })
  readonly advanceBuyerId!: string | null;

  /** Which way the money went; null of rows from before it was kept. */
  @Column('text', { nullable: true })
  readonly direction!: BankEntry['direction'] | null;

  /** Why a person set it aside, or what they know of it. */
  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('uuid')
  readonly inboxMessageId!: string;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** As the bank reported it; what it pays for comes next. */
  static report(facts: {
    tenantId: string;
    id: string;
    accountId: string;
    partyId: string;
    entry: BankEntry;
    reverses: string | null;
    explanation: Explained;
    payerBox: Buffer | null;
    inboxMessageId: string;
    now: Date;
  }): Collection {
    const { entry, now, ...plain } = facts;
    const { amount, charges } = entry;
    return Object.assign(new Collection(), plain, {
      bankReference: entry.bankReference,
      partOf: entry.partOf,
      entryKind: entry.kind,
      direction: entry.direction,
      amountColumns: MoneyColumns.from(amount),
      surplusColumns: MoneyColumns.from(amount),
      ...{ refundingMinor: 0n, refundedMinor: 0n },
      chargesMinor: charges?.minor ?? null,
      chargesCurrency: charges?.currency ?? null,
      payerName: entry.payerName,
      payerNames: [...entry.payerNames],
      payerCountry: entry.payerCountry,
      remittance: entry.remittance,
      bankText: entry.references,
      endToEndId: entry.endToEndId,
      uetr: entry.uetr,
      bookedOn: entry.bookedOn,
      valueDate: entry.valueDate,
      confidence: null,
      flags: [],
      payerKey: normaliseName(entry.payerName ?? entry.payerNames[0] ?? ''),
      advanceBuyerId: null,
      note: null,
      state: entry.kind === 'credit' ? ('unmatched' as const) : ('set_aside' as const),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** What no order has taken and is not on its way back; all of it while unmatched. */
  get surplus(): Money {
    return this.surplusColumns.toMoney();
  }

  /** On its way back to the payer. */
  get refunding(): Money {
    return Money.ofMinor(this.refundingMinor, this.amount.currency);
  }

  /** Back with the payer. */
  get refunded(): Money {
    return Money.ofMinor(this.refundedMinor, this.amount.currency);
  }

  get charges(): Money | null {
    return this.chargesMinor === null || this.chargesCurrency === null
      ? null
      : Money.ofMinor(this.chargesMinor, this.chargesCurrency);
  }

  /** Everything written on it, as one text. */
  get text(): string {
    return `${this.remittance}\n${this.bankText}`;
  }

  /** Commands that somebody can give now. A debit or a reversal was never booked, so there is nothing to match. */
  get allowedActions(): CollectionCommand[] {
    return this.entryKind === 'credit' ? COLLECTION.allowedActions(this.state) : [];
  }

  /** Why nothing was found. */
  leaveUnmatched(explanation: Explained): void {
    Object.assign(this, { explanation: explained(explanation) });
  }

  /** @throws IllegalTransitionError when nothing of it is left to match */
  match({ surplus, confidence, flags, now, ...explanation }: MatchFacts): void {
    const command = surplus.isZero() ? 'match' : 'match_in_part';
    this.become(command, now, {
      surplusColumns: MoneyColumns.from(surplus),
      explanation: explained(explanation),
      confidence,
      flags: [...flags],
      advanceBuyerId: null,
    });
  }

  /** So much of it pays for no order any more. @param isWhole whether nothing of it does */
  unmatch(amount: Money, isWhole: boolean, now: Date): void {
    const surplusColumns = MoneyColumns.from(this.surplus.plus(amount));
    const command = isWhole ? 'unmatch' : 'unmatch_in_part';
    this.become(command, now, { surplusColumns, ...(isWhole ? { confidence: null, flags: [] } : {}) });
  }

  /** The bank took it back. @param isOwed whether some of it had been used already, and the seller owes that */
  takeBack(isOwed: boolean, now: Date): void {
    this.become('return', now, {
      surplusColumns: MoneyColumns.from(this.amount.minus(this.amount)),
      ...{ refundingMinor: 0n, refundedMinor: 0n },
      advanceBuyerId: null,
      flags: isOwed ? ['owed_by_seller'] : [],
    });
  }

  /** What it takes back came after it. */
  link(reverses: string, now: Date): void {
    Object.assign(this, { reverses, updatedAt: now });
  }

  markAdvance(buyerId: string, now: Date): void {
    this.become('mark_advance', now, { advanceBuyerId: buyerId });
  }

  setAside(note: string, now: Date): void {
    this.become('set_aside', now, { note, advanceBuyerId: null });
  }

  resume(now: Date): void {
    if (this.entryKind !== 'credit') COLLECTION.next('returned', 'resume');
    this.become('resume', now, { note: null, advanceBuyerId: null });
  }

  /**
   * So much of what is left goes back to the payer: from now on it can pay for nothing.
   * @throws IllegalTransitionError where nothing of it may go back
   */
  sendBack(amount: Money, now: Date): void {
    const command = this.state === 'partly_matched' ? 'refund_surplus' : 'refund';
    const state = COLLECTION.next(this.state, command);
    if (amount.isMoreThan(this.surplus)) throw new Error(`Collection ${this.id} has less than is to go back`);
    const surplus = this.surplus.minus(amount);
    const isAll = surplus.isZero();
    Object.assign(this, {
      ...(isAll ? { state, advanceBuyerId: null } : {}),
      surplusColumns: MoneyColumns.from(surplus),
      refundingMinor: this.refundingMinor + amount.minor,
      updatedAt: now,
    });
  }

  /** It has arrived there. @returns false where the bank has taken the whole credit back meanwhile */
  arrivedBack(amount: Money, now: Date): boolean {
    if (amount.isMoreThan(this.refunding)) return false;
    const refundingMinor = this.refundingMinor - amount.minor;
    const refundedMinor = this.refundedMinor + amount.minor;
    Object.assign(this, { refundingMinor, refundedMinor, updatedAt: now });
    if (this.state === 'refunding' && refundingMinor === 0n) this.become('refund_done', now, {});
    return true;
  }

  /**
   * It did not go, or has come back: it is here to be used again.
   * @returns false where the bank has taken the whole credit back meanwhile
   */
  regain(amount: Money, from: 'refunding' | 'refunded', now: Date): boolean {
    if (amount.isMoreThan(this[from])) return false;
    Object.assign(this, {
      surplusColumns: MoneyColumns.from(this.surplus.plus(amount)),
      [`${from}Minor`]: this[from].minus(amount).minor,
      updatedAt: now,
    });
    if (this.state === 'refunding') this.become('refund_failed', now, {});
    else if (this.state === 'matched') this.become('surplus_back', now, {});
    else if (this.state === 'returned') this.become('come_back', now, {});
    return true;
  }

  private become(command: CollectionCommand, now: Date, facts: object): void {
    Object.assign(this, { state: COLLECTION.next(this.state, command), updatedAt: now, ...facts });
  }
}

interface MatchFacts extends Explained {
  readonly surplus: Money;
  readonly confidence: Decimal | null;
  readonly flags: readonly string[];
  readonly now: Date;
}

function explained({ rule, steps }: Explained): Explained {
  return { rule, steps };
}
