import { Module } from '@nestjs/common';

import { ApprovalsJobsModule } from '../approvals/index.js';
import { Catalogue, RefundLibrary, TaxClassifications } from '../catalogue/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersJobsModule } from '../orders/index.js';
import { PartiesJobsModule } from '../parties/index.js';
import { BatchQueue } from '../platform/bulk/batch-queue.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { AbnormalNotices } from './application/abnormal-notices.service.js';
import { CollectionClaims } from './application/collection-claims.service.js';
import { AgencyAgreements } from './application/agency-agreements.service.js';
import { AgencyExports } from './application/agency-exports.service.js';
import { AgencyGate } from './application/agency-gate.service.js';
import { AgencyWatch } from './application/agency-watch.service.js';
import { DeadlineBacklog } from './application/deadline-backlog.service.js';
import { Deadlines } from './application/deadlines.service.js';
import { BatchGathering } from './application/batch-gathering.service.js';
import { BatchOutcomes } from './application/batch-outcomes.service.js';
import { BureauSteps } from './application/bureau-steps.service.js';
import { CertificateAnswers } from './application/certificate-answers.service.js';
import { ClaimAnswers } from './application/claim-answers.service.js';
import { ClaimBooks } from './application/claim-books.js';
import { ClaimMessages } from './application/claim-messages.service.js';
import { Claims } from './application/claims.service.js';
import { Clawbacks } from './application/clawbacks.service.js';
import { ExportRates } from './application/export-rates.js';
import { FilingBatches } from './application/filing-batches.service.js';
import { Filings } from './application/filings.service.js';
import { MatchCases } from './application/match-cases.service.js';
import { MatchWork } from './application/match-work.service.js';
import { InvoiceChecks } from './application/invoice-checks.service.js';
import { InvoiceIssuers } from './application/invoice-issuers.service.js';
import { InvoiceStandings } from './application/invoice-standings.service.js';
import { Matching } from './application/matching.service.js';
import { RateNotices } from './application/rate-notices.service.js';
import { RefundCases } from './application/refund-cases.service.js';
import { PeriodOutcomes } from './application/period-outcomes.service.js';
import { IssuerCapacities } from './application/issuer-capacities.service.js';
import { PurchaseFindings } from './application/purchase-findings.service.js';
import { TaxCategories } from './application/tax-categories.service.js';
import { TaxPeriods } from './application/tax-periods.service.js';
import { AskCertificateProcessor } from './jobs/ask-certificate.processor.js';
import { AskBureauProcessor } from './jobs/ask-bureau.processor.js';
import { ExpireAgencyProcessor } from './jobs/expire-agency.processor.js';
import {
  CheckBatchProcessor,
  FileBatchProcessor,
  FileDueBatchProcessor,
  SpreadPaymentsProcessor,
} from './jobs/file-batch.processors.js';
import { FileClaimProcessor } from './jobs/file-claim.processor.js';
import { FollowCollectionProcessor } from './jobs/follow-collection.processor.js';
import { FollowDeadlinesProcessor } from './jobs/follow-deadlines.processor.js';
import { MatchExportProcessor } from './jobs/match-export.processor.js';
import { MatchCaseProcessor, PlanMatchCasesProcessor } from './jobs/match-case.processors.js';
import {
  PlanMatchRunProcessor,
  SettleMatchRunProcessor,
  WorkMatchChunkProcessor,
} from './jobs/match-run.processors.js';
import { OnApprovalDecided } from './jobs/on-approval-decided.processor.js';
import { OnDeclarationCleared } from './jobs/on-declaration-cleared.processor.js';
import { OnOverseasExport } from './jobs/on-overseas-export.processor.js';
import { OnClawbackPayment } from './jobs/on-clawback-payment.processor.js';
import { CarryPeriodProcessor } from './jobs/carry-period.processor.js';
import { OnOrderCollected } from './jobs/on-order-collected.processor.js';
import { OnOrderCancelled } from './jobs/on-order-cancelled.processor.js';
import { OnOrderPlaced } from './jobs/on-order-placed.processor.js';
import { PassDeadlinesProcessor } from './jobs/pass-deadlines.processor.js';
import { TellRateChanges } from './jobs/tell-rate-changes.schedule.js';
import { TellRatesProcessor } from './jobs/tell-rate-changes.processor.js';
import { RemindAnswerProcessor } from './jobs/remind-answer.processor.js';
import { SendCertificateProcessor } from './jobs/send-certificate.processor.js';
import { TakeBureauMessageProcessor } from './jobs/take-bureau-message.processor.js';
import { WeighIssuerProcessor } from './jobs/weigh-issuer.processor.js';
import { FollowIssuerProcessor } from './jobs/follow-issuer.processor.js';
import { TellAbnormalProcessor } from './jobs/tell-abnormal.processor.js';
import { VerifyInvoiceProcessor } from './jobs/verify-invoice.processor.js';
import { HttpCertificateOffice } from './partners/certificate-office.http.js';
import { CertificateOffice } from './partners/certificate-office.port.js';
import { HttpInvoiceVerifier } from './partners/invoice-verifier.http.js';
import { InvoiceVerifier } from './partners/invoice-verifier.port.js';
import { WatchAgencyProcessor } from './jobs/watch-agency.processor.js';
import { WorkDeadlineBacklog } from './jobs/work-deadline-backlog.schedule.js';
import { HttpTaxBureau } from './partners/tax-bureau.http.js';
import { TaxBureau } from './partners/tax-bureau.port.js';

