import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../approvals/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersModule } from '../orders/index.js';
import { PartiesModule } from '../parties/index.js';
import { BankFilesController } from './api/bank-files.controller.js';
import { CollectionMatchRunsController } from './api/match-runs.controller.js';
import { BoardController } from './api/board.controller.js';
import { FxCalculationsController } from './api/calculations.controller.js';
import { BopDeclarationsController } from './api/bop-declarations.controller.js';
import { CollectionAccountsController } from './api/collection-accounts.controller.js';
import { CollectionsController } from './api/collections.controller.js';
import { ConversionChangesController } from './api/conversion-changes.controller.js';
import { ConversionsController } from './api/conversions.controller.js';
import { CurrencyControlController } from './api/currency-control.controller.js';
import { CurrencyControlLettersController } from './api/currency-control-letters.controller.js';
import { ContractFilesController } from './api/contract-files.controller.js';
import { RegisteredContractsController } from './api/registered-contracts.controller.js';
import { EnterpriseClassesController } from './api/enterprise-classes.controller.js';
import { TradeChecksController } from './api/trade-checks.controller.js';
import { TradeCreditReportsController } from './api/trade-credit-reports.controller.js';
import { DuesPurchasesController } from './api/dues-purchases.controller.js';
import { PayoutBatchesController } from './api/payout-batches.controller.js';
import { ForwardQuotesController } from './api/forward-quotes.controller.js';
import { ForwardsController } from './api/forwards.controller.js';
import { MarginCallsController } from './api/margin-calls.controller.js';
import { InterestCurvesController } from './api/interest-curves.controller.js';
import { CollectionRefundsController, RefundsOfCollectionController } from './api/collection-refunds.controller.js';
import { PayoutsController } from './api/payouts.controller.js';
import { QuotesController } from './api/quotes.controller.js';
import { MarkUpsController } from './api/mark-ups.controller.js';
import { RatesController } from './api/rates.controller.js';
import { ValueDatesController } from './api/value-dates.controller.js';
import { ReceivablesController } from './api/receivables.controller.js';
import { ClawbackPaymentsController } from './api/clawback-payments.controller.js';
import { StatementsController } from './api/statements.controller.js';
import { ExposuresController } from './api/exposures.controller.js';
import { FxResultsController } from './api/results.controller.js';
import { RevaluationsController } from './api/revaluations.controller.js';
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
    BopDeclarationsController,
    CollectionAccountsController,
    CollectionMatchRunsController,
    CollectionsController,
    CollectionRefundsController,
    RefundsOfCollectionController,
    ConversionChangesController,
    ConversionsController,
    CurrencyControlController,
    CurrencyControlLettersController,
    ContractFilesController,
    RegisteredContractsController,
    DuesPurchasesController,
    ExposuresController,
    EnterpriseClassesController,
    FxCalculationsController,
    PayoutBatchesController,
    MarkUpsController,
    ForwardQuotesController,
    ForwardsController,
    MarginCallsController,
    InterestCurvesController,
    PayoutsController,
    QuotesController,
    RatesController,
    ReceivablesController,
    ClawbackPaymentsController,
    StatementsController,
    FxResultsController,
    RevaluationsController,
    TaxPaymentsController,
    TradeChecksController,
    TradeCreditReportsController,
    ValueDatesController,
  ],
  providers: [...USE_CASES, BankFileReadings, { provide: BankFileReader, useClass: XmlBankFileReader }],
})
export class FxModule {}
