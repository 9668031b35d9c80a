import { CURRENCIES } from '../../../kernel/currency.js';
import {
  BooleanField,
  DateField,
  EnumField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type CalendarYear } from '../../domain/value-dates/calendar-data.js';
import { TENORS, type Tenor } from '../../domain/value-dates/cut-offs.js';
import { type Calendars, type ValueDate, type ValueDateQuestion } from '../../domain/value-dates/value-date.js';
import { ExplanationDto } from './explanation.dto.js';

export class FxValueDateQuery {
  @EnumField({ description: 'One currency', values: CURRENCIES, example: 'USD' })
  base!: string;

  @EnumField({ description: 'The other', values: CURRENCIES, example: 'CNY' })
  quote!: string;

  @EnumField({ description: 'Value today, tomorrow, or on the second working day', values: TENORS, example: 'spot' })
  tenor!: Tenor;

  @InstantField({ description: 'When the trade is made; now unless you say', optional: true })
  tradedAt?: string;
}

export class FxValueDateDto {
  @EnumField({ description: 'One currency', values: CURRENCIES, example: 'USD' })
  base!: string;

  @EnumField({ description: 'The other', values: CURRENCIES, example: 'CNY' })
  quote!: string;

  @EnumField({ description: 'As asked', values: TENORS, example: 'spot' })
  tenor!: string;

  @InstantField({ description: 'When the trade is made', example: '2026-11-27T02:00:00.000Z' })
  tradedAt!: string;

  @DateField({ description: 'The working day that it counts as made on', example: '2026-11-27' })
  tradeDate!: string;

  @DateField({ description: 'The day on which both currencies change hands', example: '2026-12-01' })
  valueDate!: string;

  @BooleanField({ description: 'Too late for its own day', example: false })
  isAfterCutOff!: boolean;

  @TextListField({
    description: 'Currencies whose calendar of that year is not announced, or not compared with the announcement',
    max: 2,
    maxLength: 3,
    example: [],
  })
  provisional!: string[];

  @ObjectField(() => ExplanationDto, { description: 'How the days were found' })
  explanation!: ExplanationDto;

  static from(this: void, { pair, tenor, tradedAt }: ValueDateQuestion, found: ValueDate): FxValueDateDto {
    const [base, quote] = pair;
    const { tradeDate, valueDate, isAfterCutOff, provisional } = found;
    return {
      ...{ base, quote, tenor, tradedAt: tradedAt.toISOString(), tradeDate, valueDate, isAfterCutOff },
      provisional: [...provisional],
      explanation: ExplanationDto.from(found),
    };
  }
}

export class FxCalendarsQuery {
  @EnumField({
    description: 'Of this currency; of all unless you say',
    values: CURRENCIES,
    optional: true,
    example: 'HKD',
  })
  currency?: string;

  @TextField({ description: 'Of this year', pattern: /^\d{4}$/, min: 4, max: 4, optional: true, example: '2026' })
  year?: string;
}

export class FxCalendarSpanDto {
  @DateField({ description: 'First day off', example: '2026-10-01' })
  from!: string;

  @DateField({ description: 'Last day off', example: '2026-10-07' })
  to!: string;
}

export class FxCalendarYearDto {
  @EnumField({ description: 'Currency', values: CURRENCIES, example: 'CNY' })
  currency!: string;

  @TextField({ description: 'Where it is settled', example: 'China (State Council)' })
  centre!: string;

  @TextField({ description: 'Year', min: 4, max: 4, example: '2026' })
  year!: string;

  @ListField(() => FxCalendarSpanDto, { description: 'Days off, besides weekends', max: 366 })
  off!: FxCalendarSpanDto[];

  @TextListField({ description: 'Weekends that are worked (调休)', max: 366, maxLength: 10, example: ['2026-10-10'] })
  worked!: string[];

  @TextField({ description: 'Who says so', max: 500, example: 'TARGET closing days, ECB' })
  source!: string;

  @BooleanField({ description: 'Not announced yet, or not compared with the announcement', example: false })
  isProvisional!: boolean;

  static from(
    this: void,
    key: { currency: string; centre: string; year: string },
    found: CalendarYear,
  ): FxCalendarYearDto {
    const { off, worked, source, isProvisional } = found;
    const spans = off.map(([from, to]) => ({ from, to }));
    return { ...key, off: spans, worked: [...worked], source, isProvisional };
  }
}

export class FxCalendarsDto {
  @ListField(() => FxCalendarYearDto, { description: 'By currency and year, all at once', max: 2_000 })
  data!: FxCalendarYearDto[];

  static from(this: void, calendars: Calendars, year: string | undefined): FxCalendarsDto {
    const data = Object.entries(calendars).flatMap(([currency, { centre, years }]) =>
      Object.entries(years)
        .filter(([each]) => year === undefined || each === year)
        .map(([each, found]) => FxCalendarYearDto.from({ currency, centre, year: each }, found)),
    );
    return { data };
  }
}
