import { sentences } from '../../kernel/sentence.js';

/** What is said of abnormal invoices (异常增值税扣税凭证). */
export const SAY = sentences('TAX_ABNORMAL', {
  no_such_entry: { en: 'There is no such entry', zh: '异常清单条目不存在' },
  twice: { en: 'The same is named at {first} already', zh: '与 {first} 重复' },
  code_alone: { en: 'A code belongs to an invoice number', zh: '发票代码须与发票号码一并填写' },
  days_of_issuers: {
    en: 'Days of issue belong to an entry of an issuer: an invoice is named by its number',
    zh: '开票期间仅适用于按开票方列入；单张发票以号码列入',
  },
  ends_before: { en: 'Its days end before they begin, on {issuedFrom}', zh: '开票期间止早于起 {issuedFrom}' },
  not_listed: {
    en: 'No entry that stands names this: there is nothing to lift',
    zh: '没有对应的有效异常条目可解除',
  },
  after_today: { en: 'This day is after today, {today}', zh: '日期晚于今天 {today}' },
  lifted_before: {
    en: 'It is listed since {day}: it cannot be lifted earlier',
    zh: '列入日期为 {day}，解除不能早于该日',
  },
  by_check: {
    en: 'The tax authority said so when it was asked about invoice {number}: ask again',
    zh: '该条目来自发票 {number} 的查验结果：请重新查验',
  },
  no_rows: { en: 'There is no row', zh: '没有数据行' },
  too_many: { en: 'A list has {max} rows at most at once', zh: '每次最多 {max} 行' },
  row_long: { en: 'The row is too long, or has more cells than the header', zh: '该行过长或列数多于表头' },
  header: {
    en: 'Unknown columns: {unknown}. Twice: {twice}. Missing: {missing}. There are: {known}',
    zh: '未知列：{unknown}。重复列：{twice}。缺少列：{missing}。可用列：{known}',
  },
  none: { en: 'none', zh: '无' },
  csv_needed: { en: 'Send the list as text/csv', zh: '请以 text/csv 提交清单' },
  check_source: { en: 'Check of the invoice (查验)', zh: '发票查验' },
  listed: {
    en: 'Invoice {number} is abnormal since {day}: {ground}; source: {source}',
    zh: '发票 {number} 自 {day} 起列为异常凭证：{ground}；来源：{source}',
  },
  at_stake: {
    en: '{listed}. {amount} of this refund stand on it. {meaning}',
    zh: '{listed}。涉及退税 {amount}。{meaning}',
  },
});
