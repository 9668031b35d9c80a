import { money } from './amount.js';
import { event, integer, text, word } from './shape.js';

const PARTY = text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb');
const NAME = text('Ningbo exporters 1');
const DRAW = {
  noticeId: text('gdn_01jdq3x7k2e9ta6v0m8r4c5wzb'),
  partyId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Who draws'),
  amount: money('500000.00', 'CNY'),
  state: word(['open', 'cleared', 'used', 'refused', 'lapsed']),
};
const CLAIM = ['recourseClaim'] as const;
const CALL = ['guaranteeCall'] as const;
const GROUP = ['guaranteeGroup'] as const;

/** Of sellers that guarantee for one another. */
export const GUARANTEE_EVENTS = {
  'financing.guarantee_group.created': event(GROUP, 'a group is drafted', '联保小组已创建草稿', {
    name: NAME,
    members: integer(3),
  }),
  'financing.guarantee_group.activated': event(GROUP, 'each member answers for all now', '小组生效，成员互相联保', {
    name: NAME,
  }),
  'financing.guarantee_group.frozen': event(
    GROUP,
    'no member draws, with the reason',
    '小组冻结，成员不得用款，附原因',
    {
      name: NAME,
      reason: text('A member has defaulted, and the group is called'),
    },
  ),
  'financing.guarantee_group.unfrozen': event(GROUP, 'members may draw again', '小组解冻，成员可再次用款', {
    name: NAME,
  }),
  'financing.guarantee_group.dissolved': event(GROUP, 'all have left', '小组已解散', { name: NAME }),
  'financing.guarantee_group.member_invited': event(GROUP, 'one more is invited', '已邀请新成员', { partyId: PARTY }),
  'financing.guarantee_group.member_accepted': event(GROUP, 'a member takes on the liability', '成员已确认联保责任', {
    partyId: PARTY,
  }),
  'financing.guarantee_group.member_left': event(
    GROUP,
    'a member has left, with its part of the pool',
    '成员已退出并取回保证金',
    {
      partyId: PARTY,
      returned: money('30000.00', 'CNY', 'Perhaps nothing'),
    },
  ),
  'financing.guarantee_group.contributed': event(GROUP, 'a member has paid into the pool', '成员已缴存保证金', {
    partyId: PARTY,
    amount: money('30000.00', 'CNY'),
  }),
  'financing.guarantee_group.draw_announced': event(
    GROUP,
    'a member wants to draw: the others see what they would answer for',
    '成员拟用款：已向其他成员展示将承担的责任',
    DRAW,
  ),
  'financing.guarantee_group.draw_answered': event(
    GROUP,
    'a member has said yes or no to a draw, or it was made; `state`',
    '成员已对用款表态，或用款已发生；见 `state`',
    DRAW,
  ),
  'financing.guarantee_call.opened': event(
    CALL,
    'an overdue advance of a member is called on its group',
    '成员逾期融资已向小组发起代偿',
    {
      groupId: text('ggp_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      advanceId: text('adv_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      partyId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Who has defaulted'),
      due: money('512000.00', 'CNY'),
    },
  ),
  'financing.guarantee_call.collected': event(
    CALL,
    'what could be had now is with the lender; `shortfall` is called again',
    '已收款项已付资金方；`shortfall` 将再次代偿',
    { collected: money('400000.00', 'CNY', 'Perhaps nothing'), shortfall: money('112000.00', 'CNY') },
  ),
  'financing.guarantee_call.covered': event(CALL, 'the lender has everything', '资金方已全额受偿', {
    collected: money('112000.00', 'CNY', 'Perhaps nothing'),
    shortfall: money('0.00', 'CNY'),
  }),
  'financing.recourse_claim.opened': event(
    CLAIM,
    'a defaulted member owes one that has paid for it',
    '违约成员对代偿成员负有债务',
    {
      debtorId: PARTY,
      creditorId: PARTY,
      amount: money('60000.00', 'CNY'),
    },
  ),
  'financing.recourse_claim.repaid': event(CLAIM, 'part of it is repaid', '追偿债权已部分偿还', {
    amount: money('20000.00', 'CNY'),
    outstanding: money('40000.00', 'CNY'),
  }),
  'financing.recourse_claim.settled': event(CLAIM, 'all of it is repaid', '追偿债权已结清', {
    amount: money('40000.00', 'CNY'),
    outstanding: money('0.00', 'CNY'),
  }),
} as const;
