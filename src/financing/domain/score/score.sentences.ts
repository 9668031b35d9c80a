import { type Bilingual, sentences } from '../../../kernel/sentence.js';
import { type AttributeName } from './inputs.js';

/** What an attribute is called. */
export const ATTRIBUTE_NAMES: Readonly<Record<AttributeName, Bilingual>> = {
  export_orders: { en: 'number of exports', zh: '出口单数' },
  export_value: { en: 'value of exports', zh: '出口金额' },
  record_months: { en: 'age of the record', zh: '出口记录时长' },
  refund_success: { en: 'refunds paid', zh: '退税到账情况' },
  refund_queries: { en: 'refunds queried', zh: '退税函调情况' },
  refund_days: { en: 'time to the refund', zh: '退税到账时间' },
  punctuality: { en: 'how buyers pay', zh: '收汇及时性' },
  receivables_late: { en: 'age of what is owed', zh: '应收账龄' },
  largest_buyer: { en: 'concentration of buyers', zh: '买方集中度' },
  disputes: { en: 'disputes with buyers', zh: '与买方的争议' },
  screening: { en: 'screening against lists of denied parties', zh: '制裁名单筛查' },
};

/** What is said of a score: of each attribute how it stands (`…`), and from where on there are more points (`…_more`). */
export const SAY = sentences('FINANCING_SCORE', {
  no_such_score: { en: 'There is no such score', zh: '评分记录不存在' },
  unknown_seller: { en: 'There is no such seller', zh: '没有该卖方' },
  not_heard: { en: 'Nothing is known of it: {what}', zh: '尚无数据：{what}' },
  not_heard_more: { en: 'Up to {points} points more once it is known', zh: '获得数据后最多可加 {points} 分' },
  capped: {
    en: 'A name stands on a list of denied parties: no more than {max} points in all',
    zh: '名称命中制裁名单：总分不超过 {max} 分',
  },
  capped_more: { en: 'Have the hit looked into, and cleared', zh: '请核查并排除命中' },

  export_orders: { en: '{figure} orders left within twelve months', zh: '近十二个月出运 {figure} 单' },
  export_orders_more: { en: '{points} points more from {bound} on', zh: '达到 {bound} 单可加 {points} 分' },
  export_value: { en: 'Goods worth {figure} CNY left within twelve months', zh: '近十二个月出口 {figure} 元人民币' },
  export_value_more: { en: '{points} points more from {bound} CNY on', zh: '达到 {bound} 元可加 {points} 分' },
  record_months: { en: 'It has exported for {figure} months', zh: '已有 {figure} 个月出口记录' },
  record_months_more: { en: '{points} points more from {bound} months on', zh: '满 {bound} 个月可加 {points} 分' },
  refund_success: {
    en: '{figure} of the decided refund claims were paid',
    zh: '已审结退税申报中 {figure} 已退付',
  },
  refund_success_more: { en: '{points} points more from {bound} on', zh: '达到 {bound} 可加 {points} 分' },
  refund_queries: { en: 'The bureau queried {figure} of the refund claims', zh: '退税申报中 {figure} 被函调' },
  refund_queries_more: { en: '{points} points more at {bound} or fewer', zh: '降至 {bound} 及以下可加 {points} 分' },
  refund_days: { en: 'A refund takes {figure} days from filing', zh: '退税自申报起平均 {figure} 天到账' },
  refund_days_more: { en: '{points} points more at {bound} days or fewer', zh: '{bound} 天以内可加 {points} 分' },
  punctuality: { en: '{figure} of the orders were paid in full and on time', zh: '{figure} 的订单按时足额收汇' },
  punctuality_more: { en: '{points} points more from {bound} on', zh: '达到 {bound} 可加 {points} 分' },
  receivables_late: {
    en: '{figure} of what buyers owe counts as late, weighed by how late it is',
    zh: '应收款中按逾期时长加权 {figure} 视为逾期',
  },
  receivables_late_more: { en: '{points} points more at {bound} or less', zh: '降至 {bound} 及以下可加 {points} 分' },
  largest_buyer: { en: 'The largest buyer takes {figure} of the exports', zh: '最大买方占出口额 {figure}' },
  largest_buyer_more: { en: '{points} points more at {bound} or less', zh: '降至 {bound} 及以下可加 {points} 分' },
  disputes: { en: '{figure} disputes with buyers are open', zh: '有 {figure} 宗未结争议' },
  disputes_more: { en: '{points} points more at {bound} or fewer', zh: '降至 {bound} 宗及以下可加 {points} 分' },
  screening: { en: 'The screening of its names says: {figure}', zh: '名称筛查结果：{figure}' },
  screening_more: { en: '{points} points more once it is {bound}', zh: '结果为{bound}时可加 {points} 分' },
});

/** How a standing of the screening is told, by its figure. */
export const SCREENING_WORDS: readonly Bilingual[] = [
  { en: 'a hit', zh: '命中' },
  { en: 'under review', zh: '待复核' },
  { en: 'clear', zh: '无命中' },
];
