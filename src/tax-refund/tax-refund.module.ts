import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { BulkModule } from '../platform/bulk/bulk.module.js';
import { AgencyCertificatesController } from './api/agency-certificates.controller.js';
import { AbnormalEntriesController } from './api/abnormal-entries.controller.js';
import { AbnormalListsController } from './api/abnormal-lists.controller.js';
import { AgencyAgreementsController } from './api/agency-agreements.controller.js';
import { AgencyStandingController } from './api/agency-standing.controller.js';
import { AgencyPolicyController } from './api/agency-policy.controller.js';
import { TaxRefundCalculationsController } from './api/calculations.controller.js';
import { CasesController } from './api/cases.controller.js';
import { ClaimLifeController } from './api/claim-life.controller.js';
import { ClaimsController } from './api/claims.controller.js';
import { CorrectionsController } from './api/corrections.controller.js';
import { DeclarationImportsController } from './api/declaration-imports.controller.js';
import { DeclarationTablesController } from './api/declaration-tables.controller.js';
import { DeadlineFeedController } from './api/deadline-feed.controller.js';
import { DeadlineSubscriptionsController } from './api/deadline-subscriptions.controller.js';
import { DeadlinesController } from './api/deadlines.controller.js';
import { EvidenceDocumentsController } from './api/evidence-documents.controller.js';
import { EvidencePacksController } from './api/evidence-packs.controller.js';
import { EvidenceVerificationsController } from './api/evidence-verifications.controller.js';
import { EInvoicesController } from './api/e-invoices.controller.js';
import { FilingBatchesController } from './api/filing-batches.controller.js';
import { FilingPolicyController } from './api/filing-policy.controller.js';
import { InvoiceImportsController } from './api/invoice-imports.controller.js';
import { InvoiceIssuersController } from './api/invoice-issuers.controller.js';
import { InvoicePolicyController } from './api/invoice-policy.controller.js';
import { InvoicesController } from './api/invoices.controller.js';
import { MatchRulesController } from './api/match-rules.controller.js';
import { MatchRunsController } from './api/match-runs.controller.js';
import { PeriodsController } from './api/periods.controller.js';
import { PreMatchesController } from './api/pre-matches.controller.js';
import { EligibilityController } from './api/eligibility.controller.js';
import { RateChangesController } from './api/rate-changes.controller.js';
import { RefundMoneyController } from './api/refund-money.controller.js';
import { SettlementsController } from './api/settlements.controller.js';
import { RatesController } from './api/rates.controller.js';
import { AbnormalLists } from './application/abnormal-lists.service.js';
import { AgencyAgreements } from './application/agency-agreements.service.js';
import { AgencyCertificates } from './application/agency-certificates.service.js';
import { AgencyDutyBook } from './application/agency-duties.service.js';
import { AgencyGate } from './application/agency-gate.service.js';
import { AgencyPolicies } from './application/agency-policies.service.js';
import { AgencyReader } from './application/agency-reader.service.js';
import { BatchGathering } from './application/batch-gathering.service.js';
import { CertificateReader } from './application/certificate-reader.service.js';
import { ClaimAnswers } from './application/claim-answers.service.js';
import { ClaimBooks } from './application/claim-books.js';
import { ClaimMessages } from './application/claim-messages.service.js';
import { ClaimReader } from './application/claim-reader.service.js';
import { Claims } from './application/claims.service.js';
import { Clawbacks } from './application/clawbacks.service.js';
import {
  ConsumptionTaxVouchersController,
  ConsumptionTaxWaiversController,
} from './api/consumption-tax-vouchers.controller.js';
import { ConsumptionTaxVouchers } from './application/consumption-tax-vouchers.service.js';
import { Corrections } from './application/corrections.service.js';
import { DeclarationImports } from './application/declaration-imports.service.js';
import { DeclarationPlaces } from './application/declaration-places.service.js';
import { DeclarationSummaries } from './application/declaration-summaries.service.js';
import { DeclarationTables } from './application/declaration-tables.service.js';
import { DeclarationUploads } from './application/declaration-uploads.service.js';
import { DeadlineCalendar } from './application/deadline-calendar.js';
import { DeadlineFeeds } from './application/deadline-feed.service.js';
import { DeadlineSubscriptions } from './application/deadline-subscriptions.service.js';
import { DeadlineReader } from './application/deadline-reader.service.js';
import { Evidence } from './application/evidence.service.js';
import { EvidenceReader } from './application/evidence-reader.service.js';
import { FilingBatchReader } from './application/filing-batch-reader.service.js';
import { FilingBatches } from './application/filing-batches.service.js';
import { FilingPolicies } from './application/filing-policies.service.js';
import { EvidenceVerifier } from './application/evidence-verifier.service.js';
import { EInvoices } from './application/e-invoices.service.js';
import { InvoiceChecks } from './application/invoice-checks.service.js';
import { InvoiceImports } from './application/invoice-imports.service.js';
import { InvoiceIssuers } from './application/invoice-issuers.service.js';
import { IssuerFindings } from './application/issuer-findings.service.js';
import { InvoicePolicies } from './application/invoice-policies.service.js';
import { Eligibilities } from './application/eligibilities.service.js';
import { Invoices } from './application/invoices.service.js';
import { MatchRuleBook } from './application/match-rules.service.js';
import { MatchRuns } from './application/match-runs.service.js';
import { MatchUploads } from './application/match-uploads.service.js';
import { PreMatching } from './application/pre-matching.service.js';
import { RedLetterCorrections } from './application/red-letter-corrections.service.js';
import { RedLetters } from './application/red-letters.service.js';
import { OverseasSettlements } from './application/overseas-settlements.service.js';
import { PeriodOutcomes } from './application/period-outcomes.service.js';
import { RefundMoney } from './application/refund-money.service.js';
import { IssuerCapacities } from './application/issuer-capacities.service.js';
import { PurchaseFindings } from './application/purchase-findings.service.js';
import { TaxCategories } from './application/tax-categories.service.js';
import { TaxPeriods } from './application/tax-periods.service.js';
import { EInvoiceReader } from './partners/e-invoice-reader.port.js';
import { XmlEInvoiceReader } from './partners/e-invoice-reader.xml.js';
import { HttpCertificateOffice } from './partners/certificate-office.http.js';
import { CertificateOffice } from './partners/certificate-office.port.js';
import { HttpTaxBureau } from './partners/tax-bureau.http.js';
import { TaxBureau } from './partners/tax-bureau.port.js';

