import { Check, Column, Entity } from 'typeorm';

import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { PAYOUT_BATCH, type PayoutBatchCommand, type PayoutBatchState } from '../domain/payouts/payout-batch-status.js';
import { type Refusal } from './payout.entity.js';

/** Payouts of one account, currency and day that go to the bank in one message. */
@Entity({ schema: 'fx', name: 'payout_batch' })
@Check('ck_payout_batch_state', oneOf('state', PAYOUT_BATCH.states))
export class PayoutBatch implements Versioned {
  @TenantKey('payout_batch')
  readonly tenantId!: string;

  @TenantKey('payout_batch')
  readonly id!: string;

  /** The seller whose account is debited. */
  @Column('uuid')
  readonly partyId!: string;

  @Column('char', { length: 3 })
  readonly currency!: string;

  @Column('date')
  readonly executionOn!: LocalDate;

  @Column('boolean')
  readonly batchBooking!: boolean;

  @Column('integer')
  readonly paymentsMax!: number;

  @Column('integer')
  readonly payments!: number;

  @BigintColumn()
  private readonly totalMinor!: bigint;

  @Column('text')
  readonly state!: PayoutBatchState;

  @Column('timestamptz')
  readonly closesAt!: Date;

  /** When the message was written: part of it, so that it is the same however often it is sent. */
  @Column('timestamptz', { nullable: true })
  readonly closedAt!: Date | null;

  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  get total(): Money {
    return Money.ofMinor(this.totalMinor, this.currency);
  }

  /** Message id: `pba_01…`. */
  get messageId(): string {
    return publicId('payoutBatch', this.id);
  }

  get isFull(): boolean {
    return this.payments >= this.paymentsMax;
  }

  get allowedActions(): PayoutBatchCommand[] {
    return PAYOUT_BATCH.allowedActions(this.state);
  }

  /** One more payment, while it is open. @returns its place, from 1 */
  add(amount: Money, now: Date): number {
    const payments = this.payments + 1;
    Object.assign(this, { payments, totalMinor: this.totalMinor + amount.minor, updatedAt: now });
    return payments;
  }

  /** @throws IllegalTransitionError unless open */
  close(now: Date): void {
    this.become('submit', now, { closedAt: now });
  }

  markSent(now: Date): void {
    this.become('send', now, {});
  }

  refuse({ reasonCode, reason, causes }: Refusal, now: Date): void {
    this.become('refuse', now, { reasonCode, reason, causes: causes ?? null });
  }

  private become(command: PayoutBatchCommand, now: Date, facts: object): void {
    Object.assign(this, { state: PAYOUT_BATCH.next(this.state, command), updatedAt: now, ...facts });
  }
}
