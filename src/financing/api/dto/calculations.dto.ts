import { type DayBasis } from '../../../kernel/day-basis.js';
import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import { DayBasisField } from '../../../platform/http/day-basis.field.js';
import {
  DateField,
  DecimalField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
} from '../../../platform/http/fields.js';
import { type FactoringTerms } from '../../domain/factoring.js';
import { type InterestPeriod, type InterestTerms } from '../../domain/interest.js';

export class InterestPeriodDto {
  @MoneyField({ description: 'What stood out in this time; one currency for all periods' })
  principal!: MoneyDto;

  @IntegerField({ description: 'Days; or `from` and `to`', optional: true, max: 100_000, example: 30 })
  days?: number;

  @DateField({ description: 'First day, counts', optional: true, example: '2026-04-01' })
  from?: string;

  @DateField({ description: 'Last day, does not count', optional: true, example: '2026-05-01' })
  to?: string;

  toPeriod(): InterestPeriod {
    return { principal: moneyOf(this.principal), days: this.days, from: this.from, to: this.to };
  }
}

export class InterestRequest {
  @DecimalField({ description: 'Per year, as a fraction', example: '0.06' })
  annualRate!: string;

  @ListField(() => InterestPeriodDto, { description: 'Times in which the principal stood still', min: 1 })
  periods!: InterestPeriodDto[];

  @DayBasisField({ description: 'Days of a year; default 365 for GBP and HKD, else 360', optional: true })
  dayBasis?: DayBasis;

  toTerms(): InterestTerms {
    return {
      annualRate: decimalOf(this.annualRate),
      periods: this.periods.map((period) => period.toPeriod()),
      dayBasis: this.dayBasis,
    };
  }
}

export class InterestDto extends CalculationDto {
  @MoneyField({ description: 'Rounded once, over all periods' })
  interest!: MoneyDto;

  @IntegerField({ description: 'Sum of the days' })
  days!: number;

  @DayBasisField({ description: 'Days of a year that were used' })
  dayBasis!: DayBasis;
}

export class AdvanceInterestDto {
  @DecimalField({ description: 'Per year, as a fraction', example: '0.06' })
  annualRate!: string;

  @IntegerField({ description: 'Days that the advance is out', max: 100_000, example: 60 })
  days!: number;

  @DayBasisField({ description: 'Default 365 for GBP and HKD, else 360', optional: true })
  dayBasis?: DayBasis;
}

export class FactoringRequest {
  @MoneyField({ description: 'The factored invoice; its currency is that of all amounts' })
  invoice!: MoneyDto;

  @DecimalField({ description: 'Share paid at once, as a fraction', example: '0.80' })
  advanceRate!: string;

  @DecimalField({ description: 'Share of the invoice; default 0', optional: true, example: '0.01' })
  feeRate?: string;

  @MoneyField({ description: 'Default 0', optional: true })
  flatFee?: MoneyDto;

  @ObjectField(() => AdvanceInterestDto, { description: 'On the advance', optional: true })
  interest?: AdvanceInterestDto;

  @MoneyField({ description: 'What the buyer paid; default: the invoice', optional: true })
  received?: MoneyDto;

  toTerms(): FactoringTerms {
    const { interest } = this;
    return {
      invoice: moneyOf(this.invoice),
      advanceRate: decimalOf(this.advanceRate),
      feeRate: decimalOf(this.feeRate),
      flatFee: moneyOf(this.flatFee),
      interest: interest && { ...interest, annualRate: decimalOf(interest.annualRate) },
      received: moneyOf(this.received),
    };
  }
}

export class FactoringDto extends CalculationDto {
  @MoneyField({ description: 'Paid at once, rounded down' })
  advance!: MoneyDto;

  @MoneyField({ description: 'Held back' })
  reserve!: MoneyDto;

  @MoneyField({ description: 'Share of the invoice and flat fee' })
  fee!: MoneyDto;

  @MoneyField({ description: 'On the advance' })
  interest!: MoneyDto;

  @MoneyField({ description: 'To the seller' })
  remainder!: MoneyDto;

  @MoneyField({ description: 'Still owed by the seller' })
  shortfall!: MoneyDto;
}
