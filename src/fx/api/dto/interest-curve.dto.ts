import { CURRENCIES } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  InstantField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type GivenCurve } from '../../application/forwards/curves.js';
import { type Tenor, TENORS } from '../../domain/forwards/interest-curve.js';
import { type InterestCurve } from '../../entities/interest-curve.entity.js';

const POINTS_MAX = 20;
const BASES = ['360', '365'] as const;

export class CurvePointDto {
  @EnumField({ description: 'For how long', values: TENORS, example: '3M' })
  tenor!: Tenor;

  @DecimalField({
    description: 'At which the bank takes money; 0.0357 is 3.57 % a year',
    negative: true,
    example: '0.0357',
  })
  bid!: string;

  @DecimalField({ description: 'At which the bank lends it', negative: true, example: '0.0365' })
  ask!: string;
}

export class InterestCurveRequest {
  @EnumField({ description: 'Currency', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DateField({ description: 'The day that it is of, no later than today in China', example: '2026-11-24' })
  asOf!: string;

  @TextField({ description: 'Where it is from', max: 200, example: 'Treasury desk' })
  source!: string;

  @EnumField({
    description: 'Days of a year in its interest; the custom of the currency’s money market unless said',
    values: BASES,
    optional: true,
    example: '360',
  })
  dayBasis?: (typeof BASES)[number];

  @ListField(() => CurvePointDto, { description: 'Rates by tenor, each tenor once', max: POINTS_MAX })
  points!: CurvePointDto[];

  toCurve(): GivenCurve {
    const { currency, asOf, source, dayBasis, points } = this;
    return {
      ...{ currency, asOf, source },
      dayBasis: dayBasis === undefined ? undefined : dayBasis === '360' ? 360 : 365,
      points: points.map(({ tenor, bid, ask }) => ({ tenor, bid: new Decimal(bid), ask: new Decimal(ask) })),
    };
  }
}

export class CurveFindingDto {
  @TextField({ description: 'Where', max: 100, example: '/points/2' })
  pointer!: string;

  @EnumField({
    description:
      '`moved`: far from the curve before; `wide`: bid and ask far apart; `short`: ends before a year; `old`: a later one is in use',
    values: ['moved', 'wide', 'short', 'old'],
    example: 'moved',
  })
  code!: string;

  @TextField({ description: 'In words', max: 500 })
  message!: string;
}

export class InterestCurveDto {
  @IdField({ description: 'Id of the curve', kind: 'interestCurve' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['interest_curve'], example: 'interest_curve' })
  object!: 'interest_curve';

  @EnumField({ description: 'Currency', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DateField({ description: 'The day that it is of', example: '2026-11-24' })
  asOf!: string;

  @TextField({ description: 'Where it is from', max: 200, example: 'Bank, indicative' })
  source!: string;

  @EnumField({ description: 'Days of a year in its interest', values: BASES, example: '360' })
  dayBasis!: string;

  @ListField(() => CurvePointDto, { description: 'Rates by tenor', max: POINTS_MAX })
  points!: CurvePointDto[];

  @ListField(() => CurveFindingDto, { description: 'What a person should look at before relying on it', max: 100 })
  findings!: CurveFindingDto[];

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was taken in', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, row: InterestCurve, language: Language): InterestCurveDto {
    const { currency, asOf, source, dayBasis, points } = row.curve;
    return {
      id: publicId('interestCurve', row.id),
      object: 'interest_curve',
      ...{ currency, asOf, source, dayBasis: String(dayBasis) },
      points: points.map(({ tenor, bid, ask }) => ({ tenor, bid: bid.toFixed(), ask: ask.toFixed() })),
      findings: row.findings.map(({ pointer, code, message }) => ({ pointer, code, message: told(message, language) })),
      ...stampsOf(row),
    };
  }
}

export class InterestCurvePageDto extends PageOf(InterestCurveDto) {}

export class InterestCurvesQuery extends DatedPageQuery {
  @EnumField({ description: 'Only this currency’s', values: CURRENCIES, optional: true, example: 'USD' })
  currency?: string;
}
