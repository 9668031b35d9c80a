import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  JsonField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { SAY } from '../../domain/catalogue.sentences.js';
import { elementOf, elementsSchema } from '../../domain/elements.js';
import { type HsCode, unstatedOf } from '../../domain/hs-code.js';
import { type CodeName } from '../../domain/reference-entry.js';
import { type ZeroMeaning } from '../../domain/refund-library.js';
import { type RefundRate } from '../../domain/refund-rate.js';
import { supervisionCondition } from '../../domain/supervision-conditions.js';
import {
  HsConditionDto,
  HsDutyDto,
  HsElementDto,
  HsExportDutyDto,
  HsNamesDto,
  HsRateDto,
  HsSupervisionDto,
  HsUnitsDto,
  ProvenanceDto,
  provenanceOf,
} from './hs-code-parts.dto.js';

const DAY = { description: 'As of this day; absent: today', optional: true, example: '2026-04-01' } as const;

export class HsCodeQuery {
  @DateField(DAY)
  on?: string;
}

export class HsCodesQuery extends PageQuery {
  @TextField({
    description: 'Part of a name, or the first digits of a code',
    optional: true,
    max: 100,
    example: '8516',
  })
  query?: string;

  @TextField({ description: 'Codes of this chapter', optional: true, max: 2, pattern: /^\d{2}$/, example: '85' })
  chapter?: string;

  @DateField(DAY)
  on?: string;
}

export class HsElementsDto extends ProvenanceDto {
  @ListField(() => HsElementDto, { description: 'In the order of declaration', max: 100 })
  readonly list!: HsElementDto[];

  @JsonField({ description: 'JSON Schema 2020-12 of the values, an object by the Chinese names of the elements' })
  readonly schema!: Readonly<Record<string, unknown>>;
}

export class HsRefundDto {
  @DecimalField({ description: 'Export refund, fraction', example: '0.13' })
  readonly refundRate!: string;

  @EnumField({
    description: 'What a rate of zero means for the VAT of the sale',
    values: ['taxed_as_domestic', 'exempt'],
    nullable: true,
  })
  readonly zeroMeaning!: ZeroMeaning | null;

  @TextField({
    description: 'The group of goods in `/v1/catalogue/refund-rates`; `library`: of the official library',
    example: 'since_2019_13',
  })
  readonly productGroup!: string;

  @DateField({ description: 'First export date of this rate; null: open', nullable: true, example: '2019-04-01' })
  readonly validFrom!: string | null;

  @DateField({ description: 'Last export date of this rate; null: open', nullable: true, example: null })
  readonly validTo!: string | null;

  @TextField({ description: 'The notice that set it', example: '财政部 税务总局 海关总署公告2019年第39号' })
  readonly source!: string;
}

export class UnstatedDto {
  @TextField({ description: 'The field that is null', example: 'duty.general' })
  readonly field!: string;

  @TextField({
    description: 'Why, in the language of `Accept-Language`',
    example: 'No source that is loaded states it',
  })
  readonly reason!: string;
}

/** What a code is looked up with besides. */
export interface HsCodeContext {
  readonly units: ReadonlyMap<string, CodeName>;
  readonly refund: RefundRate | null;
  readonly language: Language;
}

/** A code as a list shows it. */
export class HsCodeSummaryDto {
  @TextField({ description: 'Ten digits', max: 10, pattern: /^\d{10}$/, example: '8516310000' })
  readonly code!: string;

  @TextField({ description: 'Its chapter', max: 2, example: '85' })
  readonly chapter!: string;

  @DateField({ description: 'The day that all of this is as of', example: '2026-04-01' })
  readonly on!: string;

  @ObjectField(() => HsNamesDto, { description: 'What the goods are called' })
  readonly names!: HsNamesDto;

  @ObjectField(() => HsUnitsDto, { description: 'Statutory units; null: not stated', nullable: true })
  readonly units!: HsUnitsDto | null;

