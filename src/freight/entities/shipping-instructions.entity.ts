import { Check, Column, Entity } from 'typeorm';

import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type CutField } from '../domain/booking-instruction.js';
import { type Feedback } from '../domain/booking-report.js';
import { type InstructionsContent } from '../domain/lading/instructions-content.js';
import { type InstructionsReport } from '../domain/lading/lading-report.js';
import {
  INSTRUCTIONS_STATES,
  INSTRUCTIONS_UPDATE,
  instructionsActions,
  type InstructionsCommand,
  type InstructionsState,
  SHIPPING_INSTRUCTIONS,
  UPDATE_STATES,
  type UpdateCommand,
  type UpdateState,
} from '../domain/lading/shipping-instructions-status.js';

/** What is sent of one revision. */
export interface Composed {
  readonly content: InstructionsContent;
  readonly message: string;
  readonly warnings: readonly Sentence[];
  readonly cutFields: readonly CutField[];
}

type Requested = Pick<ShippingInstructions, 'tenantId' | 'id' | 'bookingId' | 'orderId'> & Composed;

/** Shipping instructions of one booking: what we told the carrier, and what it says of them. */
@Entity({ schema: 'freight', name: 'shipping_instructions' })
@Check('ck_shipping_instructions_state', oneOf('state', INSTRUCTIONS_STATES))
@Check('ck_shipping_instructions_update', oneOf('update_state', UPDATE_STATES))
@Check('ck_shipping_instructions_revision', '"revision" >= 1')
export class ShippingInstructions implements Versioned {
  @TenantKey('shipping_instructions')
  readonly tenantId!: string;

  @TenantKey('shipping_instructions')
  readonly id!: string;

  @Column('uuid')
  readonly bookingId!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('text')
  readonly state!: InstructionsState;

  @Column('text')
  readonly updateState!: UpdateState;

  /** The carrier has been asked to forget them. */
  @Column('boolean')
  readonly isCancelling!: boolean;

  /** As they stand. */
  @Column('jsonb')
  readonly content!: InstructionsContent;

  /** Word for word as sent. */
  @Column('text')
  readonly message!: string;

  /** As they are to be, while an update is open or was not agreed to. */
  @Column('jsonb', { nullable: true })
  readonly updatedContent!: InstructionsContent | null;

  @Column('text', { nullable: true })
  readonly updatedMessage!: string | null;

  /** Counts what was asked for; the carrier is told it, so that an old answer is known for one. */
  @Column('integer')
  readonly revision!: number;

  @Column('jsonb')
  readonly warnings!: readonly Sentence[];

  @Column('jsonb')
  readonly cutFields!: readonly CutField[];

  @Column('text', { nullable: true })
  readonly shippingInstructionsReference!: string | null;

  @Column('text', { nullable: true })
  readonly transportDocumentReference!: string | null;

  /** The carrier's two states, in its own words. */
  @Column('text', { nullable: true })
  readonly shippingInstructionsStatus!: string | null;

  @Column('text', { nullable: true })
  readonly updatedShippingInstructionsStatus!: string | null;

  @Column('jsonb')
  readonly feedbacks!: readonly Feedback[];

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly takenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly updateTakenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly lastReportedAt!: Date | null;

  /** How often the carrier was asked since it last told something new. */
  @Column('integer')
  readonly asks!: number;

  /** When the one job that asks is due. */
  @Column('timestamptz', { nullable: true })
  readonly askArmedFor!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static requested(facts: Requested, now: Date): ShippingInstructions {
    return Object.assign(new ShippingInstructions(), BLANK, facts, { createdAt: now, updatedAt: now });
  }

  get isOver(): boolean {
    return SHIPPING_INSTRUCTIONS.isFinal(this.state);
  }

  get hasOpenUpdate(): boolean {
    return ['requested', 'received', 'withdrawing'].includes(this.updateState);
  }

