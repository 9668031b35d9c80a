import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, decimal, event, flag, instant, integer, list, nullable, object, optional, text, word } from './shape.js';

const USD = money('10000.00', 'USD');
const CNY = money('71000.00', 'CNY');
const RATE = decimal('7.1', 'CNY for 1 unit of the foreign currency');
const VALUE_DATE = text('2026-12-01', 'Day on which both currencies change hands');
const CHANGE = text('cvc_01jdq3x7k2e9ta6v0m8r4c5wzb', 'The change');
const DIFFERENCE = money('-439.92', 'CNY', 'To the client; below zero, from it');
/** News of one order may be heard in any order. */
const REVISION = optional(
  integer(3, 'Of two words on the money of one order the one with the higher number is the later'),
);
const RECEIPT = object({
  collectionId: text('col_01m86mfg92esn8mhffhbvgn20z', 'The receipt'),
  bookedOn: day('2026-11-24', 'When the bank booked it'),
  bankReference: text('BOC20261124000017', "The bank's own number of it"),
  amount: money('10000.00', 'USD', 'What of it pays for this order'),
  total: money('10000.00', 'USD', 'All of it'),
  payerCountry: nullable(text('US', 'Where the payer is, ISO 3166-1; null where the bank does not say')),
});
const COLLECTED = {
  expected: USD,
  received: USD,
  shortfall: money('0.00', 'USD'),
  receipts: optional(list(RECEIPT, 'What it was paid by, the first first')),
  revision: REVISION,
} as const;
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
      revision: REVISION,
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
    COLLECTED,
  ),
  'fx.order.receipt_added': event(
    ['collection'],
    'more money came for an order that was collected already, such as what was short within the tolerance',
    '已收齐的订单又收到款项，例如容差内短付的余款',
    COLLECTED,
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
  'fx.conversion.dealt': event(
    ['conversion'],
    'dealt with the bank for a later value date; what is bought is held until then',
    '已与银行成交，约定日后交割；买入资金在交割前冻结',
    { sold: USD, bought: CNY, valueDate: VALUE_DATE },
  ),
  'fx.conversion.amended': event(
    ['conversion'],
    'another amount or value date, agreed with the bank; `difference` to the market price, a cost below zero',
    '金额或交割日已与银行变更；`difference` 为与市价的差额，负数为成本',
    { changeId: CHANGE, sold: USD, bought: CNY, valueDate: VALUE_DATE, difference: DIFFERENCE },
  ),
  'fx.conversion.cancelled': event(
    ['conversion'],
    'called off with the bank at the market price: `sold` is back; `difference` is a cost below zero',
    '已按市价与银行取消：`sold` 退回；`difference` 负数为成本',
    { changeId: CHANGE, sold: USD, difference: DIFFERENCE },
  ),
  'fx.conversion.change_refused': event(
    ['conversion'],
    'the bank did not agree to a change: the conversion stays as it was',
    '银行未同意变更，兑换保持原状',
    { changeId: CHANGE, reason: text('RATE_STALE') },
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
  'fx.result.realised': event(
    ['conversion'],
    'what an exchange `brought` beside what was `sold` had stood at (`carried`); `result` may be a loss',
    '已实现汇兑损益：兑换所得 `brought`、所卖外币账面 `carried` 与损益 `result`（可为负）',
    {
      sold: USD,
      brought: CNY,
      carried: money('70800.00', 'CNY'),
      result: money('200.00', 'CNY'),
    },
  ),
  'fx.revaluation.booked': event(
    ['revaluation'],
    'open foreign balances of a month stand at its last rate; reversed when the next one begins',
    '期末外币余额已按月末汇率调整，次期初冲回',
    {
      period: text('2026-11', 'Month'),
      result: money('-1520.00', 'CNY', 'Unrealised; may be a loss'),
      unvalued: integer(0, 'Balances without a rate'),
    },
  ),
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
  'fx.statement.difference_found': event(
    ['bankReport'],
    'bank and books differ by what somebody has to look into; see the reconciliation of the statement',
    '银行与账簿存在需人工处理的差异，详见该对账单的对账结果',
    {
      accountEnding: text('0001', 'The account: its last four characters'),
      on: text('2026-11-24', 'The last day of the statement'),
      bankBalance: money('9970.00', 'USD'),
      ledgerBalance: money('9975.00', 'USD'),
      difference: money('-5.00', 'USD', 'The bank’s balance less ours'),
      open: integer(1, 'Explanations to look into'),
    },
  ),
} as const;
