import { sentences } from '../../../kernel/sentence.js';

/** Why a parcel cannot be filed about. */
export const WHY_NOT = {
  unknown: { en: 'there is no such parcel', zh: '包裹不存在' },
  twice: { en: 'it is named twice', zh: '包裹重复' },
  other_profile: { en: 'it is filed with another profile than the first', zh: '与首个包裹的申报方案不同' },
  no_number: { en: 'customs has given its list no number yet', zh: '海关尚未给出清单编号' },
  waiting: { en: 'customs has not answered the one before yet', zh: '海关尚未答复此前的申请' },
  done: { en: 'customs has taken one before', zh: '海关已接受此前的申请' },
  withdrawing: { en: 'customs is asked to withdraw its list', zh: '已申请撤销清单' },
  too_late: (months: number) => ({
    en: `it was released more than ${months} months ago`,
    zh: `放行已超过 ${months} 个月`,
  }),
  not_applied_for: {
    en: 'its return has not been applied for, or customs has not taken the application',
    zh: '尚未申请退货，或海关尚未同意',
  },
  simplified: {
    en: 'its list is simplified (A): it is declared by itself, and no part of a summary',
    zh: '清单为简化申报（A），不参与汇总',
  },
  return_over: (day: string) => ({
    en: `its return could be applied for until ${day}`,
    zh: `退货申请期限为 ${day}`,
  }),
  no_transport: {
    en: 'its list does not say by what it came, nor does the request',
    zh: '清单和请求均未填写运输信息',
  },
  less_left: {
    en: 'less of it is left than is to come back, or it has no such line',
    zh: '可退数量不足，或清单没有该项商品',
  },
  departing: { en: 'its departure is with customs', zh: '已申报离境' },
} as const;

/** What is said of filings about parcels. */
export const SAY = sentences('PARCEL_FILINGS', {
  no_such_filing: { en: 'There is no such filing about parcels', zh: '包裹申请不存在' },
  not_possible: { en: '{count} of the parcels cannot be filed about so', zh: '{count} 个包裹不能办理该申请' },
  in_state: {
    en: 'parcel {parcel} of order {orderNo} is {state}',
    zh: '订单 {orderNo} 的包裹 {parcel} 状态为 {state}',
  },
  not_this: { en: 'parcel {parcel}: {why}', zh: '包裹 {parcel}：{why}' },
  in_future: { en: '{field} is in the future', zh: '{field} 晚于当前时间' },
  no_transport_back: {
    en: 'Returns of imports have no transport',
    zh: '进口退货无需填写运输信息',
  },
  line_of_no_parcel: { en: 'It is of none of the parcels that are named', zh: '不属于所列包裹' },
  line_twice: { en: 'This line stands here twice', zh: '商品项重复' },
  transport_back: { en: 'Say by what the goods come back', zh: '请填写退运的运输信息' },
  not_in_direction: { en: 'There is no {kind} of this direction', zh: '该进出口方向没有 {kind}' },
});
