import { CalculationDto, decimalOf, moneyOf } from '../../../platform/http/calculation.js';
import {
  DateField,
  DecimalField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
} from '../../../platform/http/fields.js';
import { type DayBasis } from '../../domain/day-basis.js';
import { type InterestPeriod, type InterestTerms } from '../../domain/interest.js';
import { DayBasisField } from './day-basis.field.js';

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
