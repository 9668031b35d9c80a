import { type EventType } from '../../contracts/events.js';
import { type Amount } from '../../contracts/events/amount.js';
import { type Words } from './entrusting-sentences.js';

type OfGuarantees = Extract<
  EventType,
  `financing.guarantee_group.${string}` | `financing.guarantee_call.${string}` | `financing.recourse_claim.${string}`
>;

const money = ({ amount, currency }: Amount): string => `${amount} ${currency}`;

/** What is said of sellers that guarantee for one another. */
export const OF_GUARANTEES: { readonly [Type in OfGuarantees]: Words<Type> } = {
  'financing.guarantee_group.created': ({ name, members }) => [
    `Guarantee group ${name} drafted with ${members} members`,
    `联保小组 ${name} 已创建草稿，成员 ${members} 名`,
  ],
  'financing.guarantee_group.activated': ({ name }) => [`Guarantee group ${name} is active`, `联保小组 ${name} 已生效`],
  'financing.guarantee_group.frozen': ({ name, reason }) => [
    `Guarantee group ${name} frozen: ${reason}`,
    `联保小组 ${name} 已冻结：${reason}`,
  ],
  'financing.guarantee_group.unfrozen': ({ name }) => [
    `Guarantee group ${name} may draw again`,
    `联保小组 ${name} 已解冻`,
  ],
  'financing.guarantee_group.dissolved': ({ name }) => [`Guarantee group ${name} dissolved`, `联保小组 ${name} 已解散`],
  'financing.guarantee_group.member_invited': ({ partyId }) => [`${partyId} invited`, `已邀请 ${partyId}`],
  'financing.guarantee_group.member_accepted': ({ partyId }) => [
    `${partyId} has accepted the joint liability`,
    `${partyId} 已确认联保责任`,
  ],
  'financing.guarantee_group.member_left': ({ partyId, returned }) => [
    `${partyId} has left with ${money(returned)} of the pool`,
    `${partyId} 已退出，取回保证金 ${money(returned)}`,
  ],
  'financing.guarantee_group.contributed': ({ partyId, amount }) => [
    `${partyId} has paid ${money(amount)} into the pool`,
    `${partyId} 已缴存保证金 ${money(amount)}`,
  ],
  'financing.guarantee_group.draw_announced': ({ partyId, amount }) => [
    `${partyId} wants to draw ${money(amount)}`,
    `${partyId} 拟用款 ${money(amount)}`,
  ],
  'financing.guarantee_group.draw_answered': ({ partyId, amount, state }) => [
    `The draw of ${money(amount)} by ${partyId}: ${state}`,
    `${partyId} 用款 ${money(amount)}：${state}`,
  ],
  'financing.guarantee_call.opened': ({ partyId, due }) => [
    `${partyId} has defaulted: ${money(due)} called on the group`,
    `${partyId} 违约：已向小组发起代偿 ${money(due)}`,
  ],
  'financing.guarantee_call.collected': ({ collected, shortfall }) => [
    `${money(collected)} collected for the lender; ${money(shortfall)} still called`,
    `已代偿 ${money(collected)}，尚待代偿 ${money(shortfall)}`,
  ],
  'financing.guarantee_call.covered': ({ collected }) => [
    `The lender has everything, the last ${money(collected)} from the group`,
    `资金方已全额受偿，最后一笔 ${money(collected)}`,
  ],
  'financing.recourse_claim.opened': ({ debtorId, creditorId, amount }) => [
    `${debtorId} owes ${creditorId} ${money(amount)}`,
    `${debtorId} 对 ${creditorId} 负有追偿债务 ${money(amount)}`,
  ],
  'financing.recourse_claim.repaid': ({ amount, outstanding }) => [
    `${money(amount)} repaid to the guarantor; ${money(outstanding)} left`,
    `已向担保人偿还 ${money(amount)}，余 ${money(outstanding)}`,
  ],
  'financing.recourse_claim.settled': ({ amount }) => [
    `The guarantor has everything back, the last ${money(amount)}`,
    `追偿债权已结清，最后一笔 ${money(amount)}`,
  ],
};
