import { sentences } from '../../../kernel/sentence.js';

/** What is said of stock in warehouses abroad. */
export const SAY = sentences('OVERSEAS_STOCK', {
  no_such_lot: { en: 'There is no such stock', zh: '海外仓库存不存在' },
  no_such_declaration: { en: 'There is no such declaration', zh: '报关单不存在' },
  one_source: { en: 'Name a declaration or a parcel, one of them', zh: '请提供报关单或包裹之一' },
  other_mode: {
    en: 'It was declared under {mode}: stock abroad is of what was declared under 9810',
    zh: '申报的监管方式为 {mode}，海外仓库存仅限 9810',
  },
  not_departed: { en: 'It has not left yet: it is {state}', zh: '货物尚未离境，当前状态为 {state}' },
  received_already: {
    en: 'What was declared there stands in warehouse {warehouse} already',
    zh: '该申报货物已记入仓库 {warehouse}',
  },
  no_such_line: { en: 'There is no line {line}', zh: '不存在第 {line} 项' },
  line_twice: { en: 'Line {line} is named twice', zh: '第 {line} 项重复' },
  needs_sku: { en: 'Name the product of line {line}', zh: '请填写第 {line} 项的商品货号' },
  before_departure: { en: 'The goods left on {day}', zh: '货物于 {day} 离境' },
  short: {
    en: 'Of {sku} there are {available} for that in {warehouse}, not {quantity}',
    zh: '仓库 {warehouse} 的 {sku} 可用数量为 {available}，不足 {quantity}',
  },
  other_movement: {
    en: 'The warehouse has told {reference} before, with other content',
    zh: '仓库已以其他内容上报过 {reference}',
  },
  reference_twice: { en: 'The reference {reference} is there twice', zh: '编号 {reference} 重复' },
  positive: { en: 'The quantity must be above zero', zh: '数量须大于零' },
});
