import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { OrdersModule } from '../orders/index.js';
import { CustomsCalculationsController } from './api/calculations.controller.js';
import { CebConversions } from './application/ceb-conversions.service.js';
import { CebXml } from './partners/ceb-xml.port.js';
import { OfficialCebXml } from './partners/ceb/official-ceb-xml.js';
import { CebController } from './api/ceb.controller.js';
import { DeclarationsController } from './api/declarations.controller.js';
import { DeclarationReader } from './application/declaration-reader.service.js';
import { Declarations } from './application/declarations.service.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Export declarations of general trade: looked at, mended, declared. */
@Module({
  imports: [ApprovalsModule, OrdersModule],
  controllers: [DeclarationsController, CebController, CustomsCalculationsController],
  providers: [
    Declarations,
    DeclarationReader,
    CebConversions,
    { provide: CustomsWindow, useClass: XmlCustomsWindow },
    { provide: CebXml, useClass: OfficialCebXml },
  ],
})
export class CustomsModule {}
