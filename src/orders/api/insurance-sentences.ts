import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Cause } from '../../contracts/events/cause.js';
import { reasonIn, type Sentence } from '../../kernel/sentence.js';
import { type Words } from './entrusting-sentences.js';

type OfInsurance = Extract<
  EventType,
  | `financing.insurance_policy.${string}`
  | `financing.buyer_limit.${string}`
  | `financing.shipment_declaration.${string}`
  | `financing.insurance_claim.${string}`
  | `financing.assignment.${string}`
>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;
const inChinese = ({ reason, causes }: { readonly reason: string; readonly causes?: readonly Cause[] }): string =>
  causes === undefined ? reason : reasonIn(causes as readonly Sentence[], 'zh');

/** What is said of insured and assigned receivables. */
export const OF_INSURANCE: { readonly [Type in OfInsurance]: Words<Type> } = {
  'financing.insurance_policy.entered': ({ policyNumber }) => [
    `Policy ${policyNumber} entered`,
    `保单 ${policyNumber} 已登记`,
  ],
  'financing.insurance_policy.lapsed': ({ policyNumber, validTo }) => [
    `Policy ${policyNumber} ended on ${validTo}`,
    `保单 ${policyNumber} 已于 ${validTo} 到期`,
  ],
  'financing.buyer_limit.requested': ({ requested }) => [
    `Limit of ${money(requested)} on a buyer asked for`,
    `已申请买方限额 ${money(requested)}`,
  ],
  'financing.buyer_limit.granted': ({ granted }) => [
    `The insurer has granted ${money(granted)} on a buyer`,
    `保险机构已批复买方限额 ${money(granted)}`,
  ],
  'financing.buyer_limit.refused': (data) => [
    `The insurer refused a limit: ${data.reason}`,
    `保险机构未批准限额：${inChinese(data)}`,
  ],
  'financing.buyer_limit.reduced': (data) => [
    `The insurer cut a limit to ${money(data.granted)}: ${data.reason}`,
    `保险机构将限额调减为 ${money(data.granted)}：${inChinese(data)}`,
  ],
  'financing.buyer_limit.revoked': (data) => [
    `The insurer revoked a limit: ${data.reason}`,
    `保险机构已撤销限额：${inChinese(data)}`,
  ],
  'financing.buyer_limit.overdue': () => ['No word from the insurer in time; asking', '保险机构逾期未批复，正在查询'],
  'financing.shipment_declaration.declared': ({ covered, premium }) => [
    `Shipment declared to the insurer: ${money(covered)} insured for ${money(premium)}`,
    `已申报出运：承保 ${money(covered)}，保费 ${money(premium)}`,
  ],
  'financing.shipment_declaration.accepted': ({ declarationNumber }) => [
    `The insurer has taken the shipment: ${declarationNumber}`,
    `保险机构已接受出运申报：${declarationNumber}`,
  ],
  'financing.shipment_declaration.refused': (data) => [
    `The insurer does not insure the shipment: ${data.reason}`,
    `保险机构未接受出运申报：${inChinese(data)}`,
  ],
  'financing.shipment_declaration.missed': ({ causes }) => [
    `The shipment could not be declared by itself: ${reasonIn(causes as readonly Sentence[], 'en')}`,
    `无法自动申报出运：${reasonIn(causes as readonly Sentence[], 'zh')}`,
  ],
  'financing.shipment_declaration.premium_paid': ({ premium }) => [
    `Premium of ${money(premium)} paid`,
    `保费 ${money(premium)} 已支付`,
  ],
  'financing.shipment_declaration.settled': () => ['The insured shipment is paid', '承保出运已收汇'],
  'financing.shipment_declaration.notice_due': ({ noticeBy }) => [
    `The buyer is late: tell the insurer by ${noticeBy}`,
    `买方逾期：须于 ${noticeBy} 前提交可损通知`,
  ],
  'financing.shipment_declaration.notice_missed': ({ noticeBy }) => [
    `No loss was told of by ${noticeBy}: it may not be insured any more`,
    `逾 ${noticeBy} 未提交可损通知，可能丧失索赔权`,
  ],
  'financing.insurance_claim.notified': ({ loss, claimableFrom }) => [
    `Probable loss of ${money(loss)}: it can be claimed from ${claimableFrom}`,
    `已提交可损通知 ${money(loss)}，自 ${claimableFrom} 起可索赔`,
  ],
  'financing.insurance_claim.filed': ({ indemnity }) => [
    `Indemnity of ${money(indemnity)} claimed`,
    `已索赔 ${money(indemnity)}`,
  ],
  'financing.insurance_claim.assessed': ({ assessed }) => [
    `The insurer accepts ${money(assessed)}`,
    `保险机构核定赔款 ${money(assessed)}`,
  ],
  'financing.insurance_claim.refused': (data) => [
    `The insurer refused the claim: ${data.reason}`,
    `保险机构拒赔：${inChinese(data)}`,
  ],
  'financing.insurance_claim.paid': ({ indemnity }) => [
    `Indemnity of ${money(indemnity)} has come`,
    `赔款 ${money(indemnity)} 已到账`,
  ],
  'financing.insurance_claim.recovered': ({ amount, insured }) => [
    `${money(amount)} recovered of the buyer, ${money(insured)} of it for the seller`,
    `已向买方追回 ${money(amount)}，其中归卖方 ${money(insured)}`,
  ],
  'financing.insurance_claim.overdue': () => [
    'No word from the insurer on the claim in time; asking',
    '保险机构逾期未答复索赔，正在查询',
  ],
  'financing.assignment.drafted': ({ assignee, amount }) => [
    `Receivable of ${money(amount)} assigned to ${assignee}`,
    `应收账款 ${money(amount)} 已转让给 ${assignee}`,
  ],
  'financing.assignment.sent': ({ sentOn }) => [
    `Notice of assignment sent on ${sentOn}`,
    `转让通知已于 ${sentOn} 送达`,
  ],
  'financing.assignment.acknowledged': ({ signatory }) => [
    `The buyer has acknowledged the assignment: ${signatory}`,
    `买方已确认转让：${signatory}`,
  ],
  'financing.assignment.released': ({ reason }) => [`Assignment released: ${reason}`, `转让已解除：${reason}`],
};
