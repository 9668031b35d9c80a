import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { DateField, DecimalField, MoneyDto, MoneyField, ObjectField } from '../../../platform/http/fields.js';
import { type ByQuantity, type ImportedGoods } from '../../domain/import-tax.js';

export class DeclaredWeightRequest {
  @DecimalField({ description: 'Weight as weighed, kg', example: '0.456' })
  kilograms!: string;

  @DateField({ description: 'Day of the declaration', example: '2026-04-10' })
  declaredOn!: string;
}

export class DeclaredWeightDto extends CalculationDto {
  @DecimalField({ description: 'As it is declared, kg' })
  declaredKilograms!: string;
}

export class ByQuantityDto {
  @DecimalField({ description: 'CNY per unit', example: '1' })
  amountPerUnit!: string;

  @DecimalField({ description: 'How many units', example: '1000' })
  quantity!: string;
}

export class ImportTaxRequest {
  @MoneyField({ description: '完税价格, CNY; or `goods` with what is added', optional: true })
  dutiableValue?: MoneyDto;

  @MoneyField({ description: 'Price of the goods, CNY', optional: true })
  goods?: MoneyDto;

  @MoneyField({ description: 'CNY; default 0', optional: true })
  freight?: MoneyDto;

  @MoneyField({ description: 'CNY; absent: 3‰ of goods and freight', optional: true })
  insurance?: MoneyDto;

  @MoneyField({ description: 'Packing, commission and the like, CNY; default 0', optional: true })
  otherAdditions?: MoneyDto;

  @DecimalField({ description: 'Fraction; default 0', optional: true, example: '0.20' })
  dutyRate?: string;

  @ObjectField(() => ByQuantityDto, { description: 'Duty by quantity (从量); with dutyRate: compound', optional: true })
  specificDuty?: ByQuantityDto;

  @DecimalField({ description: 'Fraction; default 0', optional: true })
  antiDumpingRate?: string;

  @DecimalField({ description: 'Fraction below 1; default 0', optional: true, example: '0.15' })
  consumptionTaxRate?: string;

  @ObjectField(() => ByQuantityDto, {
    description: 'Consumption tax by quantity (从量); with consumptionTaxRate: compound',
    optional: true,
  })
  specificConsumptionTax?: ByQuantityDto;

  @DecimalField({ description: 'Fraction', example: '0.13' })
  vatRate!: string;

  toGoods(): ImportedGoods {
    return {
      dutiableValue: moneyOf(this.dutiableValue),
      goods: moneyOf(this.goods),
      freight: moneyOf(this.freight),
      insurance: moneyOf(this.insurance),
      otherAdditions: moneyOf(this.otherAdditions),
      dutyRate: decimalOf(this.dutyRate),
      specificDuty: byQuantityOf(this.specificDuty),
      specificConsumptionTax: byQuantityOf(this.specificConsumptionTax),
      antiDumpingRate: decimalOf(this.antiDumpingRate),
      consumptionTaxRate: decimalOf(this.consumptionTaxRate),
      vatRate: decimalOf(this.vatRate),
    };
  }
}

function byQuantityOf(dto: ByQuantityDto | undefined): ByQuantity | undefined {
  return dto && { amountPerUnit: decimalOf(dto.amountPerUnit), quantity: decimalOf(dto.quantity) };
}

export class ImportTaxDto extends CalculationDto {
  @MoneyField({ description: 'Where values were given one by one', optional: true })
  insurance?: MoneyDto;

  @MoneyField({ description: '完税价格' })
  dutiableValue!: MoneyDto;

  @MoneyField({ description: '关税' })
  duty!: MoneyDto;

  @MoneyField({ description: '反倾销税' })
  antiDumpingDuty!: MoneyDto;

  @MoneyField({ description: '组成计税价格' })
  compositePrice!: MoneyDto;

  @MoneyField({ description: '消费税' })
  consumptionTax!: MoneyDto;

  @MoneyField({ description: '增值税' })
  vat!: MoneyDto;

  @MoneyField({ description: 'All of them' })
  totalTax!: MoneyDto;
}
