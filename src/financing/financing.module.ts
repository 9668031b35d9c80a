import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { AdvancesController } from './api/advances.controller.js';
import { FinancingCalculationsController } from './api/calculations.controller.js';
import { CashFlowsController } from './api/cash-flows.controller.js';
import { CreditLimitsController } from './api/credit-limits.controller.js';
import { WriteOffsController } from './api/write-offs.controller.js';
import { WriteOffs } from './application/write-offs/write-offs.service.js';
import { AgreementsController } from './api/agreements.controller.js';
import { ExtensionsController } from './api/extensions.controller.js';
import { GuaranteeCallsController } from './api/guarantee-calls.controller.js';
import { GuaranteeGroupsController } from './api/guarantee-groups.controller.js';
import { GuaranteeLivesController } from './api/guarantee-lives.controller.js';
import { AssignmentsController } from './api/insurance/assignments.controller.js';
import { BuyerLimitsController } from './api/insurance/buyer-limits.controller.js';
import { InsuranceClaimsController } from './api/insurance/insurance-claims.controller.js';
import { InsurancePoliciesController } from './api/insurance/insurance-policies.controller.js';
import { ShipmentDeclarationsController } from './api/insurance/shipment-declarations.controller.js';
import { Assignments } from './application/assignment/assignments.service.js';
import { BuyerLimits } from './application/insurance/buyer-limits.service.js';
import { InsuranceClaims } from './application/insurance/insurance-claims.service.js';
import { InsurancePolicies } from './application/insurance/insurance-policies.service.js';
import { ShipmentDeclarations } from './application/insurance/shipment-declarations.service.js';
import { WarehouseReceiptsController } from './api/stock/warehouse-receipts.controller.js';
import { WarehouseReceipts } from './application/stock/warehouse-receipts.service.js';
import { DisputesController } from './api/disputes.controller.js';
import { ScreeningsController } from './api/screenings.controller.js';
import { Disputes } from './application/disputes/disputes.service.js';
import { Screenings } from './application/screening/screenings.service.js';
import { LoanStatementsController } from './api/loan-statements.controller.js';
import { LenderConsentsController } from './api/lender-consents.controller.js';
import { LenderCovenantsController } from './api/lender-covenants.controller.js';
import { LenderLoansController } from './api/lender-loans.controller.js';
import { ReceivedConsentsController } from './api/received-consents.controller.js';
import { PledgesController } from './api/pledges.controller.js';
import { ProductsController } from './api/products.controller.js';
import { ScoresController } from './api/scores.controller.js';
import { TermsController } from './api/terms.controller.js';
import { Accruals } from './application/accrual/accruals.service.js';
import { LoanStatements } from './application/accrual/loan-statements.js';
import { Agreements } from './application/agreement/agreements.service.js';
import { Advances } from './application/advances.service.js';
import { LoanGrounds } from './application/loan-grounds.js';
import { LoanRequests } from './application/loan-requests.service.js';
import { CashFlows } from './application/cash-flows.service.js';
import { EarlyRepayments } from './application/early-repayments.service.js';
import { Extensions } from './application/extensions.service.js';
import { CallRounds } from './application/guarantee/call-rounds.js';
import { GuaranteeCalls } from './application/guarantee/guarantee-calls.service.js';
import { GuaranteeDraws } from './application/guarantee/guarantee-draws.service.js';
import { GuaranteeEndings } from './application/guarantee/guarantee-endings.service.js';
import { GuaranteeGroups } from './application/guarantee/guarantee-groups.service.js';
import { GuaranteeSimulations } from './application/guarantee/guarantee-simulation.js';
import { RecourseClaims } from './application/guarantee/recourse-claims.service.js';
import { LenderConsents } from './application/lender/lender-consents.service.js';
import { LenderCovenants } from './application/lender/lender-covenants.service.js';
import { LenderLoans } from './application/lender/lender-loans.service.js';
import { LenderPortfolios } from './application/lender/lender-portfolios.service.js';
import { LenderTapes } from './application/lender/lender-tapes.service.js';
import { CreditLimits } from './application/limits/credit-limits.service.js';
import { Pledges } from './application/pledges.service.js';
import { Repayments } from './application/repayments.service.js';
import { Scores } from './application/scores/scores.service.js';
import { Waterfalls } from './application/waterfalls.service.js';

/** Financing: advances on refunds, limits, the waterfall of every receipt, and groups that guarantee for one another. */
@Module({
  imports: [ApprovalsModule, OrdersModule, LedgerModule, PartiesModule],
  controllers: [
    AdvancesController,
    LoanStatementsController,
    ExtensionsController,
    AgreementsController,
    WriteOffsController,
    TermsController,
    CashFlowsController,
    ProductsController,
    PledgesController,
    ScoresController,
    CreditLimitsController,
    GuaranteeGroupsController,
    GuaranteeLivesController,
    GuaranteeCallsController,
    FinancingCalculationsController,
    LenderConsentsController,
    ReceivedConsentsController,
    LenderCovenantsController,
    LenderLoansController,
    InsurancePoliciesController,
    BuyerLimitsController,
    ShipmentDeclarationsController,
    InsuranceClaimsController,
    AssignmentsController,
    WarehouseReceiptsController,
    DisputesController,
    ScreeningsController,
  ],
  providers: [
    Pledges,
    Accruals,
    LoanGrounds,
    Advances,
    LoanRequests,
    Repayments,
    EarlyRepayments,
    Extensions,
    Agreements,
    WriteOffs,
    LoanStatements,
    Waterfalls,
    CashFlows,
    Scores,
    CreditLimits,
    GuaranteeGroups,
    GuaranteeEndings,
    GuaranteeDraws,
    GuaranteeSimulations,
    GuaranteeCalls,
    CallRounds,
    RecourseClaims,
    LenderConsents,
    LenderCovenants,
    LenderLoans,
    LenderPortfolios,
    LenderTapes,
    InsurancePolicies,
    BuyerLimits,
    ShipmentDeclarations,
    InsuranceClaims,
    Assignments,
    WarehouseReceipts,
    Disputes,
    Screenings,
  ],
})
export class FinancingModule {}
