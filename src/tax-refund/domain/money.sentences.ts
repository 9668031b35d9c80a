import { sentences } from '../../kernel/sentence.js';

/** What the money of refunds says to people. */
export const SAY = sentences('TAX_REFUND_MONEY', {
  ageing_title: { en: 'Open refund claims by days since filing', zh: '未到账退税按申报后天数分布' },
  ageing_described: {
    en: '{claims} claims of {amount} were filed and are not paid: {bands}',
    zh: '已申报未到账 {claims} 笔，共 {amount}：{bands}',
  },
  band: { en: '{days} days: {claims} claims, {amount}', zh: '{days} 天：{claims} 笔，{amount}' },
  days_axis: { en: 'days since filing; amounts in CNY', zh: '申报后天数；金额单位：元' },
  claims_short: { en: '{claims} claims', zh: '{claims} 笔' },
});
