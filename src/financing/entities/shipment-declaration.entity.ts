import { Check, Column, Entity } from 'typeorm';

import { type CalculationRule, type CalculationStep } from '../../kernel/calculation.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { COVER_CURRENCY } from '../domain/insurance/cover-terms.js';
import {
  SHIPMENT,
  SHIPMENT_STATES,
  type ShipmentCommand,
  type ShipmentState,
} from '../domain/insurance/insurance-status.js';

type DeclaredFacts = Pick<
  ShipmentDeclaration,
  | 'tenantId'
  | 'id'
  | 'policyId'
  | 'limitId'
  | 'orderId'
  | 'sellerId'
  | 'buyerId'
  | 'origin'
  | 'shippedOn'
  | 'dueOn'
  | 'noticeBy'
  | 'amount'
  | 'covered'
  | 'premium'
  | 'calculation'
>;

/** One shipment of which the insurer was told (出运申报), and what of it is insured. In yuan. */
@Entity({ schema: 'financing', name: 'shipment_declaration' })
@Check('ck_shipment_declaration_state', oneOf('state', SHIPMENT_STATES))
@Check('ck_shipment_declaration_covered', 'covered_minor BETWEEN 0 AND amount_minor')
export class ShipmentDeclaration implements Versioned {
  @TenantKey('shipment_declaration')
  readonly tenantId!: string;

  @TenantKey('shipment_declaration')
  readonly id!: string;

  @Column('uuid')
  readonly policyId!: string;

  @Column('uuid')
  readonly limitId!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('uuid')
  readonly buyerId!: string;

  @Column('text')
  readonly origin!: 'automatic' | 'api';

  @Column('text')
  readonly state!: ShipmentState;

  @Column('date')
  readonly shippedOn!: LocalDate;

  @Column('date')
  readonly dueOn!: LocalDate;

  /** By when a loss is told of. */
  @Column('date')
  readonly noticeBy!: LocalDate;

  @BigintColumn()
  private readonly amountMinor!: bigint;

  @BigintColumn()
  private readonly coveredMinor!: bigint;

  @BigintColumn()
  private readonly premiumMinor!: bigint;

  @Column('jsonb')
  readonly calculation!: { readonly rule: CalculationRule; readonly steps: readonly CalculationStep[] };

  @Column('text', { nullable: true })
  readonly declarationNumber!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly premiumPaidAt!: Date | null;

  /** What its owner was reminded of last. */
  @Column('text', { nullable: true })
  readonly reminded!: 'due' | 'missed' | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static declare({ amount, covered, premium, ...plain }: DeclaredFacts, now: Date): ShipmentDeclaration {
    return Object.assign(new ShipmentDeclaration(), plain, {
      ...{ amountMinor: amount.minor, coveredMinor: covered.minor, premiumMinor: premium.minor },
      ...{
        state: 'declared',
        declarationNumber: null,
        reason: null,
        causes: null,
        premiumPaidAt: null,
        reminded: null,
      },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** What the order is worth. */
  get amount(): Money {
    return Money.ofMinor(this.amountMinor, COVER_CURRENCY);
  }

  /** What of it the buyer limit covers. */
  get covered(): Money {
    return Money.ofMinor(this.coveredMinor, COVER_CURRENCY);
  }

  get premium(): Money {
    return Money.ofMinor(this.premiumMinor, COVER_CURRENCY);
  }

  /** @throws IllegalTransitionError */
  take(command: ShipmentCommand, now: Date, why: Reason | null = null): void {
    const { reason = null, causes = null } = why ?? {};
    Object.assign(this, { state: SHIPMENT.next(this.state, command), reason, causes, updatedAt: now });
  }

  /** What was paid before the insurer had answered stays settled. */
  accept(declarationNumber: string, now: Date): void {
    if (this.state !== 'settled') this.take('accept', now);
    Object.assign(this, { declarationNumber, updatedAt: now });
  }

  notePremiumPaid(now: Date): void {
    Object.assign(this, { premiumPaidAt: now, updatedAt: now });
  }

  noteReminded(reminded: 'due' | 'missed', now: Date): void {
    Object.assign(this, { reminded, updatedAt: now });
  }
}
