import { sentences } from '../../../kernel/sentence.js';

export const SAY = sentences('CLOCK', {
  advancing: { en: 'The clock is on its way to {to}', zh: '时钟正在前进至 {to}' },
  no_such_advance: { en: 'There is no such advance', zh: '不存在该次前进' },
  clock_end: { en: 'A test clock goes no further than {latest}', zh: '测试时钟最远到 {latest}' },
  too_far: { en: 'One advance goes {days} days at most', zh: '单次最多前进 {days} 天' },
  ask_customs: { en: 'Customs have not answered in time: they are asked', zh: '海关逾期未回执：主动查询' },
  ask_carrier: { en: 'The carrier has not spoken in time: it is asked', zh: '承运人逾期未反馈：主动查询' },
  ask_courier: {
    en: 'The courier has not spoken in time: it is asked',
    zh: '快递承运人逾期未更新：主动查询',
  },
  ask_account: { en: 'The bank has not opened the account in time: it is asked', zh: '银行逾期未开户：主动查询' },
  ask_credits: { en: 'The bank is asked for credits that it may not have told of', zh: '向银行查询可能漏报的入账' },
  ask_deal: {
    en: 'The bank has not settled the conversion in time: it is asked',
    zh: '银行逾期未完成结售汇：主动查询',
  },
  ask_bop: { en: 'Ask the bank about a declaration of a receipt', zh: '向银行查询涉外收入申报' },
  ask_contract: { en: 'Ask the bank about a registered contract', zh: '向银行查询合同登记' },
  answer_letter: { en: 'A letter of the bank is to be answered', zh: '银行函件答复到期' },
  declare_receipt: { en: 'A receipt from abroad is to be declared', zh: '涉外收入申报到期' },
  look_at_credit: { en: 'Look whether an advance or a deferral is to be reported', zh: '核对预收或延期收款是否须报告' },
  ask_payout: { en: 'The bank has not confirmed the payout in time: it is asked', zh: '银行逾期未确认付款：主动查询' },
  ask_forward: {
    en: 'The bank has not answered on the forward in time: it is asked',
    zh: '银行逾期未答复远期业务：主动查询',
  },
  expire_forward: {
    en: 'A day of a forward: a reminder, its last day, or the end of it',
    zh: '远期合约提醒日、到期日或到期后',
  },
  ask_lender: { en: 'The lender has not decided in time: it is asked', zh: '资金方逾期未决定：主动查询' },
  ask_insurer: { en: 'The insurer has not answered in time: it is asked', zh: '保险机构逾期未答复：主动查询' },
  tell_of_loss: { en: 'A loss on an insured shipment is to be told of', zh: '可损通知期限' },
  ask_bureau: { en: 'The tax bureau has not decided in time: it is asked', zh: '税务机关逾期未审结：主动查询' },
  expire_request: { en: 'The time to approve is over', zh: '审批期限届满' },
  pass_deadlines: { en: 'A day of deadlines of tax refunds begins', zh: '退税期限日' },
  file_batch: { en: 'A batch of refund claims is filed', zh: '申报批次到期申报' },
  convert_again: { en: 'A conversion that did not come about is tried again', zh: '重新尝试未成交的结售汇' },
  batch_again: { en: 'What a batch could not settle is tried again', zh: '重试批次中未完成的条目' },
  other_work: { en: 'Work of {queue}', zh: '{queue} 的任务' },
});
