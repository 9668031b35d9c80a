import { money } from './amount.js';
import { REASON } from './cause.js';
import { event, flag, instant, text, word } from './shape.js';

const REFUND = {
  amount: money('250.00', 'USD'),
  collectionId: text('col_01m86mfg92esn8mhffhbvgn20z', 'The money that it is part of'),
  reasonCode: word([
    'over_payment',
    'duplicate_payment',
    'wrong_beneficiary',
    'unidentified_payment',
    'order_cancelled',
    'goods_returned',
    'trade_not_shown',
    'other',
  ]),
} as const;

/** Money of buyers that goes back to the account that it came from. */
export const COLLECTION_REFUND_EVENTS = {
  'fx.collection_refund.requested': event(
    ['collectionRefund'],
    'money is set aside to go back to its payer; `awaitsApproval` says whether a second person is asked first',
    '款项已预留待原路退回付款人；`awaitsApproval` 为是否须第二人审批',
    { ...REFUND, awaitsApproval: flag(false) },
  ),
  'fx.collection_refund.sent': event(
    ['collectionRefund'],
    'the order to send money back to its payer was sent to the bank',
    '原路退回指令已发送银行',
    REFUND,
  ),
  'fx.collection_refund.confirmed': event(
    ['collectionRefund'],
    'the bank has sent money back to its payer',
    '银行已将款项原路退回',
    REFUND,
  ),
  'fx.collection_refund.rejected': event(
    ['collectionRefund'],
    'the bank did not send it back, with the reason: the collection has the money again',
    '银行拒绝退回及原因，款项恢复为待处理',
    { ...REASON, ...REFUND },
  ),
  'fx.collection_refund.declined': event(
    ['collectionRefund'],
    'a second person did not approve it: the collection has the money again',
    '退款未获批准，款项恢复为待处理',
    { ...REASON, ...REFUND },
  ),
  'fx.collection_refund.returned': event(
    ['collectionRefund'],
    'sent back to the payer, and returned by its bank: the collection has the money again',
    '退款被付款人银行退回，款项恢复为待处理',
    { ...REASON, ...REFUND },
  ),
  'fx.collection_refund.overdue': event(
    ['collectionRefund'],
    'no answer of the bank by `expectedBy`',
    '银行逾 `expectedBy` 未答复',
    { state: text('sent'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
} as const;
