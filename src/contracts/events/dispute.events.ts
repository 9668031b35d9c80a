import { money } from './amount.js';
import { day, event, optional, text, word } from './shape.js';

const RESULT = ['hit', 'possible', 'clear'] as const;

/** Disputes with buyers, and names looked up in lists of denied parties. */
export const DISPUTE_EVENTS = {
  'financing.dispute.opened': event(
    ['dispute'],
    'a buyer disputes what it owes: nothing more is drawn on it',
    '买方对应付款提出争议，停止新增提款',
    {
      kind: word(['quality', 'quantity', 'delivery', 'price', 'documents', 'other']),
      amount: money('2500.00', 'USD', 'How much of the order is disputed'),
      openedOn: day('2026-11-25'),
      buyerId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wza'),
    },
  ),
  'financing.dispute.resolved': event(
    ['dispute'],
    'a dispute with a buyer is over; what the seller gave up is lent on no more',
    '与买方的争议已解决；让步部分不再作为融资基础',
    {
      outcome: word(['upheld', 'rejected', 'settled']),
      disputed: money('2500.00', 'USD'),
      conceded: money('1000.00', 'USD', 'What the seller gave up'),
      resolvedOn: day('2026-11-28'),
    },
  ),
  'financing.screening.recorded': event(
    ['screening'],
    'the names of a party were looked up in a list of denied parties; with a hit nothing more is drawn',
    '主体名称已完成制裁名单筛查；命中则停止新增提款',
    {
      partyId: text('pty_01jdq3x7k2e9ta6v0m8r4c5wza'),
      list: text('UN consolidated list'),
      listVersion: text('2026-11-28'),
      result: word(RESULT),
      screenedOn: day('2026-11-28'),
      party: optional(word(['seller', 'buyer', 'supplier'], 'What it is to its orders')),
      before: optional(word(RESULT, 'How it stood by all lists before; absent where nobody had screened it')),
      standing: optional(word(RESULT, 'How it stands by all lists now, the worst of them')),
    },
  ),
} as const;
