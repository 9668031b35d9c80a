import { bulkKind, type WorkBatch } from '../../platform/bulk/batch.job.js';
import { INBOUND_JOBS } from '../../platform/partners/inbound.jobs.js';
import { REFUND_JOBS } from './refund.job.js';
import { SAFE_JOBS } from './safe.job.js';
import { defineJob, defineSubscriber, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';
import { FORWARD_JOBS } from './forward.job.js';

/** What the orders say: a seller needs accounts, a buyer owes. */
export const onOrderPlaced = defineSubscriber('fx.on-order-placed');
/** What the orders say: this one will not be paid for. */
export const onOrderCancelled = defineSubscriber('fx.on-order-cancelled');
/** What freight says: this booking is off, and with it what is owed for it. */
export const onFreightReleased = defineSubscriber('fx.on-freight-released');
/** What financing says: this much may be paid out. */
export const onProceedsReleased = defineSubscriber('fx.on-proceeds-released');

/** What happens to the money of an order: what it stands at in CNY follows. */
export const onMoneyFact = defineSubscriber('fx.on-money-fact');

/** What a second person said to what waited for them. */
export const onApprovalDecided = defineSubscriber('fx.on-approval-decided');

export interface AccountPayload {
  readonly accountId: string;
}
export interface AccountRequestPayload extends AccountPayload {
  /** The request it is about: an earlier one than the present is old news. */
  readonly attempt: number;
}
export interface AllocationPayload {
  readonly allocationId: string;
}
export interface ConversionPayload {
  readonly conversionId: string;
}
export interface ConversionChangePayload {
  readonly changeId: string;
}
export interface PayoutPayload {
  readonly payoutId: string;
  /** The message it is about: an earlier one than the present is old news. */
  readonly attempt: number;
}

export const openAccount = defineJob<AccountRequestPayload>('fx.open-account', { attemptsMax: 10 });
export const askAccount = defineWatch<AccountRequestPayload>('fx.ask-account');
/** Asks for credits whose notice never came. */
export const askCredits = defineWatch<AccountPayload>('fx.ask-credits');
export const refreshBoard = defineJob<object>('fx.refresh-board', { attemptsMax: 4, firstRetryDelayMs: 500 });
export const convertAllocation = defineJob<AllocationPayload>('fx.convert-allocation', { attemptsMax: 12 });
export const dealConversion = defineJob<ConversionPayload>('fx.deal-conversion', {
  attemptsMax: 10,
  firstRetryDelayMs: 500,
});
/** On the value date of a deal. */
export const deliverDeal = defineJob<ConversionPayload>('fx.deliver-deal', { attemptsMax: 10 });
export const changeDeal = defineJob<ConversionChangePayload>('fx.change-deal', { attemptsMax: 10 });
export const askDeal = defineWatch<ConversionPayload>('fx.ask-deal');
export const sendPayout = defineJob<PayoutPayload>('fx.send-payout', { attemptsMax: 10 });
export const askPayout = defineWatch<PayoutPayload>('fx.ask-payout');

export interface PayoutBatchPayload {
  readonly batchId: string;
}
/** The cut-off of a batch. */
export const closePayoutBatch = defineWatch<PayoutBatchPayload>('fx.expire-payout-batch');
export const sendPayoutBatch = defineJob<PayoutBatchPayload>('fx.send-payout-batch', { attemptsMax: 10 });

export interface TaxPaymentPayload {
  readonly paymentId: string;
  /** The message it is about: an earlier one than the present is old news. */
  readonly attempt: number;
}
/** What customs says of taxes that are owed. */
export const onTaxBill = defineSubscriber('fx.on-tax-bill');
export const sendTaxPayment = defineJob<TaxPaymentPayload>('fx.send-tax-payment', { attemptsMax: 10 });
export const askTaxPayment = defineWatch<TaxPaymentPayload>('fx.ask-tax-payment');

export interface BankFilePayload {
  readonly fileId: string;
  /** The last of its entries that was looked at. */
  readonly after: number;
}
/** Takes in what a file of the bank says of money that came. */
export const takeBankFile = defineJob<BankFilePayload>('fx.take-bank-file', { attemptsMax: 10 });

/** Fetches the statements of an account, every morning. */
export const askStatement = defineWatch<AccountPayload>('fx.ask-statement');

export interface StatementPayload {
  readonly statementId: string;
}
/** Holds a statement that was taken in against the ledger. */
export const reconcileStatement = defineJob<StatementPayload>('fx.reconcile-statement', { attemptsMax: 10 });
export interface MatchRunPayload extends WorkBatch {
  /** Which slice it is, from 0: each is worked once. */
  readonly slice: number;
}
/** Matches some of what waits, and orders the next. */
export const workMatchRun = defineJob<MatchRunPayload>('fx.work-match-run', { attemptsMax: 12, lane: 'bulk' });
/** Ends a run that was cancelled. */
export const settleMatchRun = defineJob<WorkBatch>('fx.settle-match-run', { attemptsMax: 12 });
/** Kind of the operations that are runs over collections that wait. */
export const MATCH_RUN = bulkKind('collection-matching', settleMatchRun);

export const FX_JOBS: readonly JobDefinition<object>[] = [
  onOrderPlaced,
  onOrderCancelled,
  onFreightReleased,
  onProceedsReleased,
  onApprovalDecided,
  onMoneyFact,
  openAccount,
  askAccount,
  askCredits,
  refreshBoard,
  convertAllocation,
  dealConversion,
  deliverDeal,
  changeDeal,
  askDeal,
  sendPayout,
  askPayout,
  closePayoutBatch,
  sendPayoutBatch,
  onTaxBill,
  sendTaxPayment,
  askTaxPayment,
  takeBankFile,
  askStatement,
  reconcileStatement,
  ...SAFE_JOBS,
  ...REFUND_JOBS,
  workMatchRun,
  settleMatchRun,
  ...FORWARD_JOBS,
  INBOUND_JOBS.bank,
];
