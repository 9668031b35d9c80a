import { Check, Column, Entity } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';

export const SUBMISSION_STATES = ['queued', 'taken', 'refused', 'accepted', 'rejected', 'withheld'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** One attempt at declaring: the message as it left, and what the single window answered at once. */
@Entity({ schema: 'customs', name: 'submission' })
@Check('ck_submission_state', oneOf('state', SUBMISSION_STATES))
export class Submission {
  @TenantKey('submission')
  readonly tenantId!: string;

  /** Also our reference: customs gives a repeat of it the first answer. */
  @TenantKey('submission')
  readonly id!: string;

  @Column('uuid')
  readonly declarationId!: string;

  @Column('integer')
  readonly attempt!: number;

  /** 企业内部编号 (ClientSeqNo), 18 characters. */
  @Column('char', { length: 18 })
  readonly clientReference!: string;

  /** XML, word for word. */
  @Column('text')
  readonly message!: string;

  /** How many fields of the message are filled, each of them checked. */
  @Column('integer')
  readonly fields!: number;

  @Column('text')
  readonly state!: SubmissionState;

  /** 统一编号: the single window's own number. */
  @Column('text', { nullable: true })
  readonly sequenceNumber!: string | null;

  /** The answer, word for word. */
  @Column('text', { nullable: true })
  readonly answer!: string | null;

  /** Why it was refused or sent back, in customs' words. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The broker's mandate that it left under; null where none was asked for. */
  @Column('uuid', { nullable: true })
  readonly mandateId!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly answeredAt!: Date | null;

  @Column('timestamptz')
  readonly createdAt!: Date;
}
