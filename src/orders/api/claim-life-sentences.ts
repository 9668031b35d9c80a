import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Words } from './entrusting-sentences.js';
import { inChinese } from './invoice-sentences.js';

type LifeEvent = Extract<
  EventType,
  `tax_refund.claim.${'queried' | 'rejected' | 'overdue' | 'doubted' | 'answer_due' | 'answer_overdue' | 'withheld' | 'resumed' | 'clawed_back' | 'settled' | 'abandoned' | 'clawback_payment_ordered' | 'clawback_payment_refused' | 'closed' | 'collection_undone' | 'corrected' | 'correction_moved' | 'abnormal_invoice'}`
>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;

const UNDONE = {
  waits: { en: 'the claim waits for it', zh: '申报等待收汇' },
  at_bureau: { en: 'the tax bureau has the claim', zh: '税务机关已受理申报' },
  paid: { en: 'the refund is paid', zh: '税款已退付' },
} as const;

/** What happens to a claim beside its filing and its payment. */
export const CLAIM_LIFE: { readonly [Type in LifeEvent]: Words<Type> } = {
  'tax_refund.claim.queried': ({ reason }) => [
    `The tax bureau has a question: ${reason}`,
    `税务机关提出疑点：${reason}`,
  ],
  'tax_refund.claim.rejected': ({ reason }) => [
    `The tax bureau refused the claim: ${reason}`,
    `退税申报被驳回：${reason}`,
  ],
  'tax_refund.claim.overdue': ({ state }) => [
    `No word from the tax bureau in time (${state}); asking`,
    `税务机关逾期未答复（${state}），正在查询`,
  ],
  'tax_refund.claim.doubted': ({ doubts }) => [
    `The self-check found doubts: ${doubts.map(({ text }) => text).join('; ')}`,
    `自检发现疑点：${doubts.map(({ text }) => text).join('；')}`,
  ],
  'tax_refund.claim.answer_due': ({ dueOn, daysLeft }) => [
    `The tax bureau awaits an answer by ${dueOn}: ${daysLeft} days left`,
    `函调须于 ${dueOn} 前答复，剩余 ${daysLeft} 天`,
  ],
  'tax_refund.claim.answer_overdue': ({ dueOn }) => [
    `The answer to the tax bureau was due on ${dueOn}`,
    `函调答复已逾期（截止 ${dueOn}）`,
  ],
  'tax_refund.claim.withheld': ({ reason }) => [
    `The tax bureau withholds the refund: ${reason}`,
    `税务机关暂不办理退税：${reason}`,
  ],
  'tax_refund.claim.abnormal_invoice': (data) => [data.reason, inChinese(data)],
  'tax_refund.claim.resumed': () => ['The tax bureau goes on with the refund', '税务机关恢复办理退税'],
  'tax_refund.claim.clawed_back': ({ amount, reason, dueOn }) => [
    `The tax bureau wants ${money(amount)} back by ${dueOn}: ${reason}`,
    `税务机关追回已退税款 ${money(amount)}，缴回期限 ${dueOn}：${reason}`,
  ],
  'tax_refund.claim.clawback_payment_ordered': ({ amount, letter }) => [
    `${money(amount)} of the refund to be paid back (${letter})`,
    `已指示缴回退税款 ${money(amount)}（${letter}）`,
  ],
  'tax_refund.claim.clawback_payment_refused': ({ amount, reason }) => [
    `${money(amount)} of the refund could not be paid back: ${reason}`,
    `退税款 ${money(amount)} 未能缴回：${reason}`,
  ],
  'tax_refund.claim.settled': ({ amount, how }) =>
    how === 'repaid'
      ? [`${money(amount)} of the refund paid back`, `已缴回退税款 ${money(amount)}`]
      : [`${money(amount)} kept from another refund`, `已从其他退税中抵减 ${money(amount)}`],
  'tax_refund.claim.abandoned': ({ reason }) => [
    `The refund claim was given up: ${reason}`,
    `已放弃退税申报：${reason}`,
  ],
  'tax_refund.claim.closed': () => ['The refund claim is closed', '退税申报已结案'],
  'tax_refund.claim.collection_undone': ({ outstanding, meaning }) => [
    `${money(outstanding)} of the collection behind the refund are owed again; ${UNDONE[meaning].en}`,
    `退税所依据的收汇又有 ${money(outstanding)} 待收；${UNDONE[meaning].zh}`,
  ],
  'tax_refund.claim.corrected': ({ corrects, refund }) => [
    `Correction of the claim ${corrects}: ${money(refund)}`,
    `更正申报 ${corrects}：${money(refund)}`,
  ],
  'tax_refund.claim.correction_moved': ({ corrects, state }) => [
    `The correction of the claim ${corrects} is ${state}`,
    `对 ${corrects} 的更正申报状态为 ${state}`,
  ],
};
