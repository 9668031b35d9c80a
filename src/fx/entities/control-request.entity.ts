import { Check, Column, Entity } from 'typeorm';

import { publicId } from '../../kernel/ids.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type FilingContent } from '../domain/contracts/contract-filing.js';
import {
  CONTROL_REQUEST,
  type ControlRequestCommand,
  type ControlRequestState,
  REQUEST_KINDS,
  type RequestKind,
} from '../domain/contracts/control-request-status.js';

/** One message to the bank about a registered contract, and what came of it. */
@Entity({ schema: 'fx', name: 'control_request' })
@Check('ck_control_request_state', oneOf('state', CONTROL_REQUEST.states))
@Check('ck_control_request_kind', oneOf('kind', REQUEST_KINDS))
export class ControlRequest implements Versioned {
  @TenantKey('control_request')
  readonly tenantId!: string;

  @TenantKey('control_request')
  readonly id!: string;

  @Column('uuid')
  readonly contractId!: string;

  /** The letter that it is, or answers. */
  @Column('uuid', { nullable: true })
  readonly letterId!: string | null;

  @Column('text')
  readonly kind!: RequestKind;

  @Column('text')
  readonly state!: ControlRequestState;

  /** What was asked, as it was ordered. */
  @Column('jsonb')
  readonly content!: FilingContent;

  /** What the bank said beside yes: of a statement the whole, of a confirmation what differs. */
  @Column('jsonb', { nullable: true })
  readonly result!: Readonly<Record<string, unknown>> | null;

  @Column('text', { nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static order(facts: {
    tenantId: string;
    id: string;
    contractId: string;
    letterId: string | null;
    content: FilingContent;
    expectedBy: Date;
    now: Date;
  }): ControlRequest {
    const { now, ...plain } = facts;
    return Object.assign(new ControlRequest(), plain, {
      kind: facts.content.kind,
      state: 'sent' as const,
      ...{ result: null, reasonCode: null, reason: null, decidedAt: null, version: 1 },
      createdAt: now,
      updatedAt: now,
    });
  }

  /** What the bank knows it by. */
  get messageId(): string {
    return publicId('controlRequest', this.id);
  }

  /** @throws IllegalTransitionError unless it waits */
  accept(result: Readonly<Record<string, unknown>> | null, now: Date): void {
    this.become('accept', now, { result });
  }

  /** @throws IllegalTransitionError unless it waits */
  refuse(reasonCode: string | null, reason: string | null, now: Date): void {
    this.become('refuse', now, { reasonCode, reason });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: ControlRequestCommand, now: Date, facts: object): void {
    const state = CONTROL_REQUEST.next(this.state, command);
    Object.assign(this, { state, expectedBy: null, decidedAt: now, updatedAt: now, ...facts });
  }
}
