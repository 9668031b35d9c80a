import { Module } from '@nestjs/common';

import { ApprovalsJobsModule } from '../approvals/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrdersJobsModule } from '../orders/index.js';
import { PartiesJobsModule } from '../parties/index.js';
import { Accruals } from './application/accrual/accruals.service.js';
import { Agreements } from './application/agreement/agreements.service.js';
import { Advances } from './application/advances.service.js';
import { Instalments } from './application/instalments.service.js';
import { TakeInstalment } from './jobs/take-instalment.processor.js';
import { TakeInstalments } from './jobs/take-instalments.schedule.js';
import { LoanGrounds } from './application/loan-grounds.js';
import { LoanRequests } from './application/loan-requests.service.js';
import { ClientLoans } from './application/lender/client-loans.js';
import { ClientNewsReader } from './application/lender/client-news.js';
import { LenderConsents } from './application/lender/lender-consents.service.js';
import { LenderFeeds } from './application/lender/lender-feeds.service.js';
import { Extensions } from './application/extensions.service.js';
import { BuyerLimits } from './application/insurance/buyer-limits.service.js';
import { ClaimAnswers } from './application/insurance/claim-answers.service.js';
import { InsuranceClaims } from './application/insurance/insurance-claims.service.js';
import { InsurancePolicies } from './application/insurance/insurance-policies.service.js';
import { ShipmentAnswers } from './application/insurance/shipment-answers.service.js';
import { ShipmentDeclarations } from './application/insurance/shipment-declarations.service.js';
import { CreditLimits } from './application/limits/credit-limits.service.js';
import { Pledges } from './application/pledges.service.js';
import { Repayments } from './application/repayments.service.js';
import { EarlyRepayments } from './application/early-repayments.service.js';
import { MarginLoans } from './application/stock/margin-loans.service.js';
import { Waterfalls } from './application/waterfalls.service.js';
import { AccrueInterest } from './jobs/accrue-interest.schedule.js';
import { FeedLenders } from './jobs/feed-lenders.schedule.js';
import { TellLenderConsent } from './jobs/tell-lender-consent.processor.js';
import { AskBuyerLimit, RequestBuyerLimit } from './jobs/insurance/buyer-limit.processors.js';
import {
  AskInsuranceClaim,
  ClaimLetters,
  FileInsuranceClaim,
  NotifyLoss,
  TakeInsurerMessage,
} from './jobs/insurance/insurance-claim.processors.js';
import {
  DeclareShipment,
  ExpireLossNotice,
  OnInsuredShipment,
  TellPremium,
} from './jobs/insurance/shipment.processors.js';
import { AskLender, RequestLoan, TakeLenderMessage, TellRepayment } from './jobs/lender.processors.js';
import { AskWriteOff, ProposeWriteOff } from './jobs/write-off.processors.js';
import { WriteOffs } from './application/write-offs/write-offs.service.js';
import { ExpireAgreement, TellSignature } from './jobs/agreement.processors.js';
import { AskExtension, RequestExtension } from './jobs/extension.processors.js';
import { OnCashFact } from './jobs/on-cash-fact.processor.js';
import {
  OnApprovalDecided,
  OnClaimMatched,
  OnClaimPaid,
  OnClaimRejected,
  OnConversionSettled,
  OnDeclarationReleased,
  OnDeclarationVoid,
  OnOrderCancelled,
  OnOrderPlaced,
} from './jobs/subscribers.js';
import { CancelPledge, RegisterPledge, RenewPledge } from './jobs/registry.processors.js';
import { CancelReceipt, RegisterReceipt, RenewReceipt } from './jobs/stock/receipt.processors.js';
import { OnMarginNews } from './jobs/stock/on-margin-news.processor.js';
import { ExpireInsurancePolicy } from './jobs/insurance/policy.processors.js';
import { WatchCovenants } from './jobs/watch-covenants.schedule.js';
import { CovenantWatch } from './application/lender/covenant-watch.service.js';
import { LenderPortfolios } from './application/lender/lender-portfolios.service.js';
import { HttpInsurer } from './partners/insurance/insurer.http.js';
import { Insurer } from './partners/insurance/insurer.port.js';
import { HttpLender } from './partners/lender.http.js';
import { Lender } from './partners/lender.port.js';
import { HttpRegistry } from './partners/registry.http.js';
import { Registry } from './partners/registry.port.js';

/** Hears the facts, asks the lender, splits the receipts. */
@Module({
  imports: [ApprovalsJobsModule, OrdersJobsModule, LedgerModule, PartiesJobsModule],
  providers: [
    Accruals,
    AccrueInterest,
    Instalments,
    TakeInstalment,
    TakeInstalments,
    LoanGrounds,
    Advances,
    LoanRequests,
    Repayments,
    Extensions,
    Agreements,
    WriteOffs,
    Waterfalls,
    CreditLimits,
    Pledges,
    InsurancePolicies,
    BuyerLimits,
    ShipmentDeclarations,
    ShipmentAnswers,
    InsuranceClaims,
    ClaimAnswers,
    ClaimLetters,
    { provide: Lender, useClass: HttpLender },
    { provide: Insurer, useClass: HttpInsurer },
    { provide: Registry, useClass: HttpRegistry },
    OnOrderPlaced,
    OnOrderCancelled,
    OnDeclarationReleased,
    OnDeclarationVoid,
    OnClaimMatched,
    OnClaimRejected,
    OnClaimPaid,
    OnConversionSettled,
    OnCashFact,
    OnApprovalDecided,
    RegisterPledge,
    RenewPledge,
    CancelPledge,
    RequestLoan,
    AskLender,
    TellRepayment,
    RequestExtension,
    AskExtension,
    TellSignature,
    ExpireAgreement,
    ProposeWriteOff,
    AskWriteOff,
    TakeLenderMessage,
    ClientLoans,
    ClientNewsReader,
    LenderConsents,
    LenderFeeds,
    FeedLenders,
    TellLenderConsent,
    OnInsuredShipment,
    RequestBuyerLimit,
    AskBuyerLimit,
    DeclareShipment,
    TellPremium,
    ExpireLossNotice,
    ExpireInsurancePolicy,
    CovenantWatch,
    LenderPortfolios,
    WatchCovenants,
    NotifyLoss,
    FileInsuranceClaim,
    AskInsuranceClaim,
    TakeInsurerMessage,
    EarlyRepayments,
    MarginLoans,
    OnMarginNews,
    RegisterReceipt,
    RenewReceipt,
    CancelReceipt,
  ],
})
export class FinancingJobsModule {}
