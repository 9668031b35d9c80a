import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('CATALOGUE', {
  no_product_group: { en: 'There is no product group {group}', zh: '不存在商品类别 {group}' },
  no_refund_rate: { en: 'No refund rate is known for {hsCode}', zh: '未找到 {hsCode} 的退税率' },
  no_rate_on: { en: 'No refund rate of {group} is known on {day}', zh: '未找到 {group} 在 {day} 的退税率' },
  hs_code_digits: { en: 'An HS code has 8 to 10 digits', zh: '商品编码为 8 至 10 位数字' },
});
