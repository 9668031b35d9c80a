import { type Language } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type DutyKind, dutyKindOf } from '../../domain/duty-rate.js';
import { type DeclarationElement } from '../../domain/elements.js';
import { type HsRate, type Provenance } from '../../domain/reference-entry.js';
import { type SupervisionCondition } from '../../domain/supervision-conditions.js';

/** What every value says of itself. */
export class ProvenanceDto {
  @DateField({ description: 'First day that it holds', example: '2018-08-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day that it holds; null: open', nullable: true, example: null })
  readonly validTo!: string | null;

  @TextField({
    description: 'The notice, table or practice that says so',
    max: 1_000,
    example: '税委会公告〔2018〕3号',
  })
  readonly source!: string;

  @IntegerField({
    description: 'The year that the source is of: an older one may have been overtaken by a table that is not loaded',
    nullable: true,
    min: 1949,
    max: 9999,
    example: 2018,
  })
  readonly year!: number | null;
}

export function provenanceOf({ validFrom, validTo, source, year }: Provenance): Provenance {
  return { validFrom, validTo, source, year };
}

export class HsUnitDto {
  @TextField({ description: 'Code of the customs unit table', max: 3, example: '035' })
  readonly code!: string;

  @TextField({ description: 'Null where the unit table that is loaded lacks it', nullable: true, example: '千克' })
  readonly nameZh!: string | null;

  @TextField({ description: 'Null where no source has it', nullable: true, example: 'kilogram' })
  readonly nameEn!: string | null;
}

export class HsNamesDto extends ProvenanceDto {
  @TextField({ description: 'Chinese name', max: 1_000, example: '电吹风机' })
  readonly nameZh!: string;

  @TextField({
    description: 'English name; null where no source has it',
    max: 1_000,
    nullable: true,
    example: 'Hair dryers',
  })
  readonly nameEn!: string | null;
}

export class HsUnitsDto extends ProvenanceDto {
  @ObjectField(() => HsUnitDto, {
    description: 'First statutory unit (法定第一单位); null: not stated',
    nullable: true,
  })
  readonly first!: HsUnitDto | null;

  @ObjectField(() => HsUnitDto, {
    description: 'Second statutory unit; null where there is none, or where `unstated` has it and nobody knows',
    nullable: true,
  })
  readonly second!: HsUnitDto | null;
}

export class HsRateDto extends ProvenanceDto {
  @EnumField({
    description: 'Of the value (从价), of the quantity (从量), or of both (复合)',
    values: ['ad_valorem', 'specific', 'compound'] satisfies DutyKind[],
    example: 'compound',
  })
  readonly kind!: DutyKind;

  @DecimalField({ description: 'Fraction of the value; null for a specific rate', nullable: true, example: '0.2' })
  readonly rate!: string | null;

  @DecimalField({ description: 'CNY per unit; null for an ad valorem rate', nullable: true, example: '1' })
  readonly amountPerUnit!: string | null;

  @TextField({ description: 'The unit, a code of the unit table', max: 3, nullable: true, example: '035' })
  readonly unit!: string | null;

  static from(this: void, known: (Provenance & { readonly value: HsRate }) | null): HsRateDto | null {
    if (known === null) return null;
    const { rate } = known.value;
    return { ...provenanceOf(known), kind: dutyKindOf(rate), ...rate };
  }
}

export class HsDutyDto {
  @ObjectField(() => HsRateDto, { description: 'Most favoured nation (最惠国税率); null: not stated', nullable: true })
  readonly mfn!: HsRateDto | null;

  @ObjectField(() => HsRateDto, { description: 'Provisional (暂定税率); goes before MFN', nullable: true })
  readonly provisional!: HsRateDto | null;

  @ObjectField(() => HsRateDto, { description: 'General (普通税率); null: not stated', nullable: true })
  readonly general!: HsRateDto | null;
}

export class HsExportDutyDto {
  @ObjectField(() => HsRateDto, { description: 'Export duty (出口税率); null: not stated', nullable: true })
  readonly duty!: HsRateDto | null;

  @ObjectField(() => HsRateDto, { description: 'Provisional export duty; goes before it', nullable: true })
  readonly provisional!: HsRateDto | null;
}

export class HsConditionDto {
  @TextField({ description: 'Supervision condition (监管条件)', max: 1, example: '4' })
  readonly letter!: string;

  @TextField({ description: 'What it asks for, in the language of `Accept-Language`', example: 'Export licence' })
  readonly name!: string;

  @TextField({
    description: 'Code of the document that is declared for it (监管证件代码); null where none is declared',
    max: 1,
    nullable: true,
    example: '4',
  })
  readonly documentCode!: string | null;

  static of(language: Language): (condition: SupervisionCondition) => HsConditionDto {
    return ({ letter, name, documentCode }) => ({ letter, name: name[language], documentCode });
  }
}

export class HsSupervisionDto extends ProvenanceDto {
  @ListField(() => HsConditionDto, { description: 'In the order of the tariff; empty: none applies', max: 40 })
  readonly conditions!: HsConditionDto[];
}

export class ElementChoiceDto {
  @TextField({ description: 'As it is declared', max: 40, example: '4' })
  readonly value!: string;

  @TextField({ description: 'What it means', example: 'Foreign brand, other' })
  readonly name!: string;
}

export class HsElementDto {
  @TextField({ description: 'Chinese name: the property of the schema', max: 200, example: '品牌类型' })
  readonly name!: string;

  @TextField({ description: 'In the language of `Accept-Language`', max: 200, example: 'Brand type' })
  readonly title!: string;

  @BooleanField({ description: 'False for what is filled where there is something to say' })
  readonly required!: boolean;

  @ListField(() => ElementChoiceDto, { description: 'A closed list; empty: any text', max: 100 })
  readonly choices!: ElementChoiceDto[];

  static of(language: Language): (element: DeclarationElement) => HsElementDto {
    return ({ name, required, choices }) => ({
      name: name.zh,
      title: name[language],
      required,
      choices: (choices ?? []).map((choice) => ({ value: choice.value, name: choice.name[language] })),
    });
  }
}
