import { sentences } from '../../kernel/sentence.js';

/** What is said of certificates of agency export (代理出口货物证明). */
export const SAY = sentences('AGENCY_CERTIFICATE', {
  no_such_certificate: { en: 'There is no such certificate', zh: '代理出口货物证明不存在' },
  no_such_export: {
    en: 'Nothing was exported for a principal under this order yet',
    zh: '该订单下尚无已结关的代理出口货物',
  },
  uscc: { en: 'This is no unified social credit code', zh: '统一社会信用代码无效' },
  own_principal: { en: 'The agent is no principal of its own', zh: '受托方不能同时为委托方' },
  signed_in_future: { en: 'After today, {today}', zh: '晚于今天 {today}' },
  signed_after_export: {
    en: 'The goods were exported before, on {exportDate}',
    zh: '货物已于 {exportDate} 出口，早于协议签订日',
  },
  not_declared: { en: '{item} is no declared item of this order', zh: '{item} 不是该订单的报关项' },
  item_twice: { en: '{item} stands there already', zh: '{item} 已列出' },
  item_held: { en: '{item} is certified or claimed already', zh: '{item} 已开具证明或已申报退税' },
  nothing_left: {
    en: 'Everything that was declared is certified or claimed already',
    zh: '已申报货物均已开具证明或申报退税',
  },
  item_taken: {
    en: 'Somebody else has certified or claimed one of the items meanwhile',
    zh: '其中一项刚被开具证明或申报退税',
  },
  replaces_standing: {
    en: 'The certificate that it replaces is {state}; only one that was voided is replaced',
    zh: '被补办的证明状态为 {state}；仅已作废的证明可补办',
  },
  replaced_already: { en: 'It is replaced already', zh: '该证明已补办' },
  replaces_other_order: {
    en: 'The certificate that it replaces is of another order',
    zh: '被补办的证明属于其他订单',
  },
  answer_unknown: { en: 'The answer of the tax bureau cannot be read', zh: '无法读取税务机关的答复' },
});
