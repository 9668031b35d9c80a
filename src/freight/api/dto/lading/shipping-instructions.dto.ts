import { publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn, told } from '../../../../kernel/sentence.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import {
  INSTRUCTIONS_STATES,
  type InstructionsState,
  UPDATE_STATES,
  type UpdateState,
} from '../../../domain/lading/shipping-instructions-status.js';
import { type ShippingInstructions } from '../../../entities/shipping-instructions.entity.js';
import { CutFieldDto, FeedbackDto } from '../booking.dto.js';

/** Shipping instructions, as they stand and as they are to be. */
export class ShippingInstructionsDto {
  @IdField({ description: 'The instructions; the carrier knows them by this number too', kind: 'shippingInstructions' })
  readonly id!: string;

  @IdField({ description: 'The booking', kind: 'booking' })
  readonly bookingId!: string;

  @IdField({ description: 'The order', kind: 'order' })
  readonly orderId!: string;

  @EnumField({ description: 'Where they stand', values: INSTRUCTIONS_STATES, example: 'received' })
  readonly state!: InstructionsState;

  @EnumField({ description: 'Where the last update of them stands', values: UPDATE_STATES, example: 'none' })
  readonly updateState!: UpdateState;

  @TextListField({ description: 'What can be done now', max: 5, maxLength: 50, example: ['request_update', 'cancel'] })
  readonly allowedActions!: string[];

  @BooleanField({ description: 'The carrier has been asked to forget them', example: false })
  readonly isCancelling!: boolean;

  @IntegerField({ description: 'Counts what was asked for', min: 1, example: 1 })
  readonly revision!: number;

  @JsonField({ description: 'As they stand: DCSA CreateShippingInstructions, as sent' })
  readonly instructions!: object;

  @JsonField({ description: 'As they are to be, until the carrier agrees; null without such', nullable: true })
  readonly updatedInstructions!: object | null;

  @TextListField({ description: 'What should be known', max: 200, maxLength: 500, example: [] })
  readonly warnings!: string[];

  @ListField(() => CutFieldDto, { description: 'Texts that went to the carrier shortened', max: 1_000 })
  readonly cutFields!: CutFieldDto[];

  @TextField({ description: 'The carrier’s number', nullable: true, max: 100 })
  readonly shippingInstructionsReference!: string | null;

  @TextField({ description: 'Number of the transport document', nullable: true, max: 20, example: 'SNBX0000795000001' })
  readonly transportDocumentReference!: string | null;

  @TextField({ description: 'DCSA `shippingInstructionsStatus`', nullable: true, max: 50, example: 'RECEIVED' })
  readonly shippingInstructionsStatus!: string | null;

  @TextField({
    description: 'DCSA `updatedShippingInstructionsStatus`',
    nullable: true,
    max: 50,
    example: 'UPDATE_RECEIVED',
  })
  readonly updatedShippingInstructionsStatus!: string | null;

  @ListField(() => FeedbackDto, { description: 'What the carrier remarked last', max: 1_000 })
  readonly feedbacks!: FeedbackDto[];

  @TextField({
    description: 'Why they were declined, or what the carrier wants updated',
    nullable: true,
    max: 5_000,
    min: 0,
    example: 'The description of the goods is too general',
  })
  readonly reason!: string | null;

  @InstantField({ description: 'When the carrier took them', nullable: true })
  readonly takenAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 2 })
  readonly version!: number;

  @InstantField({ description: 'When they were sent', example: '2026-11-24T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last happened', example: '2026-11-24T02:00:05.000Z' })
  readonly updatedAt!: string;

  static from(this: void, row: ShippingInstructions, language: Language): ShippingInstructionsDto {
    return {
      id: publicId('shippingInstructions', row.id),
      bookingId: publicId('booking', row.bookingId),
      orderId: publicId('order', row.orderId),
      state: row.state,
      updateState: row.updateState,
      allowedActions: row.allowedActions,
      isCancelling: row.isCancelling,
      revision: row.revision,
      instructions: JSON.parse(row.message) as object,
      updatedInstructions: row.updatedMessage === null ? null : (JSON.parse(row.updatedMessage) as object),
      warnings: row.warnings.map((warning) => told(warning, language)),
      cutFields: row.cutFields.map((field) => ({ ...field })),
      shippingInstructionsReference: row.shippingInstructionsReference,
      transportDocumentReference: row.transportDocumentReference,
      shippingInstructionsStatus: row.shippingInstructionsStatus,
      updatedShippingInstructionsStatus: row.updatedShippingInstructionsStatus,
      feedbacks: row.feedbacks.map((feedback) => ({ ...feedback })),
      reason: row.causes === null ? row.reason : reasonIn(row.causes, language),
      takenAt: row.takenAt?.toISOString() ?? null,
      ...stampsOf(row),
    };
  }
}

export class ShippingInstructionsPageDto extends PageOf(ShippingInstructionsDto) {}

export class ShippingInstructionsQuery extends DatedPageQuery {}
