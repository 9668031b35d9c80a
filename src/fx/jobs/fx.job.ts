import { INBOUND_JOBS } from '../../platform/partners/inbound.jobs.js';
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
export const askDeal = defineWatch<ConversionPayload>('fx.ask-deal');
export const sendPayout = defineJob<PayoutPayload>('fx.send-payout', { attemptsMax: 10 });
export const askPayout = defineWatch<PayoutPayload>('fx.ask-payout');

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

export const FX_JOBS: readonly JobDefinition<object>[] = [
  onOrderPlaced,
  onOrderCancelled,
  onFreightReleased,
  onProceedsReleased,
  onApprovalDecided,
  openAccount,
  askAccount,
  askCredits,
  refreshBoard,
  convertAllocation,
  dealConversion,
  askDeal,
  sendPayout,
  askPayout,
  onTaxBill,
  sendTaxPayment,
  askTaxPayment,
  takeBankFile,
  ...FORWARD_JOBS,
  INBOUND_JOBS.bank,
];
