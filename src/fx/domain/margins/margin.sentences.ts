import { sentences } from '../../../kernel/sentence.js';

/** What is said of margin that a bank calls. */
export const SAY_MARGIN = sentences('FX_MARGIN', {
  no_such_call: { en: 'There is no such margin call', zh: '追加保证金记录不存在' },
  called_already: {
    en: 'The demand {reference} of the bank is kept already',
    zh: '银行通知 {reference} 已登记',
  },
  not_binding: { en: 'The forward is {state}: it does not bind', zh: '远期合约状态为 {state}，不具约束力' },
  due_in_the_past: { en: 'It is due today or later', zh: '缴纳期限不得早于今天' },
});
