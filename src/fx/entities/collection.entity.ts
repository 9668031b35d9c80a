import { Check, Column, Entity, Index } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { type Currency } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type BankEntry } from '../domain/bank-files/bank-message.js';
import { COLLECTION, type CollectionState } from '../domain/collections/collection-status.js';

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
    inboxMessageId: string;
    now: Date;
  }): Collection {
    const { entry, now, ...plain } = facts;
    const { amount, charges } = entry;
    return Object.assign(new Collection(), plain, {
      bankReference: entry.bankReference,
      partOf: entry.partOf,
      entryKind: entry.kind,
      amountColumns: MoneyColumns.from(amount),
      surplusColumns: MoneyColumns.from(amount),
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
      state: entry.kind === 'credit' ? ('unmatched' as const) : ('set_aside' as const),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** What no order has taken; all of it while unmatched. */
  get surplus(): Money {
    return this.surplusColumns.toMoney();
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

  /** Why nothing was found. */
  leaveUnmatched(explanation: Explained): void {
    Object.assign(this, { explanation });
  }

  /** @throws IllegalTransitionError when nothing of it is left to match */
  match({ surplus, explanation, now }: { surplus: Money; explanation: Explained; now: Date }): void {
    const command = surplus.isZero() ? 'match' : 'match_in_part';
    const state = COLLECTION.next(this.state, command);
    Object.assign(this, { state, surplusColumns: MoneyColumns.from(surplus), explanation, updatedAt: now });
  }
}
