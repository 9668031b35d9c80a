import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BrokerMandatesController } from './api/broker-mandates.controller.js';
import { CustomsCalculationsController } from './api/calculations.controller.js';
import { EcommerceProfilesController } from './api/ecommerce-profiles.controller.js';
import { ParcelBatchesController } from './api/parcel-batches.controller.js';
import { OverseasStockController } from './api/overseas-stock.controller.js';
import { OverseasStock } from './application/overseas-stock.service.js';
import { ParcelTaxBillsController } from './api/parcel-tax-bills.controller.js';
import { FileAboutParcels } from './api/file-about-parcels.js';
import { ParcelFilingsController } from './api/parcel-filings.controller.js';
import { ParcelReturnsController } from './api/parcel-returns.controller.js';
import { ParcelSummariesController } from './api/parcel-summaries.controller.js';
import { ParcelTransportsController } from './api/parcel-transports.controller.js';
import { ParcelImportsController } from './api/parcel-imports.controller.js';
import { ParcelWithdrawalsController } from './api/parcel-withdrawals.controller.js';
import { ParcelsController } from './api/parcels.controller.js';
import { ParcelResults } from './application/parcel-results.service.js';
import { ParcelUploads } from './application/parcel-uploads.service.js';
import { PARCELS } from './parcels.js';
import { CebConversions } from './application/ceb-conversions.service.js';
import { CebReceiptTakers } from './application/ceb-receipt-taker.js';
import { CebController } from './api/ceb.controller.js';
import { CebInboundController } from './api/ceb-inbound.controller.js';
import { CebMessagesController } from './api/ceb-messages.controller.js';
import { SigningController } from './api/signing.controller.js';
import { CEB_CHANNEL } from './ceb-channel.js';
import { CebReader } from './application/ceb-reader.service.js';
import { CebSigning } from './application/ceb-signing.service.js';
import { DeclarationReadingsController } from './api/declaration-readings.controller.js';
import { DeclarationRequestsController } from './api/declaration-requests.controller.js';
import { DeclarationsController } from './api/declarations.controller.js';
import { ImportAssessmentsController } from './api/import-assessments.controller.js';
import { ImportDeclarationsController } from './api/import-declarations.controller.js';
import { ImportStepsController } from './api/import-steps.controller.js';
import { ImportTaxRefundsController } from './api/import-tax-refunds.controller.js';
import { TaxBillsController } from './api/tax-bills.controller.js';
import { MandatePolicyController } from './api/mandate-policy.controller.js';
import { ModesController } from './api/modes.controller.js';
import { OrderFilingsController } from './api/order-filings.controller.js';
import { OrderFilings } from './application/order-filings.service.js';
import { OrderGate } from './application/order-gate.service.js';
import { BrokerGate } from './application/broker-gate.service.js';
import { BrokerMandateReader } from './application/broker-mandate-reader.service.js';
import { BrokerMandates } from './application/broker-mandates.service.js';
import { DeclarationReader } from './application/declaration-reader.service.js';
import { DeclarationReadings } from './application/declaration-readings.service.js';
import { DeclarationRequests } from './application/declaration-requests.service.js';
import { InspectionsController } from './api/inspections.controller.js';
import { Inspections } from './application/inspections.service.js';
import { Redeliveries } from './application/redeliveries.service.js';
import { DeclarationChecks } from './application/declaration-checks.service.js';
import { Declarations } from './application/declarations.service.js';
import { Departures } from './application/departures.service.js';
import { ImportAssessments } from './application/import-assessments.service.js';
import { ImportDeclarations } from './application/import-declarations.service.js';
import { ImportTaxRefunds } from './application/import-tax-refunds.service.js';
import { TaxRefundOutcomes } from './application/tax-refund-outcomes.service.js';
import { TaxBills } from './application/tax-bills.service.js';
import { MandatePolicies } from './application/mandate-policies.service.js';
import { Modes } from './application/modes.service.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Declarations: looked at, mended, declared; imports and their taxes. */
@Module({
  imports: [ApprovalsModule, CatalogueModule, LedgerModule, OrdersModule, PartiesModule],
  controllers: [
    DeclarationsController,
    DeclarationReadingsController,
    DeclarationRequestsController,
    InspectionsController,
    OrderFilingsController,
    BrokerMandatesController,
    MandatePolicyController,
    ModesController,
    CebController,
    CebMessagesController,
    CebInboundController,
    SigningController,
    EcommerceProfilesController,
    ParcelsController,
    ParcelTaxBillsController,
    OverseasStockController,
    ParcelBatchesController,
    ParcelFilingsController,
    ParcelImportsController,
    ParcelWithdrawalsController,
    ParcelTransportsController,
    ParcelReturnsController,
    ParcelSummariesController,
    CustomsCalculationsController,
    ImportAssessmentsController,
    ImportDeclarationsController,
    ImportStepsController,
    TaxBillsController,
    ImportTaxRefundsController,
  ],
  providers: [
    Declarations,
    DeclarationChecks,
    Departures,
    DeclarationRequests,
    Redeliveries,
    Inspections,
    DeclarationReader,
    DeclarationReadings,
    BrokerGate,
    OrderGate,
    OrderFilings,
    BrokerMandates,
    BrokerMandateReader,
    MandatePolicies,
    Modes,
    ImportAssessments,
    ImportDeclarations,
    TaxBills,
    ImportTaxRefunds,
    TaxRefundOutcomes,
    CebConversions,
    { provide: CustomsWindow, useClass: XmlCustomsWindow },
    CebReader,
    CebSigning,
    ...PARCELS,
    OverseasStock,
    FileAboutParcels,
    ParcelUploads,
    ParcelResults,
    ...CEB_CHANNEL,
    // Receipts are taken by the worker.
    { provide: CebReceiptTakers, useFactory: () => new CebReceiptTakers([]) },
  ],
})
export class CustomsModule {}
