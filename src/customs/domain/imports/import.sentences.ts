import { sentences } from '../../../kernel/sentence.js';

/** What imports say to people. */
export const SAY_OF_IMPORTS = sentences('CUSTOMS_IMPORT', {
  no_such_importer: { en: 'There is no such party', zh: '该主体不存在' },
  importer_not_registered: {
    en: 'The party has no credit code or no customs registration: enter both with it',
    zh: '该主体缺少统一社会信用代码或海关注册编码，请先补充',
  },
  product_not_approved: { en: 'There is no approved version of that product', zh: '该商品尚无已审批的版本' },
  no_paid_bill: { en: 'No tax bill of this import is paid', zh: '该进口报关单没有已缴税单' },
  several_bills: { en: 'Several bills of this import are paid: name one', zh: '有多张已缴税单，请指定一张' },
  nothing_too_much: {
    en: 'Nothing of bill {number} was paid too much, or it was asked back already',
    zh: '税单 {number} 没有多缴税款，或已申请退还',
  },
  refund_too_late: {
    en: 'Bill {number} was paid on {paidOn}: until {until} taxes could be asked back',
    zh: '税单 {number} 于 {paidOn} 缴纳，退税申请截止 {until}',
  },
  refund_unknown: {
    en: 'What is owed by now cannot be told: say how much of each tax is asked back',
    zh: '无法测算应缴税额，请逐项说明申请退还的税款',
  },
  refund_too_much: { en: 'More than was paid too much', zh: '超过多缴税额' },
  refund_tax_twice: { en: 'This tax stands here twice', zh: '税种重复' },
  refund_in_cny: { en: 'More than nothing, in CNY', zh: '须为大于零的人民币金额' },
  no_such_tax_refund: { en: 'There is no such refund', zh: '退税申请不存在' },
  no_product: { en: 'Needed where no product is named', zh: '未指定商品时必填' },
  approve_declaring: {
    en: 'Declare import {reference}: {items} items of {total} from {consignor} ({country}), attempt {attempt}',
    zh: '申报进口 {reference}：{items} 项商品，货值 {total}，发货人 {consignor}（{country}），第 {attempt} 次',
  },
});
