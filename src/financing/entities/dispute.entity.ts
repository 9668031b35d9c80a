import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  DISPUTE,
  DISPUTE_KINDS,
  DISPUTE_OUTCOMES,
  DISPUTE_STATES,
  type DisputeKind,
  type DisputeOutcome,
  type DisputeState,
} from '../domain/dispute/dispute-status.js';
import { type ClaimDocument } from '../domain/insurance/claim-document.js';

/** A buyer that does not want to pay an order, or a part of it. */
@Entity({ schema: 'financing', name: 'dispute' })
@Check('ck_dispute_state', oneOf('state', DISPUTE_STATES))
@Check('ck_dispute_kind', oneOf('kind', DISPUTE_KINDS))
@Check('ck_dispute_outcome', oneOf('outcome', DISPUTE_OUTCOMES))
export class Dispute implements Versioned {
  @TenantKey('dispute')
  readonly tenantId!: string;

  @TenantKey('dispute')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('uuid')
  readonly buyerId!: string;

  @Column('text')
  readonly kind!: DisputeKind;

  @Column('text')
  readonly state!: DisputeState;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('date')
  readonly openedOn!: LocalDate;

  @Column('text')
  readonly description!: string;

  @Column('jsonb')
  readonly documents!: readonly ClaimDocument[];

  @Column('text', { nullable: true })
  readonly outcome!: DisputeOutcome | null;

  @BigintColumn({ nullable: true })
  private readonly concededMinor!: bigint | null;

  @Column('date', { nullable: true })
  readonly resolvedOn!: LocalDate | null;

  /** How it was resolved, in words. */
  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open(
    facts: Pick<
      Dispute,
      'tenantId' | 'id' | 'orderId' | 'sellerId' | 'buyerId' | 'kind' | 'openedOn' | 'description' | 'documents'
    > & { readonly amount: Money },
    now: Date,
  ): Dispute {
    const { amount, ...plain } = facts;
    return Object.assign(new Dispute(), {
      ...{ ...plain, state: 'open', outcome: null, concededMinor: null, resolvedOn: null, note: null },
      ...{ version: 1, createdAt: now, updatedAt: now, amountColumns: MoneyColumns.from(amount) },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** What the seller gave up; null while it is open. */
  get conceded(): Money | null {
    return this.concededMinor === null ? null : Money.ofMinor(this.concededMinor, this.amount.currency);
  }

  /** @throws IllegalTransitionError */
  resolve(
    {
      outcome,
      conceded,
      resolvedOn,
      note,
    }: {
      readonly outcome: DisputeOutcome;
      readonly conceded: Money;
      readonly resolvedOn: LocalDate;
      readonly note: string | null;
    },
    now: Date,
  ): void {
    const state = DISPUTE.next(this.state, 'resolve');
    Object.assign(this, { state, outcome, concededMinor: conceded.minor, resolvedOn, note, updatedAt: now });
  }
}