/** The refund of VAT on exports: invoices, tax periods, cases and claims. */
@Module({
  imports: [ApprovalsModule, BulkModule, CatalogueModule, LedgerModule, OrdersModule, PartiesModule],
  controllers: [
    InvoicesController,
    InvoicePolicyController,
    ConsumptionTaxVouchersController,
    ConsumptionTaxWaiversController,
    EInvoicesController,
    InvoiceImportsController,
    InvoiceIssuersController,
    AbnormalEntriesController,
    AbnormalListsController,
    PeriodsController,
    RatesController,
    EligibilityController,
    RateChangesController,
    CasesController,
    ClaimsController,
    ClaimLifeController,
    CorrectionsController,
    FilingBatchesController,
    FilingPolicyController,
    SettlementsController,
    DeclarationTablesController,
    DeclarationImportsController,
    DeadlinesController,
    DeadlineSubscriptionsController,
    DeadlineFeedController,
    EvidenceDocumentsController,
    EvidencePacksController,
    EvidenceVerificationsController,
    RefundMoneyController,
    AgencyStandingController,
    AgencyAgreementsController,
    AgencyCertificatesController,
    AgencyPolicyController,
    TaxRefundCalculationsController,
    MatchRulesController,
    PreMatchesController,
    MatchRunsController,
  ],
  providers: [
    Invoices,
    InvoicePolicies,
    ConsumptionTaxVouchers,
    RedLetters,
    RedLetterCorrections,
    InvoiceChecks,
    EInvoices,
    InvoiceImports,
    InvoiceIssuers,
    IssuerFindings,
    AbnormalLists,
    { provide: EInvoiceReader, useClass: XmlEInvoiceReader },
    IssuerCapacities,
    PurchaseFindings,
    TaxCategories,
    TaxPeriods,
    PeriodOutcomes,
    Claims,
    ClaimMessages,
    BatchGathering,
    FilingBatches,
    FilingBatchReader,
    FilingPolicies,
    ClaimAnswers,
    ClaimBooks,
    Clawbacks,
    Corrections,
    OverseasSettlements,
    DeclarationTables,
    DeclarationPlaces,
    DeclarationSummaries,
    DeclarationImports,
    DeclarationUploads,
    ClaimReader,
    AgencyGate,
    Eligibilities,
    AgencyAgreements,
    AgencyReader,
    AgencyPolicies,
    MatchRuleBook,
    PreMatching,
    MatchRuns,
    MatchUploads,
    StreamedOperations,
    DeadlineReader,
    DeadlineCalendar,
    DeadlineSubscriptions,
    DeadlineFeeds,
    Evidence,
    EvidenceReader,
    EvidenceVerifier,
    RefundMoney,
    AgencyDutyBook,
    AgencyCertificates,
    CertificateReader,
    { provide: CertificateOffice, useClass: HttpCertificateOffice },
    { provide: TaxBureau, useClass: HttpTaxBureau },
  ],
})
export class TaxRefundModule {}
