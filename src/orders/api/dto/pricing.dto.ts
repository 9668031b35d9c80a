import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { DecimalField, MoneyDto, MoneyField } from '../../../platform/http/fields.js';
import { type PriceTerms } from '../../domain/cif-price.js';

export class CifRequest {
  @MoneyField({ description: 'CIF price; one of `cif`, `cfr`, `fob`', optional: true })
  cif?: MoneyDto;

  @MoneyField({ description: 'CFR price', optional: true })
  cfr?: MoneyDto;

  @MoneyField({ description: 'FOB price; with `freight`', optional: true })
  fob?: MoneyDto;

  @MoneyField({ description: 'Needed with `fob`; beside the others it gives the FOB price', optional: true })
  freight?: MoneyDto;

  @DecimalField({ description: 'Insured value as a multiple of the CIF value', example: '1.10' })
  insuredValueFactor!: string;

  @DecimalField({ description: 'Premium, as a fraction of the insured value', example: '0.006' })
  premiumRate!: string;

  toTerms(): PriceTerms {
    return {
      cif: moneyOf(this.cif),
      cfr: moneyOf(this.cfr),
      fob: moneyOf(this.fob),
      freight: moneyOf(this.freight),
      insuredValueFactor: decimalOf(this.insuredValueFactor),
      premiumRate: decimalOf(this.premiumRate),
    };
  }
}

export class CifDto extends CalculationDto {
  @MoneyField({ description: 'Cost, insurance and freight' })
  cif!: MoneyDto;

  @MoneyField({ description: 'Cost and freight' })
  cfr!: MoneyDto;

  @MoneyField({ description: 'Premium' })
  insurance!: MoneyDto;

  @MoneyField({ description: 'Where the freight is known', optional: true })
  fob?: MoneyDto;
}
