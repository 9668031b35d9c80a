import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { EXCLUSIONS, type GoodsToClear } from '../../domain/clearance-channels.js';
import { VAT_BASES, type VatBase } from '../../domain/retail-import-law.js';
import { RETAIL_REGIMES, type RetailPurchase } from '../../domain/retail-import-tax.js';

const CHANNELS = ['declaration', 'list'] as const;

export class RetailImportTaxRequest {
  @MoneyField({ description: 'CNY; coupons and points are not deducted' })
  retailPrice!: MoneyDto;

  @MoneyField({ description: 'CNY; default 0', optional: true })
  freight?: MoneyDto;

  @MoneyField({ description: 'CNY; default 0', optional: true })
  insurance?: MoneyDto;

  @DecimalField({ description: 'Fraction below 1; default 0', optional: true, example: '0.15' })
  consumptionTaxRate?: string;

  @DecimalField({ description: 'Fraction', example: '0.13' })
  vatRate!: string;

  @DecimalField({ description: 'Fraction; counts only outside the limits; default 0', optional: true, example: '0.10' })
  dutyRate?: string;

  @MoneyField({ description: 'By the same person this year, without this order, CNY; default 0', optional: true })
  purchasedThisYear?: MoneyDto;

  @BooleanField({ description: 'The order is one indivisible item; default false', optional: true })
  singleItem?: boolean;

  @EnumField({
    description:
      'Which consumption tax is in the base of the VAT: the statutory one (as the notices have it, default), or the reduced one',
    values: VAT_BASES,
    optional: true,
    example: 'full_consumption_tax',
  })
  vatBase?: VatBase;

  @DateField({ description: 'As the law was on this day; default: the law in force', optional: true })
  declaredOn?: string;

  toPurchase(): RetailPurchase {
    return {
      retailPrice: moneyOf(this.retailPrice),
      freight: moneyOf(this.freight),
      insurance: moneyOf(this.insurance),
      consumptionTaxRate: decimalOf(this.consumptionTaxRate),
      vatRate: decimalOf(this.vatRate),
      dutyRate: decimalOf(this.dutyRate),
      purchasedThisYear: moneyOf(this.purchasedThisYear),
      singleItem: this.singleItem,
      vatBase: this.vatBase,
      declaredOn: this.declaredOn,
    };
  }
}

export class RetailImportTaxDto extends CalculationDto {
  @MoneyField({ description: '完税价格: price, freight and insurance' })
  taxableValue!: MoneyDto;

  @EnumField({
    description: 'Reduced tax; full tax within the channel; full tax as general trade',
    values: RETAIL_REGIMES,
    example: 'preferential',
  })
  regime!: string;

  @MoneyField({ description: 'Duty' })
  duty!: MoneyDto;

  @MoneyField({ description: 'Consumption tax' })
  consumptionTax!: MoneyDto;

  @MoneyField({ description: 'VAT' })
  vat!: MoneyDto;

  @MoneyField({ description: 'All three' })
  totalTax!: MoneyDto;

  @DecimalField({ description: '综合税率, fraction to six decimals', example: '0.230471' })
  compositeRate!: string;
}

export class ClearanceChannelsRequest {
  @TextField({ description: 'Supervision mode (监管方式)', pattern: /^\d{4}$/, max: 4, example: '9710' })
  supervisionMode!: string;

  @MoneyField({ description: 'Of the list or declaration, CNY; USD for 1039' })
  value!: MoneyDto;

  @BooleanField({ description: 'A licence is needed (涉证); default false', optional: true })
  licenceRequired?: boolean;

  @BooleanField({ description: 'An inspection is needed (涉检); default false', optional: true })
  inspectionRequired?: boolean;

  @BooleanField({ description: 'Tax is due (涉税); default false', optional: true })
  taxInvolved?: boolean;

  @DateField({ description: 'As the law was on this day; default: the law in force', optional: true })
  declaredOn?: string;

  toGoods(): GoodsToClear {
    return { ...this, value: moneyOf(this.value) };
  }
}

class ExcludedChannelDto {
  @EnumField({ description: 'Which', values: CHANNELS, example: 'list' })
  channel!: string;

  @TextListField({ description: `Why: ${EXCLUSIONS.join(', ')}`, max: 4, maxLength: 20, example: ['value_limit'] })
  reasons!: string[];
}

export class ClearanceChannelsDto extends CalculationDto {
  @TextListField({ description: 'Those that are open', max: 2, maxLength: 20, example: ['declaration'] })
  channels!: string[];

  @ListField(() => ExcludedChannelDto, {
    description: 'Those that the mode offers, and these goods may not take',
    max: 2,
  })
  excluded!: ExcludedChannelDto[];
}
