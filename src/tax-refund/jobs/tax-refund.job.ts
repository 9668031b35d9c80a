import { INBOUND_JOBS } from '../../platform/partners/inbound.jobs.js';
import { ASK_CERTIFICATE, SEND_CERTIFICATE } from './agency-certificate.job.js';
import { MATCH_CASE, PLAN_MATCH_CASES, PLAN_MATCH_RUN, SETTLE_MATCH_RUN, WORK_MATCH_CHUNK } from './match-run.job.js';
import { defineJob, defineSubscriber, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';

/** What the order says: a refund is wanted. */
export const ON_ORDER_PLACED = defineSubscriber('tax-refund.on-order-placed');
/** What the order says: there will be no export. */
export const ON_ORDER_CANCELLED = defineSubscriber('tax-refund.on-order-cancelled');
/** What customs says: the export is in the data that the tax bureau sees. */
export const ON_DECLARATION_CLEARED = defineSubscriber('tax-refund.on-declaration-cleared');
/** What customs says of goods for warehouses abroad: they have left, and what was sold of them. */
export const ON_OVERSEAS_EXPORT = defineSubscriber('tax-refund.on-overseas-export');
/** What FX says: the buyer has paid, or has not, after all. */
export const ON_ORDER_COLLECTED = defineSubscriber('tax-refund.on-order-collected');
export const ON_CLAWBACK_PAYMENT = defineSubscriber('tax-refund.on-clawback-payment');

/** What a second person said to a claim that waited for them. */
export const ON_APPROVAL_DECIDED = defineSubscriber('tax-refund.on-approval-decided');

export interface MatchExport {
  readonly orderId: string;
}
/** Holds the facts of an order against one another, after an invoice or a tax period was recorded. */
export const MATCH_EXPORT = defineJob<MatchExport>('tax-refund.match-export');

export interface CarryPeriod {
  readonly sellerId: string;
  /** `YYYYMM`. */
  readonly period: string;
}
/** Lets the months after one in which a correction has moved take over what that leaves now. */
export const CARRY_PERIOD = defineJob<CarryPeriod>('tax-refund.carry-period');

export interface FileClaim {
  readonly filingId: string;
}
/** Sends one attempt to the bureau. What is not answered after the last try is asked for by `tax-refund.ask-bureau`. */
export const FILE_CLAIM = defineJob<FileClaim>('tax-refund.file-claim', { attemptsMax: 8, firstRetryDelayMs: 500 });

/** Names the message: one that was written anew since is checked by another. */
export interface CheckBatch {
  readonly batchId: string;
  readonly attempt: number;
}
/** Shows the message of a batch to the self-check; with nothing doubtful it is sent. */
export const CHECK_BATCH = defineJob<CheckBatch>('tax-refund.check-batch', { attemptsMax: 8, firstRetryDelayMs: 500 });

export interface FileBatch {
  readonly batchId: string;
}
/** Sends a batch that passed its self-check. */
export const FILE_BATCH = defineJob<FileBatch>('tax-refund.file-batch', { attemptsMax: 8, firstRetryDelayMs: 500 });
/** Spreads what the treasury paid for a batch, after one of its claims was approved. */
export const SPREAD_PAYMENTS = defineJob<FileBatch>('tax-refund.spread-payments');

/** Names the day that was meant: a batch that has another one since is not filed on this. */
export interface FileDueBatch {
  readonly batchId: string;
  /** `YYYY-MM-DD`. */
  readonly fileOn: string;
}
/** Due when the day begins in China, by the tenant's clock. */
export const FILE_DUE_BATCH = defineWatch<FileDueBatch>('tax-refund.expire-batch');

/** Names the wait that is over: a claim that has moved on since needs no question. */
export interface AskBureau {
  readonly claimId: string;
  readonly state: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}
export const ASK_BUREAU = defineWatch<AskBureau>('tax-refund.ask-bureau');

/** Names the inquiry and its last day: one that has a later day since has reminders of its own. */
export interface RemindAnswer {
  readonly claimId: string;
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}
/** Due 7, 3 and 1 days before the last day of an inquiry, and when it is over, by the tenant's clock. */
export const REMIND_ANSWER = defineJob<RemindAnswer>('tax-refund.remind-answer');
/** Names the wait that lasts: a check that was answered since needs no question. */
export interface VerifyInvoice {
  readonly invoiceId: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}
/** Asks whether an invoice is genuine, at once and again whenever nothing has come. */
export const VERIFY_INVOICE = defineWatch<VerifyInvoice>('tax-refund.ask-invoice');

export interface FollowIssuer {
  readonly issuerId: string;
}
/** Due when the review of an issuer is to be warned of, and when it is over, by the tenant's clock. */
export const FOLLOW_ISSUER = defineWatch<FollowIssuer>('tax-refund.expire-issuer');

export interface WeighIssuer {
  readonly taxNumber: string;
  readonly issuedOn: string;
}
/** Holds what an issuer invoiced in a year against what it can make. */
export const WEIGH_ISSUER = defineJob<WeighIssuer>('tax-refund.weigh-issuer');

export interface TellAbnormal {
  readonly entryId: string;
}
/** Tells of the invoices that an entry of the abnormal lists hits, or no longer does, and of the refunds that stand on them. */
export const TELL_ABNORMAL = defineJob<TellAbnormal>('tax-refund.tell-abnormal');

export interface ExpireAgency {
  readonly agreementId: string;
}
/** Due when the last day of an agency agreement is over, by the tenant's clock. */
export const EXPIRE_AGENCY = defineWatch<ExpireAgency>('tax-refund.expire-agency');

export interface TellRates {
  readonly libraryId: number;
}
/** Tells the orders of a tenant of an issue of the refund library. What fails is tried again for this tenant alone. */
export const TELL_RATES = defineJob<TellRates>('tax-refund.tell-rates');

export interface FollowDeadlines {
  readonly orderId: string;
}
/** Works out the clocks of an order anew, after its facts have changed or its claim was filed. */
export const FOLLOW_DEADLINES = defineJob<FollowDeadlines>('tax-refund.follow-deadlines');

export interface FollowCollection {
  readonly orderId: string;
}
/** Keeps the claim of an order back, or warns of it, where its collection was undone; lets it go on once it is collected again. */
export const FOLLOW_COLLECTION = defineJob<FollowCollection>('tax-refund.follow-collection');

export interface PassDeadlines {
  /** `YYYY-MM-DD`, in China. */
  readonly day: string;
}
/** Due at the beginning of a day that is the day of an alert, or the day after a last day, by the tenant's clock. */
export const PASS_DEADLINES = defineWatch<PassDeadlines>('tax-refund.expire-deadlines');

export interface WatchAgency {
  readonly claimId: string;
}
/** Looks whether a limit of agents was crossed, after a claim was filed for a producer or sent back. */
export const WATCH_AGENCY = defineJob<WatchAgency>('tax-refund.watch-agency');

/** Every queue of this module. */
export const TAX_REFUND_JOBS: readonly JobDefinition<object>[] = [
  ON_ORDER_PLACED,
  ON_ORDER_CANCELLED,
  ON_DECLARATION_CLEARED,
  ON_OVERSEAS_EXPORT,
  ON_ORDER_COLLECTED,
  ON_CLAWBACK_PAYMENT,
  ON_APPROVAL_DECIDED,
  MATCH_EXPORT,
  CARRY_PERIOD,
  PLAN_MATCH_RUN,
  WORK_MATCH_CHUNK,
  PLAN_MATCH_CASES,
  MATCH_CASE,
  SETTLE_MATCH_RUN,
  FILE_CLAIM,
  CHECK_BATCH,
  FILE_BATCH,
  SPREAD_PAYMENTS,
  FILE_DUE_BATCH,
  ASK_BUREAU,
  REMIND_ANSWER,
  EXPIRE_AGENCY,
  TELL_RATES,
  FOLLOW_DEADLINES,
  FOLLOW_COLLECTION,
  PASS_DEADLINES,
  WATCH_AGENCY,
  VERIFY_INVOICE,
  FOLLOW_ISSUER,
  WEIGH_ISSUER,
  SEND_CERTIFICATE,
  ASK_CERTIFICATE,
  TELL_ABNORMAL,
  INBOUND_JOBS['tax-bureau'],
];
