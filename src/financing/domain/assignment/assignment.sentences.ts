import { sentences } from '../../../kernel/sentence.js';

/** What is said of assignments of receivables. */
export const SAY_ASSIGNMENT = sentences('FINANCING_ASSIGNMENT', {
  no_such_assignment: { en: 'There is no such assignment', zh: '转让记录不存在' },
  assigned_already: {
    en: 'The receivable is assigned, or backs a loan, already; to whom is not told',
    zh: '该应收账款已转让或已用于融资；不披露受让方',
  },
  lent_on: { en: 'A loan on the receivable is not over', zh: '该应收账款项下融资尚未结清' },
  not_assignable: {
    en: 'The order is a draft, or was cancelled: nothing is owed',
    zh: '订单为草稿或已取消，无应收账款',
  },
  sent_in_future: { en: 'It cannot have been sent in the future', zh: '送达日不得晚于今天' },
  acknowledged_too_early: { en: 'It cannot be acknowledged before it was sent', zh: '确认日不得早于通知日' },
  acknowledged_in_future: { en: 'It cannot have been acknowledged in the future', zh: '确认日不得晚于今天' },
  not_sent: { en: 'The notice of assignment has not gone to the buyer', zh: '转让通知尚未送达买方' },
  not_acknowledged: { en: 'The buyer has not acknowledged the assignment', zh: '买方尚未确认转让' },
});
