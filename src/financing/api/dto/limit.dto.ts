import { ApiProperty } from '@nestjs/swagger';

import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { parseOptionalId, publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  EnumField,
  IdField,
  IntegerField,
  InstantField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type ExplainedLevel, type LimitExplanation } from '../../application/limits/explanation.js';
import { LIMIT_LEVELS, type LimitSubject } from '../../domain/limits/levels.js';
import { type LimitNames } from '../../domain/limits/subject.js';
import { type CreditLimit } from '../../entities/credit-limit.entity.js';

class LimitDto {
  @IdField({ kind: 'party', description: 'The client' })
  readonly sellerId!: string;

  @TextField({ description: 'Product', max: 50 })
  readonly product!: string;

  @MoneyField({ description: 'What the client may owe at once' })
  readonly limit!: MoneyDto;

  @MoneyField({ description: 'Asked for, not yet paid out' })
  readonly reserved!: MoneyDto;

  @MoneyField({ description: 'Paid out, not yet repaid' })
  readonly used!: MoneyDto;

  @MoneyField({ description: 'Limit less reserved less used' })
  readonly free!: MoneyDto;

  @IdField({ kind: 'creditLimit', description: 'The limit itself' })
  readonly limitId!: string;
}

export class LimitListDto {
  @ListField(() => LimitDto, { description: 'One per client and product that was ever used', max: 100 })
  readonly data!: LimitDto[];

  static from(this: void, limits: readonly CreditLimit[]): LimitListDto {
    return {
      data: limits.flatMap(({ id, subjectId, code, limit, reserved, used, free }) =>
        subjectId === null || code === null || limit === null || free === null
          ? []
          : [
              {
                ...{ sellerId: publicId('party', subjectId), product: code, limitId: publicId('creditLimit', id) },
                ...{ limit: limit.toJSON(), reserved: reserved.toJSON(), used: used.toJSON(), free: free.toJSON() },
              },
            ],
      ),
    };
  }
}

/** What a limit is of: the fields of its level, the others null. */
class LimitSubjectDto {
  @EnumField({ description: 'From all that is lent down to one buyer', values: LIMIT_LEVELS, example: 'client' })
  readonly level!: string;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 50, description: 'Of `lender`' })
  readonly lender!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'Of `group`: the guarantee group' })
  readonly groupId!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'Of `client` and `product`' })
  readonly sellerId!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 50, description: 'Of `product`' })
  readonly product!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'Of `buyer`' })
  readonly buyerId!: string | null;
}

function subjectOf({ level, subjectId, code }: LimitSubject): LimitSubjectDto {
  const party = subjectId === null ? null : publicId('party', subjectId);
  return {
    level,
    lender: level === 'lender' ? code : null,
    groupId: level === 'group' && subjectId !== null ? publicId('guaranteeGroup', subjectId) : null,
    sellerId: level === 'client' || level === 'product' ? party : null,
    product: level === 'product' ? code : null,
    buyerId: level === 'buyer' ? party : null,
  };
}

export class CreditLimitDto extends WithApprovalDto implements LimitSubjectDto {
  @IdField({ kind: 'creditLimit', description: 'Id' })
  readonly id!: string;

