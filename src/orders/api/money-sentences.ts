import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfMoney = Extract<
  EventType,
  | `fx.bank_file.${string}`
  | `fx.collection.${string}`
  | `fx.collection_account.${string}`
  | `fx.conversion.${string}`
  | `fx.dues.${string}`
  | `fx.order.${string}`
  | `fx.payout.${string}`
  | `fx.payout_batch.${string}`
  | `fx.result.${string}`
  | `fx.revaluation.${string}`
  | `fx.statement.${string}`
>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;
const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');

/** What is said of money that comes, changes currency, and goes. */
export const OF_MONEY: { readonly [Type in OfMoney]: Words<Type> } = {
  'fx.bank_file.taken_in': ({ messageType, takenIn }) => [
    `File of the bank taken in (${messageType}), with ${takenIn} new entries`,
    `银行文件（${messageType}）已接收，新分录 ${takenIn} 条`,
  ],
  'fx.statement.difference_found': ({ accountEnding, difference }) => [
    `Bank and books differ on account …${accountEnding} by ${money(difference)}`,
    `账户（尾号 ${accountEnding}）银行与账簿相差 ${money(difference)}`,
  ],
  'fx.collection_account.opened': ({ currency }) => [
    `Collection account opened in ${currency}`,
    `已开立 ${currency} 收款账户`,
  ],
  'fx.collection.credited': ({ amount }) => [`${money(amount)} received`, `已收到 ${money(amount)}`],
  'fx.collection.matched': ({ amount }) => [
    `${money(amount)} matched to this order`,
    `${money(amount)} 已匹配到本订单`,
  ],
  'fx.collection.unmatched': ({ amount }) => [
    `${money(amount)} fits no order; a person has to look`,
    `${money(amount)} 未匹配到订单，需人工处理`,
  ],
  'fx.collection.match_undone': ({ amount, by }) => [
    `${money(amount)} does not pay for this order any more${by === 'reversal' ? ': the bank took it back' : ''}`,
    `${money(amount)} 不再用于本订单${by === 'reversal' ? '（银行已冲回）' : ''}`,
  ],
  'fx.collection.marked_advance': ({ amount }) => [
    `${money(amount)} came in advance, for the buyer's next order`,
    `${money(amount)} 为预收款，用于该买方的下一订单`,
  ],
  'fx.collection.set_aside': ({ amount }) => [`${money(amount)} set aside`, `${money(amount)} 已搁置`],
  'fx.collection.returned': ({ amount }) => [
    `${money(amount)} was taken back by the bank`,
    `${money(amount)} 已由银行冲回`,
  ],
  'fx.order.collected': ({ received, shortfall }) => [
    `Paid in full: ${money(received)}${isZero(shortfall) ? '' : `, ${money(shortfall)} short within the tolerance`}`,
    `货款已收齐：${money(received)}${isZero(shortfall) ? '' : `，短收 ${money(shortfall)}，在容差内`}`,
  ],
  'fx.order.receipt_added': ({ received, shortfall }) => [
    `More has come for what was paid: ${money(received)} in all${isZero(shortfall) ? '' : `, ${money(shortfall)} short`}`,
    `已收齐的货款又有到账：合计 ${money(received)}${isZero(shortfall) ? '' : `，短收 ${money(shortfall)}`}`,
  ],
  'fx.conversion.booked': ({ sold, rate }) => [
    `Conversion of ${money(sold)} at ${rate} booked`,
    `结汇已成交：${money(sold)}，汇率 ${rate}`,
  ],
  'fx.conversion.settled': ({ sold, bought }) => [
    `${money(sold)} converted to ${money(bought)}`,
    `${money(sold)} 已结汇为 ${money(bought)}`,
  ],
  'fx.conversion.failed': ({ reason }) => [`Conversion failed: ${reason}`, `结汇失败：${reason}`],
  'fx.conversion.lapsed': (data) => [`Conversion lapsed: ${data.reason}`, `兑换已失效：${inChinese(data)}`],
  'fx.conversion.dealt': ({ sold, valueDate }) => [
    `Conversion of ${money(sold)} dealt for value on ${valueDate}`,
    `${money(sold)} 的兑换已成交，交割日 ${valueDate}`,
  ],
  'fx.conversion.amended': ({ sold, valueDate, difference }) => [
    `Conversion is now of ${money(sold)} for value on ${valueDate}; difference ${money(difference)}`,
    `兑换已变更为 ${money(sold)}，交割日 ${valueDate}，差额 ${money(difference)}`,
  ],
  'fx.conversion.cancelled': ({ sold, difference }) => [
    `Conversion of ${money(sold)} called off; difference ${money(difference)}`,
    `${money(sold)} 的兑换已取消，差额 ${money(difference)}`,
  ],
  'fx.conversion.change_refused': ({ reason }) => [
    `The bank did not change the conversion: ${reason}`,
    `银行未同意变更兑换：${reason}`,
  ],
  'fx.conversion.overdue': ({ state }) => [
    `No deal from the bank in time (${state}); asking`,
    `银行逾期未成交（${state}），正在查询`,
  ],
  'fx.dues.bought': ({ due, cost }) => [
    `${money(cost)} taken for ${money(due)} that the seller owes`,
    `已从卖方款项中扣除 ${money(cost)}，用于支付其所欠 ${money(due)}`,
  ],
  'fx.dues.returned': ({ due, paid }) => [
    `${money(due)} is owed no more: ${money(paid)} is the seller’s again`,
    `${money(due)} 无需再付，已退还卖方 ${money(paid)}`,
  ],
  'fx.result.realised': ({ sold, result }) => [
    `${money(sold)} brought ${money(result)} against the rate it was booked at`,
    `${money(sold)} 兑换的汇兑损益：${money(result)}`,
  ],
  'fx.revaluation.booked': ({ period, result }) => [
    `Open foreign balances of ${period} revalued: ${money(result)}`,
    `${period} 期末调汇：${money(result)}`,
  ],
  'fx.payout.sent': ({ amount }) => [
    `Payout of ${money(amount)} sent to the bank`,
    `付款指令 ${money(amount)} 已提交银行`,
  ],
  'fx.payout.confirmed': ({ amount }) => [`${money(amount)} paid to the seller`, `已向卖方付款 ${money(amount)}`],
  'fx.payout.rejected': (data) => [
    `The bank returned the payout of ${money(data.amount)}: ${data.reason}`,
    `付款 ${money(data.amount)} 被银行退回：${inChinese(data)}`,
  ],
  'fx.payout.returned': (data) => [
    `${money(data.amount)} came back from the seller’s bank: ${data.reason}`,
    `付款 ${money(data.amount)} 被卖方银行退回：${inChinese(data)}`,
  ],
  'fx.payout_batch.sent': ({ payments, total }) => [
    `${payments} payouts sent to the bank in one message, ${money(total)} in all`,
    `已向银行合并发送 ${payments} 笔付款，共 ${money(total)}`,
  ],
  'fx.payout_batch.refused': (data) => [
    `The bank refused a batch of ${data.payments} payouts: ${data.reason}`,
    `银行拒收 ${data.payments} 笔付款的批次：${inChinese(data)}`,
  ],
  'fx.payout.overdue': ({ state }) => [
    `No word from the bank in time (${state}); asking`,
    `银行逾期未答复（${state}），正在查询`,
  ],
};

function isZero({ amount }: Amount): boolean {
  return !/[1-9]/.test(amount);
}
