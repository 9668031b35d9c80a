import { type Language } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  ListField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type ZeroMeaning } from '../../domain/refund-library.js';
import { type RefundRateRow } from '../../domain/refund-rate.js';

export class RefundRatesQuery {
  @TextField({
    description: 'Rates of these goods; the longest prefix in the table decides',
    optional: true,
    max: 10,
    pattern: /^\d{8,10}$/,
    example: '8541430000',
  })
  hsCode?: string;

  @TextField({ description: 'Rates of this group', optional: true, max: 100, example: 'batteries' })
  productGroup?: string;

  @DateField({ description: 'Rates in force on this day', optional: true, example: '2026-04-01' })
  on?: string;
}

export class RefundRateRowDto {
  @TextField({ description: 'The group of goods; stable', max: 100, example: 'batteries' })
  readonly productGroup!: string;

  @TextField({ description: 'Its name, in the language of `Accept-Language`', example: 'Batteries' })
  readonly name!: string;

  @TextListField({
    description: 'HS codes that begin with one of these belong to it, unless a longer prefix puts them elsewhere',
    maxLength: 10,
    max: 1_000,
    example: ['8506', '85076'],
  })
  readonly hsPrefixes!: string[];

  @DecimalField({ description: 'Fraction', example: '0.06' })
  readonly refundRate!: string;

  @EnumField({
    description: 'What a rate of zero means for the VAT of the sale',
    values: ['taxed_as_domestic', 'exempt'],
    optional: true,
  })
  readonly zeroMeaning?: ZeroMeaning;

  @DateField({ description: 'First export date of this rate; null: open', nullable: true, example: '2026-04-01' })
  readonly validFrom!: string | null;

  @DateField({ description: 'Last export date of this rate; null: open', nullable: true, example: '2026-12-31' })
  readonly validTo!: string | null;

  @TextField({ description: 'The notice that set it', example: '财政部 税务总局公告2026年第2号' })
  readonly source!: string;

  static from({ group, source, ...rate }: RefundRateRow, language: Language): RefundRateRowDto {
    const { code: productGroup, name, hsPrefixes } = group;
    return { productGroup, name: name[language], hsPrefixes: [...hsPrefixes], ...rate, source };
  }
}

export class RefundRateTableDto {
  @TextField({ description: 'The state of the table; calculations name it as `rule.version`', example: 'seed-2026-01' })
  readonly version!: string;

  @ListField(() => RefundRateRowDto, { description: 'Group by group, each in time order; all at once', max: 100_000 })
  readonly data!: RefundRateRowDto[];
}
