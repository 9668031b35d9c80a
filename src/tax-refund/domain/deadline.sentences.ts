import { sentences } from '../../kernel/sentence.js';

/** What the clocks of refunds say to people. */
export const SAY = sentences('TAX_REFUND_DEADLINE', {
  no_such_deadline: { en: 'There is no such deadline', zh: '期限不存在' },
  filing_window: { en: 'File the refund of {reference}', zh: '申报退税：{reference}' },
  collection: { en: 'Collect the payment for {reference}', zh: '收汇：{reference}' },
  thirty_six_months: { en: 'Last day to file {reference} at all', zh: '申报最后期限（36个月）：{reference}' },
  evidence_documents: { en: 'File the documents of {reference}', zh: '备案单证留存：{reference}' },
  agency_certificate: {
    en: 'Apply for the certificate of agency export of {reference}',
    zh: '申请开具代理出口货物证明：{reference}',
  },
  overseas_settlement: {
    en: 'Settle the refund in advance of {reference} by the sales abroad',
    zh: '海外仓预退税核算：{reference}',
  },
  described: { en: 'Declaration {entryNumber}. {source}', zh: '报关单 {entryNumber}。{source}' },
  taxed: {
    en: 'Declaration {entryNumber}. {source}. If missed, output VAT of {outputVat} falls due',
    zh: '报关单 {entryNumber}。{source}。逾期视同内销，应缴销项税额 {outputVat}',
  },
  no_such_seller: { en: 'There is no such exporter', zh: '出口方不存在' },
  no_such_calendar: { en: 'There is no such calendar', zh: '日历不存在' },
  calendars_max: { en: 'At most {max} calendars live at once', zh: '同时有效的日历订阅最多 {max} 个' },
  calendar_under_mandate: {
    en: 'Its address would go on telling after the mandate has ended',
    zh: '授权终止后该地址仍可读取期限',
  },
  calendar: { en: 'Deadlines of export refunds', zh: '出口退税期限' },
});
