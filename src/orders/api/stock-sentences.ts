import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfStock = Extract<EventType, `financing.warehouse_receipt.${string}` | `fx.margin_call.${string}`>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;
const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');

/** What is said of goods in pledge, and of margin. */
export const OF_STOCK: { readonly [Type in OfStock]: Words<Type> } = {
  'financing.warehouse_receipt.pledged': ({ number, value, cover }) => [
    `Warehouse receipt ${number} pledged: worth ${money(value)}, it covers ${money(cover)}`,
    `仓单 ${number} 已出质：货值 ${money(value)}，可担保 ${money(cover)}`,
  ],
  'financing.warehouse_receipt.registered': ({ number, registrationNumber }) => [
    `Pledge of ${number} registered: ${registrationNumber}`,
    `仓单 ${number} 质押已登记：${registrationNumber}`,
  ],
  'financing.warehouse_receipt.refused': (data) => [
    `Pledge of ${data.number} not registered: ${data.reason}`,
    `仓单 ${data.number} 质押未予登记：${inChinese(data)}`,
  ],
  'financing.warehouse_receipt.revalued': ({ number, value, source }) => [
    `Goods of ${number} valued at ${money(value)} by ${source}`,
    `仓单 ${number} 货物由 ${source} 估值 ${money(value)}`,
  ],
  'financing.warehouse_receipt.top_up_due': ({ number, shortfall }) => [
    `Goods of ${number} cover ${money(shortfall)} too little: to be topped up`,
    `仓单 ${number} 担保不足 ${money(shortfall)}，须补足`,
  ],
  'financing.warehouse_receipt.part_released': ({ number, quantity, unit, left }) => [
    `${quantity} ${unit} of ${number} released; ${left} stay in pledge`,
    `仓单 ${number} 已解押 ${quantity} ${unit}，在押 ${left}`,
  ],
  'financing.warehouse_receipt.released': ({ number }) => [
    `Warehouse receipt ${number} released`,
    `仓单 ${number} 已全部解押`,
  ],
  'financing.warehouse_receipt.withdrawn': (data) => [
    `Pledge of ${data.number} taken back: ${data.reason}`,
    `仓单 ${data.number} 质押已撤回：${inChinese(data)}`,
  ],
  'fx.margin_call.called': ({ amount, dueOn }) => [
    `The bank calls margin of ${money(amount)} by ${dueOn}`,
    `银行要求于 ${dueOn} 前追加保证金 ${money(amount)}`,
  ],
  'fx.margin_call.paid': ({ amount }) => [`Margin of ${money(amount)} paid`, `已缴纳追加保证金 ${money(amount)}`],
  'fx.margin_call.released': ({ amount }) => [
    `Margin of ${money(amount)} given back`,
    `追加保证金 ${money(amount)} 已退还`,
  ],
  'fx.margin_call.settled': ({ amount }) => [
    `Margin of ${money(amount)} settled with its forward`,
    `追加保证金 ${money(amount)} 已随远期合约结清`,
  ],
};
