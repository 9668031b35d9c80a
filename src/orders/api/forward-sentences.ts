import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfForwards = Extract<EventType, `fx.forward.${string}`>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;
const days = (from: string, to: string): string => (from === to ? to : `${from} – ${to}`);
const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');
const PART = {
  delivery: ['delivery', '交割'],
  rollover: ['roll-over', '展期'],
  close_out: ['close-out', '平仓'],
} as const;

/** What is said of currency that is sold or bought forward. */
export const OF_FORWARDS: { readonly [Type in OfForwards]: Words<Type> } = {
  'fx.forward.booked': ({ side, amount, rate, startsOn, dueOn }) => [
    `${money(amount)} ${side === 'buy' ? 'bought' : 'sold'} forward at ${rate}, to be delivered ${days(startsOn, dueOn)}`,
    `已${side === 'buy' ? '远期购汇' : '远期卖出'} ${money(amount)}，汇率 ${rate}，交割日 ${days(startsOn, dueOn)}`,
  ],
  'fx.forward.refused': ({ reason }) => [
    `The bank did not book the forward: ${reason}`,
    `银行未登记远期合约：${reason}`,
  ],
  'fx.forward.lapsed': (data) => [
    `The forward will not be booked: ${data.reason}`,
    `远期合约不再办理：${inChinese(data)}`,
  ],
  'fx.forward.delivered': ({ amount, rate, open }) => [
    `${money(amount)} delivered under the forward at ${rate}; ${money(open)} is open`,
    `远期交割 ${money(amount)}，汇率 ${rate}，未交割 ${money(open)}`,
  ],
  'fx.forward.rolled': ({ amount, dueOn, result }) => [
    `${money(amount)} of the forward rolled over to ${dueOn}; ${money(result)} settled`,
    `远期 ${money(amount)} 展期至 ${dueOn}，结清差额 ${money(result)}`,
  ],
  'fx.forward.closed_out': ({ amount, result }) => [
    `${money(amount)} of the forward closed out; ${money(result)} settled`,
    `远期 ${money(amount)} 已平仓，结清损益 ${money(result)}`,
  ],
  'fx.forward.move_refused': ({ kind, amount, reason }) => [
    `The bank refused the ${PART[kind][0]} of ${money(amount)}: ${reason}`,
    `银行未办理 ${money(amount)} 的${PART[kind][1]}：${reason}`,
  ],
  'fx.forward.falling_due': ({ open, dueOn, daysLeft }) =>
    daysLeft === 0
      ? [`The forward falls due today; ${money(open)} is open`, `远期合约今日到期，未交割 ${money(open)}`]
      : [
          `The forward falls due on ${dueOn}; ${money(open)} is open`,
          `远期合约将于 ${dueOn} 到期，未交割 ${money(open)}`,
        ],
  'fx.forward.past_due': ({ open, dueOn }) => [
    `The forward fell due on ${dueOn} with ${money(open)} open: roll it over or close it out`,
    `远期合约已于 ${dueOn} 到期，未交割 ${money(open)}，请展期或平仓`,
  ],
  'fx.forward.over_hedged': ({ side, excess }) =>
    side === 'buy'
      ? [
          `${money(excess)} more is bought forward than is owed on the order`,
          `远期购汇超过订单应付外汇 ${money(excess)}`,
        ]
      : [`${money(excess)} more is sold forward than the order brings`, `远期卖出超过订单可收外汇 ${money(excess)}`],
  'fx.forward.margin_unused': ({ amount }) => [
    `${money(amount)} lent for margin pays no call: it goes back to the lender`,
    `所借保证金 ${money(amount)} 未用于缴纳，退还资金方`,
  ],
  'fx.forward.overdue': ({ state }) => [
    `No word from the bank on the forward in time (${state}); asking`,
    `银行逾期未答复远期业务（${state}），正在查询`,
  ],
};
