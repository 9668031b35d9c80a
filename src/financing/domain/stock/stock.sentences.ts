import { sentences } from '../../../kernel/sentence.js';

/** What is said of pledged warehouse receipts, and of margins that banks call. */
export const SAY_STOCK = sentences('FINANCING_STOCK', {
  no_such_receipt: { en: 'There is no such warehouse receipt', zh: '仓单不存在' },
  unknown_seller: { en: 'There is no such seller', zh: '卖方不存在' },
  receipt_pledged: {
    en: 'The warehouse receipt {number} is pledged, or backs a loan, already; for whom is not told',
    zh: '仓单 {number} 已出质或已用于融资；不披露质权人',
  },
  not_on_receipts: {
    en: 'The product {product} is not lent on warehouse receipts',
    zh: '产品 {product} 不以仓单为基础',
  },
  goods_needed: { en: 'What the goods are: an HS code, or a description', zh: '请填写商品编码或货物描述' },
  in_yuan: {
    en: 'Goods are valued in {currency}: a receipt has no order whose plan rate could count',
    zh: '请以 {currency} 估值：仓单无计划汇率',
  },
  valued_in_future: { en: 'It cannot have been valued in the future', zh: '估值日不得晚于今天' },
  stored_too_short: { en: 'It is stored beyond today', zh: '储存期须晚于今天' },
  more_than_left: { en: 'Only {left} {unit} are in pledge', zh: '在押数量仅 {left} {unit}' },
  backs_loan: {
    en: '{owed} is owed on it, and what would stay covers {cover}: repay first',
    zh: '尚欠 {owed}，解押后剩余货物仅可担保 {cover}，请先还款',
  },
  worth_too_little: { en: 'The goods are worth too little to lend on', zh: '货值过低，无法融资' },

  released: { en: 'The goods are released: nothing is pledged any more', zh: '货物已全部解押' },
  cancelled: { en: 'The pledge of the receipt was cancelled', zh: '仓单质押已撤销' },
  for_other_lender: {
    en: 'The goods are pledged for another lender: {lender}',
    zh: '货物已质押给其他贷款机构：{lender}',
  },
  storage_over: { en: 'The goods are stored until {day} only', zh: '货物储存期至 {day}，现已届满' },
  top_up_due: {
    en: 'The goods are worth {value} now, which covers {cover}; {shortfall} of the {owed} owed is to be topped up',
    zh: '货物现值 {value}，可担保 {cover}；欠款 {owed} 中的 {shortfall} 须补足',
  },
  registration_wanted: { en: 'The movables register has not confirmed the pledge yet', zh: '中登网尚未确认质押登记' },
  registration_over: { en: 'The pledge stands in the movables register no more', zh: '质押登记已注销' },

  receipt_needed: { en: 'The product is lent on a warehouse receipt: name it', zh: '该产品以仓单为基础，须指明仓单' },
  forward_needed: {
    en: 'The product is lent on the margin of a forward: name it',
    zh: '该产品以远期保证金为基础，须指明远期合约',
  },
  other_subject: {
    en: 'The product is lent on what {field} names, and on nothing else',
    zh: '该产品仅以 {field} 指明的标的为基础',
  },
  no_such_margin: { en: 'No margin was called for this forward', zh: '该远期合约没有追加保证金通知' },
  margin_paid: { en: 'The margin that was called is paid', zh: '已追加的保证金已缴纳' },
  margin_over: {
    en: 'The margin that was called is given back, or settled with the forward',
    zh: '追加的保证金已退还，或已随远期合约结清',
  },
  one_subject: {
    en: 'Exactly one of orderId, sellerId, warehouseReceiptId and forwardId',
    zh: 'orderId、sellerId、warehouseReceiptId 与 forwardId 必选其一',
  },
});
