import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BrokerMandatesController } from './api/broker-mandates.controller.js';
import { CustomsCalculationsController } from './api/calculations.controller.js';
import { CebConversions } from './application/ceb-conversions.service.js';
import { CebXml } from './partners/ceb-xml.port.js';
import { OfficialCebXml } from './partners/ceb/official-ceb-xml.js';
import { CebController } from './api/ceb.controller.js';
import { DeclarationRequestsController } from './api/declaration-requests.controller.js';
import { DeclarationsController } from './api/declarations.controller.js';
import { MandatePolicyController } from './api/mandate-policy.controller.js';
import { BrokerGate } from './application/broker-gate.service.js';
import { BrokerMandateReader } from './application/broker-mandate-reader.service.js';
import { BrokerMandates } from './application/broker-mandates.service.js';
import { DeclarationReader } from './application/declaration-reader.service.js';
import { DeclarationRequests } from './application/declaration-requests.service.js';
import { InspectionsController } from './api/inspections.controller.js';
import { Inspections } from './application/inspections.service.js';
import { Redeliveries } from './application/redeliveries.service.js';
import { Declarations } from './application/declarations.service.js';
import { Departures } from './application/departures.service.js';
import { MandatePolicies } from './application/mandate-policies.service.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Export declarations of general trade: looked at, mended, declared. */
@Module({
  imports: [ApprovalsModule, OrdersModule, PartiesModule],
  controllers: [
    DeclarationsController,
    DeclarationRequestsController,
    InspectionsController,
    BrokerMandatesController,
    MandatePolicyController,
    CebController,
    CustomsCalculationsController,
  ],
  providers: [
    Declarations,
    Departures,
    DeclarationRequests,
    Redeliveries,
    Inspections,
    DeclarationReader,
    BrokerGate,
    BrokerMandates,
    BrokerMandateReader,
    MandatePolicies,
    CebConversions,
    { provide: CustomsWindow, useClass: XmlCustomsWindow },
    { provide: CebXml, useClass: OfficialCebXml },
  ],
})
export class CustomsModule {}
