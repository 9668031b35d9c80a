import { sentences } from '../../kernel/sentence.js';

/** What is said of the regime of a line, and of whether it is refunded. */
export const SAY = sentences('TAX_ELIGIBILITY', {
  not_requested: { en: 'No refund is asked for', zh: '未申请退税' },
  small_scale: {
    en: 'The exporter is a small-scale taxpayer: its exports are exempt, nothing is refunded',
    zh: '出口方为小规模纳税人：出口免税，不退税',
  },
  market_purchase: {
    en: 'Market purchase (1039) is exempt, nothing is refunded',
    zh: '市场采购（1039）适用免税，不予退税',
  },
  simplified_list: {
    en: 'Declared by simplified lists (9610): nothing is refunded; declare by summarised declarations instead',
    zh: '9610 简化申报（清单核放、汇总统计）不予退税；需退税请采用汇总申报',
  },
  supervision_mode: { en: 'Supervision mode {mode} gets no refund', zh: '监管方式 {mode} 不予退税' },
  filing_expired: {
    en: 'Not filed by {day}: deemed sold at home, VAT is due',
    zh: '未在 {day} 前申报：视同内销，应缴纳增值税',
  },
  not_a_manufacturer: {
    en: 'Only manufacturers may claim as {mode}; this seller is none',
    zh: '仅生产企业可采用 {mode}，该卖方不是生产企业',
  },
  not_a_trader: {
    en: 'A manufacturer claims by its month (manufacturer) or by an agent (agency), not as a trader',
    zh: '生产企业应采用免抵退税（manufacturer）或代办退税（agency），不适用免退税',
  },
  agency_export: {
    en: 'Exported for a principal: the platform gets the certificate of agency export, the principal claims with it',
    zh: '代理出口：平台开具代理出口货物证明，由委托方凭证申报退税',
  },
  refunded: { en: 'Refunded: {detail}', zh: '可退税：{detail}' },
  overseas_advance: {
    en: 'For a warehouse abroad (9810): claimed once departed, settled when sold',
    zh: '出口海外仓（9810）：离境即退税，销售后核算',
  },
  consumption_tax: {
    en: 'Consumption tax is refunded besides, whatever the VAT refund is',
    zh: '消费税另行退还，不受增值税退税率影响',
  },
});
