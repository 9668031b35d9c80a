import { ApiProperty } from '@nestjs/swagger';

import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
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
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type ScoreVerification } from '../../application/scores/scores.service.js';
import { AGE_BUCKETS, ATTRIBUTES, type ScoreInputs, SCREENINGS } from '../../domain/score/inputs.js';
import { type AdverseReason, type AttributeScore } from '../../domain/score/score.js';
import { GRADES } from '../../domain/score/scorecard.js';
import { type KeptScore } from '../../entities/score.table.js';

const CNY = (amount: string): MoneyDto => ({ amount, currency: 'CNY' });

export class ScoreSellerDto {
  @IdField({ kind: 'party', description: 'The seller' })
  sellerId!: string;
}

export class ScoresQuery extends DatedPageQuery {
  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;
}

class ScoredExportsDto {
  @IntegerField({ description: 'Orders whose goods have left within twelve months' })
  readonly orders!: number;

  @MoneyField({ description: 'What they are worth, at their plan rates' })
  readonly value!: MoneyDto;

  @ApiProperty({ type: 'string', format: 'date', maxLength: 10, nullable: true, description: 'First departure' })
  readonly since!: string | null;
}

class ScoredRefundsDto {
  @IntegerField({ description: 'Claims filed, of orders of the last twenty-four months' })
  readonly filed!: number;

  @IntegerField({ description: 'Paid' })
  readonly paid!: number;

  @IntegerField({ description: 'About which the bureau asked' })
  readonly queried!: number;

  @IntegerField({ description: 'Rejected' })
  readonly rejected!: number;

  @ApiProperty({
    type: 'integer',
    format: 'int32',
    minimum: 0,
    maximum: 2_147_483_647,
    nullable: true,
    description: 'Days from filing to payment: the mean, rounded up; null where none was paid',
  })
  readonly daysToPay!: number | null;
}

class ScoredCollectionsDto {
  @IntegerField({ description: 'Orders of the last twenty-four months that were paid in full and on time' })
  readonly onTime!: number;

  @IntegerField({ description: 'Paid in full, but late' })
  readonly late!: number;

  @IntegerField({ description: 'Paid with less than was owed' })
  readonly short!: number;

  @IntegerField({ description: 'Not paid yet' })
  readonly open!: number;
}

class ScoredReceivablesDto {
  @MoneyField({ description: 'Not due yet' })
  readonly notDue!: MoneyDto;

  @MoneyField({ description: 'Up to 30 days after the day on which it was expected' })
  readonly upTo30!: MoneyDto;

  @MoneyField({ description: '31 to 60 days' })
  readonly upTo60!: MoneyDto;

  @MoneyField({ description: '61 to 90 days' })
  readonly upTo90!: MoneyDto;

  @MoneyField({ description: 'More than 90 days' })
  readonly over90!: MoneyDto;

  static from(this: void, receivables: ScoreInputs['receivables']): ScoredReceivablesDto {
    const entries = AGE_BUCKETS.map((bucket) => [bucket, CNY(receivables[bucket])] as const);
    return Object.fromEntries(entries) as unknown as ScoredReceivablesDto;
  }
}

/** What a seller was scored by, frozen. */
class ScoreInputsDto {
  @DateField({ description: 'The day in China on which it was known' })
  readonly asOf!: string;

  @ObjectField(() => ScoredExportsDto, { description: 'Its exports' })
  readonly exports!: ScoredExportsDto;

  @ObjectField(() => ScoredRefundsDto, { description: 'Its refunds' })
  readonly refunds!: ScoredRefundsDto;

  @ObjectField(() => ScoredCollectionsDto, { description: 'How its buyers have paid' })
  readonly collections!: ScoredCollectionsDto;

  @ObjectField(() => ScoredReceivablesDto, { description: 'What its buyers owe, by age' })
  readonly receivables!: ScoredReceivablesDto;

  @ApiProperty({
    type: 'string',
    maxLength: 32,
    nullable: true,
    description: 'The largest buyer’s part of the exports of twelve months, as a fraction',
  })
  readonly largestBuyerShare!: string | null;

  @ApiProperty({
    type: 'integer',
    format: 'int32',
    minimum: 0,
    maximum: 2_147_483_647,
    nullable: true,
    description: 'Open disputes with buyers; null where nothing is known',
  })
  readonly disputes!: number | null;

  @ApiProperty({
    type: 'string',
    enum: [...SCREENINGS, null],
    nullable: true,
    description: 'How its names stand against lists of denied parties; null where nothing is known',
  })
  readonly screening!: string | null;

