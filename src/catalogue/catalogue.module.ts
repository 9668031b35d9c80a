import { Module } from '@nestjs/common';

import { CatalogueCalculationsController } from './api/calculations.controller.js';
import { IdentifiersController } from './api/identifiers.controller.js';
import { RefundRatesController } from './api/refund-rates.controller.js';
import { Catalogue } from './application/catalogue.js';

/** Effective-dated reference data: refund rates, and the checks of codes and numbers. */
@Module({
  controllers: [CatalogueCalculationsController, IdentifiersController, RefundRatesController],
  providers: [Catalogue],
  exports: [Catalogue],
})
export class CatalogueModule {}
