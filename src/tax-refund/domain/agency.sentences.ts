import { sentences } from '../../kernel/sentence.js';

/** What is said of agreements by which an agent files refunds for a producer. */
export const SAY = sentences('TAX_AGENCY', {
  no_such_agreement: { en: 'There is no such agency agreement', zh: '代办退税协议不存在' },
  no_such_producer: { en: 'There is no seller with this id', zh: '不存在该 id 的卖方' },
  no_manufacturer: {
    en: 'Only manufacturers may have their refund filed by an agent',
    zh: '仅生产企业可委托代办退税',
  },
  uscc: { en: 'A unified social credit code has 18 characters', zh: '统一社会信用代码为18位' },
  own_agent: { en: 'The producer is no agent of its own', zh: '生产企业不能委托自己代办' },
  ends_before_start: { en: 'It begins on {validFrom}', zh: '其生效日为 {validFrom}' },
  signed_after_start: { en: 'It was signed on {signedOn}', zh: '其签订日为 {signedOn}' },
  over_already: { en: 'It would be over today, {today}', zh: '截至今天 {today} 已到期' },
  no_agency_yet: { en: 'There was no such agency before {from}', zh: '{from} 之前尚无代办退税' },
  filing_needed: { en: 'The filing with the tax office must come first', zh: '须先向税务机关备案' },
  filed_before_signing: { en: 'Before the agreement was signed, {signedOn}', zh: '早于协议签订日 {signedOn}' },
  filed_in_future: { en: 'After today, {today}', zh: '晚于今天 {today}' },
  agreement_known: {
    en: 'An agreement with the number {agreementNumber} is drafted or in force',
    zh: '编号为 {agreementNumber} 的协议已登记或有效',
  },
  always_required: {
    en: 'In live operation nothing is filed for a producer without an agreement',
    zh: '正式环境中，未签协议不得代办退税',
  },
  may_not_file: { en: 'Nobody may file this for the producer', zh: '无人可为该生产企业代办退税' },
  nobody_entrusted: { en: '{producer} has entrusted no agent', zh: '{producer} 未委托代办退税' },
  ended: { en: '{agent}, {agreementNumber}: ended on {day}', zh: '{agent}（{agreementNumber}）：已于 {day} 终止' },
  over: {
    en: '{agent}, {agreementNumber}: its last day was {day}',
    zh: '{agent}（{agreementNumber}）：已于 {day} 到期',
  },
  not_begun: {
    en: '{agent}, {agreementNumber}: begins on {day}',
    zh: '{agent}（{agreementNumber}）：自 {day} 起生效',
  },
  condition_twice: { en: '{condition} stands there already', zh: '{condition} 已存在' },
  conditions_missing: {
    en: '{agent}, {agreementNumber}: nothing shows {conditions}',
    zh: '{agent}（{agreementNumber}）：缺少以下条件的证明：{conditions}',
  },
  conditions_not_shown: { en: 'Nothing shows {conditions}', zh: '缺少以下条件的证明：{conditions}' },
  evidence_over: { en: 'The agreement is over: nothing more is shown of it', zh: '协议已终止，不再接受证明' },
  lack: { en: '{title}: {detail}. {fix}', zh: '{title}：{detail}。{fix}' },
});
