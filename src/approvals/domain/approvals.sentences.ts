import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('APPROVALS', {
  no_such_policy: { en: 'There is no such policy', zh: '审批规则不存在' },
  no_such_request: { en: 'There is no such request', zh: '审批请求不存在' },
  policy_exists: { en: 'There is a policy for {command} already', zh: '{command} 已有审批规则' },
  policy_ended: { en: 'The policy has ended', zh: '审批规则已终止' },
  not_an_amount: {
    en: 'An amount not below zero, with no more places than {currency} has',
    zh: '应为不小于零且不超过 {currency} 小数位数的金额',
  },
  currency_twice: { en: 'There are two limits in {currency}', zh: '{currency} 限额重复' },
  not_a_person: { en: 'Only a person of this tenant can decide', zh: '仅本租户的人员可以审批' },
  maker_cannot_decide: {
    en: 'You are behind the command that this is about, by yourself or by a key or client that you made',
    zh: '该操作由您本人或您创建的密钥、客户端发起',
  },
  already_decided: { en: 'You have approved it already', zh: '您已审批过该请求' },
  role_cannot_decide: { en: 'The policy asks for somebody who is {roles}', zh: '审批规则要求的角色为：{roles}' },
  not_the_maker: { en: 'Somebody else asked for it', zh: '该请求由他人发起' },
  time_is_up: { en: 'It had to be decided by {expiresAt}', zh: '审批截止时间为 {expiresAt}' },
  changed: { en: 'What was asked for has changed, or is given up', zh: '所申请的内容已变更或已放弃' },
  not_needed: { en: 'It needs no approval any more', zh: '已无需审批' },
  nobody_decided: { en: 'Nobody decided in time', zh: '逾期无人审批' },
  waits: { en: 'It waits for a second person', zh: '正在等待第二人审批' },
});
