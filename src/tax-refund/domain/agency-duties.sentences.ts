import { sentences } from '../../kernel/sentence.js';

/** What the duties of agents say to people. */
export const SAY = sentences('AGENCY_DUTIES', {
  no_such_exporter: { en: 'There is no exporter with this id', zh: '不存在该 id 的出口企业' },
  day_of_year: { en: 'A day of {year}, not after today', zh: '应为 {year} 年内且不晚于今天的日期' },
  verification_due: {
    en: '{name} has entrusted {entrusted} this year, more than {threshold}: verify it on the spot',
    zh: '{name} 本年委托代办退税 {entrusted}，超过 {threshold}：应实地核查',
  },
  rejections_high: {
    en: '{share} of what was filed for producers in twelve months was rejected, more than {max}: the agent may be downgraded or suspended',
    zh: '十二个月内代办退税被驳回比例 {share}，超过 {max}：可能被降级或暂停代办',
  },
});
