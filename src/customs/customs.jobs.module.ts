import { Module } from '@nestjs/common';

import { ApprovalsJobsModule } from '../approvals/index.js';
import { Reference } from '../catalogue/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersJobsModule } from '../orders/index.js';
import { PartiesJobsModule } from '../parties/index.js';
import { BrokerGate } from './application/broker-gate.service.js';
import { BrokerMandates } from './application/broker-mandates.service.js';
import { DeclarationRequests } from './application/declaration-requests.service.js';
import { DeclarationChecks } from './application/declaration-checks.service.js';
import { Declarations } from './application/declarations.service.js';
import { OrderAnswers } from './application/order-answers.service.js';
import { OrderDeclarations } from './application/order-declarations.service.js';
import { OrderFilings } from './application/order-filings.service.js';
import { OrderGate } from './application/order-gate.service.js';
import { Departures } from './application/departures.service.js';
import { ParcelReturns } from './application/parcel-returns.service.js';
import { ParcelFilingRepliesTaker } from './application/parcel-filing-replies.taker.js';
import { SummaryResultsTaker } from './application/summary-results.taker.js';
import { ExpireParcelSummaryProcessor } from './jobs/expire-parcel-summary.processor.js';
import { ParcelFilingWaits } from './application/parcel-filing-waits.service.js';
import { AskParcelFilingProcessor } from './jobs/ask-parcel-filing.processor.js';
import { ParcelReceiptsTaker } from './application/parcel-receipts.taker.js';
import { ParcelTaxBillsTaker } from './application/parcel-tax-bills.taker.js';
import { ParcelWork } from './application/parcel-work.service.js';
import { SettleParcelBatchProcessor } from './jobs/settle-parcel-batch.processor.js';
import { WorkParcelsProcessor } from './jobs/work-parcels.processor.js';
import { PARCELS } from './parcels.js';
import { Receipts } from './application/receipts.service.js';
import { RequestOutcomes } from './application/request-outcomes.service.js';
import { RequestSendings } from './application/request-sendings.service.js';
import { ImportAssessments } from './application/import-assessments.service.js';
import { TaxRefundOutcomes } from './application/tax-refund-outcomes.service.js';
import { ExpireTaxRefundProcessor } from './jobs/expire-tax-refund.processor.js';
import { OnCollectionCredited } from './jobs/on-collection-credited.processor.js';
import { TaxBills } from './application/tax-bills.service.js';
import { OnTaxPayment } from './jobs/on-tax-payment.processor.js';
import { ExpireTaxBillProcessor } from './jobs/expire-tax-bill.processor.js';
import { Submissions } from './application/submissions.service.js';
import { type CebReceiptTaker, CebReceiptTakers } from './application/ceb-receipt-taker.js';
import { CEB_CHANNEL } from './ceb-channel.js';
import { AskCebProcessor } from './jobs/ask-ceb.processor.js';
import { AskOrderFilingProcessor } from './jobs/ask-order-filing.processor.js';
import { AskRequestProcessor } from './jobs/ask-request.processor.js';
import { SendRequestProcessor } from './jobs/send-request.processor.js';
import { AskCustomsProcessor } from './jobs/ask-customs.processor.js';
import { ExpireBrokerMandateProcessor } from './jobs/expire-broker-mandate.processor.js';
import { OnApprovalDecided } from './jobs/on-approval-decided.processor.js';
import { OnBookingConfirmed } from './jobs/on-booking-confirmed.processor.js';
import { OnOrderCancelled } from './jobs/on-order-cancelled.processor.js';
import { OnOrderPlaced } from './jobs/on-order-placed.processor.js';
import { SendCebMessageProcessor } from './jobs/send-ceb-message.processor.js';
import { SubmitDeclarationProcessor } from './jobs/submit-declaration.processor.js';
import { TakeCebReceiptProcessor } from './jobs/take-ceb-receipt.processor.js';
import { TakeReceiptProcessor } from './jobs/take-receipt.processor.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Drafts, sends, asks, and takes receipts. */
@Module({
  imports: [ApprovalsJobsModule, LedgerModule, OrdersJobsModule, PartiesJobsModule],
  providers: [
    Declarations,
    OrderDeclarations,
    DeclarationChecks,
    Reference,
    Departures,
    BrokerGate,
    OrderGate,
    OrderFilings,
    OrderAnswers,
    AskOrderFilingProcessor,
    BrokerMandates,
    Receipts,
    Submissions,
    DeclarationRequests,
    RequestOutcomes,
    RequestSendings,
    { provide: CustomsWindow, useClass: XmlCustomsWindow },
    OnOrderPlaced,
    OnOrderCancelled,
    OnBookingConfirmed,
    OnApprovalDecided,
    Reference,
    ImportAssessments,
    TaxBills,
    TaxRefundOutcomes,
    OnCollectionCredited,
    ExpireTaxRefundProcessor,
    OnTaxPayment,
    ExpireTaxBillProcessor,
    SubmitDeclarationProcessor,
    TakeReceiptProcessor,
    AskCustomsProcessor,
    SendRequestProcessor,
    AskRequestProcessor,
    ExpireBrokerMandateProcessor,
    ...CEB_CHANNEL,
    Reference,
    ...PARCELS,
    ParcelReceiptsTaker,
    ParcelTaxBillsTaker,
    ParcelFilingRepliesTaker,
    ParcelReturns,
    ParcelFilingWaits,
    SummaryResultsTaker,
    ExpireParcelSummaryProcessor,
    AskParcelFilingProcessor,
    ParcelWork,
    WorkParcelsProcessor,
    SettleParcelBatchProcessor,
    // Whoever takes what customs says of e-commerce is named here, and is a provider above.
    {
      provide: CebReceiptTakers,
      useFactory: (...takers: CebReceiptTaker[]) => new CebReceiptTakers(takers),
      inject: [ParcelReceiptsTaker, ParcelFilingRepliesTaker, ParcelTaxBillsTaker, SummaryResultsTaker, OrderAnswers],
    },
    SendCebMessageProcessor,
    AskCebProcessor,
    TakeCebReceiptProcessor,
  ],
})
export class CustomsJobsModule {}
