import { sentences } from '../../../kernel/sentence.js';

/** What is said of loans that are written off. */
export const SAY = sentences('FINANCING.WRITE_OFF', {
  no_such_write_off: { en: 'There is no such write-off', zh: '核销记录不存在' },
  too_early: {
    en: 'The loan is overdue for {days} days, and may be written off after {after}',
    zh: '贷款逾期 {days} 天，逾期超过 {after} 天方可核销',
  },
  not_offered: { en: 'The terms of the loan say nothing of writing it off', zh: '贷款条款未约定核销' },
  pending: { en: 'A write-off is proposed already', zh: '已有核销提议待处理' },
  repaid_meanwhile: { en: 'The loan is not overdue any more', zh: '该贷款已不再逾期' },
  frozen: {
    en: 'A loan of the seller is written off and not recovered: nothing more is lent',
    zh: '卖方有已核销且未收回的贷款，暂停新的提款',
  },
  approve: {
    en: 'Propose to the lender to write off {owed} of an advance that is {days} days overdue',
    zh: '向资金方提议核销逾期 {days} 天的融资 {owed}',
  },
});
