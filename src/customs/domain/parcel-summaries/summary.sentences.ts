import { sentences } from '../../../kernel/sentence.js';

/** What is said of monthly summaries of lists. */
export const SAY = sentences('PARCEL_SUMMARIES', {
  no_such_summary: { en: 'There is no such month to be summarised', zh: '汇总月份不存在' },
  not_over: { en: '{month} is not over', zh: '{month} 尚未结束' },
  nothing: {
    en: 'No list of {month} is left to summarise: {simplified} are simplified (A), {uncleared} have left and are not cleared, {returned} were returned, {summarised} are in a summary',
    zh: '{month} 没有可汇总的清单：简化申报（A）{simplified} 份，已离境未结关 {uncleared} 份，已退货 {returned} 份，已汇总 {summarised} 份',
  },
  only_exports: { en: 'Only exports are summarised', zh: '仅出口清单可以汇总' },
});
