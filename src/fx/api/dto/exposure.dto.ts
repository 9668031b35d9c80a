import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { CURRENCIES } from '../../../kernel/currency.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { type Exposed, type Market } from '../../application/exposures/exposures.js';
import {
  type ExposureSum,
  type ExposureTable,
  BUCKETINGS,
  type Bucketing,
} from '../../domain/exposures/exposure-buckets.js';
import {
  DUE_BASES,
  type DueBasis,
  EXPOSURE_KINDS,
  type ExposureItem,
  type ExposureKind,
  valueAtMarket,
} from '../../domain/exposures/exposure-item.js';

/** What every question about exposures may be narrowed by. */
export class ExposureQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;

  @EnumField({ description: 'Only in this currency, ISO 4217', values: CURRENCIES, optional: true, example: 'USD' })
  currency?: string;

  @DateField({ description: 'Only what is due on this day at the latest', optional: true, example: '2027-03-31' })
  to?: string;
}

export class ExposureTableQuery extends ExposureQuery {
  @EnumField({
    description: '`age`: days from today (default); `month`: calendar months. What was due before today is `overdue`',
    values: BUCKETINGS,
    optional: true,
    example: 'age',
  })
  by?: Bucketing;
}

/** The bank’s board that values are taken from. */
export class ExposureMarketDto {
  @InstantField({ description: 'As the bank says; null before the first board', nullable: true })
  asOf!: string | null;

  @InstantField({ description: 'When it was fetched', nullable: true })
  fetchedAt!: string | null;

  @BooleanField({ description: 'Young enough to deal at: if not, values may have moved' })
  isFresh!: boolean;

  static from(this: void, { board: { asOf, fetchedAt }, isFresh }: Market): ExposureMarketDto {
    return { asOf: asOf?.toISOString() ?? null, fetchedAt: fetchedAt?.toISOString() ?? null, isFresh };
  }
}

export class ExposureSumDto {
  @MoneyField({ description: 'What comes in less what goes out', negative: true })
  gross!: MoneyJson;

  @MoneyField({ description: 'Owed by buyers, held, or sold and not settled' })
  comesIn!: MoneyJson;

  @MoneyField({ description: 'Owed by sellers, or sold ahead beyond what there is' })
  goesOut!: MoneyJson;

  @MoneyField({ description: 'Of `gross`: at an agreed price', negative: true })
  hedged!: MoneyJson;

  @MoneyField({ description: 'What the market decides', negative: true })
  open!: MoneyJson;

  @MoneyField({
    description:
      'CNY: what is open, at the bank’s buying price, or its selling price where it goes out; null without a price',
    negative: true,
    nullable: true,
  })
  value!: MoneyJson | null;

  @IntegerField({ description: 'How many amounts it is made of' })
  items!: number;
}

export class ExposureBucketDto extends ExposureSumDto {
  @TextField({
    description: '`overdue`, `0-30`, `31-60`, `61-90`, `91+` days from today, or a month',
    max: 10,
    example: '31-60',
  })
  name!: string;
}

export class CurrencyExposureDto extends ExposureSumDto {
  @TextField({ description: 'ISO 4217', max: 3, example: 'USD' })
  currency!: string;

  @ListField(() => ExposureBucketDto, { description: 'By due date', max: 1_200 })
  buckets!: ExposureBucketDto[];
}

export class ExposureTableDto {
  @DateField({ description: 'Today, in China' })
  asOf!: string;

  @ObjectField(() => ExposureMarketDto, { description: 'What the values are taken from' })
  market!: ExposureMarketDto;

  @MoneyField({ description: 'CNY: what is open in all currencies that have a price', negative: true })
  value!: MoneyJson;

  @TextListField({ description: 'Currencies with something open and no price: `value` is without them', maxLength: 3 })
  unvalued!: string[];

  @ListField(() => CurrencyExposureDto, { description: 'By currency', max: 200 })
  currencies!: CurrencyExposureDto[];

  static from(this: void, { answer, asOf, market }: Exposed<ExposureTable>): ExposureTableDto {
    return {
      asOf,
      market: ExposureMarketDto.from(market),
      value: answer.value.toJSON(),
      unvalued: [...answer.unvalued],
      currencies: answer.currencies.map(({ currency, buckets, ...sum }) => ({
        currency,
        ...sumDto(sum),
        buckets: buckets.map(({ name, ...own }) => ({ name, ...sumDto(own) })),
      })),
    };
  }
}

