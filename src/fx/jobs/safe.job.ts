import { defineJob, defineSubscriber, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';

/** Our own news: money that came, was matched, was exchanged. What SAFE is told follows from them. */
export const onReceiptNews = defineSubscriber('fx.on-receipt-news');
/** What customs says of exports: what receipts are held against. */
export const onExportDeclared = defineSubscriber('fx.on-export-declared');

export interface BopPayload {
  readonly declarationId: string;
  /** The message it is about: an earlier one than the present is old news. */
  readonly attempt: number;
}
export interface BopDayPayload {
  readonly declarationId: string;
  /** The last day is over; else it is near. */
  readonly isLate: boolean;
}
export const sendBopDeclaration = defineJob<BopPayload>('fx.send-bop-declaration', { attemptsMax: 10 });
export const askBopDeclaration = defineWatch<BopPayload>('fx.ask-bop-declaration');
/** The day on which a receipt is to be declared. */
export const expireBopDeclaration = defineWatch<BopDayPayload>('fx.expire-bop-declaration');

export interface TradeCreditPayload {
  readonly orderId: string;
  readonly type: 'advance_receipt' | 'deferred_receipt';
  /** The share of a receipt, or the declaration. */
  readonly subjectId: string;
  /** `look`: has the other come; `late`: the report should have been made; `long`: it took longer than was said. */
  readonly stage: 'look' | 'late' | 'long';
}
/** A day on which trade credit is looked at. */
export const expireTradeCredit = defineWatch<TradeCreditPayload>('fx.expire-trade-credit');

export interface ControlRequestPayload {
  readonly requestId: string;
}
/** A message about a registered contract. */
export const sendControlRequest = defineJob<ControlRequestPayload>('fx.send-control-request', { attemptsMax: 10 });
export const askControlRequest = defineWatch<ControlRequestPayload>('fx.ask-control-request');

export interface ControlLetterPayload {
  readonly letterId: string;
}
/** The last day on which the bank wants its letter answered. */
export const expireControlLetter = defineWatch<ControlLetterPayload>('fx.expire-control-letter');

export const SAFE_JOBS: readonly JobDefinition<object>[] = [
  onReceiptNews,
  onExportDeclared,
  sendBopDeclaration,
  askBopDeclaration,
  expireBopDeclaration,
  expireTradeCredit,
  sendControlRequest,
  askControlRequest,
  expireControlLetter,
];
