import { type Provider } from '@nestjs/common';

import { BatchQueue } from '../platform/bulk/batch-queue.js';
import { StreamedOperations } from '../platform/bulk/streamed-operations.js';
import { BankFiles } from './application/bank-files/bank-files.js';
import { Board } from './application/conversions/board.js';
import { AllocationUndoing } from './application/collections/allocation-undoing.js';
import { CollectionCommands } from './application/collections/collection-commands.js';
import { CollectionMatching } from './application/collections/collection-matching.js';
import { CollectionAccounts } from './application/collections/collection-accounts.js';
import { Collections } from './application/collections/collections.js';
import { ConversionDecisions } from './application/conversions/conversion-decisions.js';
import { Conversions } from './application/conversions/conversions.js';
import { Debts } from './application/collections/debts.js';
import { MatchRuns } from './application/collections/match-runs.js';
import { DuesPurchases } from './application/dues/dues-purchases.js';
import { DuesReturns } from './application/dues/dues-returns.js';
import { PayoutOrders } from './application/payouts/payout-orders.js';
import { Payouts } from './application/payouts/payouts.js';
import { Proceeds } from './application/payouts/proceeds.js';
import { Reversals } from './application/collections/reversals.js';
import { Quotes } from './application/conversions/quotes.js';
import { TaxPaymentOrders } from './application/tax-payments/tax-payment-orders.js';
import { TaxPaymentReports } from './application/tax-payments/tax-payment-reports.js';
import { TaxPayments } from './application/tax-payments/tax-payments.js';
import { Receivables } from './application/collections/receivables.js';

/** The same in both processes: the api gives commands, the worker brings what partners and other modules say. */
export const USE_CASES: Provider[] = [
  AllocationUndoing,
  BankFiles,
  BatchQueue,
  Board,
  CollectionCommands,
  CollectionMatching,
  CollectionAccounts,
  Collections,
  ConversionDecisions,
  Conversions,
  Debts,
  DuesPurchases,
  DuesReturns,
  MatchRuns,
  PayoutOrders,
  Payouts,
  Proceeds,
  Quotes,
  Receivables,
  Reversals,
  StreamedOperations,
  TaxPaymentOrders,
  TaxPaymentReports,
  TaxPayments,
];
