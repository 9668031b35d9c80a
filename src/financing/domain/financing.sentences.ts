import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('FINANCING', {
  no_such_advance: { en: 'There is no such advance', zh: '融资记录不存在' },
  funds_spent: { en: 'What was free a moment ago was spent meanwhile', zh: '刚才的可用资金已被动用' },
  no_such_seller: { en: 'There is no such seller', zh: '没有该卖方' },
  already_advanced: { en: 'The order has an advance of this product already', zh: '该订单已有该产品的融资' },
  line_in_use: { en: 'There is a loan of this product on it that is not over', zh: '尚有未结清的该产品融资' },
  order_needed: { en: 'The product is lent on an order: name it', zh: '该产品以订单为基础，须指明订单' },
  seller_needed: { en: 'The product is lent to a seller: name it', zh: '该产品以卖方为基础，须指明卖方' },
  order_not_wanted: { en: 'The product is lent to a seller, on no order', zh: '该产品以卖方为基础，不得指明订单' },
  seller_not_wanted: {
    en: 'The product is lent on an order: its seller borrows',
    zh: '该产品以订单为基础，借款人即其卖方',
  },
  line_drawn: {
    en: 'The line is drawn already: {amount} could be drawn, the least is {minimum}',
    zh: '额度已基本用完：可提款 {amount}，最低 {minimum}',
  },
  order_lent_out: {
    en: 'The order is lent on already: {amount} could be drawn, the least is {minimum}',
    zh: '该订单已有其他融资：可提款 {amount}，最低 {minimum}',
  },
  approve_draw: {
    en: 'Draw {principal} at {rate} a year for order {reference}, to be repaid by the refund, at the latest on {maturity}',
    zh: '为订单 {reference} 提取融资 {principal}，年利率 {rate}，以退税款归还，最迟 {maturity}',
  },
  approve_loan: {
    en: 'Draw {principal} at {rate} a year for {reference} by {product}, to be repaid at the latest on {maturity}',
    zh: '按 {product} 为 {reference} 提取融资 {principal}，年利率 {rate}，最迟 {maturity} 归还',
  },
  less_by_now: { en: 'Only {amount} could be drawn by now', zh: '目前仅可提取 {amount}' },
  owed_in: { en: 'The advance is owed in {currency}', zh: '该融资以 {currency} 计欠' },
  more_than_owed: { en: 'Only {amount} is owed today', zh: '今日仅欠 {amount}' },
  not_eligible: { en: 'The order cannot be advanced on', zh: '该订单不符合融资条件' },
  other_amount: { en: 'The lender paid out another amount than was asked for', zh: '贷款机构放款金额与申请金额不符' },
  paid_before_asked: {
    en: 'The lender paid out on {valueDate}, before it was asked on {askedOn}',
    zh: '放款日 {valueDate} 早于申请日 {askedOn}',
  },
  period_order: { en: 'A period does not end before it begins', zh: '期间的结束日不得早于开始日' },
  no_advance_named: { en: 'The message names no advance of ours', zh: '报文未对应任何融资记录' },
  answer_unreadable: { en: 'The lender answered what cannot be read', zh: '贷款机构的应答无法识别' },
  no_json: { en: 'The message is no JSON object', zh: '报文不是 JSON 对象' },
  kind_unknown: { en: 'The message is of no kind that we know', zh: '报文类型未知' },
  field_missing: { en: 'The message has no {field}', zh: '报文缺少 {field}' },
  value_date_missing: { en: 'The message has no value date', zh: '报文缺少起息日' },
  amount_missing: { en: 'The message has no amount', zh: '报文缺少金额' },
  order_cancelled: { en: 'The order was cancelled', zh: '订单已取消' },
  not_released: { en: 'Customs has not released the goods', zh: '海关尚未放行' },
  refund_not_matched: {
    en: 'The refund is not matched: declaration, invoices and collection do not agree yet',
    zh: '退税单证尚未匹配：报关单、发票与收汇尚不一致',
  },
  refund_paid: { en: 'The refund has been paid already', zh: '退税款已到账' },
  claim_rejected: { en: 'The tax bureau rejected the claim', zh: '税务机关已驳回退税申报' },
  no_account: { en: 'The seller has no account for CNY to be paid to', zh: '卖方没有人民币收款账户' },
  limit_used_up: {
    en: 'The limit is used up: {amount} could be drawn, the least is {minimum}',
    zh: '额度已用完：可提款 {amount}，最低 {minimum}',
  },
  refund_too_small: {
    en: 'The refund is too small: {amount} could be drawn, the least is {minimum}',
    zh: '退税金额过小：可提款 {amount}，最低 {minimum}',
  },
  pledged_already: {
    en: 'A declaration of the order backs another loan already; whose is not told',
    zh: '该订单的报关单已用于另一笔融资；不披露融资方',
  },
  asset_pledged: {
    en: 'It backs another loan already: {kind} {number}; whose is not told',
    zh: '已用于另一笔融资：{kind} {number}；不披露融资方',
  },
  registered_elsewhere: {
    en: 'What backs it is registered for somebody else in the movables register; for whom is not told',
    zh: '担保物已在动产融资统一登记公示系统由他人登记；不披露登记人',
  },
  not_registered: {
    en: 'The movables register does not take it: {reason}',
    zh: '动产融资统一登记公示系统未予登记：{reason}',
  },
  registration_pending: { en: 'The register has not decided yet', zh: '登记机构尚未处理完毕' },
  issuer_needed: {
    en: 'The tax number of who issued it: numbers of two issuers may be alike',
    zh: '须填写出具方统一社会信用代码：不同出具方的编号可能相同',
  },
  issuer_not_wanted: { en: 'Its number is the only one of its kind', zh: '该编号全国唯一，无需出具方' },
  no_reason_given: { en: 'The lender gave no reason', zh: '贷款机构未说明原因' },
});
