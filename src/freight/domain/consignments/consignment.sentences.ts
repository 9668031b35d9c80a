import { sentences } from '../../../kernel/sentence.js';

/** What is said of consignments. */
export const SAY_CONSIGNMENT = sentences('FREIGHT', {
  no_such_consignment: { en: 'There is no such consignment', zh: '运单不存在' },
  no_such_offer: { en: 'The comparison has no offer of that rank', zh: '比价结果中没有该序号的报价' },
  offer_by_sea: {
    en: 'Offers by {mode} are booked elsewhere: by sea as a booking, to a warehouse abroad as an inbound notice',
    zh: '{mode} 报价不在此处下单：海运请订舱，海外仓请创建入库预约',
  },
  offer_expired: { en: 'The offer has expired', zh: '报价已过期' },
  offer_fresh: {
    en: 'The offer has expired; today the same goods would go for {totals}, leaving on {day}: compare again',
    zh: '报价已过期；当前同一票货物报价为 {totals}，{day} 启运，请重新比价',
  },
  offer_booked: { en: 'Another consignment has this offer', zh: '该报价已用于其他运单' },
  goes_by_sea: { en: 'The platform carries the goods of this order by sea', zh: '该订单货物由平台安排海运' },
  consignment_reference_taken: { en: 'Another consignment has this reference', zh: '该参考号已用于其他运单' },
  unnamed: { en: 'The consignment is {state}: it has no labels', zh: '运单状态为 {state}，没有面单' },
  nothing_said: { en: 'Must say something', zh: '不得为空白' },
  party_needed: { en: 'Needed where no order says it', zh: '未关联订单时必填' },
  goods_needed: {
    en: 'Customs want to know what it is: needed where no order says it',
    zh: '未关联订单时须填写申报品名',
  },
  other_country: {
    en: 'The comparison is for goods that go from or to {country}',
    zh: '比价的起运或目的国家为 {country}',
  },
  paper_needed: {
    en: 'This way wants {paper} with these goods: {source}',
    zh: '该方式运输此类货物须提供 {paper}：{source}',
  },
  hs_needed: { en: 'Merchandise is declared with its HS code', zh: '货样以外的商品须填写 HS 编码' },
  one_currency: { en: 'All goods are declared in one currency', zh: '所有货物须以同一币种申报' },
  net_above_gross: {
    en: 'The goods weigh {net} kg net, and the pieces {gross} kg with their packing',
    zh: '货物净重 {net} 千克，大于包裹毛重 {gross} 千克',
  },
  too_many_packages: {
    en: 'A consignment has {max} packages at most: book it in parts',
    zh: '每份运单最多 {max} 件，请分批下单',
  },
  cancelled_by_courier: { en: 'The courier has cancelled it', zh: '承运人已取消' },
  courier_goes_on: { en: 'The courier has collected it, or will: it goes its way', zh: '承运人已揽收，运输继续' },
  consignment_over: { en: 'The consignment is {state}', zh: '运单状态为 {state}' },
  courier_no_reason: { en: 'No reason was given', zh: '未说明原因' },
  courier_no_json: { en: 'The message is no JSON object', zh: '报文不是 JSON 对象' },
  courier_lacks: { en: 'The message has no {field}, or none that is understood', zh: '报文缺少 {field} 或无法识别' },
  courier_unnamed: { en: 'The courier takes it without giving its number', zh: '承运人接单但未提供单号' },
  courier_number: { en: '{number} is no number that goods by {way} have', zh: '{number} 不是有效的 {way} 单号' },
  courier_stranger: { en: 'The message names no consignment of ours', zh: '报文未对应任何运单' },
  courier_unclear: { en: "The courier's answer is unclear: {why}", zh: '承运人的应答不明确：{why}' },
  courier_not_let_in: { en: 'it does not let us in', zh: '拒绝接入' },
});
