import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  FILING_BATCH,
  FILING_BATCH_STATES,
  type FilingBatchCommand,
  type FilingBatchState,
} from '../domain/filing-batch-status.js';
import { type Regime, REGIMES } from '../domain/regime.js';

/** Whose claims of which period are filed together. */
export interface BatchKey {
  readonly taxpayerNumber: string;
  /** `YYYYMM`. */
  readonly period: string;
  readonly regime: Regime;
}

interface NewBatch extends BatchKey {
  readonly tenantId: string;
  readonly id: string;
  readonly sellerId: string;
  readonly taxpayerName: string;
  readonly fileOn: LocalDate | null;
  readonly now: Date;
}

/** The message that a batch is filed by. */
export interface BatchMessage {
  readonly reference: string;
  readonly message: string;
}

/** Claims of one taxpayer, period and regime that are filed in one message (申报批次). */
@Entity({ schema: 'tax_refund', name: 'filing_batch' })
@Check('ck_filing_batch_state', oneOf('state', FILING_BATCH_STATES))
@Check('ck_filing_batch_regime', oneOf('regime', REGIMES))
export class FilingBatch implements Versioned, BatchKey {
  @TenantKey('filing_batch')
  readonly tenantId!: string;

  @TenantKey('filing_batch')
  readonly id!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('text')
  readonly taxpayerName!: string;

  @Column('text')
  readonly taxpayerNumber!: string;

  @Column('char', { length: 6 })
  readonly period!: string;

  @Column('text')
  readonly regime!: Regime;

  @Column('text')
  readonly state!: FilingBatchState;

  /** Which batch of its taxpayer, period and regime it is, from 1; free again where the bureau does not have it after all. */
  @Column('integer', { nullable: true })
  readonly number!: number | null;

  /** How often its message was written: anew where the self-check took claims out of it. */
  @Column('integer')
  readonly attempt!: number;

  /** Ours, of the present message; a repeat of it gets the bureau's first answer. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  @Column('text', { nullable: true })
  readonly message!: string | null;

  /** The day on which it is filed by itself; null: by command alone. */
  @Column('date', { nullable: true })
  readonly fileOn!: LocalDate | null;

  /** When the self-check of the present message found nothing: from then on it may have left. */
  @Column('timestamptz', { nullable: true })
  readonly checkedAt!: Date | null;

  @Column('text', { nullable: true })
  readonly acceptanceNumber!: string | null;

  /** Why the bureau did not take it. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly filedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open({ now, ...given }: NewBatch): FilingBatch {
    return Object.assign(new FilingBatch(), {
      ...given,
      state: 'open' as const,
      number: null,
      attempt: 0,
      reference: null,
      message: null,
      checkedAt: null,
      acceptanceNumber: null,
      reason: null,
      filedAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get allowedActions(): FilingBatchCommand[] {
    return FILING_BATCH.allowedActions(this.state);
  }

  /** Claims came or went. */
  touch(now: Date): void {
    Object.assign(this, { updatedAt: now });
  }

  postpone(fileOn: LocalDate | null, now: Date): void {
    Object.assign(this, { fileOn, updatedAt: now });
  }

  file(number: number, { reference, message }: BatchMessage, now: Date): void {
    this.become('file', { number, attempt: 1, reference, message }, now);
  }

  /** Without the claims that the self-check took out of it. */
  rewrite({ reference, message }: BatchMessage, now: Date): void {
    Object.assign(this, { attempt: this.attempt + 1, reference, message, updatedAt: now });
  }

  pass(now: Date): void {
    Object.assign(this, { checkedAt: now, updatedAt: now });
  }

  send(acceptanceNumber: string, now: Date): void {
    this.become('send', { acceptanceNumber, filedAt: now }, now);
  }

  refuse(reason: string, now: Date): void {
    this.become('refuse', { reason, number: null }, now);
  }

  empty(now: Date): void {
    this.become('empty', { number: null }, now);
  }

  private become(command: FilingBatchCommand, changes: Partial<FilingBatch>, now: Date): void {
    Object.assign(this, { ...changes, state: FILING_BATCH.next(this.state, command), updatedAt: now });
  }
}
