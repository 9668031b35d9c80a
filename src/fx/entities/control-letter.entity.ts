import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type AnsweredLetter, type LetterFromBank } from '../domain/contracts/contract-filing.js';
import {
  CONTROL_LETTER,
  type ControlLetterCommand,
  type ControlLetterState,
} from '../domain/contracts/control-letter-status.js';

/** A letter of currency control, the bank's or ours. */
@Entity({ schema: 'fx', name: 'control_letter' })
@Check('ck_control_letter_state', oneOf('state', CONTROL_LETTER.states))
export class ControlLetter implements Versioned {
  @TenantKey('control_letter')
  readonly tenantId!: string;

  @TenantKey('control_letter')
  readonly id!: string;

  @Column('text')
  readonly direction!: 'in' | 'out';

  @Column('text')
  readonly state!: ControlLetterState;

  /** Null where the bank names none that is ours. */
  @Column('uuid', { nullable: true })
  readonly contractId!: string | null;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  /** Ids of its message, and of the letter within; those of ours are the request's. */
  @Column('text')
  readonly messageId!: string;

  @Column('text')
  readonly reference!: string;

  /** Whether the bank asks for documents. */
  @Column('boolean')
  readonly isRequestForDocuments!: boolean;

  @Column('text')
  readonly subject!: string;

  @Column('text', { nullable: true })
  readonly text!: string | null;

  @Column('boolean')
  readonly responseRequired!: boolean;

  @Column('date', { nullable: true })
  readonly dueOn!: LocalDate | null;

  @Column('jsonb')
  readonly attachments!: LetterFromBank['attachments'];

  /** The letter that this one answers, where it does. */
  @Column('uuid', { nullable: true })
  readonly answersId!: string | null;

  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** When the bank should have taken what we sent; null when nothing is awaited. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static of(
    facts: Pick<
      ControlLetter,
      | 'tenantId'
      | 'id'
      | 'direction'
      | 'state'
      | 'contractId'
      | 'orderId'
      | 'messageId'
      | 'reference'
      | 'isRequestForDocuments'
      | 'subject'
      | 'text'
      | 'responseRequired'
      | 'dueOn'
      | 'attachments'
      | 'answersId'
      | 'expectedBy'
    >,
    now: Date,
  ): ControlLetter {
    const fresh = { reasonCode: null, reason: null, version: 1, createdAt: now, updatedAt: now };
    return Object.assign(new ControlLetter(), facts, fresh);
  }

  /** As the answer to it names it. */
  get asOriginal(): AnsweredLetter {
    return { messageId: this.messageId, reference: this.reference };
  }

  /** @throws IllegalTransitionError unless it is the bank's, and not answered */
  answer(contractId: string, orderId: string | null, expectedBy: Date, now: Date): void {
    this.become('answer', now, { contractId, orderId, expectedBy, reasonCode: null, reason: null });
  }

  /** The bank has what we sent. */
  take(now: Date): void {
    this.become(this.direction === 'in' ? 'take_answer' : 'deliver', now, { expectedBy: null });
  }

  /** The bank would not have it. */
  refuse(reasonCode: string | null, reason: string | null, now: Date): void {
    const command = this.direction === 'in' ? 'refuse_answer' : 'refuse';
    this.become(command, now, { reasonCode, reason, expectedBy: null });
  }

  hearAnswer(now: Date): void {
    this.become('hear_answer', now, { expectedBy: null });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: ControlLetterCommand, now: Date, facts: object): void {
    Object.assign(this, { state: CONTROL_LETTER.next(this.state, command), updatedAt: now, ...facts });
  }
}
