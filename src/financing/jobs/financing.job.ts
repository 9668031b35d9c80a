import { INBOUND_JOBS } from '../../platform/partners/inbound.jobs.js';
import { defineJob, defineSubscriber, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';
import { AGREEMENT_JOBS } from './agreement.job.js';
import { LENDER_JOBS } from './lender.job.js';
import { INSURANCE_JOBS } from './insurance/insurance.job.js';
import { STOCK_JOBS } from './stock/stock.job.js';

export interface AdvancePayload {
  readonly advanceId: string;
}

export interface AskLenderPayload extends AdvancePayload {
  /** The wait that the question was promised for: it is none when somebody else has to act meanwhile. Absent of old promises. */
  readonly expectedBy?: string;
}

export interface RepaymentPayload {
  readonly repaymentId: string;
}

export interface ExtensionPayload {
  readonly extensionId: string;
}

export interface WriteOffPayload {
  readonly writeOffId: string;
}

export const ON_ORDER_PLACED = defineSubscriber('financing.on-order-placed');
export const ON_ORDER_CANCELLED = defineSubscriber('financing.on-order-cancelled');
export const ON_DECLARATION_RELEASED = defineSubscriber('financing.on-declaration-released');
export const ON_DECLARATION_VOID = defineSubscriber('financing.on-declaration-void');
export const ON_CLAIM_MATCHED = defineSubscriber('financing.on-claim-matched');
export const ON_CLAIM_REJECTED = defineSubscriber('financing.on-claim-rejected');
export const ON_CLAIM_PAID = defineSubscriber('financing.on-claim-paid');
export const ON_APPROVAL_DECIDED = defineSubscriber('financing.on-approval-decided');
export const ON_CONVERSION_SETTLED = defineSubscriber('financing.on-conversion-settled');
export const ON_CASH_FACT = defineSubscriber('financing.on-cash-fact');

/** Asks the lender for one loan. */
export const REQUEST_LOAN = defineJob<AdvancePayload>('financing.request-loan', { attemptsMax: 12 });

/** Has what backs one loan registered; with it the lender is asked. */
export const REGISTER_PLEDGE = defineJob<AdvancePayload>('financing.register-pledge', { attemptsMax: 20 });

/** Extends one registration before it ends. */
export const RENEW_PLEDGE = defineJob<AdvancePayload>('financing.renew-pledge', { attemptsMax: 20 });

/** Takes one loan out of the register. */
export const CANCEL_PLEDGE = defineJob<AdvancePayload>('financing.cancel-pledge', { attemptsMax: 20 });

/** Asks the lender how one loan stands, when it has not spoken for too long. */
export const ASK_LENDER = defineWatch<AskLenderPayload>('financing.ask-lender');

/** Tells the lender of one repayment. */
export const TELL_REPAYMENT = defineJob<RepaymentPayload>('financing.tell-repayment', { attemptsMax: 20 });

/** Takes what is due of one loan that is paid back in parts. */
export const TAKE_INSTALMENT = defineJob<AdvancePayload>('financing.take-instalment', { lane: 'bulk' });

/** Asks the lender for a later due date of one loan. */
export const REQUEST_EXTENSION = defineJob<ExtensionPayload>('financing.request-extension', { attemptsMax: 12 });

/** Asks the lender how a later due date stands, when it has not spoken for too long. */
export const ASK_EXTENSION = defineWatch<ExtensionPayload>('financing.ask-extension');

/** Proposes to the lender to write off one loan. */
export const PROPOSE_WRITE_OFF = defineJob<WriteOffPayload>('financing.propose-write-off', { attemptsMax: 12 });

/** Asks the lender what became of a proposal, when it has not spoken for too long. */
export const ASK_WRITE_OFF = defineWatch<WriteOffPayload>('financing.ask-write-off');

/** What the lender calls back with. */
export const TAKE_LENDER_MESSAGE = INBOUND_JOBS.lender;

export const FINANCING_JOBS: readonly JobDefinition<object>[] = [
  ON_ORDER_PLACED,
  ON_ORDER_CANCELLED,
  ON_DECLARATION_RELEASED,
  ON_DECLARATION_VOID,
  ON_CLAIM_MATCHED,
  ON_CLAIM_REJECTED,
  ON_CLAIM_PAID,
  ON_CONVERSION_SETTLED,
  ON_CASH_FACT,
  ON_APPROVAL_DECIDED,
  REGISTER_PLEDGE,
  RENEW_PLEDGE,
  CANCEL_PLEDGE,
  REQUEST_LOAN,
  ASK_LENDER,
  TELL_REPAYMENT,
  TAKE_INSTALMENT,
  REQUEST_EXTENSION,
  ASK_EXTENSION,
  PROPOSE_WRITE_OFF,
  ASK_WRITE_OFF,
  TAKE_LENDER_MESSAGE,
  ...AGREEMENT_JOBS,
  ...LENDER_JOBS,
  ...INSURANCE_JOBS,
  ...STOCK_JOBS,
];
