import { Module } from '@nestjs/common';

import { ApprovalsJobsModule } from '../approvals/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersJobsModule } from '../orders/index.js';
import { PartiesJobsModule } from '../parties/index.js';
import { USE_CASES } from './fx.use-cases.js';
import {
  AskAccountProcessor,
  AskCreditsProcessor,
  OpenAccountProcessor,
} from './jobs/collection-account.processors.js';
import {
  AskDealProcessor,
  ConvertAllocationProcessor,
  DealConversionProcessor,
  RefreshBoardProcessor,
} from './jobs/conversion.processors.js';
import { ChangeDealProcessor, DeliverDealProcessor } from './jobs/deal.processors.js';
import {
  AskForwardMoveProcessor,
  AskForwardProcessor,
  BookForwardProcessor,
  DeliverForwardProcessor,
  ExpireForwardProcessor,
  MoveForwardProcessor,
  OnCoverChangedProcessor,
  RefreshCurvesProcessor,
} from './jobs/forward.processors.js';
import { FreshPrices } from './jobs/fresh-prices.js';
import { OnApprovalDecidedProcessor } from './jobs/on-approval-decided.processor.js';
import { OnMoneyFactProcessor } from './jobs/on-money-fact.processor.js';
import { OnFreightReleasedProcessor } from './jobs/on-freight-released.processor.js';
import { OnOrderCancelledProcessor } from './jobs/on-order-cancelled.processor.js';
import { OnOrderPlacedProcessor } from './jobs/on-order-placed.processor.js';
import { OnProceedsReleasedProcessor } from './jobs/on-proceeds-released.processor.js';
import { ClosePayoutBatchProcessor, SendPayoutBatchProcessor } from './jobs/payout-batch.processors.js';
import { AskPayoutProcessor, SendPayoutProcessor } from './jobs/payout.processors.js';
import { OnTaxBillProcessor } from './jobs/on-tax-bill.processor.js';
import { AskRefundProcessor, SendRefundProcessor } from './jobs/refund.processors.js';
import { AskStatementProcessor, ReconcileStatementProcessor } from './jobs/statement.processors.js';
import { AskTaxPaymentProcessor, SendTaxPaymentProcessor } from './jobs/tax-payment.processors.js';
import { RevalueMonths } from './jobs/revalue-months.schedule.js';
import { TakeBankFileProcessor } from './jobs/take-bank-file.processor.js';
import {
  AskBopDeclarationProcessor,
  ExpireBopDeclarationProcessor,
  SendBopDeclarationProcessor,
} from './jobs/bop.processors.js';
import {
  ExpireTradeCreditProcessor,
  OnExportDeclaredProcessor,
  OnReceiptNewsProcessor,
} from './jobs/safe.processors.js';
import {
  AskControlRequestProcessor,
  ExpireControlLetterProcessor,
  SendControlRequestProcessor,
} from './jobs/contract.processors.js';
import { TakeBankMessageProcessor } from './jobs/take-bank-message.processor.js';
import { BankFileReader } from './partners/bank-file-reader.port.js';
import { XmlBankFileReader } from './partners/bank-file-reader.xml.js';
import { HttpBank } from './partners/bank.http.js';
import { SettleMatchRunProcessor, WorkMatchRunProcessor } from './jobs/match-run.processors.js';
import { Bank, BankMessages } from './partners/bank.port.js';
import { HttpContractDesk } from './partners/contract-desk.http.js';
import { ContractDesk } from './partners/contract-desk.port.js';
import { HttpCurrencyControl } from './partners/currency-control.http.js';
import { CurrencyControl } from './partners/currency-control.port.js';
import { PassSetAsideProcessor } from './jobs/pass-set-aside.processor.js';
import { HttpForwardDesk } from './partners/forward-desk.http.js';
import { ForwardDesk } from './partners/forward-desk.port.js';
import { Iso20022Messages } from './partners/iso20022-messages.xml.js';

/** Talks to the bank and hears the orders, freight and financing. Runs in the worker process only. */
@Module({
  imports: [ApprovalsJobsModule, LedgerModule, OrdersJobsModule, PartiesJobsModule],
  providers: [
    ...USE_CASES,
    FreshPrices,
    { provide: BankFileReader, useClass: XmlBankFileReader },
    { provide: BankMessages, useClass: Iso20022Messages },
    { provide: Bank, useClass: HttpBank },
    { provide: CurrencyControl, useClass: HttpCurrencyControl },
    { provide: ContractDesk, useClass: HttpContractDesk },
    { provide: ForwardDesk, useClass: HttpForwardDesk },
    OnOrderPlacedProcessor,
    OnOrderCancelledProcessor,
    OnFreightReleasedProcessor,
    OnProceedsReleasedProcessor,
    OnApprovalDecidedProcessor,
    AskStatementProcessor,
    ReconcileStatementProcessor,
    OnMoneyFactProcessor,
    RevalueMonths,
    TakeBankFileProcessor,
    TakeBankMessageProcessor,
    OpenAccountProcessor,
    AskAccountProcessor,
    AskCreditsProcessor,
    RefreshBoardProcessor,
    ConvertAllocationProcessor,
    DealConversionProcessor,
    DeliverDealProcessor,
    ChangeDealProcessor,
    AskDealProcessor,
    SendPayoutProcessor,
    AskPayoutProcessor,
    ClosePayoutBatchProcessor,
    SendPayoutBatchProcessor,
    SendRefundProcessor,
    AskRefundProcessor,
    OnTaxBillProcessor,
    SendTaxPaymentProcessor,
    AskTaxPaymentProcessor,
    OnReceiptNewsProcessor,
    OnExportDeclaredProcessor,
    SendBopDeclarationProcessor,
    AskBopDeclarationProcessor,
    ExpireBopDeclarationProcessor,
    ExpireTradeCreditProcessor,
    SendControlRequestProcessor,
    AskControlRequestProcessor,
    ExpireControlLetterProcessor,
    WorkMatchRunProcessor,
    SettleMatchRunProcessor,
    AskForwardMoveProcessor,
    AskForwardProcessor,
    BookForwardProcessor,
    DeliverForwardProcessor,
    ExpireForwardProcessor,
    MoveForwardProcessor,
    PassSetAsideProcessor,
    OnCoverChangedProcessor,
    RefreshCurvesProcessor,
  ],
})
export class FxJobsModule {}
