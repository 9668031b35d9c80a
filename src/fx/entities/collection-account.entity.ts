import { Check, Column, Entity, Index } from 'typeorm';

import { type Currency } from '../../kernel/currency.js';
import { publicId } from '../../kernel/ids.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { fieldIndex, openField, type SealedText, sealField } from '../../platform/database/sealed-fields.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  COLLECTION_ACCOUNT,
  type CollectionAccountCommand,
  type CollectionAccountState,
} from '../domain/collections/collection-account-status.js';

/** A seller's account at the bank in one currency: buyers pay into it, and payouts leave the CNY one. */
@Entity({ schema: 'fx', name: 'collection_account' })
@Index('uq_collection_account_party', ['tenantId', 'partyId', 'currency'], { unique: true })
@Index('uq_collection_account_number', ['tenantId', 'keptNumber'], { unique: true })
@Index('uq_collection_account_number_index', ['tenantId', 'numberIndex'], { unique: true })
@Check('ck_collection_account_state', oneOf('state', COLLECTION_ACCOUNT.states))
export class CollectionAccount implements Versioned {
  @TenantKey('collection_account')
  readonly tenantId!: string;

  @TenantKey('collection_account')
  readonly id!: string;

  /** The seller. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('char', { length: 3 })
  readonly currency!: Currency;

  @Column('text')
  readonly ownerName!: string;

  @Column('text')
  readonly state!: CollectionAccountState;

  /** How often the bank was asked for it; more than once only after a no. */
  @Column('integer')
  readonly attempt!: number;

  /** Its number as it is kept: it is opened when somebody asks for it. */
  @Column('text', { name: 'account_number', nullable: true })
  readonly keptNumber!: SealedText | null;

  /** What it is found by; null until it is open, and of rows from before numbers were sealed. */
  @Column('text', { nullable: true })
  readonly numberIndex!: string | null;

  @Column('text', { nullable: true })
  readonly bankBic!: string | null;

  /** Why the bank refused. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** When the bank is asked next for credits whose notice was lost; null while nobody owes anything on it. */
  @Column('timestamptz', { nullable: true })
  readonly creditsDueAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** Null until the bank has opened it. */
  get accountNumber(): string | null {
    return this.keptNumber === null ? null : openField(this.keptNumber);
  }

  /** What the bank knows the request by: a repeat of one attempt gets its first answer, the next attempt a new one. */
  get reference(): string {
    const id = publicId('collectionAccount', this.id);
    return this.attempt === 1 ? id : `${id}-${this.attempt}`;
  }

  /** @throws IllegalTransitionError unless it is requested */
  open({ accountNumber, bankBic, now }: { accountNumber: string; bankBic: string; now: Date }): void {
    const keptNumber = sealField(accountNumber);
    const numberIndex = fieldIndex(this.tenantId, accountNumber);
    this.become('open', now, { keptNumber, numberIndex, bankBic, reason: null, expectedBy: null });
  }

  /** @throws IllegalTransitionError unless it is requested */
  refuse(reason: string, now: Date): void {
    this.become('refuse', now, { reason, expectedBy: null });
  }

  askForCreditsAt(creditsDueAt: Date | null, now: Date): void {
    Object.assign(this, { creditsDueAt, updatedAt: now });
  }

  /** Goes on waiting, after the bank was asked in vain. */
  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(
    command: CollectionAccountCommand,
    now: Date,
    facts: Partial<Pick<CollectionAccount, 'keptNumber' | 'numberIndex' | 'bankBic' | 'reason' | 'expectedBy'>>,
  ): void {
    Object.assign(this, { state: COLLECTION_ACCOUNT.next(this.state, command), updatedAt: now, ...facts });
  }
}
