import { InputCheck } from '../../../kernel/input-check.js';
import { parseId, parseOptionalId, publicId } from '../../../kernel/ids.js';
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
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type ForwardWish } from '../../application/forwards/forward-quotes.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { FORWARD_QUOTE, type Purpose, PURPOSES } from '../../domain/forwards/forward-quote-status.js';
import { type Side } from '../../domain/conversions/rate-bound.js';
import { type ForwardQuote } from '../../entities/forward-quote.entity.js';
import { ExplanationDto } from './explanation.dto.js';

const SIDES = ['sell', 'buy'] as const;
const QUOTE_STATES = ['open', 'used', 'expired'] as const;

export class ForwardQuoteRequest {
  @EnumField({
    description:
      '`new`: a contract; `rollover`: another last day for one (展期); `close_out`: its end before its day (平仓)',
    values: PURPOSES,
    example: 'new',
  })
  purpose!: Purpose;

  @EnumField({
    description:
      '`sell`: the order’s currency is sold (远期结汇), which is so unless said; `buy`: a currency that its seller owes on it is ' +
      'bought (远期购汇). With `new`',
    values: SIDES,
    optional: true,
    example: 'sell',
  })
  side?: Side;

  @IdField({
    description: 'The order whose currency is sold, or on which it is owed; with `new`',
    kind: 'order',
    optional: true,
  })
  orderId?: string;

  @IdField({
    description:
      'Instead of an order, with `new` and `side` `buy`: the seller, of what it owes on no order, such as charges of its bank',
    kind: 'party',
    optional: true,
  })
  sellerId?: string;

  @IdField({ description: 'The contract; with `rollover` and `close_out`', kind: 'forward', optional: true })
  forwardId?: string;

  @MoneyField({
    description:
      'What is sold, in the order’s currency, or bought, in one that is owed; else the part that ends: all that is open unless said',
    positive: true,
    optional: true,
  })
  amount?: MoneyJson;

  @DateField({
    description: 'First day of a window in which the seller chooses (择期); without it `dueOn` is the only day',
    optional: true,
    example: '2027-02-18',
  })
  startsOn?: string;

  @DateField({
    description: 'Last day of delivery, worked in the centres of both currencies; not with `close_out`',
    optional: true,
    example: '2027-02-26',
  })
  dueOn?: string;

  /** @throws InvalidInputError unless what its purpose takes is given, and nothing else */
  toWish(): ForwardWish {
    const { purpose, side, orderId, sellerId, forwardId, amount, startsOn, dueOn } = this;
    const check = new InputCheck();
    if (purpose === 'new') {
      if (sellerId === undefined) check.required(orderId, '/orderId');
      else check.that(orderId === undefined, '/sellerId', 'not_applicable', SAY.one_of_two);
      check.that(sellerId === undefined || side === 'buy', '/side', 'required', SAY.buys_only);
      check.required(amount, '/amount');
      check.absent(forwardId, '/forwardId', 'new');
    } else {
      check.required(forwardId, '/forwardId');
      check.absent(orderId, '/orderId', purpose);
      check.absent(sellerId, '/sellerId', purpose);
      check.absent(side, '/side', purpose);
    }
    if (purpose === 'close_out') {
      check.absent(startsOn, '/startsOn', purpose);
      check.absent(dueOn, '/dueOn', purpose);
    } else {
      check.required(dueOn, '/dueOn');
    }
    check.done();
    const money = amount === undefined ? null : Money.fromJSON(amount);
    const days = { startsOn: startsOn ?? dueOn ?? '', dueOn: dueOn ?? '' };
    if (purpose === 'new') {
      const of = {
        orderId: parseOptionalId('order', orderId) ?? null,
        partyId: parseOptionalId('party', sellerId) ?? null,
      };
      return { purpose, side: side ?? 'sell', ...of, amount: money ?? Money.zero('CNY'), days };
    }
    const contract = parseId('forward', forwardId ?? '');
    if (purpose === 'rollover') return { purpose, forwardId: contract, amount: money, days };
    return { purpose, forwardId: contract, amount: money };
  }
}

export class CurveUseDto {
  @TextField({ description: 'Currency', max: 3, example: 'USD' })
  currency!: string;

  @DateField({ description: 'The day that the curve is of', example: '2026-11-24' })
  asOf!: string;

  @TextField({ description: 'Where it is from', max: 200, example: 'Bank, indicative' })
  source!: string;
}

