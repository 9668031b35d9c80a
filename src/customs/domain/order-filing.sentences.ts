import { sentences } from '../../kernel/sentence.js';

/** What is said of orders that customs must have before their declaration. */
export const SAY = sentences('ORDER_FILINGS', {
  no_such_filing: { en: 'There is no such order filing', zh: '订单信息申报记录不存在' },
  no_profile: {
    en: 'There is no e-commerce profile for exports under {mode}',
    zh: '没有监管方式 {mode} 的出口跨境电商申报方案',
  },
  many_profiles: {
    en: 'There are several e-commerce profiles for exports under {mode}: name one',
    zh: '监管方式 {mode} 的出口跨境电商申报方案不止一个，请指定',
  },
  other_kind_of_profile: {
    en: 'The profile must be for exports under {mode}',
    zh: '申报方案应为监管方式 {mode} 的出口方案',
  },
  no_line: { en: 'There is no line {line}', zh: '不存在第 {line} 行' },
  line_named_twice: { en: 'Line {line} is named twice', zh: '第 {line} 行重复' },
  refused: { en: 'Customs refused it ({status}): {said}', zh: '海关未接受（{status}）：{said}' },
  not_taken: { en: 'The exchange does not take the message: {said}', zh: '数据交换平台未接收报文：{said}' },
  not_sent: { en: 'Order {orderNo} has not been sent to customs', zh: '订单 {orderNo} 尚未传输至海关' },
  not_filed: { en: 'Customs has no data of the order', zh: '海关没有该订单信息' },
  refused_order: { en: 'Customs refused order {orderNo}: {said}', zh: '海关未接受订单 {orderNo}：{said}' },
  awaited: { en: 'Order {orderNo} was sent, customs has not answered', zh: '订单 {orderNo} 已传输，海关尚未回执' },
  order_first: { en: 'Customs must have the order first', zh: '须先向海关传输订单信息' },
});
