import { type EventType } from '../../contracts/events.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfFilings = Extract<EventType, `customs.order_filing.${string}`>;

/** What becomes of an order that customs must have before its declaration. */
export const OF_FILINGS: { readonly [Type in OfFilings]: Words<Type> } = {
  'customs.order_filing.held': ({ supervisionMode, faults }) => [
    `Customs must have the order first (${supervisionMode}): ${faults} ${faults === 1 ? 'finding' : 'findings'} to mend`,
    `须先向海关传输订单信息（${supervisionMode}）：有 ${faults} 处需处理`,
  ],
  'customs.order_filing.sent': ({ orderNo, attempt }) => [
    `Order ${orderNo} sent to customs (attempt ${attempt})`,
    `订单 ${orderNo} 已传输至海关（第 ${attempt} 次）`,
  ],
  'customs.order_filing.accepted': ({ orderNo }) => [`Customs has order ${orderNo}`, `海关已接受订单 ${orderNo}`],
  'customs.order_filing.refused': ({ orderNo, reason, causes = [] }) => [
    `Customs refused order ${orderNo}: ${reason}`,
    `海关未接受订单 ${orderNo}：${causes.length === 0 ? reason : reasonIn(causes as readonly Sentence[], 'zh')}`,
  ],
};
