import { CURRENCIES } from '../../../kernel/currency.js';
import { Money } from '../../../kernel/money.js';
import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
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
} from '../../../platform/http/fields.js';
import {
  type ImportedItem,
  type ImportedShipment,
  type Treatment,
  TREATMENTS,
  VALUE_BASES,
  type ValueBasis,
} from '../../domain/import-assessment.js';

class ImportQuantityDto {
  @DecimalField({ description: 'How much', places: 5, example: '900' })
  quantity!: string;

  @TextField({ description: 'Unit, code of the customs unit table', pattern: /^\d{3}$/, max: 3, example: '035' })
  unit!: string;
}

class ImportItemRequest {
  @TextField({ description: 'HS code, ten digits', pattern: /^\d{10}$/, max: 10, example: '2208300000' })
  hsCode!: string;

  @MoneyField({ description: 'Price of the item, in the currency of the goods', positive: true })
  total!: MoneyDto;

  @ListField(() => ImportQuantityDto, {
    description: 'In the statutory units; needed for what is charged by quantity',
    optional: true,
    max: 3,
  })
  quantities?: ImportQuantityDto[];

  @EnumField({
    description: 'By origin: most favoured nation, the general rate, or `agreedRate`; default `mfn`',
    values: TREATMENTS,
    optional: true,
    example: 'mfn',
  })
  treatment?: Treatment;

  @DecimalField({
    description: 'Anti-dumping duty on goods of this origin and maker, fraction',
    optional: true,
    example: '0.378',
  })
  antiDumpingRate?: string;

  @DecimalField({
    description: 'With `agreement`: the rate of the trade agreement, fraction',
    optional: true,
    example: '0.05',
  })
  agreedRate?: string;

  toItem(): ImportedItem {
    const { hsCode, total, quantities = [], treatment = 'mfn', antiDumpingRate, agreedRate } = this;
    return {
      hsCode,
      total: Money.fromJSON(total),
      quantities: quantities.map(({ quantity, unit }) => ({ quantity: decimalOf(quantity), unit })),
      treatment,
      antiDumpingRate: decimalOf(antiDumpingRate),
      agreedRate: decimalOf(agreedRate),
    };
  }
}

export class ImportAssessmentRequest {
  @DateField({ description: 'Day of import, which selects the rates', example: '2026-11-29' })
  importedOn!: string;

  @EnumField({ description: 'What the price includes', values: VALUE_BASES, example: 'FOB' })
  valueBasis!: ValueBasis;

  @EnumField({ description: 'Currency of the goods, ISO 4217', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DecimalField({ description: 'CNY per 1: the rate that customs uses in the month; of CNY, 1', example: '7.1' })
  rate!: string;

  @MoneyField({ description: 'Freight of the shipment; needed with FOB, and only there', optional: true })
  freight?: MoneyDto;

  @MoneyField({ description: 'Premium; absent: 3‰ of goods and freight; not with CIF', optional: true })
  insurance?: MoneyDto;

  @MoneyField({ description: 'Packing, commission and the like', optional: true })
  otherAdditions?: MoneyDto;

  @ListField(() => ImportItemRequest, { description: 'The goods', min: 1, max: 50 })
  items!: ImportItemRequest[];

  toShipment(): ImportedShipment {
    return {
      importedOn: this.importedOn,
      valueBasis: this.valueBasis,
      currency: this.currency,
      rate: decimalOf(this.rate),
      freight: moneyOf(this.freight),
      insurance: moneyOf(this.insurance),
      otherAdditions: moneyOf(this.otherAdditions),
      items: this.items.map((item) => item.toItem()),
    };
  }
}

/** A rate of the tariff as it was used. */
export class UsedRateDto {
  @DecimalField({ description: 'Fraction of the value', nullable: true, example: '0.1' })
  rate!: string | null;

  @DecimalField({ description: 'CNY per unit', nullable: true, example: '1' })
  amountPerUnit!: string | null;

  @TextField({ description: 'The unit', max: 3, nullable: true, example: '035' })
  unit!: string | null;

  @DateField({ description: 'First day of the rate', example: '2014-01-01' })
  validFrom!: string;

  @TextField({ description: 'Who says so', max: 1_000, example: '税委会公告〔2018〕3号' })
  source!: string;

  @IntegerField({
    description: 'The year that the source is of: where it is an older one, look for a later rate',
    nullable: true,
    min: 1949,
    max: 9999,
    example: 2018,
  })
  year!: number | null;
}

class UsedRatesDto {
  @ObjectField(() => UsedRateDto, { description: 'Import duty' })
  duty!: UsedRateDto;

  @ObjectField(() => UsedRateDto, { description: 'Consumption tax' })
  consumptionTax!: UsedRateDto;

  @ObjectField(() => UsedRateDto, { description: 'VAT' })
  vat!: UsedRateDto;
}

class AssessedTotalsDto extends CalculationDto {
  @MoneyField({ description: '完税价格' })
  dutiableValue!: MoneyDto;

  @MoneyField({ description: '关税' })
  duty!: MoneyDto;

  @MoneyField({ description: '反倾销税' })
  antiDumpingDuty!: MoneyDto;

  @MoneyField({ description: '消费税' })
  consumptionTax!: MoneyDto;

  @MoneyField({ description: '增值税' })
  vat!: MoneyDto;

  @MoneyField({ description: 'All of them' })
  totalTax!: MoneyDto;
}

export class AssessedItemDto extends AssessedTotalsDto {
  @TextField({ description: 'HS code', max: 10, example: '2208300000' })
  hsCode!: string;

  @EnumField({ description: 'Which rate of duty was taken', values: ['provisional', ...TREATMENTS], example: 'mfn' })
  dutyBasis!: string;

  @ObjectField(() => UsedRatesDto, { description: 'The rates, with their sources' })
  rates!: UsedRatesDto;

  @MoneyField({ description: 'Its share of the premium, or 3‰ of goods and freight', optional: true })
  insurance?: MoneyDto;

  @MoneyField({ description: '组成计税价格' })
  compositePrice!: MoneyDto;
}

export class ImportAssessmentDto extends AssessedTotalsDto {
  @ListField(() => AssessedItemDto, { description: 'Item by item', max: 50 })
  items!: AssessedItemDto[];
}
