import { money } from './amount.js';
import { REASON } from './cause.js';
import { day, event, instant, integer, text } from './shape.js';

const CNY = money('71000.00', 'CNY');
const OVERDUE = { state: text('booked'), expectedBy: instant('2026-11-25T08:00:00.000Z') } as const;

/** A refund that goes back to the tax bureau (缴回已退税款). */
const CLAWBACK_PAYMENT = {
  amount: CNY,
  claimId: text('clm_01m86mfg92esn8mhffhbvgn20z', 'The claim'),
  number: integer(1, 'Which recovery of the claim'),
  letter: text('ZH-2026-0001', "Number of the bureau's notice"),
} as const;

export const PAYOUT_EVENTS = {
  'fx.payout.sent': event(['payout'], 'payment order sent to the bank', '付款指令已发送银行', { amount: CNY }),
  'fx.payout.confirmed': event(['payout'], 'paid out', '已付款', { amount: CNY, purpose: text('proceeds') }),
  'fx.payout.rejected': event(['payout'], 'the bank did not pay, with the reason', '银行拒绝付款，附原因', {
    ...REASON,
    amount: CNY,
  }),
  'fx.payout.returned': event(
    ['payout'],
    'paid out, and sent back by the bank of the seller: the money is with the platform again. `charges` were kept on the way',
    '付出后被卖方银行退回，款项重回平台；`charges` 为途中扣费',
    { ...REASON, amount: CNY, charges: money('0.00', 'CNY') },
  ),
  'fx.payout_batch.sent': event(
    ['payoutBatch'],
    'payouts of one account and day were sent to the bank in one message',
    '同一账户同一日的付款已合并发送银行',
    { payments: integer(2), total: CNY, executionOn: text('2026-11-24', 'When the bank is to carry them out') },
  ),
  'fx.payout_batch.refused': event(
    ['payoutBatch'],
    'the bank would not take the message, with the reason: none of its payments is carried out',
    '银行拒收付款批次及原因，其中付款均未办理',
    { ...REASON, payments: integer(2), total: CNY },
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
  'fx.clawback_payment.sent': event(
    ['taxPayment'],
    'payment order for a recovered refund sent to the bank',
    '缴回退税款付款指令已发送银行',
    CLAWBACK_PAYMENT,
  ),
  'fx.clawback_payment.confirmed': event(
    ['taxPayment'],
    'the bank has paid a recovered refund back',
    '银行已缴回退税款',
    {
      ...CLAWBACK_PAYMENT,
      paidOn: day('2026-12-01'),
      bankReference: text('BNK795000001', 'Of the bank, or of our message where it named none'),
    },
  ),
  'fx.clawback_payment.refused': event(
    ['taxPayment'],
    'a recovered refund was not paid back, with the reason',
    '退税款未缴回，附原因',
    { ...REASON, ...CLAWBACK_PAYMENT },
  ),
  'fx.clawback_payment.overdue': event(
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
