import { type MoneyJson } from '../../kernel/money.js';
import { defineJob, defineSubscriber, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';

export interface ForwardPayload {
  readonly forwardId: string;
}
export interface ForwardDayPayload extends ForwardPayload {
  /** The day in China that is waited for. */
  readonly on: string;
}
/** CNY that was set aside for a contract and is not needed for it any more. */
export interface SetAsidePayload {
  /** Of the contract that came to nothing, or of the part of it that was settled. */
  readonly causeId: string;
  readonly orderId: string;
  readonly partyId: string;
  readonly amount: MoneyJson;
}
export interface ForwardMovePayload {
  readonly moveId: string;
}

/** What an order brings may have become less. */
export const onCoverChanged = defineSubscriber('fx.on-cover-changed');
/** Fetches the bank's interest curves. */
export const refreshCurves = defineJob<object>('fx.refresh-curves', { attemptsMax: 4, firstRetryDelayMs: 500 });
export const bookForward = defineJob<ForwardPayload>('fx.book-forward', { attemptsMax: 10, firstRetryDelayMs: 500 });
export const askForward = defineWatch<ForwardPayload>('fx.ask-forward');
/** Rolls over or closes out; a delivery goes the way of conversions. */
export const moveForward = defineJob<ForwardMovePayload>('fx.move-forward', {
  attemptsMax: 10,
  firstRetryDelayMs: 500,
});
export const askForwardMove = defineWatch<ForwardMovePayload>('fx.ask-forward-move');
/** Reminds, has it delivered on the last day, and after that says that it is over. */
export const expireForward = defineWatch<ForwardDayPayload>('fx.expire-forward');
/** Delivers what has come for an order that converts by itself, on the last day. */
export const deliverForward = defineJob<ForwardPayload>('fx.deliver-forward', { attemptsMax: 12 });
/** Has it paid out, as it would have been. */
export const passSetAside = defineJob<SetAsidePayload>('fx.pass-set-aside', { attemptsMax: 12 });

export const FORWARD_JOBS: readonly JobDefinition<object>[] = [
  onCoverChanged,
  refreshCurves,
  bookForward,
  askForward,
  moveForward,
  askForwardMove,
  expireForward,
  deliverForward,
  passSetAside,
];
