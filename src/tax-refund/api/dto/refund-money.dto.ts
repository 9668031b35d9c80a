import { holidaysKnown } from '../../../kernel/china-workdays.js';
import { publicId } from '../../../kernel/ids.js';
import { CalculationDto } from '../../../platform/http/calculation.js';
import {
  BooleanField,
  DateField,
  IdField,
  IntegerField,
  ListField,
  type MoneyDto,
  MoneyField,
  ObjectField,
  QueryInteger,
  TextField,
} from '../../../platform/http/fields.js';
import { type RefundForecast, type RefundSummary } from '../../application/refund-money.service.js';
import { type AgeBand, type Ageing } from '../../domain/refund-ageing.js';
import { type ExpectedPayment, type ForecastWeek } from '../../domain/refund-forecast.js';

export class RefundMoneyQuery {
  @IdField({ description: 'Of this exporter', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;

  @TextField({ description: '所属期', optional: true, max: 6, pattern: /^\d{4}(0[1-9]|1[0-2])$/, example: '202611' })
  period?: string;
}

export class RefundForecastQuery extends RefundMoneyQuery {
  @QueryInteger({ description: 'How many weeks, from this one on', min: 1, max: 52, fallback: 13, example: 13 })
  weeks?: number;
}

export class RefundSummaryDto {
  @IntegerField({ description: 'Claims, those that were given up left out' })
  readonly claims!: number;

  @MoneyField({ description: 'As the claims say' })
  readonly expected!: MoneyDto;

  @MoneyField({ description: 'Booked as receivable when it was filed; what was rejected is taken off' })
  readonly filed!: MoneyDto;

  @MoneyField({ description: 'Granted by the bureau' })
  readonly approved!: MoneyDto;

  @MoneyField({ description: 'Paid by the treasury, by the books' })
  readonly received!: MoneyDto;

  @MoneyField({ description: 'Paid out by a lender in advance, by the books' })
  readonly advanced!: MoneyDto;

  @MoneyField({ description: 'Wanted back by the bureau, by the books' })
  readonly clawedBack!: MoneyDto;

  static from(this: void, { claims, ...sums }: RefundSummary): RefundSummaryDto {
    const { expected, filed, approved, received, advanced, clawedBack } = sums;
    return {
      claims,
      expected: expected.toJSON(),
      filed: filed.toJSON(),
      approved: approved.toJSON(),
      received: received.toJSON(),
      advanced: advanced.toJSON(),
      clawedBack: clawedBack.toJSON(),
    };
  }
}

class ForecastWeekDto {
  @DateField({ description: 'Monday' })
  readonly weekStart!: string;

  @MoneyField({ description: 'Expected within it' })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'What of it is consumption tax' })
  readonly consumptionTax!: MoneyDto;

  @IntegerField({ description: 'Of so many claims' })
  readonly claims!: number;

  @IntegerField({ description: 'Of them late by the times of their class' })
  readonly late!: number;

  static from(this: void, { weekStart, amount, consumptionTax, claims, late }: ForecastWeek): ForecastWeekDto {
    return { weekStart, amount: amount.toJSON(), consumptionTax: consumptionTax.toJSON(), claims, late };
  }
}

class ExpectedPaymentDto extends CalculationDto {
  @IdField({ kind: 'claim', description: 'The claim' })
  readonly claimId!: string;

  @TextField({ description: 'Where it stands', max: 30, example: 'accepted' })
  readonly state!: string;

  @MoneyField({ description: 'As claimed, or as granted' })
  readonly amount!: MoneyDto;

  @DateField({ description: 'When it is likely to be paid' })
  readonly expectedOn!: string;

  @BooleanField({ description: 'By the times of its class it should have come further already' })
  readonly isLate!: boolean;

  static of(this: void, { claim, expectedOn, isLate, rule, steps }: ExpectedPayment): ExpectedPaymentDto {
    const { id, state, amount } = claim;
    return {
      claimId: publicId('claim', id),
      ...{ state, amount: amount.toJSON(), expectedOn, isLate, rule, steps: [...steps] },
    };
  }
}

export class RefundForecastDto {
  @DateField({ description: 'As of this day, in China' })
  readonly asOf!: string;

  @DateField({
    description: 'To this day public holidays and worked weekends are known, and counted; after it only weekends are',
  })
  readonly holidaysKnownTo!: string;

  @IntegerField({ description: 'Open claims' })
  readonly claims!: number;

  @ListField(() => ForecastWeekDto, { description: 'Week by week', max: 52 })
  readonly weeks!: ForecastWeekDto[];

  @ListField(() => ExpectedPaymentDto, { description: 'The first to come, each explained', max: 100 })
  readonly payments!: ExpectedPaymentDto[];

  static from(this: void, { today, claims, weeks, payments }: RefundForecast): RefundForecastDto {
    return {
      asOf: today,
      holidaysKnownTo: holidaysKnown().to,
      claims,
      weeks: weeks.map(ForecastWeekDto.from),
      payments: payments.map(ExpectedPaymentDto.of),
    };
  }
}

class UnfiledDto {
  @IntegerField({ description: 'Claims' })
  readonly claims!: number;

  @MoneyField({ description: 'Sum' })
  readonly amount!: MoneyDto;
}

class AgeBandDto extends UnfiledDto {
  @IntegerField({ description: 'Days since the filing, at least' })
  readonly fromDays!: number;

  @IntegerField({ description: 'At most; null: and more', nullable: true })
  readonly toDays!: number | null;

  static of(this: void, { from, to, claims, amount }: AgeBand): AgeBandDto {
    return { fromDays: from, toDays: to, claims, amount: amount.toJSON() };
  }
}

export class RefundAgeingDto {
  @DateField({ description: 'As of this day, in China' })
  readonly asOf!: string;

  @ListField(() => AgeBandDto, { description: 'Claims that were filed and are not paid, by age', max: 5 })
  readonly bands!: AgeBandDto[];

  @ObjectField(() => UnfiledDto, { description: 'Matched, and not filed yet' })
  readonly unfiled!: UnfiledDto;

  static from(this: void, { today, bands, unfiled }: Ageing & { readonly today: string }): RefundAgeingDto {
    const { claims, amount } = unfiled;
    return { asOf: today, bands: bands.map(AgeBandDto.of), unfiled: { claims, amount: amount.toJSON() } };
  }
}
