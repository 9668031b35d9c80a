import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type FullBatch } from '../../application/filing-batch-reader.service.js';
import { CLAIM_STATES } from '../../domain/claim-status.js';
import { FILING_BATCH_STATES } from '../../domain/filing-batch-status.js';
import { REGIMES } from '../../domain/regime.js';
import { type FilingBatch } from '../../entities/filing-batch.entity.js';
import { type BatchedClaim, type PaymentOfBatch, type RateTotal } from '../../entities/filing-batches.table.js';

const PERIOD = { max: 6, pattern: /^\d{4}(0[1-9]|1[0-2])$/, example: '202611' } as const;
/** Of one message. */
const CLAIMS_MAX = 100_000;

export class FilingBatchesQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 100,
    example: 'open',
    pattern: wordsPattern(FILING_BATCH_STATES),
  })
  state?: string;

  @IdField({ description: 'Of this exporter', kind: 'party', optional: true })
  sellerId?: string;

  @TextField({ ...PERIOD, description: '所属期', optional: true })
  period?: string;

  @EnumField({ description: 'Of this regime', values: REGIMES, optional: true })
  regime?: string;
}

export class BatchedClaimDto {
  @IdField({ kind: 'claim', description: 'The claim' })
  readonly claimId!: string;

  @IdField({ kind: 'order', description: 'The order that was exported' })
  readonly orderId!: string;

  @TextField({ description: "The order's own reference", max: 200, example: 'SO-2026-0001' })
  readonly reference!: string;

  @TextField({ description: 'Declaration number (报关单号)', max: 18, example: '310420260795000001' })
  readonly entryNumber!: string;

  @IntegerField({ description: 'The attempt that went with the batch; while it waits, how often it was filed before' })
  readonly attempt!: number;

  @EnumField({
    description: 'What became of the message of this attempt; null: it waits. `doubted`, `withheld`: it was left out',
    values: ['queued', 'taken', 'refused', 'withheld', 'doubted'],
    nullable: true,
    example: 'taken',
  })
  readonly filing!: string | null;

  @EnumField({ description: 'Where the claim stands now', values: CLAIM_STATES, example: 'accepted' })
  readonly state!: string;

  @BooleanField({ description: 'False once it was filed again since' })
  readonly isPresent!: boolean;

  @TextListField({ description: '关联号 of its lines, one for each refund rate', max: 999, maxLength: 20 })
  readonly links!: string[];

  @MoneyField({ description: 'What the refund is computed on' })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'As claimed' })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'As claimed, then as approved, then as paid' })
  readonly awarded!: MoneyDto;

  @TextField({ description: 'Why it was left out, refused, queried or cut', max: 2_000, min: 0, nullable: true })
  readonly reason!: string | null;

  static from(this: void, claim: BatchedClaim): BatchedClaimDto {
    return {
      claimId: publicId('claim', claim.id),
      orderId: publicId('order', claim.orderId),
      reference: claim.orderReference,
      entryNumber: claim.entryNumber,
      attempt: claim.attempt,
      filing: claim.filing,
      state: claim.state,
      isPresent: claim.isPresent,
      links: [...claim.links],
      taxable: claim.taxable.toJSON(),
      refund: claim.refund.toJSON(),
      awarded: claim.awarded.toJSON(),
      reason: claim.reason,
    };
  }
}

export class BatchRateDto {
  @DecimalField({ description: 'Fraction', example: '0.13' })
  readonly refundRate!: string;

  @IntegerField({ description: 'Lines at this rate', min: 1 })
  readonly lines!: number;

  @MoneyField({ description: 'What their refund is computed on' })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'Base × rate; of a manufacturer the ceiling, not the refund' })
  readonly refund!: MoneyDto;

  static from(this: void, { refundRate, lines, taxable, refund }: RateTotal): BatchRateDto {
    return { refundRate: refundRate.toFixed(), lines, taxable: taxable.toJSON(), refund: refund.toJSON() };
  }
}

export class BatchPaymentDto {
  @TextField({ description: "The treasury's reference", max: 64, example: 'TRS795000001' })
  readonly treasuryReference!: string;

  @MoneyField({ description: 'How much came' })
  readonly amount!: MoneyDto;

  @InstantField({ description: 'When it was paid' })
  readonly paidAt!: string;

