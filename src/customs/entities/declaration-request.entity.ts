import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { type FieldChange, REQUEST_KINDS, type RequestKind } from '../domain/declaration-request.js';
import {
  OPEN_REQUEST_STATES,
  REQUEST_MACHINE,
  REQUEST_STATES,
  type RequestCommand,
  type RequestState,
} from '../domain/declaration-request-status.js';
import { type AskedRefund } from '../domain/imports/refundable-tax.js';
import { type SupplementAnswer } from '../domain/supplement.js';
import { type Moment, patienceMs } from '../domain/patience.js';

interface NewRequest {
  readonly tenantId: string;
  readonly id: string;
  readonly declarationId: string;
  readonly attempt: number;
  readonly kind: RequestKind;
  readonly reason: string;
  readonly changes: readonly FieldChange[];
  readonly form: DeclarationForm | null;
  readonly answers: readonly SupplementAnswer[] | null;
  readonly refund: AskedRefund | null;
  readonly now: Date;
}

/** What is asked of customs about one attempt of a declaration: to withdraw it, to let the goods stay, to amend it. */
@Entity({ schema: 'customs', name: 'declaration_request' })
@Check('ck_declaration_request_kind', oneOf('kind', REQUEST_KINDS))
@Check('ck_declaration_request_state', oneOf('state', REQUEST_STATES))
export class DeclarationRequest implements Versioned {
  @TenantKey('declaration_request')
  readonly tenantId!: string;

  /** Also our reference: the single window gives a repeat of it the first answer. */
  @TenantKey('declaration_request')
  readonly id!: string;

  @Column('uuid')
  readonly declarationId!: string;

  @Column('integer')
  readonly attempt!: number;

  @Column('text')
  readonly kind!: RequestKind;

  @Column('text')
  readonly state!: RequestState;

  /** Why it is asked for, in our words. */
  @Column('text')
  readonly reason!: string;

  @Column('jsonb')
  readonly changes!: readonly FieldChange[];

  /** As the declaration will be, once an amendment is granted; null for the other kinds. */
  @Column('jsonb', { nullable: true })
  readonly form!: DeclarationForm | null;

  /** What a supplement answers; null for the other kinds. */
  @Column('jsonb', { nullable: true })
  readonly answers!: readonly SupplementAnswer[] | null;

  /** The taxes that are asked back; null for the other kinds. */
  @Column('jsonb', { nullable: true })
  readonly refund!: AskedRefund | null;

  /** XML, word for word; null before it was written. */
  @Column('text', { nullable: true })
  readonly message!: string | null;

  @Column('uuid', { nullable: true })
  readonly mandateId!: string | null;

  /** 修撤单统一编号: the single window's own number. */
  @Column('text', { nullable: true })
  readonly sequenceNumber!: string | null;

  /** What the single window answered at once, word for word. */
  @Column('text', { nullable: true })
  readonly answer!: string | null;

  /** Why it came to nothing, in the words of who said so. */
  @Column('text', { nullable: true })
  readonly outcomeReason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt!: Date | null;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft({ now, ...given }: NewRequest): DeclarationRequest {
    return Object.assign(new DeclarationRequest(), {
      ...given,
      state: 'awaiting',
      message: null,
      mandateId: null,
      sequenceNumber: null,
      answer: null,
      outcomeReason: null,
      approval: null,
      asks: 0,
      expectedBy: null,
      sentAt: null,
      decidedAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get isOpen(): boolean {
    return OPEN_REQUEST_STATES.includes(this.state);
  }

  /** It waits for a second person, or waits no more. */
  stand(approval: ApprovalStanding | null, { now }: Moment): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  launch(message: string, mandateId: string | null, moment: Moment): void {
    this.become('launch', { message, mandateId, approval: null }, moment);
  }

  decline(outcomeReason: string, moment: Moment): void {
    this.become('decline', { outcomeReason, decidedAt: moment.now }, moment);
  }

  sent(sequenceNumber: string | null, answer: string, moment: Moment): void {
    this.become('send', { sequenceNumber, answer, sentAt: moment.now }, moment);
  }

  grant(moment: Moment): void {
    this.become('grant', { decidedAt: moment.now }, moment);
  }

  refuse(outcomeReason: string, moment: Moment): void {
    this.become('refuse', { outcomeReason, decidedAt: moment.now }, moment);
  }

  overtake(outcomeReason: string, moment: Moment): void {
    this.become('overtake', { outcomeReason, approval: null, decidedAt: moment.now }, moment);
  }

  waitLonger(moment: Moment): void {
    const asks = this.asks + 1;
    Object.assign(this, { asks, expectedBy: deadline(this.state, asks, moment), updatedAt: moment.now });
  }

  private become(command: RequestCommand, changes: Partial<DeclarationRequest>, moment: Moment): void {
    const state = REQUEST_MACHINE.next(this.state, command);
    Object.assign(this, { ...changes, state, asks: 0, expectedBy: deadline(state, 0, moment), updatedAt: moment.now });
  }
}

/** A message that is to be sent is waited for as a declaration is; the answer to it comes from an officer, within a day. */
function deadline(state: RequestState, asks: number, { now, livemode }: Moment): Date | null {
  if (state !== 'queued' && state !== 'sent') return null;
  const patience = patienceMs(state === 'queued' ? 'queued' : 'accepted', asks, livemode);
  return patience === null ? null : new Date(now.getTime() + patience);
}
