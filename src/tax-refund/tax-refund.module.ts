import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BatchQueue } from '../platform/bulk/batch-queue.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { AgencyAgreementsController } from './api/agency-agreements.controller.js';
import { AgencyPolicyController } from './api/agency-policy.controller.js';
import { TaxRefundCalculationsController } from './api/calculations.controller.js';
import { CasesController } from './api/cases.controller.js';
import { ClaimsController } from './api/claims.controller.js';
import { InvoicePolicyController } from './api/invoice-policy.controller.js';
import { InvoicesController } from './api/invoices.controller.js';
import { MatchRulesController } from './api/match-rules.controller.js';
import { MatchRunsController } from './api/match-runs.controller.js';
import { PeriodsController } from './api/periods.controller.js';
import { PreMatchesController } from './api/pre-matches.controller.js';
import { AgencyAgreements } from './application/agency-agreements.service.js';
import { AgencyGate } from './application/agency-gate.service.js';
import { AgencyPolicies } from './application/agency-policies.service.js';
import { AgencyReader } from './application/agency-reader.service.js';
import { ClaimReader } from './application/claim-reader.service.js';
import { Claims } from './application/claims.service.js';
import { InvoicePolicies } from './application/invoice-policies.service.js';
import { Invoices } from './application/invoices.service.js';
import { MatchRuleBook } from './application/match-rules.service.js';
import { MatchRuns } from './application/match-runs.service.js';
import { MatchUploads } from './application/match-uploads.service.js';
import { PreMatching } from './application/pre-matching.service.js';
import { RedLetters } from './application/red-letters.service.js';
import { TaxPeriods } from './application/tax-periods.service.js';
import { HttpTaxBureau } from './partners/tax-bureau.http.js';
import { TaxBureau } from './partners/tax-bureau.port.js';

/** The refund of VAT on exports: invoices, tax periods, cases and claims. */
@Module({
  imports: [ApprovalsModule, CatalogueModule, OrdersModule, PartiesModule],
  controllers: [
    InvoicesController,
    InvoicePolicyController,
    PeriodsController,
    CasesController,
    ClaimsController,
    AgencyAgreementsController,
    AgencyPolicyController,
    TaxRefundCalculationsController,
    MatchRulesController,
    PreMatchesController,
    MatchRunsController,
  ],
  providers: [
    Invoices,
    InvoicePolicies,
    RedLetters,
    TaxPeriods,
    Claims,
    ClaimReader,
    AgencyGate,
    AgencyAgreements,
    AgencyReader,
    AgencyPolicies,
    MatchRuleBook,
    PreMatching,
    MatchRuns,
    MatchUploads,
    BatchQueue,
    StreamedOperations,
    { provide: TaxBureau, useClass: HttpTaxBureau },
  ],
})
export class TaxRefundModule {}