  static from(this: void, { treasuryReference, amount, paidAt }: PaymentOfBatch): BatchPaymentDto {
    return { treasuryReference, amount: amount.toJSON(), paidAt: paidAt.toISOString() };
  }
}

/** A batch, without its claims. */
export class FilingBatchSummaryDto {
  @IdField({ kind: 'filingBatch', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'The exporter, to whom the refunds belong' })
  readonly sellerId!: string;

  @TextField({ description: 'The taxpayer', max: 200, example: '宁波示例进出口有限公司' })
  readonly taxpayerName!: string;

  @TextField({ description: '纳税人识别号', max: 20, example: '91330200MA2AEFJN86' })
  readonly taxpayerNumber!: string;

  @TextField({ ...PERIOD, description: '所属期' })
  readonly period!: string;

  @EnumField({ description: '免退税, 免抵退税, 代办退税', values: REGIMES, example: 'trading' })
  readonly regime!: string;

  @EnumField({ description: 'Where it stands', values: FILING_BATCH_STATES, example: 'open' })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @IntegerField({
    description:
      '申报批次: counts the batches that the bureau has of this taxpayer, period and regime; null until it is filed',
    min: 1,
    nullable: true,
    example: 1,
  })
  readonly number!: number | null;

  @DateField({ description: 'It is filed by itself on this day; null: by command', nullable: true })
  readonly fileOn!: string | null;

  @TextField({
    description: 'Our reference; the bureau knows the batch by it',
    max: 64,
    nullable: true,
    example: 'fbt_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly reference!: string | null;

  @TextField({ description: "The bureau's number", max: 64, nullable: true, example: '33022026795000001' })
  readonly acceptanceNumber!: string | null;

  @TextField({ description: 'Why the bureau did not take it', max: 2_000, min: 0, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'When the bureau took it', nullable: true })
  readonly filedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When the first claim was put into it' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static of(this: void, batch: FilingBatch): FilingBatchSummaryDto {
    const { taxpayerName, taxpayerNumber, period, regime, state, number, fileOn } = batch;
    const { reference, acceptanceNumber, reason, allowedActions } = batch;
    return {
      id: publicId('filingBatch', batch.id),
      sellerId: publicId('party', batch.sellerId),
      ...{ taxpayerName, taxpayerNumber, period, regime, state, number, fileOn, reference, acceptanceNumber, reason },
      allowedActions,
      filedAt: batch.filedAt?.toISOString() ?? null,
      ...stampsOf(batch),
    };
  }
}

export class FilingBatchDto extends FilingBatchSummaryDto {
  @ListField(() => BatchedClaimDto, { description: 'Its claims, in the order of the message', max: CLAIMS_MAX })
  readonly claims!: BatchedClaimDto[];

  @ListField(() => BatchRateDto, { description: 'Its totals by refund rate, the highest first', max: 100 })
  readonly rates!: BatchRateDto[];

  @MoneyField({ description: 'Sum of what the refunds are computed on, without what was left out or refused' })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'Sum of what is claimed' })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'Sum of what is to come or has come of what the bureau took' })
  readonly awarded!: MoneyDto;

  @ListField(() => BatchPaymentDto, { description: 'What the treasury paid for it, the first first', max: 1_000 })
  readonly payments!: BatchPaymentDto[];

  @MoneyField({ description: 'Sum of the payments' })
  readonly received!: MoneyDto;

  @MoneyField({ description: 'What has come and covers no whole claim yet' })
  readonly unspread!: MoneyDto;

  @TextField({
    description: 'What was sent, word for word; null while claims are gathered',
    max: 40_000_000,
    nullable: true,
    example: null,
  })
  readonly message!: string | null;

  static from(this: void, full: FullBatch): FilingBatchDto {
    const { batch, claims, rates, payments } = full;
    return {
      ...FilingBatchSummaryDto.of(batch),
      claims: claims.map(BatchedClaimDto.from),
      rates: rates.map(BatchRateDto.from),
      taxable: full.taxable.toJSON(),
      refund: full.refund.toJSON(),
      awarded: full.awarded.toJSON(),
      payments: payments.map(BatchPaymentDto.from),
      received: full.received.toJSON(),
      unspread: full.unspread.toJSON(),
      message: batch.message,
    };
  }
}

export const FilingBatchPageDto = PageOf(FilingBatchSummaryDto);
