import { Module } from '@nestjs/common';

import { ApprovalsJobsModule } from '../approvals/index.js';
import { Catalogue, RefundLibrary } from '../catalogue/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersJobsModule } from '../orders/index.js';
import { PartiesJobsModule } from '../parties/index.js';
import { BatchQueue } from '../platform/bulk/batch-queue.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { AbnormalNotices } from './application/abnormal-notices.service.js';
import { AgencyAgreements } from './application/agency-agreements.service.js';
import { AgencyGate } from './application/agency-gate.service.js';
import { AgencyWatch } from './application/agency-watch.service.js';
import { Deadlines } from './application/deadlines.service.js';
import { BureauSteps } from './application/bureau-steps.service.js';
import { ClaimAnswers } from './application/claim-answers.service.js';
import { ClaimBooks } from './application/claim-books.js';
import { Claims } from './application/claims.service.js';
import { Clawbacks } from './application/clawbacks.service.js';
import { ExportRates } from './application/export-rates.js';
import { Filings } from './application/filings.service.js';
import { MatchWork } from './application/match-work.service.js';
import { InvoiceChecks } from './application/invoice-checks.service.js';
import { InvoiceIssuers } from './application/invoice-issuers.service.js';
import { InvoiceStandings } from './application/invoice-standings.service.js';
import { Matching } from './application/matching.service.js';
import { RateNotices } from './application/rate-notices.service.js';
import { RefundCases } from './application/refund-cases.service.js';
import { PeriodOutcomes } from './application/period-outcomes.service.js';
import { TaxPeriods } from './application/tax-periods.service.js';
import { AskBureauProcessor } from './jobs/ask-bureau.processor.js';
import { ExpireAgencyProcessor } from './jobs/expire-agency.processor.js';
import { FileClaimProcessor } from './jobs/file-claim.processor.js';
import { FollowDeadlinesProcessor } from './jobs/follow-deadlines.processor.js';
import { MatchExportProcessor } from './jobs/match-export.processor.js';
import {
  PlanMatchRunProcessor,
  SettleMatchRunProcessor,
  WorkMatchChunkProcessor,
} from './jobs/match-run.processors.js';
import { OnApprovalDecided } from './jobs/on-approval-decided.processor.js';
import { OnDeclarationCleared } from './jobs/on-declaration-cleared.processor.js';
import { OnOverseasExport } from './jobs/on-overseas-export.processor.js';
import { OnOrderCollected } from './jobs/on-order-collected.processor.js';
import { OnOrderCancelled } from './jobs/on-order-cancelled.processor.js';
import { OnOrderPlaced } from './jobs/on-order-placed.processor.js';
import { PassDeadlinesProcessor } from './jobs/pass-deadlines.processor.js';
import { TellRateChanges } from './jobs/tell-rate-changes.schedule.js';
import { RemindAnswerProcessor } from './jobs/remind-answer.processor.js';
import { TakeBureauMessageProcessor } from './jobs/take-bureau-message.processor.js';
import { FollowIssuerProcessor } from './jobs/follow-issuer.processor.js';
import { TellAbnormalProcessor } from './jobs/tell-abnormal.processor.js';
import { VerifyInvoiceProcessor } from './jobs/verify-invoice.processor.js';
import { HttpInvoiceVerifier } from './partners/invoice-verifier.http.js';
import { InvoiceVerifier } from './partners/invoice-verifier.port.js';
import { WatchAgencyProcessor } from './jobs/watch-agency.processor.js';
import { HttpTaxBureau } from './partners/tax-bureau.http.js';
import { TaxBureau } from './partners/tax-bureau.port.js';

/** Gathers, matches, files, asks, and takes what the bureau says. */
@Module({
  imports: [ApprovalsJobsModule, OrdersJobsModule, PartiesJobsModule, LedgerModule],
  providers: [
    // Its module belongs to the api: it has routes.
    Catalogue,
    RefundLibrary,
    ExportRates,
    RateNotices,
    TellRateChanges,
    RefundCases,
    Matching,
    MatchWork,
    BatchQueue,
    StreamedOperations,
    TaxPeriods,
    PeriodOutcomes,
    Claims,
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
    OnOrderPlaced,
    OnOrderCancelled,
    OnDeclarationCleared,
    OnOverseasExport,
    OnOrderCollected,
    OnApprovalDecided,
    MatchExportProcessor,
    PlanMatchRunProcessor,
    WorkMatchChunkProcessor,
    SettleMatchRunProcessor,
    FileClaimProcessor,
    TakeBureauMessageProcessor,
    AskBureauProcessor,
    RemindAnswerProcessor,
    ExpireAgencyProcessor,
    Deadlines,
    FollowDeadlinesProcessor,
    PassDeadlinesProcessor,
    AgencyWatch,
    WatchAgencyProcessor,
    VerifyInvoiceProcessor,
    FollowIssuerProcessor,
    AbnormalNotices,
    TellAbnormalProcessor,
  ],
})
export class TaxRefundJobsModule {}
