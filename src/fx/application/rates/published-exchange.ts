import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { type View } from '../../../platform/database/session.js';
import { type ExchangeRate, ExchangeRates } from '../../../platform/exchange/exchange-rates.js';
import { ReferenceRates } from './reference-rates.js';

/** The published rates, for other modules: middle rates first, then those of the European Central Bank. */
@Injectable()
export class PublishedExchange extends ExchangeRates {
  constructor(private readonly references: ReferenceRates) {
    super();
  }

  async ratesTo(view: View, quote: Currency, currencies: readonly Currency[], at: Date): Promise<ExchangeRate[]> {
    if (currencies.length === 0) return [];
    const found = await this.references.findEach(view, { quote, bases: currencies, at });
    return found
      .filter(({ isStale }) => !isStale)
      .map(({ base, rate, source, asOf }) => ({ currency: base, rate, source, asOf }));
  }
}
