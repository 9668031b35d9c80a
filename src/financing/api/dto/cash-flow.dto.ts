import { CURRENCIES } from '../../../kernel/currency.js';
import { type MoneyJson } from '../../../kernel/money.js';
import {
  DateField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  QueryInteger,
  TextField,
} from '../../../platform/http/fields.js';
import { type CashOutlook } from '../../application/cash-flows.service.js';
import { type ForecastBucket } from '../../domain/cash-flow/cash-forecast.js';

const WEEKS_MAX = 52;
/** Of the weeks, and those before and behind them. */
const BUCKETS_MAX = WEEKS_MAX + 2;
export const WEEKS_USUAL = 13;

export class CashForecastQuery {
  @IdField({ description: 'Only this seller’s; all sellers’ unless you say', kind: 'party', optional: true })
  sellerId?: string;

  @QueryInteger({
    description: 'So many weeks, from that of today',
    min: 1,
    max: WEEKS_MAX,
    fallback: WEEKS_USUAL,
    example: WEEKS_USUAL,
  })
  weeks?: number;
}

export class CashBucketDto {
  @TextField({
    description: '`overdue`: expected before today; the Monday of a week; `later`: beyond the last week',
    max: 10,
    example: '2026-12-07',
  })
  name!: string;

  @MoneyField({ description: 'What buyers are likely to pay' })
  receipts!: MoneyJson;

  @MoneyField({ description: 'Refunds that are matched and not paid' })
  refunds!: MoneyJson;

  @MoneyField({ description: 'Advances to be repaid, with fees, interest and penalty to that day' })
  dues!: MoneyJson;

  @MoneyField({ description: '`receipts` + `refunds` − `dues`', negative: true })
  net!: MoneyJson;

  @MoneyField({ description: 'The nets up to here', negative: true })
  cumulative!: MoneyJson;

  @IntegerField({ description: 'How many amounts it is made of' })
  items!: number;
}

export class CurrencyCashDto {
  @EnumField({ description: 'ISO 4217', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @ListField(() => CashBucketDto, { description: 'In order of time', max: BUCKETS_MAX })
  buckets!: CashBucketDto[];
}

export class CashForecastDto {
  @DateField({ description: 'Today, in China', example: '2026-12-09' })
  asOf!: string;

  @DateField({ description: 'The Monday of the first week', example: '2026-12-07' })
  from!: string;

  @ListField(() => CurrencyCashDto, { description: 'By currency, as amounts are owed', max: 200 })
  currencies!: CurrencyCashDto[];

  @ListField(() => CashBucketDto, {
    description: 'All of it in CNY: foreign currency at the plan rate of each order',
    max: BUCKETS_MAX,
  })
  inCny!: CashBucketDto[];

  static from(this: void, { asOf, forecast: { from, currencies, inCny } }: CashOutlook): CashForecastDto {
    return {
      asOf,
      from,
      currencies: currencies.map(({ currency, buckets }) => ({ currency, buckets: buckets.map(bucketDto) })),
      inCny: inCny.map(bucketDto),
    };
  }
}

function bucketDto({ name, receipts, refunds, dues, net, cumulative, items }: ForecastBucket): CashBucketDto {
  return {
    name,
    receipts: receipts.toJSON(),
    refunds: refunds.toJSON(),
    dues: dues.toJSON(),
    net: net.toJSON(),
    cumulative: cumulative.toJSON(),
    items,
  };
}
