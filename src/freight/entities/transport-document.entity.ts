import { Check, Column, Entity } from 'typeorm';

import { newId } from '../../kernel/ids.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { DOCUMENT_TYPES, type DocumentType } from '../domain/booking-change.js';
import { type Feedback } from '../domain/booking-report.js';
import { type DocumentReport } from '../domain/lading/document-report.js';
import {
  type DocumentAction,
  documentActions,
  type DocumentCommand,
  DOCUMENT_LEVELS,
  type DocumentLevel,
  type DocumentState,
  DOCUMENT_STATES,
  type DocumentWish,
  DOCUMENT_WISHES,
  type SurrenderManner,
  SURRENDER_MANNERS,
  TRANSPORT_DOCUMENT,
} from '../domain/lading/transport-document-status.js';

type Content = Readonly<Record<string, unknown>>;

type DrawnUp = Pick<
  TransportDocument,
  | 'tenantId'
  | 'id'
  | 'bookingId'
  | 'orderId'
  | 'instructionsId'
  | 'level'
  | 'masterId'
  | 'replacesId'
  | 'type'
  | 'transportDocumentReference'
  | 'transportDocumentSubReference'
  | 'document'
>;

/** A bill of lading or a sea waybill: the carrier's (master), or ours under it (house). */
@Entity({ schema: 'freight', name: 'transport_document' })
@Check('ck_transport_document_level', oneOf('level', DOCUMENT_LEVELS))
@Check('ck_transport_document_type', oneOf('type', DOCUMENT_TYPES))
@Check('ck_transport_document_state', oneOf('state', DOCUMENT_STATES))
@Check('ck_transport_document_wish', oneOf('wish', DOCUMENT_WISHES))
@Check('ck_transport_document_manner', oneOf('surrender_manner', SURRENDER_MANNERS))
export class TransportDocument implements Versioned {
  @TenantKey('transport_document')
  readonly tenantId!: string;

  @TenantKey('transport_document')
  readonly id!: string;

  @Column('uuid')
  readonly bookingId!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly instructionsId!: string;

  @Column('text')
  readonly level!: DocumentLevel;

  @Column('uuid', { nullable: true })
  readonly masterId!: string | null;

  /** The voided one whose place it takes. */
  @Column('uuid', { nullable: true })
  readonly replacesId!: string | null;

  @Column('text')
  readonly type!: DocumentType;

  @Column('text')
  readonly state!: DocumentState;

  /** What the carrier has been asked for and has not answered, under an id of its own. */
  @Column('text', { nullable: true })
  readonly wish!: DocumentWish | null;

  @Column('uuid', { nullable: true })
  readonly wishId!: string | null;

  @Column('text', { nullable: true })
  readonly surrenderManner!: SurrenderManner | null;

  @Column('text')
  readonly transportDocumentReference!: string;

  @Column('text', { nullable: true })
  readonly transportDocumentSubReference!: string | null;

  /** The carrier's word. */
  @Column('text', { nullable: true })
  readonly transportDocumentStatus!: string | null;

  /** DCSA TransportDocument, as the carrier told it last. */
  @Column('jsonb')
  readonly document!: Content;

  @Column('jsonb')
  readonly feedbacks!: readonly Feedback[];

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly issuedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly surrenderedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly lastReportedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static drawnUp(facts: DrawnUp, now: Date): TransportDocument {
    return Object.assign(new TransportDocument(), facts, {
      ...{ state: 'draft' as const, wish: null, wishId: null, surrenderManner: null, transportDocumentStatus: null },
      ...{ feedbacks: [], reason: null, causes: null, issuedAt: null, surrenderedAt: null, lastReportedAt: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  get isOver(): boolean {
    return TRANSPORT_DOCUMENT.isFinal(this.state);
  }

  get allowedActions(): DocumentAction[] {
    return documentActions(this);
  }

  noteReport(report: DocumentReport, now: Date): void {
    this.set({
      transportDocumentStatus: report.transportDocumentStatus,
      document: report.document ?? this.document,
      feedbacks: report.feedbacks ?? this.feedbacks,
      lastReportedAt: report.asOf ?? this.lastReportedAt,
      updatedAt: now,
    });
  }

  /** @throws IllegalTransitionError unless the document may take the command */
  take(command: DocumentCommand, now: Date, why: Reason | null = null): void {
    const state = TRANSPORT_DOCUMENT.next(this.state, command);
    const isBack = state === 'surrendered_for_amendment' || state === 'surrendered_for_delivery';
    this.set({ state, updatedAt: now, reason: why?.reason ?? null, causes: why?.causes ?? null });
    this.set({ wish: null, wishId: null });
    if (state === 'issued') this.set({ issuedAt: this.issuedAt ?? now });
    if (isBack) this.set({ surrenderedAt: now });
  }

  /** The carrier is to be asked for it. */
  wishFor(wish: DocumentWish, manner: SurrenderManner | null, now: Date): void {
    this.set({ wish, wishId: newId(), surrenderManner: manner ?? this.surrenderManner, updatedAt: now });
  }

  /** The carrier said no to what was asked for: it stands as it was. */
  refuse(why: Reason, now: Date): void {
    this.set({ wish: null, wishId: null, reason: why.reason, causes: why.causes ?? null, updatedAt: now });
  }

  /** The only writer: to everyone else the columns are readonly. */
  private set(changes: Partial<TransportDocument>): void {
    Object.assign(this, changes);
  }
}