  get allowedActions(): ReturnType<typeof instructionsActions> {
    return instructionsActions(this.state, this.updateState, this.isCancelling);
  }

  /** The carrier has the message, under a reference of its own. */
  noteTaken(reference: string, now: Date): void {
    const { takenAt, shippingInstructionsReference: known } = this;
    this.set({ takenAt: takenAt ?? now, shippingInstructionsReference: known ?? reference, updatedAt: now });
  }

  /** What the report says beside the states. */
  noteReport(report: InstructionsReport, now: Date): void {
    this.set({
      takenAt: this.takenAt ?? now,
      shippingInstructionsStatus: report.shippingInstructionsStatus,
      updatedShippingInstructionsStatus:
        report.updatedShippingInstructionsStatus ?? this.updatedShippingInstructionsStatus,
      shippingInstructionsReference: report.shippingInstructionsReference ?? this.shippingInstructionsReference,
      transportDocumentReference: report.transportDocumentReference ?? this.transportDocumentReference,
      feedbacks: report.feedbacks ?? this.feedbacks,
      lastReportedAt: report.asOf ?? this.lastReportedAt,
    });
  }

  /** @throws IllegalTransitionError unless they may take the command */
  take(command: InstructionsCommand, now: Date, why: Reason | null = null): void {
    const { reason = null, causes = null } = why ?? {};
    this.set({ state: SHIPPING_INSTRUCTIONS.next(this.state, command), reason, causes, updatedAt: now });
    if (this.isOver) this.set({ isCancelling: false, askArmedFor: null });
  }

  /** Another update takes the place of one that is open. */
  askForUpdate({ content, message, warnings, cutFields }: Composed, now: Date): void {
    this.takeOfUpdate('request_update', now);
    const revision = this.revision + 1;
    this.set({ updatedContent: content, updatedMessage: message, warnings, cutFields, revision, updateTakenAt: null });
  }

  noteUpdateTaken(now: Date): void {
    this.set({ updateTakenAt: this.updateTakenAt ?? now, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless the update may take the command */
  takeOfUpdate(command: UpdateCommand, now: Date, why: Reason | null = null): void {
    this.set({ updateState: INSTRUCTIONS_UPDATE.next(this.updateState, command), updatedAt: now });
    if (why !== null) this.set({ reason: why.reason, causes: why.causes ?? null });
    const { updatedContent: content, updatedMessage: message } = this;
    if (command !== 'confirm' || content === null || message === null) return;
    this.set({ content, message, updatedContent: null, updatedMessage: null });
  }

  /** Another document stands for them. */
  noteDocument(transportDocumentReference: string, now: Date): void {
    this.set({ transportDocumentReference, updatedAt: now });
  }

  askToCancel(now: Date): void {
    this.set({ isCancelling: true, updatedAt: now });
  }

  /** The carrier does not let go of them. */
  keep(why: Reason, now: Date): void {
    this.set({ isCancelling: false, reason: why.reason, causes: why.causes ?? null, updatedAt: now });
  }

  /** @param isNews whether something was said since the last asking */
  armAsk(dueAt: Date | null, isNews: boolean): void {
    this.set({ askArmedFor: dueAt, asks: isNews ? 0 : this.asks + 1 });
  }

  /** The only writer: to everyone else the columns are readonly. */
  private set(changes: Partial<ShippingInstructions>): void {
    Object.assign(this, changes);
  }
}

const BLANK: Partial<ShippingInstructions> = {
  state: 'requested',
  updateState: 'none',
  isCancelling: false,
  updatedContent: null,
  updatedMessage: null,
  revision: 1,
  shippingInstructionsReference: null,
  transportDocumentReference: null,
  shippingInstructionsStatus: null,
  updatedShippingInstructionsStatus: null,
  feedbacks: [],
  reason: null,
  causes: null,
  takenAt: null,
  updateTakenAt: null,
  lastReportedAt: null,
  asks: 0,
  askArmedFor: null,
  version: 1,
};
