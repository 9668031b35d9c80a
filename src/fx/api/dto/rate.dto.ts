import { CURRENCIES } from '../../../kernel/currency.js';
import { parseOptionalId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { type DissectedRate, type KnownLeg, type RateAsked } from '../../application/rates/rate-book.js';
import { type HistoryAsked, type PastRate } from '../../application/rates/rate-history.js';
import { homePerUnit } from '../../domain/rates/quotation.js';
import { type RatePrice } from '../../domain/rates/rate-anatomy.js';
import { RATE_SOURCES, rateSource } from '../../domain/rates/rate-source.js';

const DERIVATIONS = ['published', 'inverted', 'derived'] as const;
const DIRECTIONS = ['direct', 'inverse'] as const;
/** Small rates have more decimals, so that ten digits of them count. */
export const PLACES = 30;

export function BaseField(): PropertyDecorator {
  return EnumField({ description: 'What one unit of is priced', values: CURRENCIES, example: 'USD' });
}

export function QuoteField(): PropertyDecorator {
  return EnumField({ description: 'What the price is in', values: CURRENCIES, example: 'CNY' });
}

export class FxRateQuery {
  @BaseField()
  base!: string;

  @QuoteField()
  quote!: string;

  @EnumField({
    description: 'Whose rate; else the board while it is fresh, then the middle rate, then the ECB’s',
    values: RATE_SOURCES,
    optional: true,
    example: 'board',
  })
  source?: (typeof RATE_SOURCES)[number];

  @InstantField({ description: 'As of then; now unless you say', optional: true })
  at?: string;

  @IdField({ description: 'With this seller’s mark-up', kind: 'party', optional: true })
  sellerId?: string;

  toQuestion(): RateAsked {
    const { base, quote, source, at, sellerId } = this;
    const partyId = parseOptionalId('party', sellerId);
    return { base, quote, source, at: at === undefined ? undefined : new Date(at), partyId };
  }
}

export class FxRateLegDto {
  @EnumField({ description: 'Whose rate', values: RATE_SOURCES, example: 'cfets' })
  source!: string;

  @BaseField()
  base!: string;

  @QuoteField()
  quote!: string;

  @DecimalField({ description: 'So many units of `base` cost `rate`', example: '1' })
  unit!: string;

  @EnumField({
    description: '`direct`: the source’s own currency for foreign units; `inverse`: foreign units for its own',
    values: DIRECTIONS,
    example: 'direct',
  })
  direction!: string;

  @DecimalField({ description: 'As given; of a board the middle of both prices', places: PLACES, example: '7.0712' })
  rate!: string;

  @DecimalField({
    description: 'The source’s own currency for one foreign unit, half up to ten decimals at least',
    places: PLACES,
    example: '7.0712',
  })
  homePerUnit!: string;

  @InstantField({ description: 'From when on it was to be had', example: '2026-11-27T01:15:00.000Z' })
  asOf!: string;

  @TextField({
    description: 'Where it was read; null of a board',
    max: 500,
    nullable: true,
    example: 'chinamoney.com.cn',
  })
  document!: string | null;

  static from(this: void, leg: KnownLeg): FxRateLegDto {
    return {
      source: leg.source,
      base: leg.base,
      quote: leg.quote,
      unit: leg.unit.toFixed(),
      direction: leg.direction,
      rate: leg.rate.toFixed(),
      homePerUnit: homePerUnit(leg).toFixed(),
      asOf: leg.asOf.toISOString(),
      document: 'document' in leg ? leg.document : null,
    };
  }
}

export class FxRatePriceDto {
  @EnumField({
    description: '`sell`: the client sells the base; `buy`: it buys it',
    values: ['sell', 'buy'],
    example: 'sell',
  })
  side!: string;

  @DecimalField({
    description: 'By the source; of a board the bank’s price for that side',
    places: PLACES,
    example: '7.0812',
  })
  reference!: string;

  @DecimalField({ description: 'Client less reference', places: PLACES, negative: true, example: '-0.0070812' })
  markUp!: string;

  @DecimalField({ description: 'What a client is offered', places: PLACES, example: '7.0741188' })
  client!: string;

  static from(this: void, { side, reference, markUp, client }: RatePrice): FxRatePriceDto {
    return { side, reference: reference.toFixed(), markUp: markUp.toFixed(), client: client.toFixed() };
  }
}

export class FxRateMarkUpDto {
  @EnumField({ description: 'On which side of the pair', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @DecimalField({ description: '0.001 is 0.1 %', example: '0.001' })
  share!: string;

  @TextField({ description: 'Who says so', max: 300, example: 'Mark-up fmu_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  source!: string;
}

export class FxPastRateDto {
  @EnumField({ description: 'Kind of resource', values: ['fx_rate'], example: 'fx_rate' })
  object!: 'fx_rate';

  @BaseField()
  base!: string;

  @QuoteField()
  quote!: string;

  @EnumField({ description: 'Whose rate', values: RATE_SOURCES, example: 'cfets' })
  source!: string;

  @DecimalField({ description: 'Of `quote` for one of `base`, divided once', places: PLACES, example: '7.0712' })
  rate!: string;

  @EnumField({
    description: '`derived`: of two rates, over the currency `via`; `inverted`: the other way round than published',
    values: DERIVATIONS,
    example: 'published',
  })
  derivation!: string;

  @EnumField({ description: 'Over which it was derived', values: CURRENCIES, nullable: true, example: 'EUR' })
  via!: string | null;

  @ListField(() => FxRateLegDto, { description: 'What it is made of, as given', max: 2 })
  legs!: FxRateLegDto[];

  @InstantField({
    description: 'From when on it was to be had; of two legs, the older',
    example: '2026-11-27T01:15:00.000Z',
  })
  asOf!: string;

  static from(this: void, found: PastRate): FxPastRateDto {
    const { base, quote, source, rate, derivation, via, legs, asOf } = found;
    return {
      object: 'fx_rate',
      ...{ base, quote, source, rate: rate.toFixed(), derivation, via },
      legs: legs.map(FxRateLegDto.from),
      asOf: asOf.toISOString(),
    };
  }
}

export class FxRateDto extends FxPastRateDto {
  @TextField({ description: 'Who publishes it', example: 'European Central Bank' })
  provider!: string;

  @BooleanField({
    description: 'Older than the source’s rates are good for; nothing is quoted from a stale board',
    example: false,
  })
  isStale!: boolean;

  @IntegerField({ description: 'How old it may be, in seconds', min: 1, example: 600 })
  maxAgeSeconds!: number;

  @ListField(() => FxRatePriceDto, { description: 'Reference, mark-up and client’s rate on both sides', max: 2 })
  prices!: FxRatePriceDto[];

  @ListField(() => FxRateMarkUpDto, { description: 'Mark-ups on the foreign currencies of the pair', max: 2 })
  markUps!: FxRateMarkUpDto[];

  static override from(this: void, found: DissectedRate): FxRateDto {
    const { provider, maxAgeSeconds } = rateSource(found.source);
    return {
      ...FxPastRateDto.from(found),
      provider,
      isStale: found.isStale,
      maxAgeSeconds,
      prices: found.prices.map(FxRatePriceDto.from),
      markUps: found.markUps.map(({ currency, share, source }) => ({ currency, share: share.toFixed(), source })),
    };
  }
}

export class FxPastRatePageDto extends PageOf(FxPastRateDto) {}

export class FxRateHistoryQuery extends PageQuery {
  @EnumField({
    description: 'What one unit of is priced; USD unless you say',
    values: CURRENCIES,
    optional: true,
    example: 'USD',
  })
  base?: string;

  @EnumField({
    description: 'What the price is in; CNY unless you say',
    values: CURRENCIES,
    optional: true,
    example: 'CNY',
  })
  quote?: string;

  @EnumField({
    description: 'Whose rates; the bank’s board unless you say',
    values: RATE_SOURCES,
    optional: true,
    example: 'ecb',
  })
  source?: (typeof RATE_SOURCES)[number];

  @DateField({ description: 'First day', optional: true, example: '2026-11-01' })
  from?: string;

  @DateField({ description: 'Last day', optional: true, example: '2026-11-30' })
  to?: string;

  toQuestion(now: Date): HistoryAsked {
    const { base = 'USD', quote = 'CNY', source = 'board', from = '1999-01-01', limit = 50, cursor } = this;
    const to: LocalDate = this.to ?? dateInZone(now, CHINA);
    return { base, quote, source, from, to, limit, cursor };
  }
}
