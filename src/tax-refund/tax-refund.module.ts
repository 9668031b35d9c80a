import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { TaxRefundCalculationsController } from './api/calculations.controller.js';
import { CasesController } from './api/cases.controller.js';
import { ClaimsController } from './api/claims.controller.js';
import { InvoicesController } from './api/invoices.controller.js';
import { PeriodsController } from './api/periods.controller.js';
import { ClaimReader } from './application/claim-reader.service.js';
import { Claims } from './application/claims.service.js';
import { Invoices } from './application/invoices.service.js';
import { TaxPeriods } from './application/tax-periods.service.js';
import { HttpTaxBureau } from './partners/tax-bureau.http.js';
import { TaxBureau } from './partners/tax-bureau.port.js';

/** The refund of VAT on exports: invoices, tax periods, cases and claims. */
@Module({
  imports: [ApprovalsModule, OrdersModule, PartiesModule],
  controllers: [
    InvoicesController,
    PeriodsController,
    CasesController,
    ClaimsController,
    TaxRefundCalculationsController,
  ],
  providers: [Invoices, TaxPeriods, Claims, ClaimReader, { provide: TaxBureau, useClass: HttpTaxBureau }],
})
export class TaxRefundModule {}
