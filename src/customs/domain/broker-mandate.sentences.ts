import { sentences } from '../../kernel/sentence.js';

/** What is said of brokers' mandates. */
export const SAY = sentences('BROKER_MANDATE', {
  no_such_mandate: { en: 'There is no such mandate of a customs broker', zh: '代理报关委托不存在' },
  no_such_seller: { en: 'There is no seller with this id', zh: '不存在该 id 的卖方' },
  not_of_seller: { en: 'The order is of another seller', zh: '该订单属于其他卖方' },
  uscc: { en: 'A unified social credit code has 18 characters', zh: '统一社会信用代码为18位' },
  customs_code: {
    en: 'A customs registration has five digits, then five digits or capital letters',
    zh: '海关注册编码为5位数字加5位数字或大写字母',
  },
  own_broker: {
    en: 'The exporter is no broker of its own: a mandate is given to somebody else',
    zh: '委托方与被委托方不能为同一企业',
  },
  ends_before_start: { en: 'It begins on {validFrom}', zh: '其生效日为 {validFrom}' },
  over_already: { en: 'It would be over today, {today}', zh: '截至今天 {today} 已过期' },
  no_form_yet: { en: 'There was no standard form on that day', zh: '该日尚无规范格式的委托书' },
  too_long: {
    en: 'A mandate lasts {months} months at most: until {lastDay}',
    zh: '委托期限最长 {months} 个月，至 {lastDay} 止',
  },
  agreement_known: {
    en: 'A mandate with the number {agreementNumber} is offered or in force',
    zh: '编号为 {agreementNumber} 的委托已发起或有效',
  },
  always_required: {
    en: 'In live operation nobody is declared for without a mandate',
    zh: '正式环境中，未经委托不得代理申报',
  },
  nobody_entrusted: { en: '{seller} has entrusted nobody', zh: '{seller} 未委托任何报关企业' },
  revoked: { en: '{broker}, {agreementNumber}: revoked', zh: '{broker}（{agreementNumber}）：已撤销' },
  over: {
    en: '{broker}, {agreementNumber}: its last day was {day}',
    zh: '{broker}（{agreementNumber}）：已于 {day} 到期',
  },
  not_begun: {
    en: '{broker}, {agreementNumber}: begins on {day}',
    zh: '{broker}（{agreementNumber}）：自 {day} 起生效',
  },
  other_offices: {
    en: '{broker}, {agreementNumber}: for {offices}, not {office}',
    zh: '{broker}（{agreementNumber}）：适用关区为 {offices}，不含 {office}',
  },
  other_modes: {
    en: '{broker}, {agreementNumber}: for {modes}, not {mode}',
    zh: '{broker}（{agreementNumber}）：适用监管方式为 {modes}，不含 {mode}',
  },
});
