import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, reasonIn } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type FullPayoutBatch } from '../../application/payouts/payout-batches.js';
import { PAYOUT_BATCH, type PayoutBatchState } from '../../domain/payouts/payout-batch-status.js';
import { CUT_OFF, PAYOUT_MODES, type PayoutMode, type PayoutPolicy } from '../../domain/payouts/payout-schedule.js';
import { type PayoutBatch } from '../../entities/payout-batch.entity.js';

const PAYMENTS_MAX = 500;

export class PayoutPolicyDto {
  @EnumField({
    description:
      '`immediate`: each payout is ordered at once, in a message of its own. `batched`: payouts of one account, currency and day ' +
      'are gathered until the cut-off, and ordered in one message',
    values: PAYOUT_MODES,
    example: 'batched',
  })
  readonly mode!: PayoutMode;

  @TextField({
    description:
      'Hour of China until which the bank carries out orders on the same day; what comes later, or on a day off, is for the next ' +
      'working day. Null: the bank pays at any hour. Batches need one',
    pattern: CUT_OFF,
    max: 5,
    nullable: true,
    example: '16:30',
  })
  readonly cutOff!: string | null;

  @IntegerField({
    description: 'Payments in one message, at most; what is full goes at once',
    min: 2,
    max: PAYMENTS_MAX,
    example: 100,
  })
  readonly batchMax!: number;

  @BooleanField({ description: 'Whether the bank is asked to book a batch as one entry (`BtchBookg`)', example: false })
  readonly batchBooking!: boolean;

  static from(this: void, { mode, cutOff, batchMax, batchBooking }: PayoutPolicy): PayoutPolicyDto {
    return { mode, cutOff, batchMax, batchBooking };
  }
}

export class PayoutBatchSummaryDto {
  @IdField({ description: 'Id of the batch; the id of its message to the bank, too', kind: 'payoutBatch' })
  readonly id!: string;

  @EnumField({ description: 'Kind of resource', values: ['payout_batch'], example: 'payout_batch' })
  readonly object!: 'payout_batch';

  @EnumField({ description: 'State', values: PAYOUT_BATCH.states, example: 'open' })
  readonly state!: PayoutBatchState;

  @TextListField({
    description: 'Commands that can be given now',
    values: PAYOUT_BATCH.commands,
    max: 3,
    maxLength: 40,
  })
  readonly allowedActions!: string[];

  @IdField({ description: 'The seller whose account is debited', kind: 'party' })
  readonly sellerId!: string;

  @IntegerField({ description: 'Payments in it (`NbOfTxs`)', min: 0, example: 3 })
  readonly payments!: number;

  @MoneyField({ description: 'Their sum (`CtrlSum`)' })
  readonly total!: MoneyJson;

  @DateField({ description: 'The day on which the bank is to carry them out (`ReqdExctnDt`)', example: '2026-11-24' })
  readonly executionDate!: string;

  @BooleanField({ description: 'Whether the bank is asked to book them as one entry', example: false })
  readonly batchBooking!: boolean;

  @InstantField({ description: 'Until when payouts join it', example: '2026-11-24T08:30:00.000Z' })
  readonly closesAt!: string;

  @InstantField({ description: 'When the message was written; null while it is open', nullable: true })
  readonly closedAt!: string | null;

  @TextField({ description: 'Why the bank would not take it', max: 60, nullable: true, example: 'REFUSED' })
  readonly reasonCode!: string | null;

  @TextField({ description: 'The same in words', max: 1_000, nullable: true })
  readonly reason!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was opened', example: '2026-11-24T08:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  readonly updatedAt!: string;

  static of(batch: PayoutBatch, language: Language): PayoutBatchSummaryDto {
    return {
      id: batch.messageId,
      object: 'payout_batch',
      state: batch.state,
      allowedActions: batch.allowedActions,
      sellerId: publicId('party', batch.partyId),
      payments: batch.payments,
      total: batch.total.toJSON(),
      executionDate: batch.executionOn,
      batchBooking: batch.batchBooking,
      closesAt: batch.closesAt.toISOString(),
      closedAt: batch.closedAt?.toISOString() ?? null,
      reasonCode: batch.reasonCode,
      reason: batch.causes === null ? batch.reason : reasonIn(batch.causes, language),
      ...stampsOf(batch),
    };
  }
}

export class PayoutBatchPageDto extends PageOf(PayoutBatchSummaryDto) {}

export class PayoutBatchDto extends PayoutBatchSummaryDto {
  @TextListField({
    description: 'End-to-end ids of its payments, in their order: what becomes of each is told on the payout',
    max: PAYMENTS_MAX,
    maxLength: 40,
  })
  readonly endToEndIds!: string[];

  static from(this: void, { batch, endToEndIds }: FullPayoutBatch, language: Language): PayoutBatchDto {
    return { ...PayoutBatchSummaryDto.of(batch, language), endToEndIds: [...endToEndIds] };
  }
}

export class PayoutBatchesQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(PAYOUT_BATCH.states),
    max: 40,
    optional: true,
    example: 'open',
  })
  state?: string;

  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;
}
