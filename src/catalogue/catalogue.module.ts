import { Module } from '@nestjs/common';

import { CatalogueCalculationsController } from './api/calculations.controller.js';
import { IdentifiersController } from './api/identifiers.controller.js';
import { HsCodesController } from './api/hs-codes.controller.js';
import { RefundRatesController } from './api/refund-rates.controller.js';
import { TaxClassificationsController } from './api/tax-classifications.controller.js';
import { ApprovedProducts } from './application/approved-products.js';
import { Catalogue } from './application/catalogue.js';
import { Reference } from './application/reference.js';
import { RefundLibrary } from './application/refund-library.js';
import { TaxClassifications } from './application/tax-classifications.js';

/** Effective-dated reference data: HS codes and refund rates; and the checks of codes and numbers. */
@Module({
  controllers: [
    CatalogueCalculationsController,
    HsCodesController,
    IdentifiersController,
    RefundRatesController,
    TaxClassificationsController,
  ],
  providers: [ApprovedProducts, Catalogue, Reference, RefundLibrary, TaxClassifications],
  exports: [ApprovedProducts, Catalogue, Reference, RefundLibrary, TaxClassifications],
})
export class CatalogueModule {}
