import { BooleanField, DateField, TextField, TextListField } from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { type TaxClassification } from '../../domain/tax-classification.js';
import { ProvenanceDto, provenanceOf } from './hs-code-parts.dto.js';

const DAY = { description: 'As of this day; absent: today', optional: true, example: '2026-04-01' } as const;

export class TaxClassificationQuery {
  @DateField(DAY)
  on?: string;
}

export class TaxClassificationsQuery extends PageQuery {
  @TextField({
    description: 'The first digits of a code, or part of its name, its short name or what is said of it',
    optional: true,
    max: 100,
    example: '电烤箱',
  })
  query?: string;

  @TextField({
    description:
      'Codes whose headings (海关进出口商品品目) this HS code is under; none where the table states no headings',
    optional: true,
    max: 10,
    pattern: /^\d{4,10}$/,
    example: '8516609000',
  })
  hsCode?: string;

  @DateField(DAY)
  on?: string;
}

/** A tax classification code (税收分类编码), as the table of the tax authority has it on a day. */
export class TaxClassificationDto extends ProvenanceDto {
  @TextField({ description: 'Of 19 digits', max: 19, example: '1090413990000000000' })
  readonly code!: string;

  @DateField({ description: 'The day that was asked about', example: '2026-04-01' })
  readonly on!: string;

  @TextField({ description: '货物和劳务名称', max: 1_000, example: '其他家用厨房电器具' })
  readonly nameZh!: string;

  @TextField({
    description:
      '商品和服务分类简称: printed between asterisks before the name of the goods; null where none is stated',
    max: 1_000,
    nullable: true,
    example: '家用厨房电器具',
  })
  readonly shortName!: string | null;

  @TextField({
    description: 'What is under it; null where nothing is stated',
    max: 10_000,
    nullable: true,
    example: null,
  })
  readonly description!: string | null;

  @TextListField({
    description:
      '海关进出口商品品目: the first digits of HS codes, or a span of them (`8501-8504`); empty where the table states none',
    max: 500,
    maxLength: 21,
    example: ['8516'],
  })
  readonly hsCodes!: string[];

  @BooleanField({ description: '汇总项: stands for the codes below it, and is not invoiced' })
  readonly isGroup!: boolean;

  static from(this: void, { code, on, known, isGroup }: TaxClassification): TaxClassificationDto {
    const { nameZh, shortName, description, hsCodes } = known.value;
    return { code, on, nameZh, shortName, description, hsCodes: [...hsCodes], isGroup, ...provenanceOf(known) };
  }
}

export class TaxClassificationPageDto extends PageOf(TaxClassificationDto) {}
