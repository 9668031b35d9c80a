import { sentences } from '../../../kernel/sentence.js';

/** What is said of declarations of foreign receipts. */
export const SAY = sentences('FX_BOP', {
  no_such_declaration: { en: 'There is no such declaration', zh: '申报记录不存在' },
  no_such_message: { en: 'There is no such message', zh: '报文不存在' },
  faulty: { en: 'The declaration has {count} faults', zh: '申报信息存在 {count} 处问题' },
  serials_used_up: {
    en: 'Institution {institution} has no serial left for {day}',
    zh: '机构 {institution} 在 {day} 已无可用流水号',
  },
  number_form: {
    en: 'No declaration number of 22 digits: institution (12), day (6), serial (4)',
    zh: '申报号码应为 22 位：机构代码 12 位、日期 6 位、流水号 4 位',
  },
  number_other_day: {
    en: 'The number is of {day}, the receipt of {credited}',
    zh: '申报号码日期为 {day}，到账日为 {credited}',
  },
  payer_missing: { en: 'Name the payer', zh: '请填写付款人名称' },
  country_missing: {
    en: 'Name the country of the payer, ISO 3166-1 alpha-2',
    zh: '请填写付款人国别（ISO 3166-1 两位代码）',
  },
  country_home: { en: 'A payer in China is no foreign receipt', zh: '付款人在境内，不属于涉外收入' },
  no_lines: { en: 'One or two transactions', zh: '应有一至两笔交易' },
  code_unknown: { en: 'There is no transaction code {code} on {day}', zh: '{day} 无交易编码 {code}' },
  sum_differs: {
    en: 'The transactions come to {sum}, the receipt to {amount}',
    zh: '各交易合计 {sum}，与收款金额 {amount} 不符',
  },
  amount_zero: { en: 'More than nothing', zh: '金额应大于零' },
  other_currency: { en: 'In the currency of the receipt, {currency}', zh: '币种应与收款一致（{currency}）' },
  code_twice: { en: 'The same code twice: make it one transaction', zh: '交易编码重复，请合并' },
  contract_missing: { en: 'Code {code} is of goods: name the contract', zh: '编码 {code} 属货物贸易，请填写合同号' },
  invoice_missing: { en: 'Code {code} is of goods: name the invoice', zh: '编码 {code} 属货物贸易，请填写发票号' },
  bonded_unsaid: { en: 'Goods under bond: the remark says 保税', zh: '保税货物应在交易附言注明“保税”' },
  bank_contradicts: {
    en: '{id} is {state}, and now the bank says {status}',
    zh: '{id} 当前为 {state}，银行又报告 {status}',
  },
});
