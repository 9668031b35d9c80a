import { sentences } from '../../../kernel/sentence.js';

/** What is said to people of statements. */
export const SAY = sentences('FX_STATEMENT', {
  no_such_statement: { en: 'There is no such statement', zh: '对账单不存在' },
  no_such_entry: { en: 'The statement has no booked entry of this number', zh: '对账单中没有该编号的已记账分录' },
  entry_accounted: { en: 'The books know this entry already', zh: '账簿已有该分录对应的记账' },
  entry_is_collection: {
    en: 'The entry was taken in as money from a buyer: see the collection',
    zh: '该分录已作为买方款项接收，请查看收款记录',
  },
});
