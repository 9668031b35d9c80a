import { type Provider } from '@nestjs/common';

import { BatchQueue } from '../platform/bulk/batch-queue.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { BankFiles } from './application/bank-files/bank-files.js';
import { BopDeclarations } from './application/bop/bop-declarations.js';
import { BopDrafts } from './application/bop/bop-drafts.js';
import { BopExports } from './application/bop/bop-exports.js';
import { BopReports } from './application/bop/bop-reports.js';
import { Board } from './application/conversions/board.js';
import { AllocationUndoing } from './application/collections/allocation-undoing.js';
import { CollectionCommands } from './application/collections/collection-commands.js';
import { CollectionMatching } from './application/collections/collection-matching.js';
import { CollectionAccounts } from './application/collections/collection-accounts.js';
import { Collections } from './application/collections/collections.js';
import { ContractAnswers } from './application/contracts/contract-answers.js';
import { ControlLetters } from './application/contracts/control-letters.js';
import { ControlRequests } from './application/contracts/control-requests.js';
import { ContractFiles } from './application/contracts/contract-files.js';
import { RegisteredContracts } from './application/contracts/registered-contracts.js';
import { ChangeOutcomes } from './application/conversions/change-outcomes.js';
import { ConversionChanges } from './application/conversions/conversion-changes.js';
import { ConversionDeals } from './application/conversions/conversion-deals.js';
import { ConversionDecisions } from './application/conversions/conversion-decisions.js';
import { Conversions } from './application/conversions/conversions.js';
import { Debts } from './application/collections/debts.js';
import { MatchRuns } from './application/collections/match-runs.js';
import { DuesPurchases } from './application/dues/dues-purchases.js';
import { DuesReturns } from './application/dues/dues-returns.js';
import { BankMovements } from './application/bank-files/bank-movements.js';
import { PayoutBatches } from './application/payouts/payout-batches.js';
import { PayoutPolicies } from './application/payouts/payout-policies.js';
import { PayoutReturns } from './application/payouts/payout-returns.js';
import { BookedValues } from './application/results/booked-values.js';
import { Exposures } from './application/exposures/exposures.js';
import { FxResults } from './application/results/fx-results.js';
import { Cover } from './application/forwards/cover.js';
import { Curves } from './application/forwards/curves.js';
import { ForwardAnswers } from './application/forwards/forward-answers.js';
import { ForwardDecisions } from './application/forwards/forward-decisions.js';
import { ForwardDeliveries } from './application/forwards/forward-deliveries.js';
import { ForwardDeposits } from './application/forwards/forward-deposits.js';
import { ForwardDues } from './application/forwards/forward-dues.js';
import { ForwardSetAsides } from './application/forwards/forward-set-asides.js';
import { ForwardMoves } from './application/forwards/forward-moves.js';
import { ForwardNotices } from './application/forwards/forward-notices.js';
import { ForwardQuotes } from './application/forwards/forward-quotes.js';
import { ForwardTermsBook } from './application/forwards/forward-terms.js';
import { Forwards } from './application/forwards/forwards.js';
import { MarginCalls } from './application/margins/margin-calls.js';
import { PayoutOrders } from './application/payouts/payout-orders.js';
import { Payouts } from './application/payouts/payouts.js';
import { Proceeds } from './application/payouts/proceeds.js';
import { EntryBookings } from './application/statements/entry-bookings.js';
import { Reconciliations } from './application/statements/reconciliations.js';
import { Statements } from './application/statements/statements.js';
import { CollectionRefunds } from './application/refunds/collection-refunds.js';
import { PayerAccounts } from './application/refunds/payer-accounts.js';
import { RefundMoney } from './application/refunds/refund-money.js';
import { RefundOrders } from './application/refunds/refund-orders.js';
import { RefundReports } from './application/refunds/refund-reports.js';
import { RefundReturns } from './application/refunds/refund-returns.js';
import { Reversals } from './application/collections/reversals.js';
import { Quotes } from './application/conversions/quotes.js';
import { TaxPaymentOrders } from './application/tax-payments/tax-payment-orders.js';
import { TaxPaymentReports } from './application/tax-payments/tax-payment-reports.js';
import { TaxPayments } from './application/tax-payments/tax-payments.js';
import { Revaluations } from './application/results/revaluations.js';
import { CurrencyControlRules } from './application/safe/currency-control-rules.js';
import { FundReviews } from './application/safe/fund-reviews.js';
import { SmallSellers } from './application/safe/small-sellers.js';
import { TradeChecks } from './application/safe/trade-checks.js';
import { TradeCreditDesk } from './application/safe/trade-credit-desk.js';
import { TradeCredits } from './application/safe/trade-credits.js';
import { TradeEvidence } from './application/safe/trade-evidence.js';
import { WorkCalendars } from './application/rates/calendars.js';
import { MarkUps } from './application/rates/mark-ups.js';
import { BoardRates } from './application/rates/board-rates.js';
import { RateBook } from './application/rates/rate-book.js';
import { RateHistory } from './application/rates/rate-history.js';
import { RateIntake } from './application/rates/rate-intake.js';
import { ReferenceRates } from './application/rates/reference-rates.js';
import { OtherCurrencies } from './application/collections/other-currencies.js';
import { Receivables } from './application/collections/receivables.js';

/** The same in both processes: the api gives commands, the worker brings what partners and other modules say. */
export const USE_CASES: Provider[] = [
  AllocationUndoing,
  BankFiles,
  BankMovements,
  BoardRates,
  Board,
  EntryBookings,
  Reconciliations,
  Statements,
  BookedValues,
  BopDeclarations,
  BopDrafts,
  BopExports,
  BopReports,
  BatchQueue,
  CollectionCommands,
  CollectionMatching,
  CollectionAccounts,
  Collections,
  ContractAnswers,
  ControlLetters,
  ControlRequests,
  ContractFiles,
  RegisteredContracts,
  ChangeOutcomes,
  CollectionRefunds,
  PayerAccounts,
  RefundMoney,
  RefundOrders,
  RefundReports,
  RefundReturns,
  ConversionChanges,
  ConversionDeals,
  ConversionDecisions,
  Conversions,
  CurrencyControlRules,
  Debts,
  DuesPurchases,
  DuesReturns,
  PayoutBatches,
  Exposures,
  FxResults,
  FundReviews,
  MatchRuns,
  Cover,
  Curves,
  ForwardAnswers,
  ForwardDecisions,
  ForwardDeliveries,
  ForwardDeposits,
  ForwardDues,
  ForwardSetAsides,
  ForwardMoves,
  ForwardNotices,
  ForwardQuotes,
  ForwardTermsBook,
  Forwards,
  MarginCalls,
  PayoutOrders,
  PayoutPolicies,
  PayoutReturns,
  MarkUps,
  Payouts,
  Proceeds,
  Quotes,
  RateBook,
  RateHistory,
  RateIntake,
  OtherCurrencies,
  Receivables,
  Revaluations,
  SmallSellers,
  Reversals,
  StreamedOperations,
  TaxPaymentOrders,
  TaxPaymentReports,
  TaxPayments,
  TradeChecks,
  TradeCreditDesk,
  TradeCredits,
  TradeEvidence,
  ReferenceRates,
  WorkCalendars,
];