  static from(this: void, found: HsCode, units: HsCodeContext['units']): HsCodeSummaryDto {
    const { code, on, names } = found;
    return {
      code,
      chapter: code.slice(0, 2),
      on,
      names: { ...provenanceOf(names), ...names.value },
      units: unitsOf(found, units),
    };
  }
}

export class HsCodeDto extends HsCodeSummaryDto {
  @ObjectField(() => HsElementsDto, { description: 'Declaration elements (申报要素)', nullable: true })
  readonly elements!: HsElementsDto | null;

  @ObjectField(() => HsSupervisionDto, { description: 'Supervision conditions; null: not stated', nullable: true })
  readonly supervision!: HsSupervisionDto | null;

  @ObjectField(() => HsDutyDto, { description: 'Import duty' })
  readonly duty!: HsDutyDto;

  @ObjectField(() => HsExportDutyDto, { description: 'Export duty' })
  readonly exportDuty!: HsExportDutyDto;

  @ObjectField(() => HsRateDto, { description: 'Import VAT; null: not stated', nullable: true })
  readonly vat!: HsRateDto | null;

  @ObjectField(() => HsRateDto, {
    description: 'Import consumption tax; a rate of zero: the goods are not taxed; null: not stated',
    nullable: true,
  })
  readonly consumptionTax!: HsRateDto | null;

  @ObjectField(() => HsRefundDto, {
    description: 'Export refund, from the refund table; null where it has no row of that day',
    nullable: true,
  })
  readonly refund!: HsRefundDto | null;

  @ListField(() => UnstatedDto, { description: 'What is null because nobody knows, with the reason', max: 100 })
  readonly unstated!: UnstatedDto[];

  static full(this: void, found: HsCode, { units, refund, language }: HsCodeContext): HsCodeDto {
    const { code, supervision, elements } = found;
    const missing = [...unstatedOf(found), ...(refund === null ? ['refund'] : [])];
    return {
      ...HsCodeSummaryDto.from(found, units),
      elements: elements && {
        ...provenanceOf(elements),
        list: elements.value.elements.map(elementOf).map(HsElementDto.of(language)),
        schema: elementsSchema(code, elements.value.elements),
      },
      supervision: supervision && {
        ...provenanceOf(supervision),
        conditions: supervision.value.conditions
          .flatMap((letter) => supervisionCondition(letter) ?? [])
          .map(HsConditionDto.of(language)),
      },
      duty: {
        mfn: HsRateDto.from(found.mfn),
        provisional: HsRateDto.from(found.provisional),
        general: HsRateDto.from(found.general),
      },
      exportDuty: {
        duty: HsRateDto.from(found.exportDuty),
        provisional: HsRateDto.from(found.exportProvisional),
      },
      vat: HsRateDto.from(found.vat),
      consumptionTax: HsRateDto.from(found.consumptionTax),
      refund: refund && refundOf(refund),
      unstated: missing.map((field) => ({ field, reason: told(SAY.not_stated, language) })),
    };
  }
}

function unitsOf({ units }: HsCode, table: HsCodeContext['units']): HsUnitsDto | null {
  if (units === null) return null;
  const unitOf = (code: string | null): HsUnitsDto['first'] =>
    code === null ? null : { code, ...(table.get(code) ?? { nameZh: null, nameEn: null }) };
  const { firstUnit, secondUnit } = units.value;
  return { ...provenanceOf(units), first: unitOf(firstUnit), second: unitOf(secondUnit) };
}

function refundOf({ productGroup, refundRate, zeroMeaning, validFrom, validTo, rule }: RefundRate): HsRefundDto {
  const rate = { refundRate: refundRate.toFixed(), zeroMeaning: zeroMeaning ?? null };
  return { ...rate, productGroup, validFrom, validTo, source: rule.source };
}

export class HsCodePageDto extends PageOf(HsCodeSummaryDto) {}
