import { Global, Module } from '@nestjs/common';

import { ExchangeRates } from '../platform/exchange/exchange-rates.js';
import { PublishedExchange } from './application/rates/published-exchange.js';
import { ReferenceRates } from './application/rates/reference-rates.js';

/** Published rates for every module, by the door of the platform: none needs to know of this one. */
@Global()
@Module({
  providers: [ReferenceRates, { provide: ExchangeRates, useClass: PublishedExchange }],
  exports: [ExchangeRates],
})
export class ExchangeModule {}