  static from(this: void, inputs: ScoreInputs): ScoreInputsDto {
    const { exports, receivables } = inputs;
    return {
      ...inputs,
      exports: { ...exports, value: CNY(exports.value) },
      receivables: ScoredReceivablesDto.from(receivables),
    };
  }
}

class AttributeScoreDto {
  @EnumField({ description: 'What is scored', values: ATTRIBUTES, example: 'punctuality' })
  readonly name!: string;

  @ApiProperty({
    type: 'string',
    maxLength: 32,
    nullable: true,
    description: 'Its figure: a count, yuan, months, days, or a fraction; null where nothing is known of it',
  })
  readonly figure!: string | null;

  @IntegerField({ description: 'What it brings' })
  readonly points!: number;

  @IntegerField({ description: 'The most that it could bring' })
  readonly max!: number;

  static from(this: void, { name, figure, points, max }: AttributeScore): AttributeScoreDto {
    return { name, figure, points, max };
  }
}

class AdverseReasonDto {
  @ApiProperty({
    type: 'string',
    enum: [...ATTRIBUTES, null],
    nullable: true,
    description: 'Which attribute; null of what holds down the whole score',
  })
  readonly attribute!: string | null;

  @IntegerField({ description: 'Points that are missing by it' })
  readonly lost!: number;

  @TextField({ description: 'How it stands, in your language', max: 500 })
  readonly reason!: string;

  @TextField({ description: 'What would raise it, in your language', max: 500 })
  readonly raise!: string;

  static in(language: Language): (reason: AdverseReason) => AdverseReasonDto {
    return ({ attribute, lost, reason, raise }) => ({
      ...{ attribute, lost, reason: told(reason, language), raise: told(raise, language) },
    });
  }
}

export class CreditScoreDto {
  @IdField({ kind: 'creditScore', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'Who was scored' })
  readonly sellerId!: string;

  @IntegerField({ description: 'From 0 to 1000', example: 742 })
  readonly score!: number;

  @EnumField({ description: 'Grade; `A` is the best', values: GRADES, example: 'B' })
  readonly grade!: string;

  @DecimalField({ description: 'Which part of a product’s limit is recommended', example: '0.8' })
  readonly limitFactor!: string;

  @BooleanField({ description: 'True where so little is known that no condition of a product is met by it' })
  readonly isThin!: boolean;

  @ListField(() => AttributeScoreDto, { description: 'What brought which points', max: 20 })
  readonly attributes!: AttributeScoreDto[];

  @ListField(() => AdverseReasonDto, { description: 'Why it is not higher; where most is lost comes first', max: 20 })
  readonly adverseReasons!: AdverseReasonDto[];

  @TextField({ description: 'Version of the scorecard', max: 50, example: '2026-01' })
  readonly scorecard!: string;

  @ObjectField(() => ScoreInputsDto, { description: 'What it was scored by, frozen' })
  readonly inputs!: ScoreInputsDto;

  @InstantField({ description: 'When' })
  readonly createdAt!: string;

  static in(language: Language): (kept: KeptScore) => CreditScoreDto {
    return ({ id, sellerId, scorecard, inputs, result, createdAt }) => {
      const { score, grade, limitFactor, isThin, attributes, adverse } = result;
      return {
        ...{
          id: publicId('creditScore', id),
          sellerId: publicId('party', sellerId),
          score,
          grade,
          limitFactor,
          isThin,
        },
        attributes: attributes.map(AttributeScoreDto.from),
        adverseReasons: adverse.map(AdverseReasonDto.in(language)),
        ...{ scorecard, inputs: ScoreInputsDto.from(inputs), createdAt: createdAt.toISOString() },
      };
    };
  }
}

export const CreditScorePageDto = PageOf(CreditScoreDto);

export class ScoreVerificationDto {
  @IdField({ kind: 'creditScore', description: 'The score' })
  readonly scoreId!: string;

  @BooleanField({
    description: 'Whether the same came of the frozen inputs: score, grade, every line and every reason',
  })
  readonly isSame!: boolean;

  @IntegerField({ description: 'The score, worked out anew' })
  readonly score!: number;

  @EnumField({ description: 'The grade, worked out anew', values: GRADES, example: 'B' })
  readonly grade!: string;

  @TextField({ description: 'Version of the scorecard that it was worked out by: that of its time', max: 50 })
  readonly scorecard!: string;

  static from(this: void, { kept, again, isSame }: ScoreVerification): ScoreVerificationDto {
    const { score, grade } = again;
    return { scoreId: publicId('creditScore', kept.id), isSame, score, grade, scorecard: kept.scorecard };
  }
}
