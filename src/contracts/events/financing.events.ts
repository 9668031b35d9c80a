import { money } from './amount.js';
import { CAUSES, REASON } from './cause.js';
import { day, decimal, event, instant, integer, list, nullable, optional, text, word } from './shape.js';

const LOAN = text('adv_01jdq3x7k2e9ta6v0m8r4c5wzb');

export const FINANCING_EVENTS = {
  'financing.advance.requested': event(
    ['advance'],
    'the limit is reserved, the lender is asked',
    '额度已预占，已向资金方申请',
    {
      amount: money('50000.00', 'CNY'),
    },
  ),
  'financing.advance.ineligible': event(
    ['advance'],
    'the facts do not allow it; `reasons`',
    '不符合垫款条件；`reasons`',
    {
      reasons: list(text('The order has no refund')),
      causes: CAUSES,
    },
  ),
  'financing.advance.drawn': event(['advance'], 'the lender paid out: principal and rate', '资金方已放款：本金与利率', {
    principal: money('50000.00', 'CNY'),
    annualRate: decimal('0.06', 'A fraction of one: 0.06 is 6 % a year'),
  }),
  'financing.advance.declined': event(
    ['advance'],
    'the lender refused, or no second person approved it',
    '资金方拒绝，或第二人未批准',
    REASON,
  ),
  'financing.advance.part_repaid': event(['advance'], 'part of it was paid back', '已部分还款', {
    paid: money('10000.00', 'CNY', 'Fees, interest and principal together'),
    outstanding: money('40000.00', 'CNY', 'Principal still owed'),
    state: word(['drawn', 'written_off']),
  }),
  'financing.advance.repaid': event(['advance'], 'paid back: principal, interest, fees', '已还清：本金、利息、费用', {
    principal: money('50000.00', 'CNY'),
    interest: money('250.00', 'CNY'),
    fees: money('0.00', 'CNY'),
  }),
  'financing.advance.overdue': event(
    ['advance'],
    '`requested`: no answer of the lender by `expectedBy`; `drawn`: not repaid by then, told once in each `bucket`',
    '`requested`：资金方逾 `expectedBy` 未答复；`drawn`：逾期未还，每进入一个 `bucket` 通知一次',
    {
      state: text('requested'),
      expectedBy: instant('2026-11-25T08:00:00.000Z'),
      bucket: optional(word(['days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'])),
      daysOverdue: optional(integer(1)),
      outstanding: optional(money('50000.00', 'CNY', 'Principal still owed')),
    },
  ),
  'financing.advance.extended': event(
    ['advance'],
    'the lender has moved the due date: until when, and what that costs',
    '资金方已同意展期：新到期日及费用',
    {
      extensionId: text('lxt_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      maturityOn: day('2027-08-31'),
      before: day('2027-06-01'),
      asked: day('2027-08-31'),
      fee: money('50.00', 'CNY', 'Perhaps nothing'),
    },
  ),
  'financing.extension.requested': event(
    ['loanExtension'],
    'the lender is asked for a later due date',
    '已向资金方申请展期',
    {
      advanceId: LOAN,
      before: day('2027-06-01'),
      dueOn: day('2027-08-31'),
      fee: money('50.00', 'CNY', 'Perhaps nothing'),
    },
  ),
  'financing.extension.refused': event(['loanExtension'], 'the lender does not move the due date', '资金方不同意展期', {
    advanceId: LOAN,
    ...REASON,
  }),
  'financing.extension.lapsed': event(
    ['loanExtension'],
    'the loan was over before the lender answered',
    '资金方答复前贷款已结清，展期申请失效',
    { advanceId: LOAN, ...REASON },
  ),
  'financing.extension.overdue': event(
    ['loanExtension'],
    'no answer of the lender by `expectedBy`; it is asked',
    '资金方逾 `expectedBy` 未答复展期申请，正在查询',
    { advanceId: LOAN, expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'financing.advance.written_off': event(
    ['advance'],
    'the lender has given it up in its books: what is owed stays owed, and what comes in is a recovery',
    '资金方已核销：债权保留，后续收款按追偿处理',
    {
      writeOffId: text('lwo_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      fees: money('50.00', 'CNY'),
      penalty: money('900.00', 'CNY'),
      interest: money('1800.00', 'CNY'),
      principal: money('50000.00', 'CNY'),
      ...REASON,
    },
  ),
  'financing.advance.recovered': event(
    ['advance'],
    'nothing is owed any more of what was written off: what came in, and what the lender gave up',
    '已核销债权了结：收回金额与减免金额',
    {
      writeOffId: text('lwo_01jdq3x7k2e9ta6v0m8r4c5wzb'),
      recovered: money('52750.00', 'CNY'),
      forgiven: money('0.00', 'CNY'),
    },
  ),
  'financing.write_off.proposed': event(
    ['loanWriteOff'],
    'it is proposed to the lender to write an advance off',
    '已向资金方提议核销',
    { advanceId: LOAN, reason: text('Nothing has come in for half a year') },
  ),
  'financing.write_off.declined': event(
    ['loanWriteOff'],
    'the lender does not write it off, or no second person approved the proposal',
    '资金方不同意核销，或第二人未批准提议',
    { advanceId: LOAN, ...REASON },
  ),
  'financing.proceeds.released': event(
    ['waterfall'],
    'what a receipt leaves for the seller after the waterfall; it is paid out next',
    '一笔进款经瀑布分配后归卖方的余额，随后付款',
    {
      source: word(['collection', 'refund', 'advance', 'indemnity', 'recovery']),
      amount: money('71000.00', 'CNY', 'Perhaps nothing'),
      sellerId: optional(text('pty_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Who gets it')),
      forwardId: optional(text('fwd_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Of an advance on its margin, which it pays first')),
      sourceId: text(
        '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11',
        "Of the collection's conversion, the claim, the advance, the insurance claim or the recovery that the money came from",
      ),
    },
  ),
  'financing.product.version_added': event(
    ['financingProduct'],
    'a version of a product was added: who asks from then on is lent by it',
    '已新增产品版本，生效后的申请按新条款执行',
    {
      code: text('refund_advance'),
      version: integer(2),
      validFrom: day('2027-01-01'),
      validTo: nullable(day('2027-12-31')),
    },
  ),
  'financing.limit.changed': event(
    ['creditLimit'],
    'a limit was set, after a second person approved it where the tenant asks for that',
    '额度已设定（如租户要求，须经第二人批准）',
    {
      level: word(['platform', 'lender', 'group', 'client', 'product', 'buyer']),
      limit: money('3000000.00', 'CNY'),
      before: nullable(money('5000000.00', 'CNY')),
      reserved: money('0.00', 'CNY'),
      used: money('6240.00', 'CNY'),
    },
  ),
} as const;
