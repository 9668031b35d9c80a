import { CURRENCIES } from '../../../kernel/currency.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { parseId, publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type QuoteRequest } from '../../application/conversions/quotes.js';
import { type QuoteLeg } from '../../domain/conversions/quote-leg.js';
import { HOME, type QuoteSide, type Wish } from '../../domain/conversions/price-quote.js';
import { FX_QUOTE } from '../../domain/conversions/quote-status.js';
import { type Tenor, TENORS } from '../../domain/value-dates/cut-offs.js';
import { type Quote } from '../../entities/quote.entity.js';
import { ExplanationDto } from './explanation.dto.js';

const QUOTE_STATES = ['open', 'used', 'expired'] as const;
const LOCK_SECONDS_MAX = 600;

export class QuoteRequestDto {
  @MoneyField({ description: 'What is sold, exactly; or else give `buy`', positive: true, optional: true })
  sell?: MoneyJson;

  @MoneyField({ description: 'What is bought, exactly; or else give `sell`', positive: true, optional: true })
  buy?: MoneyJson;

  @EnumField({ description: 'Goes with `sell`; CNY unless said', values: CURRENCIES, optional: true, example: 'CNY' })
  buyCurrency?: string;

  @EnumField({ description: 'Goes with `buy`; CNY unless said', values: CURRENCIES, optional: true, example: 'USD' })
  sellCurrency?: string;

  @IdField({ description: 'The order whose money is sold', kind: 'order', optional: true })
  orderId?: string;

  @IdField({ description: 'The seller whose money it is, where no order is named', kind: 'party', optional: true })
  sellerId?: string;

  @IntegerField({
    description: 'How long it should hold; the platform’s own rule unless said',
    min: 1,
    max: LOCK_SECONDS_MAX,
    optional: true,
    example: 60,
  })
  lockSeconds?: number;

  @EnumField({
    description:
      'Value today, tomorrow, or on the second working day; the money moves on that day. Without it the bank exchanges at its ' +
      'counter, at once, on any day',
    values: TENORS,
    optional: true,
    example: 'spot',
  })
  tenor?: Tenor;

  /** @throws InvalidInputError unless exactly one amount and its counter-currency are given, and somebody's money is named */
  toRequest(): QuoteRequest {
    const { sell, buy, buyCurrency, sellCurrency, orderId, sellerId, lockSeconds, tenor } = this;
    const check = new InputCheck();
    if (sell === undefined) check.required(buy, '/sell');
    else check.absent(buy, '/buy', 'sell');
    if (sell !== undefined) check.absent(sellCurrency, '/sellCurrency', 'sell');
    else if (buy !== undefined) check.absent(buyCurrency, '/buyCurrency', 'buy');
    if (sellerId === undefined) check.required(orderId, '/orderId');
    check.done();
    return {
      wish: wishOf(sell, buy, sell === undefined ? (sellCurrency ?? HOME) : (buyCurrency ?? HOME)),
      orderId: orderId === undefined ? null : parseId('order', orderId),
      partyId: sellerId === undefined ? null : parseId('party', sellerId),
      lockSeconds,
      tenor,
    };
  }
}

function wishOf(sell: MoneyJson | undefined, buy: MoneyJson | undefined, counterCurrency: string): Wish {
  if (sell !== undefined) return { fixed: 'sell', amount: Money.fromJSON(sell), buyCurrency: counterCurrency };
  const amount = buy === undefined ? Money.zero(HOME) : Money.fromJSON(buy);
  return { fixed: 'buy', amount, sellCurrency: counterCurrency };
}

export class QuoteLegDto {
  @EnumField({
    description: '`sell`: what is sold, into CNY; `buy`: what is bought, out of CNY',
    values: ['sell', 'buy'],
    example: 'sell',
  })
  side!: 'sell' | 'buy';

  @MoneyField({ description: 'What is sold or bought' })
  amount!: MoneyJson;

  @DecimalField({ description: 'CNY for `unit`', example: '707.41188' })
  rate!: string;