  @EnumField({ description: 'From all that is lent down to one buyer', values: LIMIT_LEVELS, example: 'client' })
  readonly level!: string;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 50, description: 'Of `lender`' })
  readonly lender!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'Of `group`: the guarantee group' })
  readonly groupId!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'Of `client` and `product`' })
  readonly sellerId!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 50, description: 'Of `product`' })
  readonly product!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'Of `buyer`' })
  readonly buyerId!: string | null;

  @MoneyField({ description: 'What may be owed at once; null: nothing is set', nullable: true })
  readonly limit!: MoneyDto | null;

  @BooleanField({ description: 'By somebody; else it follows the product, or stops nothing' })
  readonly isSet!: boolean;

  @MoneyField({ description: 'What it shall be when a second person has approved it', nullable: true })
  readonly proposed!: MoneyDto | null;

  @MoneyField({ description: 'Asked for, not yet paid out' })
  readonly reserved!: MoneyDto;

  @MoneyField({ description: 'Paid out, not yet repaid' })
  readonly used!: MoneyDto;

  @MoneyField({ description: 'Limit less reserved less used; null where nothing is set', nullable: true })
  readonly free!: MoneyDto | null;

  @InstantField({ description: 'When it was first drawn on, or set' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag. It counts what is drawn and repaid too', min: 1 })
  readonly version!: number;

  static of(this: void, row: CreditLimit, language: Language): CreditLimitDto {
    return {
      id: publicId('creditLimit', row.id),
      ...subjectOf(row),
      ...approvalOf(row.approval, language),
      limit: row.limit?.toJSON() ?? null,
      isSet: row.isSet,
      proposed: row.proposed?.toJSON() ?? null,
      reserved: row.reserved.toJSON(),
      used: row.used.toJSON(),
      free: row.free?.toJSON() ?? null,
      createdAt: row.createdAt.toISOString(),
      version: row.version,
    };
  }
}

export const CreditLimitPageDto = PageOf(CreditLimitDto);

export class CreditLimitsQuery extends DatedPageQuery {
  @TextField({
    description: 'Levels, separated by commas',
    optional: true,
    example: 'client,product',
    pattern: wordsPattern(LIMIT_LEVELS),
  })
  level?: string;

  @IdField({ kind: 'party', description: 'Only of this seller, or buyer', optional: true })
  partyId?: string;
}

export class ChangeCreditLimitDto {
  @MoneyField({ description: 'What may be owed at once from now on', currency: 'CNY' })
  readonly limit!: MoneyDto;
}

export class OpenCreditLimitDto extends ChangeCreditLimitDto {
  @EnumField({ description: 'From all that is lent down to one buyer', values: LIMIT_LEVELS, example: 'client' })
  readonly level!: (typeof LIMIT_LEVELS)[number];

  @TextField({ description: 'Of `lender`: its code, as products name it', optional: true, max: 50 })
  readonly lender?: string;

  @IdField({ kind: 'guaranteeGroup', description: 'Of `group`', optional: true })
  readonly groupId?: string;

  @IdField({ kind: 'party', description: 'Of `client` and `product`', optional: true })
  readonly sellerId?: string;

  @TextField({ description: 'Of `product`: its code', optional: true, max: 50 })
  readonly product?: string;

  @IdField({ kind: 'party', description: 'Of `buyer`', optional: true })
  readonly buyerId?: string;

  static toNames(this: void, { lender, groupId, sellerId, product, buyerId }: OpenCreditLimitDto): LimitNames {
    return {
      ...{ lender, product, groupId: parseOptionalId('guaranteeGroup', groupId) },
      ...{ sellerId: parseOptionalId('party', sellerId), buyerId: parseOptionalId('party', buyerId) },
    };
  }
}

export class LimitExplanationQuery {
  @IdField({ kind: 'party', description: 'The client' })
  sellerId!: string;

  @TextField({ description: 'Which product', optional: true, max: 50, example: 'refund_advance' })
  product?: string;

  @IdField({ kind: 'party', description: 'The buyer, whose limit counts too', optional: true })
  buyerId?: string;
}

class ExplainedLevelDto extends LimitSubjectDto {
  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'The limit; null before the first draw' })
  readonly limitId!: string | null;

  @MoneyField({ description: 'What may be owed at once; null: nothing is set', nullable: true })
  readonly limit!: MoneyDto | null;

  @MoneyField({ description: 'Asked for, not yet paid out' })
  readonly reserved!: MoneyDto;

  @MoneyField({ description: 'Paid out, not yet repaid' })
  readonly used!: MoneyDto;

  @MoneyField({ description: 'Null where nothing is set', nullable: true })
  readonly free!: MoneyDto | null;

  @BooleanField({ description: 'This is the one that keeps the client from more' })
  readonly isBinding!: boolean;

  @TextField({ description: 'In words', max: 500 })
  readonly why!: string;

  static of(this: void, level: ExplainedLevel, language: Language): ExplainedLevelDto {
    const json = (money: Money | null): MoneyDto | null => money?.toJSON() ?? null;
    const { id, reserved, used, isBinding } = level;
    return {
      ...subjectOf(level),
      limitId: id === null ? null : publicId('creditLimit', id),
      ...{ limit: json(level.limit), free: json(level.free), isBinding },
      ...{ reserved: reserved.toJSON(), used: used.toJSON(), why: told(level.why, language) },
    };
  }
}

export class LimitExplanationDto {
  @IdField({ kind: 'party', description: 'The client' })
  readonly sellerId!: string;

  @TextField({ description: 'Product', max: 50 })
  readonly product!: string;

  @MoneyField({ description: 'What the client could still draw' })
  readonly free!: MoneyDto;

  @EnumField({ description: 'Which level keeps it from more', values: LIMIT_LEVELS })
  readonly bindingLevel!: string;

  @TextField({ description: 'Why, in words', max: 500 })
  readonly why!: string;

  @ListField(() => ExplainedLevelDto, { description: 'From the widest to the narrowest', max: 6 })
  readonly levels!: ExplainedLevelDto[];

  static from(this: void, found: LimitExplanation, language: Language): LimitExplanationDto {
    const { sellerId, product, free, binding, why, levels } = found;
    return {
      ...{ sellerId: publicId('party', sellerId), product: product.code, free: free.toJSON() },
      ...{ bindingLevel: binding.level, why: told(why, language) },
      levels: levels.map((level) => ExplainedLevelDto.of(level, language)),
    };
  }
}
