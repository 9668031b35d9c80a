import { type Provider } from '@nestjs/common';

import { BankFiles } from './application/bank-files/bank-files.js';
import { Board } from './application/conversions/board.js';
import { CollectionAccounts } from './application/collections/collection-accounts.js';
import { Collections } from './application/collections/collections.js';
import { ConversionDecisions } from './application/conversions/conversion-decisions.js';
import { Conversions } from './application/conversions/conversions.js';
import { Debts } from './application/collections/debts.js';
import { DuesPurchases } from './application/dues/dues-purchases.js';
import { DuesReturns } from './application/dues/dues-returns.js';
import { Cover } from './application/forwards/cover.js';
import { Curves } from './application/forwards/curves.js';
import { ForwardAnswers } from './application/forwards/forward-answers.js';
import { ForwardDecisions } from './application/forwards/forward-decisions.js';
import { ForwardDeliveries } from './application/forwards/forward-deliveries.js';
import { ForwardDeposits } from './application/forwards/forward-deposits.js';
import { ForwardMoves } from './application/forwards/forward-moves.js';
import { ForwardNotices } from './application/forwards/forward-notices.js';
import { ForwardQuotes } from './application/forwards/forward-quotes.js';
import { ForwardTermsBook } from './application/forwards/forward-terms.js';
import { Forwards } from './application/forwards/forwards.js';
import { PayoutOrders } from './application/payouts/payout-orders.js';
import { Payouts } from './application/payouts/payouts.js';
import { Proceeds } from './application/payouts/proceeds.js';
import { Quotes } from './application/conversions/quotes.js';
import { TaxPaymentOrders } from './application/tax-payments/tax-payment-orders.js';
import { TaxPaymentReports } from './application/tax-payments/tax-payment-reports.js';
import { TaxPayments } from './application/tax-payments/tax-payments.js';
import { Receivables } from './application/collections/receivables.js';

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
  Cover,
  Curves,
  ForwardAnswers,
  ForwardDecisions,
  ForwardDeliveries,
  ForwardDeposits,
  ForwardMoves,
  ForwardNotices,
  ForwardQuotes,
  ForwardTermsBook,
  Forwards,
  PayoutOrders,
  Payouts,
  Proceeds,
  Quotes,
  Receivables,
  TaxPaymentOrders,
  TaxPaymentReports,
  TaxPayments,
];
