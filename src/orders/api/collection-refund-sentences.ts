import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfRefunds = Extract<EventType, `fx.collection_refund.${string}`>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;
const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');

/** What the events say of money that goes back to the buyer it came from. */
export const OF_COLLECTION_REFUNDS: { readonly [Type in OfRefunds]: Words<Type> } = {
  'fx.collection_refund.requested': ({ amount, awaitsApproval }) =>
    awaitsApproval
      ? [
          `${money(amount)} is to go back to its payer, once a second person approves it`,
          `${money(amount)} 待审批后原路退回`,
        ]
      : [`${money(amount)} is to go back to its payer`, `${money(amount)} 待原路退回付款人`],
  'fx.collection_refund.sent': ({ amount }) => [
    `Refund of ${money(amount)} sent to the bank`,
    `退款指令 ${money(amount)} 已提交银行`,
  ],
  'fx.collection_refund.confirmed': ({ amount }) => [
    `${money(amount)} went back to its payer`,
    `${money(amount)} 已原路退回付款人`,
  ],
  'fx.collection_refund.rejected': (data) => [
    `The bank did not send ${money(data.amount)} back: ${data.reason}`,
    `银行未办理 ${money(data.amount)} 退款：${inChinese(data)}`,
  ],
  'fx.collection_refund.declined': (data) => [
    `The refund of ${money(data.amount)} was not approved: ${data.reason}`,
    `${money(data.amount)} 退款未获批准：${inChinese(data)}`,
  ],
  'fx.collection_refund.returned': (data) => [
    `The payer’s bank returned the refund of ${money(data.amount)}: ${data.reason}`,
    `${money(data.amount)} 退款被付款人银行退回：${inChinese(data)}`,
  ],
  'fx.collection_refund.overdue': ({ state }) => [
    `No word from the bank on a refund in time (${state}); asking`,
    `退款银行逾期未答复（${state}），正在查询`,
  ],
};
