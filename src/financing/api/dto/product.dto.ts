import { ApiProperty } from '@nestjs/swagger';

import { type Language, told } from '../../../kernel/sentence.js';
import { CalculationRuleDto, CalculationStepDto } from '../../../platform/http/calculation.js';
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
import { OVERDUE_RULES } from '../../domain/extension/extension-rules.js';
import { type Compared } from '../../domain/products/comparison.js';
import { type Price } from '../../domain/products/price.js';
import { type Product } from '../../domain/products/product.js';
import { BASES, CLOSINGS, CONDITIONS, PAPERS } from '../../domain/products/vocabulary.js';

export class ProductNameDto {
  @TextField({ description: 'English', max: 100, example: 'Refund advance' })
  readonly en!: string;

  @TextField({ description: 'Chinese', max: 100, example: '退税融资' })
  readonly zh!: string;
}

export class LenderNameDto {
  @TextField({ description: 'Code', max: 50, pattern: /^[a-z][a-z0-9_]{1,49}$/, example: 'partner_bank' })
  readonly code!: string;

  @ObjectField(() => ProductNameDto, { description: 'Name' })
  readonly name!: ProductNameDto;
}

/** What a product allows of later due dates. */
export class InstalmentTermsDto {
  @IntegerField({ description: 'Equal parts of the principal; the last takes the rest', min: 2, max: 120, example: 12 })
  readonly count!: number;

  @IntegerField({ description: 'Months from one to the next; the first after the draw', min: 1, max: 12, example: 1 })
  readonly everyMonths!: number;
}

export class ExtensionTermsDto {
  @IntegerField({ description: 'How often in the life of one loan', min: 1, max: 20, example: 1 })
  readonly timesMax!: number;

  @IntegerField({
    description: 'Days from the first due date, over all of them; no more than the term',
    min: 1,
    max: 3_650,
    example: 90,
  })
  readonly daysMax!: number;

  @IntegerField({ description: 'Days after the due date on which it may still be asked for', max: 365, example: 10 })
  readonly graceDays!: number;

  @DecimalField({ description: 'Fee for each, of the principal that is owed', example: '0.001' })
  readonly feeRate!: string;

  @EnumField({
    description: 'Since when one that is late again counts as overdue',
    values: OVERDUE_RULES,
    example: 'first_due_date',
  })
  readonly overdueFrom!: (typeof OVERDUE_RULES)[number];
}

/** What a product asks for before it is paid out. */
export class SigningTermsDto {
  @IntegerField({
    description: 'Days from the lender’s approval on in which the client signs; no more than the term',
    min: 1,
    max: 90,
    example: 7,
  })
  readonly withinDays!: number;
}

export class ProductConditionDto {
  @EnumField({ description: 'Which fact must hold', values: CONDITIONS, example: 'refund_matched' })
  readonly name!: (typeof CONDITIONS)[number];

  @TextField({
    description:
      'What it is measured by, where it is: yuan of the last twelve months, months, or a grade from `A` to `E`',
    optional: true,
    max: 32,
    pattern: /^([A-E]|\d{1,15}(\.\d{1,10})?)$/,
    example: '12',
  })
  readonly value?: string;
}

class ReferenceRateDto {
  @TextField({ description: 'Which published rate', max: 20, example: 'LPR_1Y' })
  readonly name!: string;

  @DecimalField({ description: 'As it was published', example: '0.03' })
  readonly rate!: string;

  @DateField({ description: 'Since when', example: '2025-05-20' })
  readonly from!: string;
}

class ProductDto {
  @TextField({ description: 'Code', example: 'refund_advance', max: 50 })
  readonly code!: string;

  @IntegerField({ description: 'Which version of it', min: 1, example: 1 })
  readonly productVersion!: number;

  @EnumField({ description: 'The platform’s own, or one that the tenant added', values: ['standard', 'own'] })
  readonly origin!: string;

  @ObjectField(() => ProductNameDto, { description: 'Name' })
  readonly name!: ProductNameDto;

  @ObjectField(() => LenderNameDto, { description: 'Who lends; never the platform' })
  readonly lender!: LenderNameDto;

  @DateField({ description: 'First day on which it is granted' })
  readonly validFrom!: string;

  @ApiProperty({ type: 'string', nullable: true, format: 'date', maxLength: 10, description: 'Last day; null is open' })
  readonly validTo!: string | null;

  @EnumField({ description: 'What is lent against', values: BASES, example: 'matched_refund' })
  readonly base!: string;

  @DecimalField({ description: 'Share of the base that is lent', example: '0.80' })
  readonly advanceRate!: string;

  @MoneyField({ description: 'What one client may owe at once' })
  readonly clientLimit!: MoneyDto;

  @DecimalField({ description: 'Interest per year, on the day that is asked about', example: '0.0435' })
  readonly annualRate!: string;

