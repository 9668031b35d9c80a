import { sentences } from '../../../kernel/sentence.js';

/** What the forecast of a client's money says to people. */
export const SAY = sentences('CASH_FLOW', {
  title: { en: 'Money expected by week, CNY 10,000', zh: '按周预计资金流（人民币万元）' },
  described: {
    en: 'From {from}, in CNY. {buckets}. At the end {end}',
    zh: '自 {from} 起，人民币。{buckets}。期末 {end}',
  },
  of_bucket: {
    en: '{name}: receipts {receipts}, refunds {refunds}, dues {dues}, net {net}',
    zh: '{name}：收汇 {receipts}，退税 {refunds}，应还 {dues}，净额 {net}',
  },
  nothing: { en: 'Nothing is expected', zh: '无预计资金流' },
  overdue: { en: 'overdue', zh: '逾期' },
  later: { en: 'later', zh: '以后' },
  comes_in: { en: 'Receipts and refunds', zh: '收汇与退税' },
  goes_out: { en: 'Dues', zh: '应还' },
  axis: {
    en: 'Weeks by their Monday; foreign currency at the plan rate of each order',
    zh: '以周一标示各周；外币按各订单计划汇率折算',
  },
});
