import { type CalculationStep } from '../../../kernel/calculation.js';
import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { CalculationStepDto } from '../../../platform/http/calculation.js';
import {
  DecimalField,
  EnumField,
  IdField,
  ListField,
  MoneyField,
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

/** What a collection may pay for: as `shares` of a match it is taken up. */
export class SuggestionDto {
  @EnumField({ description: 'What speaks for it', values: MATCH_GROUNDS, example: 'instalment' })
  ground!: MatchGround;

  @DecimalField({ description: 'How sure it is, from 0 to 1', example: '0.75' })
  confidence!: string;

  @ListField(() => SuggestedShareDto, { description: 'The orders, and how much for each', max: 100 })
  shares!: SuggestedShareDto[];

  @MoneyField({ description: 'What would be left' })
  surplus!: MoneyJson;

  @TextListField({ description: 'What to look at first', values: MATCH_FLAGS, max: 10, maxLength: 40 })
  flags!: string[];

  @ListField(() => CalculationStepDto, { description: 'What was found', max: 200 })
  steps!: CalculationStep[];

  static from(this: void, { ground, confidence, shares, surplus, flags, steps }: Suggestion): SuggestionDto {
    return {
      ground,
      confidence: confidence.toFixed(2),
      shares: shares.map(({ orderId, amount }) => ({ orderId: publicId('order', orderId), amount: amount.toJSON() })),
      surplus: surplus.toJSON(),
      flags: [...flags],
      steps: [...steps],
    };
  }
}
