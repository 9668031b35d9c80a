import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BankFilesController } from './api/bank-files.controller.js';
import { BoardController } from './api/board.controller.js';
import { FxCalculationsController } from './api/calculations.controller.js';
import { CollectionAccountsController } from './api/collection-accounts.controller.js';
import { CollectionsController } from './api/collections.controller.js';
import { ConversionsController } from './api/conversions.controller.js';
import { DuesPurchasesController } from './api/dues-purchases.controller.js';
import { ForwardQuotesController } from './api/forward-quotes.controller.js';
import { ForwardsController } from './api/forwards.controller.js';
import { InterestCurvesController } from './api/interest-curves.controller.js';
import { PayoutsController } from './api/payouts.controller.js';
import { QuotesController } from './api/quotes.controller.js';
import { ReceivablesController } from './api/receivables.controller.js';
import { TaxPaymentsController } from './api/tax-payments.controller.js';
import { BankFileReadings } from './application/bank-files/bank-file-readings.js';
import { USE_CASES } from './fx.use-cases.js';
import { BankFileReader } from './partners/bank-file-reader.port.js';
import { XmlBankFileReader } from './partners/bank-file-reader.xml.js';

/** Foreign exchange: collection accounts, money from buyers, quotes, conversions, payouts. */
@Module({
  imports: [ApprovalsModule, LedgerModule, OrdersModule, PartiesModule],
  controllers: [
    BankFilesController,
    BoardController,
    CollectionAccountsController,
    CollectionsController,
    ConversionsController,
    DuesPurchasesController,
    FxCalculationsController,
    ForwardQuotesController,
    ForwardsController,
    InterestCurvesController,
    PayoutsController,
    QuotesController,
    ReceivablesController,
    TaxPaymentsController,
  ],
  providers: [...USE_CASES, BankFileReadings, { provide: BankFileReader, useClass: XmlBankFileReader }],
})
export class FxModule {}
