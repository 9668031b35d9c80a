import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  ASSIGNMENT,
  ASSIGNMENT_STATES,
  type AssignmentState,
  type NoticeManner,
} from '../domain/assignment/assignment-status.js';
import { type ClaimDocument } from '../domain/insurance/claim-document.js';

/** What the buyer of an order owes, assigned to who lends on it (应收账款转让). */
@Entity({ schema: 'financing', name: 'receivable_assignment' })
@Check('ck_receivable_assignment_state', oneOf('state', ASSIGNMENT_STATES))
export class ReceivableAssignment implements Versioned {
  @TenantKey('receivable_assignment')
  readonly tenantId!: string;

  @TenantKey('receivable_assignment')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('uuid')
  readonly buyerId!: string;

  @Column('text')
  readonly assignee!: string;

  /** Where the buyer is to pay. */
  @Column('text')
  readonly account!: string;

  @Column('text')
  readonly contractNumber!: string;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @Column('text')
  readonly state!: AssignmentState;

  @Column('text', { nullable: true })
  readonly manner!: NoticeManner | null;

  @Column('date', { nullable: true })
  readonly sentOn!: LocalDate | null;

  /** Among assignments the notice that was given first goes first (民法典 art. 768). */
  @Column('timestamptz', { nullable: true })
  readonly rankedAt!: Date | null;

  @Column('date', { nullable: true })
  readonly acknowledgedOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly signatory!: string | null;

  @Column('jsonb', { nullable: true })
  readonly document!: ClaimDocument | null;

  @Column('text', { nullable: true })
  readonly releaseReason!: string | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft(
    facts: Pick<
      ReceivableAssignment,
      'tenantId' | 'id' | 'orderId' | 'sellerId' | 'buyerId' | 'assignee' | 'account' | 'contractNumber'
    > & { readonly amount: Money },
    now: Date,
  ): ReceivableAssignment {
    const { amount, ...plain } = facts;
    const times = { version: 1, createdAt: now, updatedAt: now };
    return Object.assign(new ReceivableAssignment(), {
      ...{ ...BLANK, ...plain, ...times, amountColumns: MoneyColumns.from(amount) },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** @throws IllegalTransitionError */
  send(manner: NoticeManner, sentOn: LocalDate, now: Date): void {
    const state = ASSIGNMENT.next(this.state, 'send');
    Object.assign(this, { state, manner, sentOn, rankedAt: now, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  acknowledge(acknowledgedOn: LocalDate, signatory: string, document: ClaimDocument, now: Date): void {
    const state = ASSIGNMENT.next(this.state, 'acknowledge');
    Object.assign(this, { state, acknowledgedOn, signatory, document, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  release(releaseReason: string, now: Date): void {
    Object.assign(this, { state: ASSIGNMENT.next(this.state, 'release'), releaseReason, updatedAt: now });
  }
}

const BLANK: Readonly<Record<string, unknown>> = {
  ...{ state: 'drafted', manner: null, sentOn: null, rankedAt: null, acknowledgedOn: null, signatory: null },
  ...{ document: null, releaseReason: null },
};
