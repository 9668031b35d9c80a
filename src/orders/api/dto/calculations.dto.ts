import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { BooleanField, DecimalField, MoneyDto, MoneyField } from '../../../platform/http/fields.js';
import { type ExchangeCostInput } from '../../domain/exchange-cost.js';

export class ExchangeCostRequest {
  @MoneyField({ description: 'Export value (FOB), foreign currency; or `cif` with `freight`', optional: true })
  fob?: MoneyDto;

  @MoneyField({ description: 'CIF price instead of `fob`', optional: true })
  cif?: MoneyDto;

  @MoneyField({ description: 'Taken out of `cif`', optional: true })
  freight?: MoneyDto;

  @MoneyField({ description: 'Taken out of `cif`; default 0', optional: true })
  insurance?: MoneyDto;

  @MoneyField({ description: 'CNY; or the purchase amount with its rates', optional: true })
  totalCost?: MoneyDto;

  @MoneyField({ description: 'CNY with VAT', optional: true })
  purchaseAmountInclVat?: MoneyDto;

  @DecimalField({ description: 'Fraction', optional: true, example: '0.13' })
  vatRate?: string;

  @DecimalField({ description: 'Fraction', optional: true, example: '0.13' })
  refundRate?: string;

  @DecimalField({ description: 'Fees as a share of the purchase amount with VAT; default 0', optional: true })
  feeRate?: string;

  @MoneyField({ description: 'Fees, CNY; default 0', optional: true })
  fees?: MoneyDto;

  @DecimalField({ description: "The bank's buying rate, CNY per one unit", optional: true, example: '7.1' })
  buyRate?: string;

  toInput(): ExchangeCostInput {
    return {
      fob: moneyOf(this.fob),
      cif: moneyOf(this.cif),
      freight: moneyOf(this.freight),
      insurance: moneyOf(this.insurance),
      totalCost: moneyOf(this.totalCost),
      purchaseAmountInclVat: moneyOf(this.purchaseAmountInclVat),
      vatRate: decimalOf(this.vatRate),
      refundRate: decimalOf(this.refundRate),
      feeRate: decimalOf(this.feeRate),
      fees: moneyOf(this.fees),
      buyRate: decimalOf(this.buyRate),
    };
  }
}

export class ExchangeCostDto extends CalculationDto {
  @MoneyField({ description: 'Export value' })
  fob!: MoneyDto;

  @MoneyField({ description: 'CNY' })
  totalCost!: MoneyDto;

  @DecimalField({ description: '换汇成本: CNY per unit of foreign currency, six decimals' })
  exchangeCost!: string;

  @MoneyField({ description: 'Where it was computed', optional: true })
  refund?: MoneyDto;

  @MoneyField({ description: 'With `buyRate`', optional: true })
  revenue?: MoneyDto;

  @MoneyField({ description: 'With `buyRate`; may be negative', optional: true, negative: true })
  profit?: MoneyDto;

  @DecimalField({ description: 'Profit ÷ total cost, six decimals', optional: true, negative: true })
  profitRate?: string;

  @BooleanField({ description: 'With `buyRate`; decided unrounded, equality is no profit', optional: true })
  profitable?: boolean;
}
