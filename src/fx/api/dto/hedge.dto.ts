import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { CalculationDto } from '../../../platform/http/calculation.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type Exposed } from '../../application/exposures/exposures.js';
import { SAY } from '../../domain/exposures/exposure.sentences.js';
import { type HedgeSuggestion } from '../../domain/exposures/hedge-suggestion.js';
import { ExposureMarketDto, ExposureQuery } from './exposure.dto.js';

const DECIMAL = /^[+-]?\d{1,4}(\.\d{1,10})?$/;

export class HedgeQuery extends ExposureQuery {
  @DecimalField({ description: 'Of what is open, as a fraction; default 1', optional: true, example: '0.8' })
  share?: string;

  @TextField({
    description:
      'Interest per year by currency, CNY among them; for every term the same. Without it there is no price, and `because` ' +
      'says so',
    optional: true,
    max: 400,
    example: 'CNY=0.0165,USD=0.0475',
  })
  interest?: string;

  /** @throws InvalidInputError */
  wish(): { readonly share: Decimal; readonly interest: ReadonlyMap<string, Decimal> } {
    const check = new InputCheck();
    const share = new Decimal(this.share ?? 1);
    check.that(share.greaterThan(0) && share.lessThanOrEqualTo(1), '?share', 'out_of_range', SAY.share_range);
    const given = this.interest === undefined ? [] : this.interest.split(',').map((text) => text.trim());
    const areRates = given.every(
      (text) => /^[A-Z]{3}=-?0?\.?\d{1,10}(\.\d{1,10})?$/.test(text) && isRate(text.slice(4)),
    );
    check.that(areRates, '?interest', 'format', SAY.interest_unreadable);
    check.done();
    return { share, interest: new Map(given.map((text) => [text.slice(0, 3), new Decimal(text.slice(4))])) };
  }
}

function isRate(text: string): boolean {
  return DECIMAL.test(text) && Math.abs(Number(text)) < 1;
}

export class HedgeSuggestionDto extends CalculationDto {
  @EnumField({
    description: '`sell`: what the buyer owes; `buy`: what the seller owes on no order',
    values: ['sell', 'buy'],
    example: 'sell',
  })
  side!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({
    description: 'The order that it would be for; null of what is owed on none',
    kind: 'order',
    nullable: true,
  })
  orderId!: string | null;

  @MoneyField({ description: 'What the market decides today, dues of the order in this currency taken off' })
  open!: MoneyJson;

  @MoneyField({ description: 'To sell or to buy ahead; zero where `because` says why not' })
  amount!: MoneyJson;

  @MoneyField({ description: 'What would stay open' })
  remaining!: MoneyJson;

  @MoneyField({
    description: 'CNY, `remaining` at the market, below zero where it goes out; null without a price',
    negative: true,
    nullable: true,
  })
  remainingValue!: MoneyJson | null;

  @EnumField({
    description: 'Why nothing is suggested',
    values: ['below_minimum', 'overdue', 'not_quoted', 'no_interest_rate'],
    nullable: true,
    example: 'below_minimum',
  })
  because!: string | null;

  @DateField({ description: 'First day of delivery' })
  from!: string;

  @DateField({ description: 'Last day of delivery; a later one than `from` is a window (择期)' })
  to!: string;

  @DecimalField({
    description: 'The bank’s buying price, of what is bought its selling price, CNY for one unit',
    nullable: true,
    example: '7.0827',
  })
  spotRate!: string | null;

  @DecimalField({ description: 'By interest parity, at the worse end of the window', nullable: true, example: '7.03' })
  forwardRate!: string | null;

  @DecimalField({ description: '`forwardRate` − `spotRate`', negative: true, nullable: true, example: '-0.0527' })
  points!: string | null;

  @MoneyField({
    description: 'CNY less than at spot today, of what is bought more; below zero the other way round',
    negative: true,
    nullable: true,
  })
  cost!: MoneyJson | null;

  @MoneyField({ description: 'CNY to be put down', nullable: true })
  deposit!: MoneyJson | null;
}

export class HedgeSuggestionsDto {
  @DateField({ description: 'Today, in China' })
  asOf!: string;

  @ObjectField(() => ExposureMarketDto, { description: 'What spot prices are taken from' })
  market!: ExposureMarketDto;

  @TextField({ description: 'What the forward prices rest on', max: 300 })
  restsOn!: string;

  @ListField(() => HedgeSuggestionDto, { description: 'By the last day of delivery', max: 500 })
  suggestions!: HedgeSuggestionDto[];

  @IntegerField({ description: 'Suggestions that are not shown' })
  leftOff!: number;

  static from({ answer, asOf, market }: Exposed<readonly HedgeSuggestion[]>, restsOn: string): HedgeSuggestionsDto {
    return {
      asOf,
      market: ExposureMarketDto.from(market),
      restsOn,
      suggestions: answer.slice(0, 500).map(suggestionDto),
      leftOff: Math.max(0, answer.length - 500),
    };
  }
}

function suggestionDto(suggestion: HedgeSuggestion): HedgeSuggestionDto {
  const { side, sellerId, orderId, open, amount, remaining, remainingValue, because, from, to, rule, steps } =
    suggestion;
  return {
    side,
    sellerId: publicId('party', sellerId),
    orderId: orderId === null ? null : publicId('order', orderId),
    open: open.toJSON(),
    amount: amount.toJSON(),
    remaining: remaining.toJSON(),
    remainingValue: remainingValue?.toJSON() ?? null,
    because,
    from,
    to,
    spotRate: suggestion.spotRate?.toFixed() ?? null,
    forwardRate: suggestion.forwardRate?.toFixed() ?? null,
    points: suggestion.points?.toFixed() ?? null,
    cost: suggestion.cost?.toJSON() ?? null,
    deposit: suggestion.deposit?.toJSON() ?? null,
    rule,
    steps: [...steps],
  };
}
