import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { AdvancesController } from './api/advances.controller.js';
import { FinancingCalculationsController } from './api/calculations.controller.js';
import { TermsController } from './api/terms.controller.js';
import { Advances } from './application/advances.service.js';
import { Repayments } from './application/repayments.service.js';
import { Waterfalls } from './application/waterfalls.service.js';

/** Financing: advances on refunds, limits, and the waterfall of every receipt. */
@Module({
  imports: [ApprovalsModule, OrdersModule, LedgerModule],
  controllers: [AdvancesController, TermsController, FinancingCalculationsController],
  providers: [Advances, Repayments, Waterfalls],
})
export class FinancingModule {}
