import { sentences } from '../../kernel/sentence.js';

/** What matching says to people, beside `tax-refund.sentences.ts`. */
export const SAY = sentences('TAX_MATCH', {
  code_changed: {
    en: 'Invoiced as {invoiced}, which the tariff has made {declared}: the declared code is filed, with the table of changed codes',
    zh: '发票编码 {invoiced} 已调整为 {declared}：按报关单编码申报，并附商品代码调整对应表',
  },
  place_differs: {
    en: 'The goods are from district {district}, the issuer is registered in {region}',
    zh: '境内货源地 {district}，开票方所在行政区划 {region}',
  },
  collect_before: { en: 'Not collected yet; the last day is {day}', zh: '尚未收汇；最迟 {day}' },
  collection_over: { en: 'Not collected by {day}', zh: '至 {day} 仍未收汇' },
  other_payer: { en: 'Paid by {payer}, not by the buyer {buyer}', zh: '付款方 {payer} 并非买方 {buyer}' },
  other_currency: { en: 'Collected in {found}, declared in {declared}', zh: '收汇币种 {found}，报关币种 {declared}' },
  one_exporter: {
    en: 'Items under one key have one exporter, one regime and one supervision mode; this one differs from item {item}',
    zh: '同一关联号下的出口企业、退税方式和监管方式应一致；本项与 {item} 不同',
  },
  reissue: {
    en: 'Have invoice {invoice} re-issued: {goods}, unit {unit}, quantity {quantity}, amount {amount}, made out to {buyer}',
    zh: '请将发票 {invoice} 重开为：{goods}，单位 {unit}，数量 {quantity}，金额 {amount}，购买方 {buyer}',
  },
  issue: {
    en: 'Have an invoice issued: {goods}, unit {unit}, quantity {quantity}, made out to {buyer}',
    zh: '请开具发票：{goods}，单位 {unit}，数量 {quantity}，购买方 {buyer}',
  },
  counts_otherwise: {
    en: 'Invoice {invoice} line {line} counts in {invoiced}; declared are {declared}',
    zh: '发票 {invoice} 第 {line} 行的单位为 {invoiced}，报关单位为 {declared}',
  },
  coded_otherwise: {
    en: 'Invoice {invoice} line {line} names code {invoiced}; declared is {declared}',
    zh: '发票 {invoice} 第 {line} 行的编码为 {invoiced}，报关编码为 {declared}',
  },
  between_others: {
    en: 'Invoice {invoice} is not between the right parties, or of another kind',
    zh: '发票 {invoice} 的购销方或种类不符',
  },
  covers_in_part: {
    en: 'Invoice {invoice} line {line} of {seller} covers {free} of the {short} that are missing; it is free {place}',
    zh: '{seller} 的发票 {invoice} 第 {line} 行可覆盖所缺 {short} 中的 {free}，目前{place}',
  },
  on_order: { en: 'on order {order}', zh: '在订单 {order} 上未使用' },
  unassigned: { en: 'and of no order yet', zh: '尚未归属订单' },
  band_order: { en: 'The lower end lies above the upper', zh: '区间下限高于上限' },
  days_order: { en: 'The last day lies before the first', zh: '截止日期早于起始日期' },
  same_code: { en: 'A code does not change into itself', zh: '调整前后的编码不能相同' },
  order_wants_none: { en: 'The order wants no refund', zh: '订单未选择退税' },
  order_or_draft: { en: 'Give an order, or a draft, not both', zh: '请提供订单或草稿之一' },
  exchange_cost: {
    en: '{cost} CNY for 1 {currency} of export, usually {from} to {to}',
    zh: '换汇成本为 {cost}（人民币/{currency}），通常为 {from} 至 {to}',
  },
  nothing_fits: {
    en: '{short} in unit {unit} are not invoiced, and no invoice comes near',
    zh: '尚缺 {short}（单位 {unit}）的发票，且没有相近的发票',
  },
});