/** Gathers, matches, files, asks, and takes what the bureau says. */
@Module({
  imports: [ApprovalsJobsModule, OrdersJobsModule, PartiesJobsModule, LedgerModule],
  providers: [
    // Its module belongs to the api: it has routes.
    Catalogue,
    RefundLibrary,
    TaxClassifications,
    ExportRates,
    RateNotices,
    TellRateChanges,
    TellRatesProcessor,
    RefundCases,
    AgencyExports,
    CertificateAnswers,
    Matching,
    MatchWork,
    MatchCases,
    BatchQueue,
    StreamedOperations,
    IssuerCapacities,
    PurchaseFindings,
    TaxCategories,
    TaxPeriods,
    PeriodOutcomes,
    Claims,
    ClaimMessages,
    BatchGathering,
    FilingBatches,
    BatchOutcomes,
    ClaimAnswers,
    BureauSteps,
    Clawbacks,
    Filings,
    ClaimBooks,
    AgencyGate,
    AgencyAgreements,
    InvoiceChecks,
    InvoiceIssuers,
    InvoiceStandings,
    { provide: InvoiceVerifier, useClass: HttpInvoiceVerifier },
    { provide: TaxBureau, useClass: HttpTaxBureau },
    { provide: CertificateOffice, useClass: HttpCertificateOffice },
    OnOrderPlaced,
    OnOrderCancelled,
    OnDeclarationCleared,
    OnOverseasExport,
    OnOrderCollected,
    OnClawbackPayment,
    OnApprovalDecided,
    MatchExportProcessor,
    CarryPeriodProcessor,
    PlanMatchRunProcessor,
    WorkMatchChunkProcessor,
    SettleMatchRunProcessor,
    PlanMatchCasesProcessor,
    MatchCaseProcessor,
    FileClaimProcessor,
    CheckBatchProcessor,
    FileBatchProcessor,
    FileDueBatchProcessor,
    SpreadPaymentsProcessor,
    TakeBureauMessageProcessor,
    AskBureauProcessor,
    RemindAnswerProcessor,
    ExpireAgencyProcessor,
    Deadlines,
    FollowDeadlinesProcessor,
    PassDeadlinesProcessor,
    DeadlineBacklog,
    WorkDeadlineBacklog,
    AgencyWatch,
    WatchAgencyProcessor,
    VerifyInvoiceProcessor,
    FollowIssuerProcessor,
    WeighIssuerProcessor,
    SendCertificateProcessor,
    AskCertificateProcessor,
    AbnormalNotices,
    CollectionClaims,
    TellAbnormalProcessor,
    FollowCollectionProcessor,
  ],
})
export class TaxRefundJobsModule {}
