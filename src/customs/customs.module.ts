import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BrokerMandatesController } from './api/broker-mandates.controller.js';
import { CustomsCalculationsController } from './api/calculations.controller.js';
import { CebConversions } from './application/ceb-conversions.service.js';
import { CebXml } from './partners/ceb-xml.port.js';
import { OfficialCebXml } from './partners/ceb/official-ceb-xml.js';
import { CebController } from './api/ceb.controller.js';
import { DeclarationsController } from './api/declarations.controller.js';
import { ImportAssessmentsController } from './api/import-assessments.controller.js';
import { MandatePolicyController } from './api/mandate-policy.controller.js';
import { BrokerGate } from './application/broker-gate.service.js';
import { BrokerMandateReader } from './application/broker-mandate-reader.service.js';
import { BrokerMandates } from './application/broker-mandates.service.js';
import { DeclarationReader } from './application/declaration-reader.service.js';
import { Declarations } from './application/declarations.service.js';
import { Departures } from './application/departures.service.js';
import { ImportAssessments } from './application/import-assessments.service.js';
import { MandatePolicies } from './application/mandate-policies.service.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Export declarations of general trade: looked at, mended, declared. */
@Module({
  imports: [ApprovalsModule, CatalogueModule, OrdersModule, PartiesModule],
  controllers: [
    DeclarationsController,
    BrokerMandatesController,
    MandatePolicyController,
    CebController,
    CustomsCalculationsController,
    ImportAssessmentsController,
  ],
  providers: [
    Declarations,
    Departures,
    DeclarationReader,
    BrokerGate,
    BrokerMandates,
    BrokerMandateReader,
    MandatePolicies,
    ImportAssessments,
    CebConversions,
    { provide: CustomsWindow, useClass: XmlCustomsWindow },
    { provide: CebXml, useClass: OfficialCebXml },
  ],
})
export class CustomsModule {}