export class ForwardQuoteDto {
  @IdField({ description: 'Id of the quote', kind: 'forwardQuote' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['forward_quote'], example: 'forward_quote' })
  object!: 'forward_quote';

  @EnumField({ description: 'What it is for', values: PURPOSES, example: 'new' })
  purpose!: Purpose;

  @EnumField({ description: 'What the contract does: `sell` or `buy` the currency', values: SIDES, example: 'sell' })
  side!: Side;

  @EnumField({
    description: 'It is accepted once, and not after it has expired',
    values: QUOTE_STATES,
    example: 'open',
  })
  state!: (typeof QUOTE_STATES)[number];

  @TextListField({
    description: 'Commands that can be given now',
    values: FORWARD_QUOTE.commands,
    max: 5,
    maxLength: 40,
  })
  allowedActions!: string[];

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The order; null of what is owed on none', kind: 'order', nullable: true })
  orderId!: string | null;

  @IdField({ description: 'The contract that it ends a part of', kind: 'forward', nullable: true })
  forwardId!: string | null;

  @MoneyField({ description: 'How much' })
  amount!: MoneyJson;

  @DateField({ description: 'First day of delivery of the new contract', nullable: true, example: '2027-02-26' })
  startsOn!: string | null;

  @DateField({ description: 'Last day of delivery of the new contract', nullable: true, example: '2027-02-26' })
  dueOn!: string | null;

  @DecimalField({ description: 'Of the new contract: CNY for `unit`', nullable: true, example: '703.6' })
  rate!: string | null;

  @DecimalField({ description: 'The bank’s, before the spread', nullable: true, example: '704.31' })
  bankRate!: string | null;

  @DecimalField({
    description: 'The bank’s forward rate less its spot rate, CNY for 1 unit: 0.0001 is a pip',
    nullable: true,
    negative: true,
    example: '-0.0381',
  })
  swapPoints!: string | null;

  @MoneyField({ description: 'What would be held of the seller’s CNY', nullable: true })
  deposit!: MoneyJson | null;

  @DecimalField({
    description: 'The market rate at which the old contract is bought back',
    nullable: true,
    example: '711.2',
  })
  closeRate!: string | null;

  @MoneyField({ description: 'What the seller gets for that; below zero it pays', nullable: true })
  result!: MoneyJson | null;

  @DecimalField({ description: 'As Chinese boards quote', example: '100' })
  unit!: string;

  @ListField(() => CurveUseDto, { description: 'The interest curves that it was priced from', max: 2 })
  curves!: CurveUseDto[];

  @InstantField({ description: 'Time of the bank’s board', example: '2026-11-24T08:00:00.000Z' })
  boardAsOf!: string;

  @InstantField({ description: 'Until when it holds', example: '2026-11-24T08:00:30.000Z' })
  expiresAt!: string;

  @ObjectField(() => ExplanationDto, { description: 'How the price was worked out' })
  explanation!: ExplanationDto;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was given', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  static from(this: void, quote: ForwardQuote, now: Date): ForwardQuoteDto {
    const state = quote.state === 'open' && quote.isExpired(now) ? 'expired' : quote.state;
    return {
      id: publicId('forwardQuote', quote.id),
      object: 'forward_quote',
      purpose: quote.purpose,
      side: quote.side,
      state,
      allowedActions: state === 'expired' ? [] : FORWARD_QUOTE.allowedActions(state),
      sellerId: publicId('party', quote.partyId),
      orderId: quote.orderId === null ? null : publicId('order', quote.orderId),
      forwardId: quote.forwardId === null ? null : publicId('forward', quote.forwardId),
      amount: quote.amount.toJSON(),
      startsOn: quote.startsOn,
      dueOn: quote.dueOn,
      rate: quote.rate?.toFixed() ?? null,
      bankRate: quote.bankRate?.toFixed() ?? null,
      swapPoints: quote.swapPoints?.toFixed() ?? null,
      deposit: quote.deposit?.toJSON() ?? null,
      closeRate: quote.closeRate?.toFixed() ?? null,
      result: quote.result?.toJSON() ?? null,
      unit: quote.unit.toFixed(),
      curves: [...quote.curves],
      boardAsOf: quote.boardAsOf.toISOString(),
      expiresAt: quote.expiresAt.toISOString(),
      explanation: ExplanationDto.from(quote.explanation),
      version: quote.version,
      createdAt: quote.createdAt.toISOString(),
    };
  }
}
