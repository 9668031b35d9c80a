import { sentences } from '../../../kernel/sentence.js';

/** What is said of later due dates. */
export const SAY = sentences('FINANCING.EXTENSION', {
  no_such_extension: { en: 'There is no such extension', zh: '没有这笔展期申请' },
  not_extendable: { en: 'The due date cannot be moved', zh: '该融资不能展期' },
  not_offered: { en: 'The terms of the loan allow no extension', zh: '贷款条款不允许展期' },
  pending: { en: 'An extension waits for the lender already', zh: '已有展期申请待资金方答复' },
  called: { en: 'Its guarantee group was called for it', zh: '该笔融资已向联保小组发起代偿' },
  too_often: { en: 'It can be extended {times} times at most', zh: '最多可展期 {times} 次' },
  too_late: { en: 'It had to be asked for by {last}', zh: '展期申请须不迟于 {last} 提出' },
  moves_nothing: { en: 'A later due date lies after {after}', zh: '新到期日须晚于 {after}' },
  too_long: { en: 'By the terms of the loan it is due on {last} at the latest', zh: '按贷款条款，最迟到期日为 {last}' },
  longer_than_term: {
    en: 'All extensions together are no longer than the term itself (贷款通则 art. 12)',
    zh: '展期期限累计不得超过原贷款期限（《贷款通则》第十二条）',
  },
  repaid_meanwhile: { en: 'The loan was over before the lender answered', zh: '资金方答复前贷款已结清' },
  other_day: { en: 'The lender names a due date that was not asked for', zh: '资金方给出的到期日不在申请范围内' },
  no_extension_named: { en: 'The message names no extension of ours', zh: '报文未对应任何展期申请' },
});
