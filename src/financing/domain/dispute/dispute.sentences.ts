import { type Bilingual, sentences } from '../../../kernel/sentence.js';
import { type DisputeKind } from './dispute-status.js';

/** What a buyer objects to, as it is told. */
export const DISPUTE_KIND_NAMES: Readonly<Record<DisputeKind, Bilingual>> = {
  quality: { en: 'quality', zh: '质量' },
  quantity: { en: 'quantity', zh: '数量' },
  delivery: { en: 'delivery', zh: '交货' },
  price: { en: 'price', zh: '价格' },
  documents: { en: 'documents', zh: '单据' },
  other: { en: 'other', zh: '其他' },
};

/** What is said of disputes with buyers. */
export const SAY_DISPUTE = sentences('FINANCING_DISPUTE', {
  no_such_dispute: { en: 'There is no such dispute', zh: '争议不存在' },
  not_disputable: {
    en: 'The order is a draft, or was cancelled: nothing is owed',
    zh: '订单为草稿或已取消，无应收账款',
  },
  above_order: { en: 'No more than the order is worth: {amount}', zh: '不得超过订单金额 {amount}' },
  opened_in_future: { en: 'It cannot be disputed in the future', zh: '争议日不得晚于今天' },
  resolved_in_future: { en: 'It cannot have been resolved in the future', zh: '解决日不得晚于今天' },
  resolved_too_early: { en: 'It cannot be resolved before it was opened on {day}', zh: '解决日不得早于争议日 {day}' },
  above_disputed: { en: 'No more than is disputed: {amount}', zh: '不得超过争议金额 {amount}' },
  concession_needed: { en: 'What the seller gives up', zh: '须给出卖方让步金额' },
  nothing_conceded: { en: 'A rejected dispute costs the seller nothing', zh: '争议被驳回时卖方不作让步' },
  open: { en: 'The buyer disputes {amount} of the order: {kinds}', zh: '买方对订单提出争议 {amount}：{kinds}' },
  nothing_undisputed: { en: 'All of what the buyer owes is disputed, or was given up', zh: '应收账款已全部争议或让步' },
  claim_disputed: {
    en: 'The insurer pays no disputed loss: the dispute is resolved first',
    zh: '争议未决的损失不予赔付：请先解决争议',
  },
});
