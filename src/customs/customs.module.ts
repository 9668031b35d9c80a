import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { OrdersModule } from '../orders/index.js';
import { CustomsCalculationsController } from './api/calculations.controller.js';
import { DeclarationsController } from './api/declarations.controller.js';
import { DeclarationReader } from './application/declaration-reader.service.js';
import { Declarations } from './application/declarations.service.js';
import { CustomsWindow } from './partners/customs-window.port.js';
import { XmlCustomsWindow } from './partners/customs-window.xml.js';

/** Export declarations of general trade: looked at, mended, declared. */
@Module({
  imports: [ApprovalsModule, OrdersModule],
  controllers: [DeclarationsController, CustomsCalculationsController],
  providers: [Declarations, DeclarationReader, { provide: CustomsWindow, useClass: XmlCustomsWindow }],
})
export class CustomsModule {}