  @DecimalField({ description: 'The bank’s own price, before the mark-up', example: '708.12' })
  boardRate!: string;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @MoneyField({ description: 'What it comes to in CNY, which nobody pays' })
  worth!: MoneyJson;

  static from(this: void, { side, amount, rate, boardRate, unit, worth }: QuoteLeg): QuoteLegDto {
    const rates = { rate: rate.toFixed(), boardRate: boardRate.toFixed(), unit: unit.toFixed() };
    return { side, amount: amount.toJSON(), ...rates, worth: worth.toJSON() };
  }
}

export class QuoteDto {
  @IdField({ description: 'Id of the quote', kind: 'fxQuote' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['fx_quote'], example: 'fx_quote' })
  object!: 'fx_quote';

  @EnumField({
    description: 'A quote converts once, and not after it has expired',
    values: QUOTE_STATES,
    example: 'open',
  })
  state!: (typeof QUOTE_STATES)[number];

  @TextListField({ description: 'Commands that can be given now', values: FX_QUOTE.commands, max: 5, maxLength: 40 })
  allowedActions!: string[];

  @IdField({ description: 'The seller whose money it is', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The order it is for', kind: 'order', nullable: true })
  orderId!: string | null;

  @EnumField({
    description:
      '`sell`: foreign currency into CNY (结汇); `buy`: CNY into foreign currency (购汇); `cross`: one foreign currency into ' +
      'another (外汇买卖)',
    values: ['sell', 'buy', 'cross'],
    example: 'sell',
  })
  side!: QuoteSide;

  @MoneyField({ description: 'What is sold' })
  sell!: MoneyJson;

  @MoneyField({ description: 'What is bought' })
  buy!: MoneyJson;

  @DecimalField({
    description: 'CNY for `unit` of the foreign currency; with `cross` what is bought for `unit` of what is sold',
    example: '707.41188',
  })
  rate!: string;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @DecimalField({ description: 'The bank’s own price, before the spread', example: '708.12' })
  boardRate!: string;

  @ListField(() => QuoteLegDto, { description: 'With `cross`: both halves, by way of CNY; else none', max: 2 })
  legs!: QuoteLegDto[];

  @InstantField({ description: 'Time of the bank’s board', example: '2026-11-24T08:00:00.000Z' })
  boardAsOf!: string;

  @EnumField({
    description: 'As asked; null: at the bank’s counter, at once',
    values: TENORS,
    nullable: true,
    example: 'spot',
  })
  tenor!: string | null;

  @DateField({
    description: 'Day on which both currencies change hands; null of quotes from before there were value dates',
    nullable: true,
    example: '2026-11-26',
  })
  valueDate!: string | null;

  @InstantField({ description: 'Until when it holds', example: '2026-11-24T08:01:00.000Z' })
  expiresAt!: string;

  @ObjectField(() => ExplanationDto, { description: 'How the price was worked out' })
  explanation!: ExplanationDto;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was given', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  static from(this: void, quote: Quote, now: Date): QuoteDto {
    const state = quote.state === 'open' && quote.isExpired(now) ? 'expired' : quote.state;
    return {
      id: publicId('fxQuote', quote.id),
      object: 'fx_quote',
      state,
      allowedActions: state === 'expired' ? [] : FX_QUOTE.allowedActions(state),
      sellerId: publicId('party', quote.partyId),
      orderId: quote.orderId === null ? null : publicId('order', quote.orderId),
      side: quote.side,
      sell: quote.sell.toJSON(),
      buy: quote.buy.toJSON(),
      rate: quote.rate.toFixed(),
      unit: quote.unit.toFixed(),
      boardRate: quote.boardRate.toFixed(),
      legs: quote.legs.map(QuoteLegDto.from),
      boardAsOf: quote.boardAsOf.toISOString(),
      tenor: quote.tenor,
      valueDate: quote.valueDate,
      expiresAt: quote.expiresAt.toISOString(),
      explanation: ExplanationDto.from(quote.explanation),
      version: quote.version,
      createdAt: quote.createdAt.toISOString(),
    };
  }
}
