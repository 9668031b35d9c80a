import { type LibraryIssue, type RefundRateAnswer, type RefundRateFact } from '../../../catalogue/index.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';

const HS_CODE = { description: '8 to 10 digits', pattern: /^\d{8,10}$/, max: 10, example: '8541430000' };
const REFUND_CODE = /^\d{8,16}$/;

export class RefundRateHistoryQuery {
  @TextField(HS_CODE)
  readonly hsCode!: string;
}

export class RefundRateQueryDto extends RefundRateHistoryQuery {
  @TextField({
    description: 'What a person chose among the goods that the library divides the code into',
    pattern: REFUND_CODE,
    max: 16,
    optional: true,
    example: '8541430000',
  })
  readonly refundCode?: string;

  @DateField({ description: 'Export date; today where left out', optional: true, example: '2026-04-01' })
  readonly on?: string;
}

export class RefundRateFactDto {
  @TextField({ description: 'Code of the library, or prefix of the table', max: 16, example: '8541430000' })
  readonly code!: string;

  @TextField({ description: 'Name of the goods, as the library has it', max: 2_000, example: '光伏电池' })
  readonly name!: string;

  @TextField({ description: 'Unit of the library (计量单位)', nullable: true, max: 50, example: '个' })
  readonly unit!: string | null;

  @TextListField({ description: 'VAT rates (征税率), fractions; none: not stated', maxLength: 10, max: 10 })
  readonly vatRates!: string[];

  @DecimalField({ description: 'Refund rate (退税率), fraction', example: '0.09' })
  readonly refundRate!: string;

  @EnumField({
    description: 'What nought means: taxed as if sold at home (视同内销), or exempt without refund (免税)',
    values: ['taxed_as_domestic', 'exempt'],
    nullable: true,
  })
  readonly zeroMeaning!: string | null;

  @DecimalField({ description: 'Consumption tax on the value (从价), fraction', nullable: true, example: null })
  readonly consumptionTaxRate!: string | null;

  @DecimalField({ description: 'Consumption tax by quantity (从量), CNY per unit', nullable: true, example: null })
  readonly consumptionTaxPerUnit!: string | null;

  @TextField({
    description: 'Special flag (特殊商品标识), as the library has it',
    nullable: true,
    max: 20,
    example: '1',
  })
  readonly specialFlag!: string | null;

  @DateField({ description: 'First export date; null: open', nullable: true, example: '2026-04-01' })
  readonly validFrom!: string | null;

  @DateField({ description: 'Last export date; null: open', nullable: true, example: null })
  readonly validTo!: string | null;

  @TextField({ description: 'Library and issue, or the table', max: 200, example: '出口退税率文库 2026B' })
  readonly version!: string;

  @TextField({ description: 'Who states it', max: 500, example: '财政部 税务总局公告2026年第2号' })
  readonly source!: string;

  static from(this: void, fact: RefundRateFact, language: Language): RefundRateFactDto {
    const { name, vatRates, adValorem, specificTax, code, unit, refundRate, zeroMeaning, specialFlag } = fact;
    const { validFrom, validTo, version, source } = fact;
    return {
      ...{ code, unit, refundRate, zeroMeaning, specialFlag, validFrom, validTo, version, source },
      name: told(name, language),
      vatRates: [...vatRates],
      consumptionTaxRate: adValorem,
      consumptionTaxPerUnit: specificTax,
    };
  }
}

export class RefundRateAnswerDto {
  @TextField({ description: 'The goods', max: 10, example: '8541430000' })
  readonly hsCode!: string;

  @DateField({ description: 'The day', example: '2026-04-01' })
  readonly on!: string;

  @EnumField({
    description: '`choice`: a person must choose; `unknown`: no source that is loaded states it',
    values: ['rate', 'choice', 'unknown'],
  })
  readonly outcome!: string;

  @TextField({ description: 'In words', max: 10_000, example: '0.09 for 85414300 (seed-2026-01, 2024-12-01 to …)' })
  readonly detail!: string;

  @ObjectField(() => RefundRateFactDto, { description: 'The rate; null unless the outcome is `rate`', nullable: true })
  readonly rate!: RefundRateFactDto | null;

  @ListField(() => RefundRateFactDto, { description: 'What to choose among', max: 1_000 })
  readonly choices!: RefundRateFactDto[];

  static from(
    this: void,
    { hsCode, on }: { readonly hsCode: string; readonly on: string },
    { outcome, detail, rate, choices }: RefundRateAnswer,
    language: Language,
  ): RefundRateAnswerDto {
    return {
      ...{ hsCode, on, outcome, detail: told(detail, language) },
      rate: rate && RefundRateFactDto.from(rate, language),
      choices: choices.map((choice) => RefundRateFactDto.from(choice, language)),
    };
  }
}

export class RefundRateHistoryDto {
  @ListField(() => RefundRateFactDto, { description: 'By code, each in the order of time', max: 10_000 })
  readonly data!: RefundRateFactDto[];

  static from(this: void, facts: readonly RefundRateFact[], language: Language): RefundRateHistoryDto {
    return { data: facts.map((fact) => RefundRateFactDto.from(fact, language)) };
  }
}

export class LibraryIssueDto {
  @TextField({ description: 'Library and issue', max: 200, example: '出口退税率文库 2026B' })
  readonly version!: string;

  @TextField({ description: 'Who published it', max: 500, example: '国家税务总局' })
  readonly source!: string;

  @InstantField({ description: 'When it was loaded' })
  readonly recordedAt!: string;
}

export class LibraryIssuesDto {
  @ListField(() => LibraryIssueDto, { description: 'The newest first', max: 100 })
  readonly data!: LibraryIssueDto[];

  static from(this: void, issues: readonly LibraryIssue[]): LibraryIssuesDto {
    return {
      data: issues.map(({ version, source, recordedAt }) => ({
        version,
        source,
        recordedAt: recordedAt.toISOString(),
      })),
    };
  }
}
