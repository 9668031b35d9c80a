import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type ExtensionPrice, type OverdueRule } from '../domain/extension/extension-rules.js';
import { EXTENSION, EXTENSION_STATES, type ExtensionState } from '../domain/extension/extension-status.js';

/** A later due date of one loan, asked for by its client and decided on by its lender. */
@Entity({ schema: 'financing', name: 'extension' })
@Check('ck_extension_state', oneOf('state', EXTENSION_STATES))
export class Extension implements Versioned {
  @TenantKey('extension')
  readonly tenantId!: string;

  @TenantKey('extension')
  readonly id!: string;

  @Column('uuid')
  readonly advanceId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly state!: ExtensionState;

  /** When it was due until then. */
  @Column('date')
  readonly fromMaturityOn!: LocalDate;

  /** Asked for: a day on which banks work. */
  @Column('date')
  readonly dueOn!: LocalDate;

  /** What the lender has granted, perhaps earlier than it was asked for. */
  @Column('date', { nullable: true })
  readonly grantedDueOn!: LocalDate | null;

  /** The day from which it counts. */
  @Column('date', { nullable: true })
  readonly effectiveOn!: LocalDate | null;

  @Column('text')
  readonly overdueFrom!: OverdueRule;

  @Column(() => MoneyColumns, { prefix: 'fee' })
  private readonly feeColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'interest' })
  private readonly interestColumns!: MoneyColumns;

  /** Why the client needs it; the lender reads it. */
  @Column('text', { nullable: true })
  readonly purpose!: string | null;

  /** Why it was refused, or came to nothing: in English, or in the lender's words. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** How often the lender was asked since it last spoke. */
  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  static request(facts: {
    readonly tenantId: string;
    readonly id: string;
    readonly advanceId: string;
    readonly orderId: string | null;
    readonly fromMaturityOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly overdueFrom: OverdueRule;
    readonly price: ExtensionPrice;
    readonly purpose: string | null;
    readonly expectedBy: Date;
    readonly now: Date;
  }): Extension {
    const { price, now, ...rest } = facts;
    return Object.assign(new Extension(), rest, {
      ...{ state: 'requested', grantedDueOn: null, effectiveOn: null, reason: null, causes: null, asks: 0 },
      feeColumns: MoneyColumns.from(price.fee),
      interestColumns: MoneyColumns.from(price.interest),
      ...{ createdAt: now, updatedAt: now, version: 1 },
    });
  }

  get fee(): Money {
    return this.feeColumns.toMoney();
  }

  get interest(): Money {
    return this.interestColumns.toMoney();
  }

  /** @throws IllegalTransitionError unless the lender was asked and has not spoken */
  grant(grantedDueOn: LocalDate, effectiveOn: LocalDate, now: Date): void {
    this.become(EXTENSION.next(this.state, 'grant'), now, { grantedDueOn, effectiveOn });
  }

  /** @throws IllegalTransitionError unless the lender was asked and has not spoken */
  refuse({ reason, causes }: Reason, now: Date): void {
    this.become(EXTENSION.next(this.state, 'refuse'), now, { reason, causes: causes ?? null });
  }

  /** The loan is over. @throws IllegalTransitionError unless the lender was asked and has not spoken */
  lapse({ reason, causes }: Reason, now: Date): void {
    this.become(EXTENSION.next(this.state, 'lapse'), now, { reason, causes: causes ?? null });
  }

  noteAsked(expectedBy: Date, now: Date): void {
    Object.assign(this, { asks: this.asks + 1, expectedBy, updatedAt: now });
  }

  /** The only writer of the state. */
  private become(state: ExtensionState, now: Date, facts: Partial<Extension>): void {
    Object.assign(this, facts, { state, expectedBy: null, asks: 0, updatedAt: now });
  }
}
