import { type Provider } from '@nestjs/common';

import { BankFiles } from './application/bank-files/bank-files.js';
import { Board } from './application/conversions/board.js';
import { CollectionAccounts } from './application/collections/collection-accounts.js';
import { Collections } from './application/collections/collections.js';
import { ChangeOutcomes } from './application/conversions/change-outcomes.js';
import { ConversionChanges } from './application/conversions/conversion-changes.js';
import { ConversionDeals } from './application/conversions/conversion-deals.js';
import { ConversionDecisions } from './application/conversions/conversion-decisions.js';
import { Conversions } from './application/conversions/conversions.js';
import { Debts } from './application/collections/debts.js';
import { DuesPurchases } from './application/dues/dues-purchases.js';
import { DuesReturns } from './application/dues/dues-returns.js';
import { PayoutOrders } from './application/payouts/payout-orders.js';
import { Payouts } from './application/payouts/payouts.js';
import { Proceeds } from './application/payouts/proceeds.js';
import { Quotes } from './application/conversions/quotes.js';
import { TaxPaymentOrders } from './application/tax-payments/tax-payment-orders.js';
import { TaxPaymentReports } from './application/tax-payments/tax-payment-reports.js';
import { TaxPayments } from './application/tax-payments/tax-payments.js';
import { WorkCalendars } from './application/rates/calendars.js';
import { MarkUps } from './application/rates/mark-ups.js';
import { BoardRates } from './application/rates/board-rates.js';
import { RateBook } from './application/rates/rate-book.js';
import { RateHistory } from './application/rates/rate-history.js';
import { RateIntake } from './application/rates/rate-intake.js';
import { ReferenceRates } from './application/rates/reference-rates.js';
import { Receivables } from './application/collections/receivables.js';

/** The same in both processes: the api gives commands, the worker brings what partners and other modules say. */
export const USE_CASES: Provider[] = [
  BankFiles,
  BoardRates,
  Board,
  CollectionAccounts,
  Collections,
  ChangeOutcomes,
  ConversionChanges,
  ConversionDeals,
  ConversionDecisions,
  Conversions,
  Debts,
  DuesPurchases,
  DuesReturns,
  PayoutOrders,
  MarkUps,
  Payouts,
  Proceeds,
  Quotes,
  RateBook,
  RateHistory,
  RateIntake,
  Receivables,
  ReferenceRates,
  TaxPaymentOrders,
  TaxPaymentReports,
  TaxPayments,
  WorkCalendars,
];
