import { publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type HouseDocument } from '../../../application/lading/transport-documents.service.js';
import { DOCUMENT_TYPES, type DocumentType } from '../../../domain/booking-change.js';
import {
  DOCUMENT_LEVELS,
  type DocumentLevel,
  type DocumentState,
  DOCUMENT_STATES,
  type DocumentWish,
  DOCUMENT_WISHES,
  type SurrenderManner,
  SURRENDER_MANNERS,
} from '../../../domain/lading/transport-document-status.js';
import { type TransportDocument } from '../../../entities/transport-document.entity.js';
import { ChangedPartyDto } from '../booking-change.dto.js';
import { FeedbackDto } from '../booking.dto.js';

const PURPOSES = ['amendment', 'delivery'] as const;

/** Giving an issued bill back. */
export class DocumentSurrenderDto {
  @EnumField({
    description: 'To have it amended, or to have the goods given out',
    values: PURPOSES,
    example: 'delivery',
  })
  readonly purpose!: (typeof PURPOSES)[number];

  @EnumField({
    description: 'All paper originals, by telex release at the port of loading, or on its platform',
    values: SURRENDER_MANNERS,
    example: 'telex_release',
  })
  readonly manner!: SurrenderManner;
}

/** The forwarder's own bill, under the carrier's. */
export class HouseDocumentDto {
  @TextField({ description: 'Its number', max: 20, pattern: /^\S+$/, example: 'ENTH26110001' })
  readonly transportDocumentReference!: string;

  @ObjectField(() => ChangedPartyDto, { description: 'Who ships by it; else as in the master', optional: true })
  readonly shipper?: ChangedPartyDto;

  @ObjectField(() => ChangedPartyDto, {
    description: 'Who gets the goods by it; else as in the master',
    optional: true,
  })
  readonly consignee?: ChangedPartyDto;

  toHouse(): HouseDocument {
    const { transportDocumentReference, shipper, consignee } = this;
    return {
      transportDocumentReference,
      ...(shipper === undefined ? {} : { shipper: { ...shipper } }),
      ...(consignee === undefined ? {} : { consignee: { ...consignee } }),
    };
  }
}

/** A bill of lading or a sea waybill. */
export class TransportDocumentDto {
  @IdField({ description: 'The document', kind: 'transportDocument' })
  readonly id!: string;

  @IdField({ description: 'The booking', kind: 'booking' })
  readonly bookingId!: string;

  @IdField({ description: 'The order', kind: 'order' })
  readonly orderId!: string;

  @IdField({ description: 'The shipping instructions it is made of', kind: 'shippingInstructions' })
  readonly shippingInstructionsId!: string;

  @EnumField({ description: 'The carrier’s, or the forwarder’s under it', values: DOCUMENT_LEVELS, example: 'master' })
  readonly level!: DocumentLevel;

  @IdField({ description: 'The master document of a house document', kind: 'transportDocument', nullable: true })
  readonly masterId!: string | null;

  @IdField({ description: 'The voided one whose place it takes', kind: 'transportDocument', nullable: true })
  readonly replacesId!: string | null;

  @EnumField({ description: 'Bill of lading or sea waybill', values: DOCUMENT_TYPES, example: 'BOL' })
  readonly transportDocumentTypeCode!: DocumentType;

  @EnumField({ description: 'Where it stands', values: DOCUMENT_STATES, example: 'issued' })
  readonly state!: DocumentState;

  @TextListField({ description: 'What can be done now', max: 6, maxLength: 50, example: ['surrender_for_delivery'] })
  readonly allowedActions!: string[];

  @EnumField({
    description: 'What the carrier has been asked for and has not answered',
    values: DOCUMENT_WISHES,
    nullable: true,
    example: 'approval',
  })
  readonly wish!: DocumentWish | null;

  @EnumField({
    description: 'How it is or was given back',
    values: SURRENDER_MANNERS,
    nullable: true,
    example: 'telex_release',
  })
  readonly surrenderManner!: SurrenderManner | null;

  @TextField({ description: 'Its number', max: 20, example: 'SNBX0000795000001' })
  readonly transportDocumentReference!: string;

  @TextField({ description: 'Its version, where the carrier counts them', nullable: true, max: 100 })
  readonly transportDocumentSubReference!: string | null;

  @TextField({ description: 'DCSA `transportDocumentStatus`', nullable: true, max: 50, example: 'ISSUED' })
  readonly transportDocumentStatus!: string | null;

  @JsonField({ description: 'DCSA TransportDocument, as the carrier told it last' })
  readonly document!: object;

  @ListField(() => FeedbackDto, { description: 'What the carrier remarked last', max: 1_000 })
  readonly feedbacks!: FeedbackDto[];

  @TextField({
    description: 'Why the carrier said no',
    nullable: true,
    max: 5_000,
    min: 0,
    example: 'One original is missing',
  })
  readonly reason!: string | null;

  @InstantField({ description: 'When it was issued', nullable: true })
  readonly issuedAt!: string | null;

  @InstantField({ description: 'When it was given back', nullable: true })
  readonly surrenderedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 3 })
  readonly version!: number;

  @InstantField({ description: 'When it was drafted', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last happened', example: '2026-11-24T02:00:05.000Z' })
  readonly updatedAt!: string;

  static from(this: void, row: TransportDocument, language: Language): TransportDocumentDto {
    const { masterId, replacesId } = row;
    return {
      id: publicId('transportDocument', row.id),
      bookingId: publicId('booking', row.bookingId),
      orderId: publicId('order', row.orderId),
      shippingInstructionsId: publicId('shippingInstructions', row.instructionsId),
      level: row.level,
      masterId: masterId === null ? null : publicId('transportDocument', masterId),
      replacesId: replacesId === null ? null : publicId('transportDocument', replacesId),
      transportDocumentTypeCode: row.type,
      state: row.state,
      allowedActions: row.allowedActions,
      wish: row.wish,
      surrenderManner: row.surrenderManner,
      transportDocumentReference: row.transportDocumentReference,
      transportDocumentSubReference: row.transportDocumentSubReference,
      transportDocumentStatus: row.transportDocumentStatus,
      document: row.document,
      feedbacks: row.feedbacks.map((feedback) => ({ ...feedback })),
      reason: row.causes === null ? row.reason : reasonIn(row.causes, language),
      issuedAt: row.issuedAt?.toISOString() ?? null,
      surrenderedAt: row.surrenderedAt?.toISOString() ?? null,
      ...stampsOf(row),
    };
  }
}

export class TransportDocumentPageDto extends PageOf(TransportDocumentDto) {}

export class TransportDocumentsQuery extends DatedPageQuery {
  @IdField({ description: 'Of one booking', kind: 'booking', optional: true })
  readonly bookingId?: string;

  @EnumField({ description: 'In this state', values: DOCUMENT_STATES, optional: true, example: 'issued' })
  readonly state?: DocumentState;
}

export class BookingDocumentsQuery extends DatedPageQuery {}
