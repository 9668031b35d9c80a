import { type CalculationStep } from '../../../kernel/calculation.js';
import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { CalculationStepDto } from '../../../platform/http/calculation.js';
import {
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  ListField,
  MoneyField,
  ObjectField,
  TextListField,
} from '../../../platform/http/fields.js';
import { MATCH_FLAGS, type Suggestion } from '../../domain/collections/match-collection.js';
import { MATCH_GROUNDS, type MatchGround } from '../../domain/collections/match-terms.js';

export class SuggestedShareDto {
  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;

  @MoneyField({ description: 'So much of the collection' })
  amount!: MoneyJson;
}

export class OtherCurrencyDto {
  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;

  @MoneyField({ description: 'What the money is worth in the currency of the order' })
  worth!: MoneyJson;

  @DecimalField({ description: 'Of that currency for 1 unit of the collection’s', example: '1.0834' })
  rate!: string;

  @InstantField({
    description: 'When the board said so: the last of the day of booking',
    example: '2026-11-24T08:00:00.000Z',
  })
  rateAsOf!: string;
}

/** What a collection may pay for: as `shares` of a match it is taken up. */
export class SuggestionDto {
  @EnumField({ description: 'What speaks for it', values: MATCH_GROUNDS, example: 'instalment' })
  ground!: MatchGround;

  @DecimalField({ description: 'How sure it is, from 0 to 1', example: '0.75' })
  confidence!: string;

  @ListField(() => SuggestedShareDto, {
    description: 'The orders, and how much for each; none where the order is in another currency',
    max: 100,
  })
  shares!: SuggestedShareDto[];

  @MoneyField({ description: 'What would be left' })
  surplus!: MoneyJson;

  @TextListField({ description: 'What to look at first', values: MATCH_FLAGS, max: 10, maxLength: 40 })
  flags!: string[];

  @ListField(() => CalculationStepDto, { description: 'What was found', max: 200 })
  steps!: CalculationStep[];

  @ObjectField(() => OtherCurrencyDto, {
    description: 'An order in another currency, which no share can be given; null of all others',
    nullable: true,
  })
  otherCurrency!: OtherCurrencyDto | null;

  static from(
    this: void,
    { ground, confidence, shares, surplus, flags, steps, otherCurrency }: Suggestion,
  ): SuggestionDto {
    return {
      ground,
      confidence: confidence.toFixed(2),
      shares: shares.map(({ orderId, amount }) => ({ orderId: publicId('order', orderId), amount: amount.toJSON() })),
      surplus: surplus.toJSON(),
      flags: [...flags],
      steps: [...steps],
      otherCurrency: otherCurrency === undefined ? null : otherCurrencyOf(otherCurrency),
    };
  }
}

function otherCurrencyOf({ orderId, worth, rate, asOf }: NonNullable<Suggestion['otherCurrency']>): OtherCurrencyDto {
  return {
    orderId: publicId('order', orderId),
    worth: worth.toJSON(),
    rate: rate.toDecimalPlaces(8).toFixed(),
    rateAsOf: asOf.toISOString(),
  };
}
