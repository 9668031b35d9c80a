import { sentences } from '../../kernel/sentence.js';

/** What is said of bookings under way, their changes, tracking and papers. */
export const SAY_CARRIAGE = sentences('FREIGHT', {
  nothing_changed: { en: 'Nothing is to be changed', zh: '未填写任何变更内容' },
  change_faulty: { en: 'The change cannot be asked for', zh: '变更内容有误' },
  departure_past: { en: 'The day of departure must not lie in the past', zh: '开航日期不得早于今天' },
  ship_and_voyage: { en: 'A ship is named together with its voyage', zh: '船名与航次须同时填写' },
  no_such_line: { en: 'The order has no such line', zh: '订单没有该行' },
  line_twice: { en: 'Each line is named once', zh: '每行只填写一次' },
  weight_positive: { en: 'A weight is above zero', zh: '重量应大于零' },
  change_of_unsent: { en: 'The booking never went to the carrier', zh: '该订舱未发送给承运人' },
  booking_leaving: { en: 'The carrier has been asked to cancel this booking', zh: '该订舱已申请取消' },
  no_open_change: { en: 'No change of this booking is open', zh: '该订舱没有进行中的变更' },
  change_not_amendment: {
    en: 'Only an amendment of a confirmed booking can be withdrawn',
    zh: '仅已确认订舱的变更可以撤回',
  },
  change_overtaken: { en: 'The booking is {state}', zh: '订舱状态为 {state}' },
  source_reserved: { en: 'Only the carrier itself is called so', zh: '该名称仅用于承运人自身' },
  too_heavy: { en: 'No box weighs more than 100,000 kg', zh: '箱货总重不会超过 100,000 千克' },
  tare_range: { en: 'An empty box weighs less than it may with all in it', zh: '箱体自重应小于其额定总重' },
  unknown_code: { en: 'There is no code {code} in {scheme}', zh: '{scheme} 中没有代码 {code}' },
  weighed_needed: { en: 'Method 1 is what was weighed', zh: '方法一须填写称重重量' },
  weighed_not_taken: { en: 'Method 2 is calculated: nothing was weighed', zh: '方法二为计算所得，不填写称重重量' },
  update_wanted_again: { en: 'The carrier wants another update', zh: '承运人要求再次更新' },
});