function sumDto({ gross, comesIn, goesOut, hedged, open, value, items }: ExposureSum): ExposureSumDto {
  return {
    gross: gross.toJSON(),
    comesIn: comesIn.toJSON(),
    goesOut: goesOut.toJSON(),
    hedged: hedged.toJSON(),
    open: open.toJSON(),
    value: value?.toJSON() ?? null,
    items,
  };
}

export class ExposureCoverDto {
  @IdField({ description: 'The forward', kind: 'forward' })
  forwardId!: string;

  @MoneyField({ description: 'Of the amount' })
  amount!: MoneyJson;

  @DecimalField({ description: 'CNY for 100 units', example: '708.27' })
  rate!: string;
}

export class ExposureItemDto {
  @EnumField({
    description:
      '`receivable`: the buyer owes it; `held`: it has come and is not converted; `conversion`: sold, not settled; `dues`: the ' +
      'seller owes it; `forward`: sold ahead beyond what there is',
    values: EXPOSURE_KINDS,
    example: 'receivable',
  })
  kind!: ExposureKind;

  @TextField({
    description: 'Row it stands on: an order, a conversion, a forward, or the seller whose money fits no order',
    max: 40,
    example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  source!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The order, where it belongs to one', kind: 'order', nullable: true })
  orderId!: string | null;

  @MoneyField({ description: 'Above zero comes in, below goes out', negative: true })
  amount!: MoneyJson;

  @MoneyField({ description: 'At an agreed price', negative: true })
  hedged!: MoneyJson;

  @MoneyField({ description: '`amount` less `hedged`', negative: true })
  open!: MoneyJson;

  @MoneyField({ description: 'CNY, the open part at the market; null without a price', negative: true, nullable: true })
  value!: MoneyJson | null;

  @DateField({ description: 'When it is due' })
  dueOn!: string;

  @EnumField({
    description:
      'What the day is taken from. `departed`, `ready` and `placed` are estimates: orders name no term of payment',
    values: DUE_BASES,
    example: 'departed',
  })
  dueBasis!: DueBasis;

  @DateField({ description: 'Earliest day that is likely' })
  dueFrom!: string;

  @DateField({ description: 'Latest day that is likely' })
  dueTo!: string;

  @ListField(() => ExposureCoverDto, { description: 'Forwards that cover it', max: 1_000 })
  covers!: ExposureCoverDto[];

  static of(item: ExposureItem, { board }: Market): ExposureItemDto {
    const { kind, sellerId, orderId, amount, hedged, open, due, covers } = item;
    const price = board.lines.find(({ currency }) => currency === amount.currency);
    return {
      kind,
      source: sourceOf(item),
      sellerId: publicId('party', sellerId),
      orderId: orderId === null ? null : publicId('order', orderId),
      amount: amount.toJSON(),
      hedged: hedged.toJSON(),
      open: open.toJSON(),
      value: valueAtMarket(open, price)?.toJSON() ?? null,
      dueOn: due.dueOn,
      dueBasis: due.basis,
      dueFrom: due.from,
      dueTo: due.to,
      covers: covers.map(({ forwardId, amount: covered, rate }) => ({
        forwardId: publicId('forward', forwardId),
        amount: covered.toJSON(),
        rate: rate.toFixed(),
      })),
    };
  }
}

function sourceOf({ kind, id, orderId }: ExposureItem): string {
  if (kind === 'conversion') return publicId('conversion', id);
  if (kind === 'forward') return publicId('forward', id);
  return publicId(orderId === null ? 'party' : 'order', id);
}

export class ExposureItemPageDto extends PageOf(ExposureItemDto) {}

export class ExposureItemsQuery extends PageQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Only this order’s', kind: 'order', optional: true })
  orderId?: string;

  @EnumField({ description: 'Only in this currency, ISO 4217', values: CURRENCIES, optional: true, example: 'USD' })
  currency?: string;

  @DateField({ description: 'Only what is due on this day at the latest', optional: true, example: '2027-03-31' })
  to?: string;
}
