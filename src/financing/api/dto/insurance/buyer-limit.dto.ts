import { publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { wordsPattern } from '../../../../platform/http/words-pattern.js';
import { BUYER_LIMIT_STATES } from '../../../domain/insurance/insurance-status.js';
import { type BuyerLimit } from '../../../entities/buyer-limit.entity.js';

export class RequestBuyerLimitDto {
  @IdField({ kind: 'insurancePolicy', description: 'Under which policy' })
  readonly policyId!: string;

  @IdField({ kind: 'party', description: 'The buyer' })
  readonly buyerId!: string;

  @MoneyField({ description: 'Up to how much, in yuan', positive: true, currency: 'CNY' })
  readonly amount!: MoneyDto;

  @IntegerField({ description: 'Days that the buyer has to pay', min: 0, max: 730, example: 90 })
  readonly tenorDays!: number;
}

/** Up to how much the insurer answers for one buyer (买方信用限额). Revolving. */
export class BuyerLimitDto {
  @IdField({ kind: 'buyerLimit', description: 'Id; the insurer knows it by this number too' })
  readonly id!: string;

  @IdField({ kind: 'insurancePolicy', description: 'Under which policy' })
  readonly policyId!: string;

  @IdField({ kind: 'party', description: 'The seller' })
  readonly sellerId!: string;

  @IdField({ kind: 'party', description: 'The buyer' })
  readonly buyerId!: string;

  @TextField({ description: 'Country of the buyer', min: 2, max: 2, example: 'DE' })
  readonly country!: string;

  @IntegerField({ description: 'Days that the buyer has to pay' })
  readonly tenorDays!: number;

  @EnumField({ description: 'Where it stands', values: BUYER_LIMIT_STATES, example: 'granted' })
  readonly state!: string;

  @MoneyField({ description: 'Asked for' })
  readonly requested!: MoneyDto;

  @MoneyField({ description: 'Granted, after the last cut' })
  readonly granted!: MoneyDto;

  @MoneyField({ description: 'By shipments that are not paid' })
  readonly used!: MoneyDto;

  @MoneyField({ description: 'What more can be insured' })
  readonly free!: MoneyDto;

  @TextField({ description: 'The number that the insurer gave it', max: 500, nullable: true })
  readonly limitNumber!: string | null;

  @DateField({ description: 'First day', nullable: true })
  readonly validFrom!: string | null;

  @DateField({ description: 'Last day', nullable: true })
  readonly validUntil!: string | null;

  @TextField({ description: 'Why it was refused, cut or revoked', min: 0, max: 5_000, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'By when the insurer should have decided', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, limit: BuyerLimit, language: Language): BuyerLimitDto {
    const { country, tenorDays, state, requested, granted, used, free } = limit;
    const { limitNumber, validFrom, validUntil, reason, causes, expectedBy } = limit;
    return {
      id: publicId('buyerLimit', limit.id),
      policyId: publicId('insurancePolicy', limit.policyId),
      sellerId: publicId('party', limit.sellerId),
      buyerId: publicId('party', limit.buyerId),
      ...{ country, tenorDays, state, limitNumber, validFrom, validUntil },
      ...{ requested: requested.toJSON(), granted: granted.toJSON(), used: used.toJSON(), free: free.toJSON() },
      reason: causes === null ? reason : reasonIn(causes, language),
      ...{ expectedBy: expectedBy?.toISOString() ?? null, ...stampsOf(limit) },
    };
  }
}

export class BuyerLimitPageDto extends PageOf(BuyerLimitDto) {}

export class BuyerLimitsQuery extends DatedPageQuery {
  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;

  @IdField({ kind: 'party', description: 'Only of this buyer', optional: true })
  buyerId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'requested,granted',
    pattern: wordsPattern(BUYER_LIMIT_STATES),
  })
  state?: string;
}
