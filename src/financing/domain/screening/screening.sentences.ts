import { sentences } from '../../../kernel/sentence.js';

/** What is said of names looked up in lists of denied parties. */
export const SAY_SCREENING = sentences('FINANCING_SCREENING', {
  no_such_screening: { en: 'There is no such screening', zh: '筛查记录不存在' },
  no_such_party: { en: 'There is no such party', zh: '该主体不存在' },
  in_future: { en: 'It cannot have been screened in the future', zh: '筛查日不得晚于今天' },
  seller_hit: { en: 'The seller stands on a list of denied parties: {list}', zh: '卖方命中制裁名单：{list}' },
  buyer_hit: { en: 'The buyer stands on a list of denied parties: {list}', zh: '买方命中制裁名单：{list}' },
  seller_possible: {
    en: 'The seller may stand on a list of denied parties: {list}',
    zh: '卖方疑似命中制裁名单：{list}',
  },
  buyer_possible: { en: 'The buyer may stand on a list of denied parties: {list}', zh: '买方疑似命中制裁名单：{list}' },
});
