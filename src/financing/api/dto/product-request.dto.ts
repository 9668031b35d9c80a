import { Money } from '../../../kernel/money.js';
import { DayBasisField } from '../../../platform/http/day-basis.field.js';
import { type DayBasis } from '../../../kernel/day-basis.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type NewVersion } from '../../domain/products/check.js';
import { BASES, CLOSINGS, PAPERS } from '../../domain/products/vocabulary.js';
import {
  ExtensionTermsDto,
  InstalmentTermsDto,
  LenderNameDto,
  ProductConditionDto,
  ProductNameDto,
  SigningTermsDto,
} from './product.dto.js';

class ProductInterestDto {
  @EnumField({
    description: 'One rate, or a published rate and a spread',
    values: ['fixed', 'floating'],
    example: 'fixed',
  })
  readonly kind!: 'fixed' | 'floating';

  @DecimalField({ description: 'Per year, as a fraction; of a fixed one', optional: true, example: '0.0415' })
  readonly annualRate?: string;

  @TextField({ description: 'Which published rate; of a floating one', optional: true, max: 20 })
  readonly reference?: string;

  @DecimalField({ description: 'What is added to it; of a floating one', optional: true })
  readonly spread?: string;
}

class ProductPenaltyDto {
  @EnumField({
    description: 'A rate on top of the annual one, or the annual one times so much',
    values: ['added_rate', 'multiplier'],
    example: 'multiplier',
  })
  readonly kind!: 'added_rate' | 'multiplier';

  @DecimalField({ description: 'The rate as a fraction per year, or the multiplier from 1 to 2', example: '1.5' })
  readonly value!: string;
}

export class AddFinancingProductDto {
  @TextField({
    description: 'Of a product that there is, for a new version of it; or a new one',
    max: 50,
    pattern: /^[a-z][a-z0-9_]{1,49}$/,
    example: 'refund_advance',
  })
  readonly code!: string;

  @ObjectField(() => ProductNameDto, { description: 'Name' })
  readonly name!: ProductNameDto;

  @ObjectField(() => LenderNameDto, { description: 'Who lends' })
  readonly lender!: LenderNameDto;

  @DateField({ description: 'First day in China on which it is granted: today or later', example: '2036-01-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day; open, until a next version begins, unless you say', optional: true })
  readonly validTo?: string;

  @EnumField({ description: 'What is lent against', values: BASES, example: 'matched_refund' })
  readonly base!: (typeof BASES)[number];

  @DecimalField({ description: 'Share of the base that is lent', example: '0.85' })
  readonly advanceRate!: string;

  @MoneyField({ description: 'What one client may owe at once', positive: true, currency: 'CNY' })
  readonly clientLimit!: MoneyDto;

  @MoneyField({ description: 'Less than this is not lent', currency: 'CNY' })
  readonly minimum!: MoneyDto;

  @IntegerField({ description: 'Days to maturity', min: 1, max: 3_650, example: 180 })
  readonly tenorDays!: number;

  @ObjectField(() => ProductInterestDto, { description: 'Price' })
  readonly interest!: ProductInterestDto;

  @ObjectField(() => ProductPenaltyDto, { description: 'On overdue principal' })
  readonly penalty!: ProductPenaltyDto;

  @DayBasisField({ description: 'Days of the year that interest is counted by; 360 unless you say', optional: true })
  readonly dayBasis?: DayBasis;

  @DecimalField({ description: 'Fee, once, on what is drawn: 0.001 is 10 basis points', example: '0.001' })
  readonly feeRate!: string;

  @MoneyField({ description: 'Fee, once, whatever is drawn; none unless you say', optional: true, currency: 'CNY' })
  readonly feeFlat?: MoneyDto;

  @ObjectField(() => InstalmentTermsDto, {
    description:
      'In which parts it is paid back, where it closes by instalments; all at the end of the term unless you say',
    optional: true,
  })
  readonly instalments?: InstalmentTermsDto;

  @ObjectField(() => ExtensionTermsDto, {
    description: 'What is allowed of later due dates; none unless you say',
    optional: true,
  })
  readonly extension?: ExtensionTermsDto;

  @ObjectField(() => SigningTermsDto, {
    description: 'The lender approves first, and the client signs before it is paid out; not so unless you say',
    optional: true,
  })
  readonly signing?: SigningTermsDto;

  @IntegerField({
    description: 'Overdue for more days than these, a loan may be written off; none is unless you say',
    optional: true,
    min: 1,
    max: 3_650,
  })
  readonly writeOffAfterDays?: number;

  @ListField(() => ProductConditionDto, { description: 'All of these must hold before it opens', min: 1, max: 50 })
  readonly opensWhen!: ProductConditionDto[];

  @TextListField({ description: 'Money that repays it', values: CLOSINGS, maxLength: 50, min: 1, max: 20 })
  readonly closesBy!: (typeof CLOSINGS)[number][];

  @TextListField({ description: 'What the lender wants to see', values: PAPERS, maxLength: 50, max: 50 })
  readonly documents!: (typeof PAPERS)[number][];

  static toVersion(this: void, dto: AddFinancingProductDto): NewVersion {
    const { name, lender, interest, penalty, clientLimit, minimum, feeFlat, validTo = null, dayBasis = 360 } = dto;
    const { code, base, advanceRate, tenorDays, feeRate, validFrom, extension, instalments, writeOffAfterDays } = dto;
    const { signing } = dto;
    const amount = (money: MoneyDto): string => Money.fromJSON(money).toAmountString();
    return {
      ...{ code, base, currency: 'CNY', advanceRate, tenorDays, dayBasis, feeRate, validFrom, validTo },
      name: { ...name },
      lender: { code: lender.code, name: { ...lender.name } },
      interest: { ...interest },
      penalty: { ...penalty },
      clientLimit: amount(clientLimit),
      minimum: amount(minimum),
      feeFlat: feeFlat === undefined ? '0.00' : amount(feeFlat),
      opensWhen: dto.opensWhen.map((condition) => ({ ...condition })),
      closesBy: [...dto.closesBy],
      documents: [...dto.documents],
      ...(writeOffAfterDays === undefined ? {} : { writeOff: { afterDays: writeOffAfterDays } }),
      ...(instalments === undefined ? {} : { instalments: { ...instalments } }),
      ...(signing === undefined ? {} : { signing: { ...signing } }),
      ...(extension === undefined ? {} : { extension: { ...extension } }),
    };
  }
}
