import { sentences } from '../../../kernel/sentence.js';

/** What is said of products and of what opens them. */
export const SAY = sentences('FINANCING', {
  not_offered: { en: 'The product is not offered on this day', zh: '该日期未提供此产品' },
  no_such_product: { en: 'There is no such product', zh: '没有该产品' },
  version_exists: {
    en: 'Another version of {code} begins on {validFrom} or later',
    zh: '产品 {code} 已有自 {validFrom} 或之后生效的版本',
  },
  begins_in_the_past: {
    en: 'It begins today or later: what was granted before keeps its terms',
    zh: '生效日不得早于今天：此前已批的融资仍按原条款执行',
  },
  ends_before_it_begins: { en: 'It ends no earlier than it begins', zh: '失效日不得早于生效日' },
  overlaps: {
    en: 'It begins after {day}, when the version before it has begun, or ends',
    zh: '须晚于 {day}：前一版本在该日生效或失效',
  },
  above_the_limit: { en: 'No more than the limit of a client', zh: '不得高于客户额度' },
  reference_unknown: { en: 'One of the published rates: {known}', zh: '须为已公布的基准利率之一：{known}' },
  penalty_below_one: {
    en: 'A multiplier is at least 1: overdue money is no cheaper',
    zh: '倍数不得低于 1：逾期利率不得低于正常利率',
  },
  rate_too_high: {
    en: 'At most {max}: a fraction of one, 0.06 is 6 % a year',
    zh: '最高 {max}：以小数表示，0.06 即年利率 6%',
  },
  named_twice: { en: 'Each is named once', zh: '不得重复' },
  condition_needed: {
    en: 'A product on {base} opens only with {condition}',
    zh: '以 {base} 为基础的产品必须包含条件 {condition}',
  },
  value_needed: { en: 'The figure that it is measured by', zh: '须给出衡量数值' },
  value_not_wanted: { en: 'It is measured by no figure', zh: '该条件无衡量数值' },
  figure_needed: { en: 'A decimal figure, such as 1000000 or 12', zh: '须为数字，例如 1000000 或 12' },
  grade_needed: { en: 'One of the grades: {grades}', zh: '须为评级之一：{grades}' },
  of_no_order: { en: 'A product on {base} is lent on no order', zh: '以 {base} 为基础的产品不对应订单' },
  instalments_named: {
    en: 'Instalments are named where, and only where, the product closes by them',
    zh: '仅当以分期归还时须填写分期条款',
  },
  instalments_too_long: { en: 'The last one is due within the term', zh: '末期到期日不得超过期限' },
  closing_needed: { en: 'A product on a refund closes by refund_paid', zh: '以退税为基础的产品须以退税款归还' },

  met: { en: 'It holds', zh: '已满足' },
  order_draft: { en: 'The order has not been placed', zh: '订单尚未提交' },
  not_departed: { en: 'The goods have not left', zh: '货物尚未出运' },
  in_no_group: { en: 'The seller is in no active guarantee group', zh: '卖方未加入有效的联保小组' },
  overdue_debt: { en: 'The seller has a debt that is past its maturity', zh: '卖方有逾期未还的融资' },
  collected_too_little: {
    en: '{collected} came in within twelve months, {wanted} is needed',
    zh: '近十二个月收汇 {collected}，需达到 {wanted}',
  },
  trading_too_short: {
    en: 'Money has come in for {months} months, {wanted} are needed',
    zh: '已有收汇记录 {months} 个月，需满 {wanted} 个月',
  },
  grade_too_low: {
    en: 'The seller is scored {grade}, {wanted} or better is needed',
    zh: '卖方评级为 {grade}，需达到 {wanted} 或以上',
  },
  not_known: {
    en: 'The platform has heard nothing of it: {condition}',
    zh: '平台尚未获知该事实：{condition}',
  },
  base_not_known: { en: 'Nobody knows yet how much there is to lend against', zh: '可融资的基础金额尚未知' },
  too_little: {
    en: 'It is too little: {amount} could be drawn, the least is {minimum}',
    zh: '金额过小：可提款 {amount}，最低 {minimum}',
  },
  comparison_above_limit: { en: 'More than a client may owe: {limit}', zh: '超过客户额度 {limit}' },
  comparison_below_minimum: { en: 'Less than is lent: {minimum}', zh: '低于最低融资额 {minimum}' },
  comparison_too_long: { en: 'Longer than it is lent for: {days} days', zh: '超过最长期限 {days} 天' },
});
