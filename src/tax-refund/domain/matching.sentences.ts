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
  owed_again: {
    en: 'Collected, but owed again since {day}: {amount}; the last day is {collectBy}',
    zh: '曾已收汇，自 {day} 起又有 {amount} 待收；最迟 {collectBy}',
  },
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
  standing_red_flushed: { en: 'The invoice was taken back by a red letter', zh: '发票已红冲' },
  standing_abnormal: { en: 'The issuer is abnormal, or the invoice out of control', zh: '开票方为非正常户或发票失控' },
  standing_unverified: {
    en: 'The invoice is not verified, or not ticked for refund',
    zh: '发票未查验或未勾选用于退税',
  },
  run_open: { en: 'A run is under way: {run}', zh: '匹配任务 {run} 正在进行' },
  no_such_run: { en: 'There is no such run', zh: '匹配任务不存在' },
  row_json: { en: 'Row {row} is not a JSON object', zh: '第 {row} 行不是 JSON 对象' },
  row_cells: {
    en: 'Row {row} has {count} cells, the header {expected}',
    zh: '第 {row} 行有 {count} 列，表头有 {expected} 列',
  },
  row_long: { en: 'Row {row} is longer than {max} bytes', zh: '第 {row} 行超过 {max} 字节' },
  row_unknown: { en: 'Row {row} has the unknown field {field}', zh: '第 {row} 行含未知字段 {field}' },
  row_field: { en: 'Row {row}: {field} has not the form {form}', zh: '第 {row} 行：{field} 格式应为 {form}' },
  row_money: {
    en: 'Row {row}: {field} is no amount of {currency}',
    zh: '第 {row} 行：{field} 不是有效的 {currency} 金额',
  },
  row_units: { en: 'Row {row}: a quantity and its unit come together', zh: '第 {row} 行：数量与单位应成对提供' },
  row_fault: { en: 'Row {row}: {field}: {fault}', zh: '第 {row} 行：{field}：{fault}' },
  row_split: {
    en: 'Row {row}: a paper and what it was split from are not both brought; one of them is here already',
    zh: '第 {row} 行：缴款书与由其分割的分割单不能同时提供，其中之一已提供',
  },
  row_twice: { en: 'Row {row} tells the same thing as a row before it', zh: '第 {row} 行与前面的行重复' },
  row_taken: { en: 'Row {row} differs from one that is matched already', zh: '第 {row} 行与已匹配的行不一致' },
  no_rows: { en: 'There are no rows', zh: '没有数据行' },
  unknown_column: { en: 'There is no column {column}', zh: '没有列 {column}' },
  rows_stream: { en: 'Rows are sent as NDJSON or CSV', zh: '数据行应以 NDJSON 或 CSV 提交' },
  exchange_cost: {
    en: '{cost} CNY for 1 {currency} of export, usually {from} to {to}',
    zh: '换汇成本为 {cost}（人民币/{currency}），通常为 {from} 至 {to}',
  },
  nothing_fits: {
    en: '{short} in unit {unit} are not invoiced, and no invoice comes near',
    zh: '尚缺 {short}（单位 {unit}）的发票，且没有相近的发票',
  },
});
