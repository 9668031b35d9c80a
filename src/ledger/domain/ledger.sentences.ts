import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('LEDGER', {
  below_zero: { en: 'An account would fall below zero', zh: '账户余额将低于零' },
  hold_ended: { en: 'The hold is no longer active', zh: '该冻结已失效' },
  no_such_transfer: { en: 'There is no such transfer', zh: '记账记录不存在' },
  reversed_before: { en: 'The transfer was reversed before', zh: '该笔记账此前已冲正' },
});