  @ObjectField(() => ReferenceRateDto, {
    description: 'What a floating rate stands on; null of a fixed',
    nullable: true,
  })
  readonly reference!: ReferenceRateDto | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 32,
    description: 'What is added to the reference; null of a fixed rate',
  })
  readonly spread!: string | null;

  @DecimalField({ description: 'On overdue principal, on top', example: '0.02175' })
  readonly penaltyRate!: string;

  @IntegerField({ description: 'Days of the year that interest is counted by', example: 360 })
  readonly dayBasis!: number;

  @DecimalField({ description: 'Fee, once, on what is drawn', example: '0.001' })
  readonly feeRate!: string;

  @MoneyField({ description: 'Fee, once, whatever is drawn' })
  readonly feeFlat!: MoneyDto;

  @IntegerField({ description: 'Days to maturity', example: 180 })
  readonly tenorDays!: number;

  @ObjectField(() => InstalmentTermsDto, {
    description: 'In which parts it is paid back; null where all is due at the end of the term',
    nullable: true,
  })
  readonly instalments!: InstalmentTermsDto | null;

  @ObjectField(() => ExtensionTermsDto, { description: 'Later due dates; null where it allows none', nullable: true })
  readonly extension!: ExtensionTermsDto | null;

  @ObjectField(() => SigningTermsDto, {
    description: 'The agreement that is signed before it is paid out; null where none is',
    nullable: true,
  })
  readonly signing!: SigningTermsDto | null;

  @MoneyField({ description: 'Less than this is not lent' })
  readonly minimum!: MoneyDto;

  @ApiProperty({
    type: 'integer',
    format: 'int32',
    minimum: 1,
    maximum: 3_650,
    nullable: true,
    description: 'Overdue for more days than these, a loan may be written off; null where none is',
  })
  readonly writeOffAfterDays!: number | null;

  @ListField(() => ProductConditionDto, { description: 'All of these must hold before it opens', max: 50 })
  readonly opensWhen!: ProductConditionDto[];

  @TextListField({ description: 'Money that repays it', values: CLOSINGS, maxLength: 50 })
  readonly closesBy!: string[];

  @TextListField({ description: 'What the lender wants to see', values: PAPERS, maxLength: 50 })
  readonly documents!: string[];

  static from(this: void, product: Product, price: Price): ProductDto {
    const { code, version, origin, name, lender, validFrom, validTo, base, advanceRate } = product;
    const { dayBasis, feeRate, tenorDays, interest, currency } = product;
    const money = (amount: string): MoneyDto => ({ amount, currency });
    return {
      ...{ code, productVersion: version, origin, name, lender, validFrom, validTo, base, advanceRate },
      clientLimit: money(product.clientLimit),
      annualRate: price.annualRate.toFixed(),
      reference: price.reference,
      spread: interest.spread ?? null,
      penaltyRate: price.penaltyRate.toFixed(),
      ...{ dayBasis, feeRate, tenorDays, extension: product.extension ?? null },
      instalments: product.instalments ?? null,
      signing: product.signing ?? null,
      writeOffAfterDays: product.writeOff?.afterDays ?? null,
      feeFlat: money(product.feeFlat),
      minimum: money(product.minimum),
      opensWhen: [...product.opensWhen],
      closesBy: [...product.closesBy],
      documents: [...product.documents],
    };
  }
}

export type PricedProduct = readonly [product: Product, price: Price];

export class ProductListDto {
  @ListField(() => ProductDto, { description: 'Every product that is offered on the day', max: 1_000 })
  readonly data!: ProductDto[];

  static from(this: void, products: readonly PricedProduct[]): ProductListDto {
    return { data: products.map(([product, price]) => ProductDto.from(product, price)) };
  }
}

/** One product through time. */
export class FinancingProductDto {
  @TextField({ description: 'Code', example: 'refund_advance', max: 50 })
  readonly code!: string;

  @ObjectField(() => ProductDto, { description: 'The version in force on the day; null where none is', nullable: true })
  readonly inForce!: ProductDto | null;

  @ListField(() => ProductDto, {
    description: 'Every version, the latest first; `validTo` is the day before the next one of its origin begins',
    max: 1_000,
  })
  readonly versions!: ProductDto[];
}

class ComparedProductDto {
  @TextField({ description: 'Product', example: 'refund_advance', max: 50 })
  readonly product!: string;

  @IntegerField({ description: 'Which version of it', min: 1 })
  readonly productVersion!: number;

  @ObjectField(() => ProductNameDto, { description: 'Name' })
  readonly name!: ProductNameDto;

  @DecimalField({ description: 'Interest per year', example: '0.0435' })
  readonly annualRate!: string;

  @MoneyField({ description: 'Interest for these days' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'Fees' })
  readonly fees!: MoneyDto;

  @MoneyField({ description: 'Interest and fees' })
  readonly cost!: MoneyDto;

  @DecimalField({ description: 'The cost per year, as a fraction of what is lent', example: '0.0475' })
  readonly allInRate!: string;

  @TextListField({ description: 'Why it is not lent so; empty where it is', maxLength: 500 })
  readonly reasons!: string[];

  @ObjectField(() => CalculationRuleDto, { description: 'The rule, its version and its source' })
  readonly rule!: CalculationRuleDto;

  @ListField(() => CalculationStepDto, { description: 'The working', max: 20 })
  readonly steps!: CalculationStepDto[];
}

export class ProductComparisonDto {
  @ListField(() => ComparedProductDto, {
    description: 'The cheapest first; what is not lent so comes last',
    max: 1_000,
  })
  readonly data!: ComparedProductDto[];

  static from(this: void, compared: readonly Compared[], language: Language): ProductComparisonDto {
    return {
      data: compared.map(({ product, price, interest, fees, cost, allInRate, reasons, rule, steps }) => ({
        ...{ product: product.code, productVersion: product.version, name: product.name, rule, steps: [...steps] },
        ...{ annualRate: price.annualRate.toFixed(), allInRate: allInRate.toFixed() },
        ...{ interest: interest.toJSON(), fees: fees.toJSON(), cost: cost.toJSON() },
        reasons: reasons.map((reason) => told(reason, language)),
      })),
    };
  }
}
