import { StateMachine } from '../../../kernel/state-machine.js';

export type TradeCheckState = 'passed' | 'doubtful' | 'blocked' | 'accepted';
export type TradeCheckCommand = 'pass' | 'doubt' | 'block' | 'accept';
const ALL: readonly TradeCheckState[] = ['passed', 'doubtful', 'blocked', 'accepted'];

/**
 * Whether an order's money has a trade behind it. Facts move it to and fro; a second person may accept what facts do not
 * show, and that stands until more money comes.
 */
export const TRADE_CHECK = new StateMachine<TradeCheckState, TradeCheckCommand>('trade check', ALL, {
  pass: { from: ALL, to: 'passed', event: 'fx.trade_check.passed' },
  doubt: { from: ALL, to: 'doubtful', event: 'fx.trade_check.doubted' },
  block: { from: ALL, to: 'blocked', event: 'fx.trade_check.blocked' },
  accept: { from: ['doubtful', 'blocked'], to: 'accepted', event: 'fx.trade_check.accepted', byCaller: true },
});

export type FundsReviewState = 'held' | 'part_released' | 'released';
export type FundsReviewCommand = 'release' | 'release_in_part' | 'hold' | 'hold_in_part';

/**
 * Money in the account under review (待核查账户), until the trade behind it is checked; its orders pass one by one. What leaves it to
 * go back to the payer, and did not get there, is held again.
 */
export const FUNDS_REVIEW = new StateMachine<FundsReviewState, FundsReviewCommand>(
  'funds review',
  ['held', 'part_released', 'released'],
  {
    release: { from: ['held', 'part_released'], to: 'released', event: 'fx.funds_review.released' },
    release_in_part: { from: ['held', 'part_released'], to: 'part_released', event: 'fx.funds_review.released' },
    hold: { from: ['part_released', 'released'], to: 'held', event: 'fx.funds_review.held' },
    hold_in_part: { from: ['part_released', 'released'], to: 'part_released', event: 'fx.funds_review.held' },
  },
);
