import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BrokerMandatesController } from './api/broker-mandates.controller.js';
import { CustomsCalculationsController } from './api/calculations.controller.js';
import { EcommerceProfilesController } from './api/ecommerce-profiles.controller.js';
import { ParcelBatchesController } from './api/parcel-batches.controller.js';
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
import { MandatePolicyController } from './api/mandate-policy.controller.js';
import { ModesController } from './api/modes.controller.js';
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
import { MandatePolicies } from './application/mandate-policies.service.js';
import { Modes } from './application/modes.service.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Export declarations of general trade: looked at, mended, declared. */
@Module({
  imports: [ApprovalsModule, CatalogueModule, OrdersModule, PartiesModule],
  controllers: [
    DeclarationsController,
    DeclarationReadingsController,
    DeclarationRequestsController,
    InspectionsController,
    BrokerMandatesController,
    MandatePolicyController,
    ModesController,
    CebController,
    CebMessagesController,
    CebInboundController,
    SigningController,
    EcommerceProfilesController,
    ParcelsController,
    ParcelBatchesController,
    CustomsCalculationsController,
    ImportAssessmentsController,
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
    BrokerMandates,
    BrokerMandateReader,
    MandatePolicies,
    Modes,
    ImportAssessments,
    CebConversions,
    { provide: CustomsWindow, useClass: XmlCustomsWindow },
    CebReader,
    CebSigning,
    ...PARCELS,
    ParcelUploads,
    ParcelResults,
    ...CEB_CHANNEL,
    // Receipts are taken by the worker.
    { provide: CebReceiptTakers, useFactory: () => new CebReceiptTakers([]) },
  ],
})
export class CustomsModule {}
