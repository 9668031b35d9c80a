import { publicId } from '../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { CHANGE_KINDS, CHANGE_STATES, type ChangeKind, type ChangeState } from '../../domain/booking-change-status.js';
import { type BookingChanges, DOCUMENT_TYPES, type DocumentType } from '../../domain/booking-change.js';
import { type BookingChange } from '../../entities/booking-change.entity.js';

const LINES_MAX = 200;

export class ChangedPartyDto {
  @TextField({ description: 'Name; the standard takes 70 characters', max: 200, example: 'Hamburg Haushalt GmbH' })
  readonly name!: string;

  @TextField({ description: 'Address', max: 1_250, example: 'Hafenstrasse 1, 20457 Hamburg' })
  readonly address!: string;
}

export class ChangedGoodsDto {
  @IntegerField({ description: 'Number of the line in the order', min: 1, max: 1_000, example: 1 })
  readonly lineNumber!: number;

  @DecimalField({ description: 'Gross weight, kg', optional: true, example: '9120.5' })
  readonly grossKg?: string;

  @DecimalField({ description: 'Volume, m³', optional: true, example: '27.5' })
  readonly cbm?: string;

  @IntegerField({ description: 'Packages', optional: true, min: 0, max: 99_999_999, example: 1000 })
  readonly packages?: number;
}

/** What is to be changed; what is left out stays as it is. */
export class BookingChangesDto {
  @DateField({ description: 'Another day of departure', optional: true, example: '2026-12-12' })
  readonly expectedDepartureDate?: string;

  @TextField({
    description: 'A ship of your choice; with `voyageNumber`',
    optional: true,
    max: 50,
    example: 'SBX CATHAY',
  })
  readonly vesselName?: string;

  @TextField({ description: 'Its voyage; with `vesselName`', optional: true, max: 50, example: '050W' })
  readonly voyageNumber?: string;

  @EnumField({
    description: 'Bill of lading or sea waybill',
    optional: true,
    values: DOCUMENT_TYPES,
    example: 'SWB',
  })
  readonly transportDocumentType?: DocumentType;

  @BooleanField({ description: 'Part of it may sail alone', optional: true, example: true })
  readonly isPartialLoadAllowed?: boolean;

  @BooleanField({ description: 'Other boxes will do', optional: true, example: false })
  readonly isEquipmentSubstitutionAllowed?: boolean;

  @ObjectField(() => ChangedPartyDto, { description: 'Who receives the goods', optional: true })
  readonly consignee?: ChangedPartyDto;

  @ObjectField(() => ChangedPartyDto, { description: 'Who is told of their arrival', optional: true })
  readonly notifyParty?: ChangedPartyDto;

  @ListField(() => ChangedGoodsDto, {
    description: 'Weights and packages of lines',
    optional: true,
    min: 1,
    max: LINES_MAX,
  })
  readonly goods?: ChangedGoodsDto[];

  toChanges(): BookingChanges {
    const { goods, consignee, notifyParty, ...plain } = this;
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    return {
      ...given,
      ...(consignee === undefined ? {} : { consignee: { ...consignee } }),
      ...(notifyParty === undefined ? {} : { notifyParty: { ...notifyParty } }),
      ...(goods === undefined ? {} : { goods: goods.map((line) => definedOf(line)) }),
    };
  }
}

function definedOf(line: ChangedGoodsDto): ChangedGoodsDto {
  return Object.fromEntries(
    Object.entries(line).filter(([, value]) => value !== undefined),
  ) as unknown as ChangedGoodsDto;
}

/** A wish to change a booking, and what the carrier says to it. */
export class BookingChangeDto {
  @IdField({ description: 'The change', kind: 'bookingChange' })
  readonly id!: string;

  @IdField({ description: 'The booking', kind: 'booking' })
  readonly bookingId!: string;

  @EnumField({
    description: 'An update until the carrier has confirmed the booking, an amendment afterwards',
    values: CHANGE_KINDS,
    example: 'amendment',
  })
  readonly kind!: ChangeKind;

  @EnumField({ description: 'Where it stands', values: CHANGE_STATES, example: 'received' })
  readonly state!: ChangeState;

  @TextListField({ description: 'What can be done now', max: 5, maxLength: 50, example: ['withdraw'] })
  readonly allowedActions!: string[];

  @ObjectField(() => BookingChangesDto, { description: 'As it was asked for' })
  readonly changes!: BookingChangesDto;

  @TextField({
    description: 'Why it was declined',
    nullable: true,
    max: 5_000,
    min: 0,
    example: 'No space on that sailing',
  })
  readonly reason!: string | null;

  @InstantField({ description: 'When the carrier took the message', nullable: true })
  readonly takenAt!: string | null;

  @InstantField({ description: 'When it was decided', nullable: true })
  readonly decidedAt!: string | null;

  @IntegerField({ description: 'Counts its changes', min: 1, example: 2 })
  readonly version!: number;

  @InstantField({ description: 'When it was asked for', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last happened', example: '2026-11-24T02:00:05.000Z' })
  readonly updatedAt!: string;

  static from(this: void, change: BookingChange, language: Language): BookingChangeDto {
    return {
      id: publicId('bookingChange', change.id),
      bookingId: publicId('booking', change.bookingId),
      kind: change.kind,
      state: change.state,
      allowedActions: change.allowedActions,
      changes: change.changes as unknown as BookingChangesDto,
      reason: change.causes === null ? change.reason : reasonIn(change.causes, language),
      takenAt: change.takenAt?.toISOString() ?? null,
      decidedAt: change.decidedAt?.toISOString() ?? null,
      ...stampsOf(change),
    };
  }
}

export class BookingChangePageDto extends PageOf(BookingChangeDto) {}

export class BookingChangesQuery extends DatedPageQuery {}
