import { Injectable } from '@nestjs/common';

import { type Decimal } from '../../../kernel/decimal.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type View } from '../../../platform/database/session.js';
import { SAY } from '../../domain/exposures/exposure.sentences.js';
import { type InterestOf } from '../../domain/exposures/hedge-suggestion.js';

export interface HedgeBasis {
  readonly restsOn: Sentence;
  readonly terms: { readonly interestOf: InterestOf };
}

/** What forward prices of suggestions rest on: rates of the caller’s own. */
@Injectable()
export class HedgeInterest {
  of(_view: View, given: ReadonlyMap<string, Decimal>): Promise<HedgeBasis> {
    const interestOf: InterestOf = (currency) => given.get(currency) ?? null;
    return Promise.resolve({ restsOn: SAY.rests_on_given, terms: { interestOf } });
  }
}
