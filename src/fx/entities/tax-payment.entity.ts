import { Check, Column, Entity, Index } from 'typeorm';

import { type ApprovalStanding, isAwaiting } from '../../kernel/approval-standing.js';
import { publicId } from '../../kernel/ids.js';
import { type Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { sealedAccount } from '../../platform/database/sealed-fields.js';
import { type Versioned } from '../../platform/database/session.js';
import { PAYOUT, type PayoutCommand, type PayoutState } from '../domain/payouts/payout-status.js';
import { TAX_PAYMENT_KINDS, type TaxPaymentCause } from '../domain/payouts/tax-payment-kind.js';
import { type Creditor, type Refusal } from './payout.entity.js';

/** Money on its way from what a client has with the platform to the treasury: import taxes, recovered refunds. It lives like a payout. */
@Entity({ schema: 'fx', name: 'tax_payment' })
@Index('uq_tax_payment_bill', ['tenantId', 'billId'], { unique: true })
@Index('uq_tax_payment_clawback', ['tenantId', 'claimId', 'clawbackNumber'], { unique: true })
@Check('ck_tax_payment_state', oneOf('state', PAYOUT.states))
@Check('ck_tax_payment_kind', oneOf('kind', TAX_PAYMENT_KINDS))
export class TaxPayment implements Versioned {
  @TenantKey('tax_payment')
  readonly tenantId!: string;

  @TenantKey('tax_payment')
  readonly id!: string;

  @Column('text', { default: 'customs_tax' })
  readonly kind!: TaxPaymentCause['kind'];

  /** The bill of customs: what makes a second payment of it impossible. Null of other kinds. */
  @Column('uuid', { nullable: true })
  readonly billId!: string | null;

  /** Of a recovery by the tax bureau: the claim, which of its recoveries it is, and the bureau's notice. */
  @Column('uuid', { nullable: true })
  readonly claimId!: string | null;

  @Column('integer', { nullable: true })
  readonly clawbackNumber!: number | null;

  @Column('text', { nullable: true })
  readonly letter!: string | null;

  /** Whose money it is. */
  @Column('uuid')
  readonly partyId!: string;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  /** The account of the treasury, as the bill states it. */
  @Column('jsonb', { transformer: sealedAccount })
  readonly creditor!: Creditor;

  @Column('text')
  readonly remittance!: string;

  @Column('text')
  readonly state!: PayoutState;

  /** Messages written to the bank so far. */
  @Column('integer')
  readonly attempt!: number;

  /** When the present message was written: part of it, so that it is the same however often it is sent. */
  @Column('timestamptz', { nullable: true })
  readonly queuedAt!: Date | null;

  @Column('uuid', { nullable: true })
  readonly holdId!: string | null;

  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The same where it was said by us, for a reader of any language; null where the bank spoke. */
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

  /** Asked for and not yet ordered; `queue` or a reason comes next. */
  static of(facts: {
    tenantId: string;
    id: string;
    cause: TaxPaymentCause;
    partyId: string;
    amount: Money;
    creditor: Creditor;
    remittance: string;
    now: Date;
  }): TaxPayment {
    const { amount, now, cause, ...plain } = facts;
    return Object.assign(new TaxPayment(), plain, {
      ...{ billId: null, claimId: null, clawbackNumber: null, letter: null },
      ...cause,
      amountColumns: MoneyColumns.from(amount),
      state: 'blocked' as const,
      attempt: 0,
      ...{ queuedAt: null, holdId: null, reasonCode: null, reason: null, causes: null },
      ...{ bankReference: null, expectedBy: null, approval: null },
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get cause(): TaxPaymentCause {
    const { kind, billId, claimId, clawbackNumber, letter } = this;
    if (kind === 'customs_tax' && billId !== null) return { kind, billId };
    if (kind === 'refund_clawback' && claimId !== null && clawbackNumber !== null && letter !== null) {
      return { kind, claimId, clawbackNumber, letter };
    }
    throw new Error(`Tax payment ${this.id} is for nothing`);
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** Message, instruction and end-to-end id of the present attempt: `txp_01…-1`. */
  get messageId(): string {
    return `${publicId('taxPayment', this.id)}-${this.attempt}`;
  }

  get isAwaited(): boolean {
    return isAwaiting(this.approval);
  }

  /** How it is asked for now: after a no the note may be another, and of a recovery the account. */
  word(remittance: string, creditor: Creditor): void {
    Object.assign(this, { remittance, creditor });
  }

  /** It stays where it is, for a second person, or for want of one or of money. */
  stand(approval: ApprovalStanding | null, { reasonCode, reason, causes }: Refusal, now: Date): void {
    Object.assign(this, { approval, reasonCode, reason, causes: causes ?? null, updatedAt: now });
  }

  /** Writes a new message to the bank. @throws IllegalTransitionError unless blocked or rejected */
  queue({ holdId, expectedBy, now }: { holdId: string; expectedBy: Date; now: Date }): void {
    this.become('retry', now, {
      ...{ attempt: this.attempt + 1, queuedAt: now, holdId, expectedBy },
      ...{ reasonCode: null, reason: null, causes: null, bankReference: null, approval: null },
    });
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

  reject({ reasonCode, reason, causes }: Refusal, now: Date): void {
    this.become('reject', now, { reasonCode, reason, causes: causes ?? null, expectedBy: null });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: PayoutCommand, now: Date, facts: object): void {
    Object.assign(this, { state: PAYOUT.next(this.state, command), updatedAt: now, ...facts });
  }
}
