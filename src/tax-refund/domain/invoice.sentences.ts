import { sentences } from '../../kernel/sentence.js';

/** What is said of VAT invoices as they are taken in. */
export const SAY = sentences('TAX_INVOICES', {
  recorded_as: {
    en: 'Invoice {number} of this issuer is recorded already, as {id}',
    zh: '该开票方的发票 {number} 已登记，编号 {id}',
  },
  totals_differ: {
    en: 'The lines come to {lines}; the invoice says {printed}',
    zh: '明细合计为 {lines}，票面为 {printed}',
  },
  price_differs: {
    en: 'Quantity × unit price is {expected}, the amount {amount}',
    zh: '数量×单价为 {expected}，金额为 {amount}',
  },
  price_above_zero: { en: 'A unit price is above zero', zh: '单价应大于零' },
  rate_never: {
    en: 'There was no VAT rate of {rate} on {day}; there were {rates}',
    zh: '{day} 不存在 {rate} 的税率，当日税率为 {rates}',
  },
  rate_over: {
    en: 'The VAT rate {rate} held until {until}; on {day} only a sale before may be invoiced at it (补开)',
    zh: '税率 {rate} 仅执行至 {until}；{day} 开具的发票仅适用于此前销售的补开',
  },
  check_character: {
    en: 'The check character of {number} should be {expected}: a slip, or a code of the early pilot',
    zh: '{number} 的校验码应为 {expected}：可能录入有误，或为早期试点代码',
  },
  credit_code_signs: {
    en: '{number} has signs that no unified social credit code has (I, O, S, V, Z)',
    zh: '{number} 含统一社会信用代码不使用的字符（I、O、S、V、Z）',
  },
  old_number: {
    en: '{number} is a taxpayer number of the time before unified social credit codes',
    zh: '{number} 为统一社会信用代码启用前的旧税号',
  },
  digital_before: {
    en: 'Invoices of 20 digits (fully digital) are issued since {day}',
    zh: '20 位号码的数电票自 {day} 起开具',
  },
  digital_year: {
    en: 'The first two digits of the number stand for the year {year}; the invoice is of {issued}',
    zh: '号码前两位表示年份 {year}，开票年份为 {issued}',
  },
  not_below_zero: {
    en: 'Only red-letter invoices have amounts below zero: name the blue one in redOf',
    zh: '仅红字发票可为负数：请在 redOf 中注明对应蓝字发票',
  },
  below_zero: { en: 'A red-letter invoice takes back: this is below zero', zh: '红字发票的该项应为负数' },
  red_alone: { en: 'Only of a red-letter invoice (redOf)', zh: '仅适用于红字发票（redOf）' },
  blue_unknown: {
    en: 'No invoice {number} of this issuer is recorded, which it could take back',
    zh: '未登记该开票方的蓝字发票 {number}',
  },
  blue_is_red: { en: 'Invoice {number} is itself a red-letter one', zh: '发票 {number} 本身为红字发票' },
  blue_other: {
    en: 'The blue invoice has {expected} here; both are between the same parties, of the same kind',
    zh: '对应蓝字发票的该项为 {expected}；红蓝发票购销双方及种类应一致',
  },
  blue_later: { en: 'The blue invoice is of {day}, later than this one', zh: '对应蓝字发票开具于 {day}，晚于本发票' },
  blue_line_none: {
    en: 'No line of the blue invoice has these goods, this HS code and this VAT rate',
    zh: '蓝字发票中没有品名、商品编码、税率相同的明细行',
  },
  blue_line_which: {
    en: 'Lines {lines} of the blue invoice may be meant: say which by blueLineNumber',
    zh: '可能对应蓝字发票第 {lines} 行：请用 blueLineNumber 指明',
  },
  more_than_blue: {
    en: 'Line {line} of the blue invoice has {left} left to take back',
    zh: '蓝字发票第 {line} 行剩余可冲红 {left}',
  },
  red_stands: {
    en: 'Red-letter invoices stand on it: cancel those first',
    zh: '已有红字发票与之对应，请先作废红字发票',
  },
  red_follows: { en: 'A red-letter invoice goes with its blue one', zh: '红字发票随对应蓝字发票' },
  check_says: { en: 'Invoice {number}: {outcome}', zh: '发票 {number}：{outcome}' },
  check_declined: {
    en: 'The tax authority will not look at invoice {number}: {reason}',
    zh: '税务机关不予查验发票 {number}：{reason}',
  },
  check_awaited: {
    en: 'The tax authority has not said yet whether invoice {number} is genuine (查验)',
    zh: '发票 {number} 尚未完成查验',
  },
  correction_red: {
    en: 'Red-letter invoice {number} took back of invoice {blue}',
    zh: '红字发票 {number} 冲销了发票 {blue}',
  },
  correction_undone: {
    en: 'Red-letter invoice {number} was cancelled',
    zh: '红字发票 {number} 已作废',
  },
  flag_red: {
    en: 'Red-letter invoice {number} took back {amount} of invoice {blue}, which this claim stands on',
    zh: '红字发票 {number} 冲销了本申报所用发票 {blue} 的 {amount}',
  },
});
