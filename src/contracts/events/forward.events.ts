import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, decimal, event, flag, instant, integer, optional, text, word } from './shape.js';

const USD = money('10000.00', 'USD');
const SIDE = optional(word(['sell', 'buy'], 'Whether the currency is sold (远期结汇) or bought (远期购汇) forward'));
const RATE = decimal('7.1', 'CNY for 1 unit of the foreign currency');
const OVERDUE = { state: text('booked'), expectedBy: instant('2026-11-25T08:00:00.000Z') } as const;

export const FORWARD_EVENTS = {
  'fx.forward.booked': event(
    ['forward'],
    'the bank has booked the contract: amount, rate, first and last day of delivery, deposit held',
    '银行已登记远期合约：金额、汇率、交割起止日、已冻结保证金',
    {
      side: SIDE,
      amount: USD,
      rate: RATE,
      startsOn: day('2027-02-26'),
      dueOn: day('2027-02-26'),
      deposit: money('2130.00', 'CNY'),
    },
  ),
  'fx.forward.refused': event(
    ['forward'],
    'the bank did not book the contract, with the reason; the deposit is free again',
    '银行未登记远期合约，附原因；保证金已解冻',
    { reason: text('NO_LINE: No credit line for this client') },
  ),
  'fx.forward.lapsed': event(
    ['forward'],
    'it waited for a second person and will not be booked, with the reason',
    '等待第二人审批的远期合约不再办理及原因',
    REASON,
  ),
  'fx.forward.delivered': event(
    ['forward'],
    'a part was delivered at the contract’s rate; `open` is left',
    '已按合约汇率交割；`open` 为未交割余额',
    { amount: USD, rate: RATE, open: money('0.00', 'USD') },
  ),
  'fx.forward.rolled': event(
    ['forward'],
    'a part has another last day, in the contract `nextId`; `result` is settled in CNY',
    '已展期至新合约 `nextId`；差额 `result` 以人民币结清',
    {
      amount: USD,
      result: money('-120.00', 'CNY', 'Below zero the client has paid it'),
      open: money('0.00', 'USD'),
      nextId: text('fwd_01m86mfg92esn8mhffhbvgn20z', 'The contract that carries it on'),
      rate: RATE,
      startsOn: day('2027-03-31'),
      dueOn: day('2027-03-31'),
    },
  ),
  'fx.forward.closed_out': event(
    ['forward'],
    'a part was bought back at the market; `result` is settled in CNY',
    '已按市价平仓；损益 `result` 以人民币结清',
    {
      amount: USD,
      result: money('-120.00', 'CNY', 'Below zero the client has paid it'),
      open: money('0.00', 'USD'),
    },
  ),
  'fx.forward.move_refused': event(
    ['forward'],
    'the bank did not deliver, roll over or close out a part, with the reason; it is open again',
    '银行未办理交割、展期或平仓，附原因；该部分恢复为未交割',
    {
      kind: word(['delivery', 'rollover', 'close_out']),
      amount: USD,
      reason: text('RATE_STALE: The market has moved'),
    },
  ),
  'fx.forward.falling_due': event(
    ['forward'],
    'something is open and the last day is `daysLeft` days away; 0: it is today',
    '尚有未交割余额，距到期日 `daysLeft` 天；0 表示当日到期',
    { open: USD, startsOn: day('2027-02-26'), dueOn: day('2027-02-26'), daysLeft: integer(3) },
  ),
  'fx.forward.past_due': event(
    ['forward'],
    'the last day is over and something is open: roll it over or close it out',
    '已过到期日仍有未交割余额，请办理展期或平仓',
    { open: USD, dueOn: day('2027-02-26') },
  ),
  'fx.forward.over_hedged': event(
    ['forward'],
    'the order brings less than is sold forward of it, or its seller owes less than is bought, by `excess`',
    '订单可收外汇少于远期卖出金额，或应付外汇少于远期购汇金额，超出 `excess`',
    {
      side: SIDE,
      open: USD,
      cover: money('8000.00', 'USD', 'What the order still brings, or its seller still owes'),
      excess: money('2000.00', 'USD'),
    },
  ),
  'fx.forward.margin_unused': event(
    ['forward'],
    'what was lent for its margin and pays no call goes back to the lender',
    '所借保证金中未用于缴纳的部分退还资金方',
    {
      advanceId: text('adv_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Which loan'),
      amount: money('1500.00', 'CNY'),
      holdId: text('hld_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Until then it is held, and nothing else can take it'),
      isOver: flag(true, 'The forward is over: the rest of what is owed follows'),
    },
  ),
  'fx.forward.overdue': event(
    ['forward'],
    'no answer of the bank by `expectedBy`',
    '银行逾 `expectedBy` 未答复',
    OVERDUE,
  ),
} as const;
