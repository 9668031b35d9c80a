import { money } from './amount.js';
import { day, event, text } from './shape.js';

const CALL = {
  forwardId: text('fwd_01jdq3x7k2e9ta6v0m8r4c5wzb', 'For which contract'),
  sellerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Who owes it'),
  amount: money('1500.00', 'CNY'),
  calledOn: day('2026-11-24'),
  dueOn: day('2026-11-27', 'By when it is to be paid'),
};

const ENDED = { ...CALL, freed: money('1500.00', 'CNY', 'What was held of the seller’s money, and is free again') };

export const MARGIN_EVENTS = {
  'fx.margin_call.called': event(
    ['marginCall'],
    'the bank wants more margin for a forward, by `dueOn`',
    '银行要求追加远期保证金，须于 `dueOn` 前缴纳',
    CALL,
  ),
  'fx.margin_call.paid': event(
    ['marginCall'],
    'the margin that was called is held of the seller’s money',
    '追加的保证金已从卖方资金中冻结',
    CALL,
  ),
  'fx.margin_call.released': event(
    ['marginCall'],
    'the bank wants the margin no more, or has given it back',
    '银行已退还追加的保证金，或不再要求追加',
    ENDED,
  ),
  'fx.margin_call.settled': event(
    ['marginCall'],
    'the forward is over: the margin is owed no more, and what was held is free',
    '远期合约已结清：无须再缴纳，已冻结的保证金解冻',
    ENDED,
  ),
} as const;
