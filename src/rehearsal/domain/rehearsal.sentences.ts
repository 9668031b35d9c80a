import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('REHEARSAL', {
  live: { en: 'A live tenant rehearses nothing', zh: '正式租户不能演练' },
  no_sandbox: { en: 'This installation knows no sandbox', zh: '此部署未配置沙箱' },
  acting: { en: 'The request is made for another tenant', zh: '该请求是代表其他租户发出的' },
  no_such_simulation: { en: 'There is no such simulation', zh: '模拟不存在' },
  no_such_scenario: { en: 'There is no such scenario', zh: '演练不存在' },
  no_such_resource: { en: 'There is no such resource', zh: '资源不存在' },
  no_such_kind: { en: 'There is no such kind', zh: '没有该种类' },
  other_resource: { en: 'It is about a resource of the kind {prefix}_…', zh: '该种类针对 {prefix}_… 类型的资源' },
  no_such_parameter: { en: 'This kind has no such parameter', zh: '该种类没有此参数' },
  parameter_text: { en: 'Must be a text of the form {pattern}', zh: '应为符合 {pattern} 的文本' },
  parameter_whole: { en: 'Must be a whole number from {min} to {max}', zh: '应为 {min} 至 {max} 之间的整数' },
  nothing_owed: { en: 'Nothing is owed for the order', zh: '该订单没有未付款项' },
  not_told: { en: 'The partner has not been told of it yet', zh: '尚未告知合作方' },
  no_account: {
    en: 'The seller has no open collection account in {currency}',
    zh: '卖方没有已开立的 {currency} 收款账户',
  },
  went_otherwise: { en: 'Instead of “{step}”: {seen}', zh: '未出现“{step}”，而是：{seen}' },
  waited_in_vain: { en: '“{step}” did not come within the time', zh: '在规定时间内未出现“{step}”' },
  sandbox_answered: { en: 'The sandbox answered {status}', zh: '沙箱返回 {status}' },
  sandbox_refused: { en: 'The sandbox refused', zh: '沙箱拒绝了该请求' },
  sandbox_silent: { en: 'The sandbox did not answer', zh: '沙箱没有响应' },
});
