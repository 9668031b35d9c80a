import { type Provider } from '@nestjs/common';

import { BankFiles } from './application/bank-files.js';
import { Board } from './application/board.js';
import { CollectionAccounts } from './application/collection-accounts.js';
import { Collections } from './application/collections.js';
import { ConversionDecisions } from './application/conversion-decisions.js';
import { Conversions } from './application/conversions.js';
import { Debts } from './application/debts.js';
import { DuesPurchases } from './application/dues-purchases.js';
import { DuesReturns } from './application/dues-returns.js';
import { PayoutOrders } from './application/payout-orders.js';
import { Payouts } from './application/payouts.js';
import { Proceeds } from './application/proceeds.js';
import { Quotes } from './application/quotes.js';
import { TaxPaymentOrders } from './application/tax-payment-orders.js';
import { TaxPaymentReports } from './application/tax-payment-reports.js';
import { TaxPayments } from './application/tax-payments.js';
import { Receivables } from './application/receivables.js';

/** The same in both processes: the api gives commands, the worker brings what partners and other modules say. */
export const USE_CASES: Provider[] = [
  BankFiles,
  Board,
  CollectionAccounts,
  Collections,
  ConversionDecisions,
  Conversions,
  Debts,
  DuesPurchases,
  DuesReturns,
  PayoutOrders,
  Payouts,
  Proceeds,
  Quotes,
  Receivables,
  TaxPaymentOrders,
  TaxPaymentReports,
  TaxPayments,
];
