import { money } from './amount.js';
import { REASON } from './cause.js';
import { decimal, event, flag, instant, integer, nullable, text, word } from './shape.js';

const USD = money('10000.00', 'USD');
const CNY = money('71000.00', 'CNY');
const RATE = decimal('7.1', 'CNY for 1 unit of the foreign currency');
const OVERDUE = { state: text('booked'), expectedBy: instant('2026-11-25T08:00:00.000Z') } as const;

export const FX_EVENTS = {
  'fx.collection_account.opened': event(
    ['collectionAccount'],
    'the seller has an account in this currency to be paid into',
    '卖方已有该币种的收款账户',
    { currency: text('USD', 'ISO 4217') },
  ),
  'fx.collection.credited': event(
    ['collection'],
    'money arrived; `charges` were kept by banks on the way',
    '款项到账；`charges` 为途中银行扣费',
    {
      amount: USD,
      charges: nullable(money('25.00', 'USD')),
      remittance: text('PAYMENT SO-2026-0001', 'In the words of whoever paid; may be empty'),
    },
  ),
  'fx.collection.matched': event(
    ['collection'],
    'pays for an order; `by` what it was known, `duesTaken` of it, `shortfall` within the tolerance',
    '已匹配订单；`by` 为匹配依据，`duesTaken` 为其中扣收，`shortfall` 为容差内短付',
    {
      amount: USD,
      duesTaken: money(
        '0.00',
        'USD',
        'Of the amount: kept for what the seller owes on this order in this currency. Only the rest is converted',
      ),
      by: word(['reference', 'payer_and_amount', 'payer', 'person']),
      shortfall: nullable(money('25.00', 'USD', "Paid less than the order's value by this much, within the tolerance")),
    },
  ),
  'fx.collection.unmatched': event(
    ['collection'],
    'it fits no order: a person has to look',
    '无法匹配订单，需人工处理',
    {
      amount: USD,
    },
  ),
  'fx.collection.match_undone': event(
    ['collection'],
    'does not pay for the order, after all: `outstanding` is owed again',
    '不再用于该订单：`outstanding` 恢复为应收',
    {
      amount: USD,
      duesReturned: money('0.00', 'USD', 'Dues that were taken of it, and are owed again'),
      by: word(['person', 'refund', 'reversal']),
      outstanding: USD,
      reopened: flag(true, 'Whether the order had been collected'),
    },
  ),
  'fx.collection.marked_advance': event(
    ['collection'],
    'came before its order: the next order of the buyer is given it',
    '为预收款，用于该买方的下一订单',
    { amount: USD },
  ),
  'fx.collection.set_aside': event(['collection'], 'a person looks into it', '已搁置待人工处理', { amount: USD }),
  'fx.collection.returned': event(
    ['collection'],
    'it is here no more: the bank took it back. `owedBySeller` had been used already',
    '款项已不在账：银行已冲回。`owedBySeller` 为此前已用、由卖方欠付的部分',
    { amount: USD, owedBySeller: money('0.00', 'USD') },
  ),
  'fx.order.collected': event(
    ['collection'],
    'all the buyer owes has arrived, within the tolerance',
    '买方应付款已在容差内收齐',
    {
      expected: USD,
      received: USD,
      shortfall: money('0.00', 'USD'),
    },
  ),
  'fx.conversion.booked': event(
    ['conversion'],
    'dealt with the bank: what is sold, at which rate',
    '已与银行成交：卖出金额与汇率',
    {
      sold: USD,
      rate: RATE,
    },
  ),
  'fx.conversion.settled': event(
    ['conversion'],
    'exchanged: sold, bought, rate, and what was planned',
    '已交割：卖出、买入、汇率与计划金额',
    {
      sold: USD,
      bought: CNY,
      rate: RATE,
      planned: nullable(CNY),
    },
  ),
  'fx.conversion.failed': event(['conversion'], 'the bank did not deal', '银行未成交', {
    reason: text('The quote had expired'),
  }),
  'fx.conversion.lapsed': event(
    ['conversion'],
    'it waited for a second person and will not be carried out, with the reason',
    '等待第二人审批的兑换不再办理及原因',
    REASON,
  ),
  'fx.conversion.overdue': event(
    ['conversion'],
    'the bank has not dealt by `expectedBy`',
    '银行逾 `expectedBy` 未成交',
    OVERDUE,
  ),
  'fx.dues.bought': event(
    ['duesPurchase'],
    'of money for the seller, dues in another currency were paid: `due`, its `cost` in CNY, `rate`',
    '以卖方款项购汇支付其他币种应付款：`due`、人民币成本 `cost`、`rate`',
    { due: money('350.00', 'USD'), cost: money('2502.50', 'CNY'), rate: RATE },
  ),
  'fx.dues.returned': event(
    ['collection', 'duesPurchase', 'conversion'],
    "dues that were taken are owed no more: `paid` for them is the seller's again",
    '已扣收的应付款不再应付：所付 `paid` 退还卖方',
    { due: money('350.00', 'USD'), paid: money('350.00', 'USD') },
  ),
  'fx.payout.sent': event(['payout'], 'payment order sent to the bank', '付款指令已发送银行', { amount: CNY }),
  'fx.payout.confirmed': event(['payout'], 'paid out', '已付款', { amount: CNY, purpose: text('proceeds') }),
  'fx.payout.rejected': event(['payout'], 'the bank did not pay, with the reason', '银行拒绝付款，附原因', {
    ...REASON,
    amount: CNY,
  }),
  'fx.bank_file.taken_in': event(
    ['bankFile'],
    'what a file of the bank says of money that came is taken in; `known` had come before',
    '银行文件中的到账信息已接收；`known` 为此前已知的分录数',
    {
      messageType: word(['camt.053', 'camt.054']),
      messageId: text('C53-2026-11-24'),
      accounts: integer(1, 'Accounts that it tells of'),
      takenIn: integer(2, 'Entries'),
      known: integer(1, 'Entries'),
    },
  ),
  'fx.tax_payment.sent': event(['taxPayment'], 'payment order for taxes sent to the bank', '缴税付款指令已发送银行', {
    amount: CNY,
    billId: text('txb_01m86mfg92esn8mhffhbvgn20z', 'The tax bill'),
  }),
  'fx.tax_payment.confirmed': event(['taxPayment'], 'the bank has paid the taxes', '银行已缴纳税款', {
    amount: CNY,
    billId: text('txb_01m86mfg92esn8mhffhbvgn20z', 'The tax bill'),
  }),
  'fx.tax_payment.refused': event(['taxPayment'], 'the taxes were not paid, with the reason', '税款未缴纳，附原因', {
    ...REASON,
    amount: CNY,
    billId: text('txb_01m86mfg92esn8mhffhbvgn20z', 'The tax bill'),
  }),
  'fx.tax_payment.overdue': event(
    ['taxPayment'],
    'no answer of the bank by `expectedBy`',
    '银行逾 `expectedBy` 未答复',
    OVERDUE,
  ),
  'fx.payout.overdue': event(
    ['payout'],
    'no answer of the bank by `expectedBy`',
    '银行逾 `expectedBy` 未答复',
    OVERDUE,
  ),
} as const;
