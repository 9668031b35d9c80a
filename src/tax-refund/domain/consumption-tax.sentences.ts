import { sentences } from '../../kernel/sentence.js';

/** What is said about consumption tax (消费税) and the papers that show it. */
export const SAY = sentences('TAX_CONSUMPTION', {
  split_of_itself: { en: 'A paper is not split from itself', zh: '分割单不能由其自身分割' },
  after_today: { en: 'The paper is of a day after today, {today}', zh: '凭证日期晚于今天 {today}' },
  same_party: { en: 'Who paid the tax and who bought the goods are two', zh: '纳税人与购货方不能为同一方' },
  tax_above_zero: { en: 'Tax was paid: it is above zero', zh: '税额应大于零' },
  rate_or_amount: {
    en: 'A rate (从价), an amount for each unit (从量), or both (复合)',
    zh: '须填比例税率（从价）、定额税额（从量）或二者（复合）',
  },
  base_above_zero: { en: 'Goods that are taxed by value have one', zh: '从价计征须填计税金额' },
  tax_should_be: { en: 'The tax should be {tax}, one fen more or less', zh: '税额应为 {tax}，允许相差一分' },
  old_number: { en: '{number} is no unified social credit code', zh: '{number} 不是统一社会信用代码' },
  credit_code_signs: {
    en: '{number} has signs that no unified social credit code has',
    zh: '{number} 含有统一社会信用代码不使用的字符',
  },
  check_character: {
    en: 'The check character of {number} should be {expected}',
    zh: '{number} 的校验码应为 {expected}',
  },
  invoice_supplier: {
    en: 'The paper names {paper} as payer, its invoice {invoice} as seller',
    zh: '凭证纳税人为 {paper}，发票销售方为 {invoice}',
  },
  invoice_goods: { en: 'Its invoice has no line of {hsCode}', zh: '对应发票没有商品编码 {hsCode} 的明细' },
  invoice_quantity: {
    en: 'The paper is for {paper}, its invoice for {invoice}',
    zh: '凭证数量 {paper} 大于发票数量 {invoice}',
  },
  no_such_voucher: { en: 'There is no such paper', zh: '消费税凭证不存在' },
  no_linked_invoice: { en: 'There is no invoice with this id that stands', zh: '不存在该 id 的有效发票' },
  other_buyer: { en: 'Its invoice is made out to {buyer}', zh: '对应发票的购买方为 {buyer}' },
  invoice_of_order: { en: 'Its invoice belongs to another order', zh: '对应发票属于其他订单' },
  voucher_recorded: { en: 'Paper {number} is recorded already', zh: '凭证 {number} 已录入' },
  voucher_split: { en: 'Of paper {number} splits are recorded', zh: '凭证 {number} 已有分割单录入' },
  original_recorded: {
    en: 'Paper {number}, which this one was split from, is recorded itself: cancel it',
    zh: '被分割的凭证 {number} 已录入，请先作废',
  },
  voucher_in_use: { en: 'A claim stands on this paper', zh: '该凭证已用于退税申报' },
  papers_for_line: {
    en: 'Line {line} ({goods}) bears consumption tax: papers for {found} of {quantity} {unit}. Record them, or waive it',
    zh: '第 {line} 行（{goods}）为应税消费品：已有凭证 {found} / {quantity}（单位 {unit}）。请补录凭证或放弃退还消费税',
  },
  paper_before_clearance: {
    en: 'Line {line} ({goods}) bears consumption tax: its paper is waited for',
    zh: '第 {line} 行（{goods}）为应税消费品：等待消费税凭证',
  },
  paper_unit: {
    en: 'Paper {number} counts in {unit}, declared are {declared}',
    zh: '凭证 {number} 计量单位为 {unit}，报关单位为 {declared}',
  },
  paper_buyer: {
    en: 'Paper {number} is made out to {found}, not to {expected}',
    zh: '凭证 {number} 购货方为 {found}，应为 {expected}',
  },
  paper_stray: { en: 'Paper {number} belongs to none of the declared items', zh: '凭证 {number} 不属于任何报关单项' },
  paper_other_unit: {
    en: 'Its papers count in {paper}, its invoices in {invoice}: the bureau wants one unit',
    zh: '消费税凭证单位为 {paper}，发票单位为 {invoice}：申报要求单位一致',
  },
  paper_rates: {
    en: 'Paper {number} shows {shown}, the refund library {library}',
    zh: '凭证 {number} 税率为 {shown}，退税率文库为 {library}',
  },
  not_taxed: {
    en: 'The refund library knows no consumption tax of {hsCode}: paper {number} is claimed, and may be asked about',
    zh: '退税率文库中 {hsCode} 无消费税：仍按凭证 {number} 申报，税务机关可能核实',
  },
  waived: {
    en: 'Consumption tax of line {line} is not claimed: {reason}',
    zh: '第 {line} 行不申报退还消费税：{reason}',
  },
  exempt_producer: {
    en: 'Line {line}: what a producer exports is exempt from consumption tax (消费税暂行条例 第十一条); none was paid, none is refunded',
    zh: '第 {line} 行：生产企业出口自产应税消费品免征消费税（消费税暂行条例第十一条），不办理退还',
  },
  exempt_agency: {
    en: 'Line {line}: the producer for whom it is filed is exempt from consumption tax (消费税暂行条例 第十一条); 代办退税 is of VAT alone',
    zh: '第 {line} 行：委托代办的生产企业出口免征消费税（消费税暂行条例第十一条），代办退税仅限增值税',
  },
  covered: {
    en: 'Line {line}: {amount} of consumption tax by {papers}',
    zh: '第 {line} 行：凭 {papers} 退还消费税 {amount}',
  },
  waiver_regime: {
    en: 'Only a trading company gets consumption tax back: there is nothing to waive',
    zh: '仅外贸企业可退还消费税，无需放弃',
  },
});
