import { money } from './amount.js';
import { day, decimal, event, instant, optional, text, word } from './shape.js';

/** What becomes of what backs a loan, or of the room that is lent within; each once per loan that it concerns. */
export const PLEDGED_FACTS = [
  'declaration_released',
  'declaration_departed',
  'declaration_cleared',
  'declaration_amended',
  'declaration_withdrawn',
  'declaration_exit_cancelled',
  'order_cancelled',
  'refund_matched',
  'refund_filed',
  'refund_accepted',
  'refund_queried',
  'refund_withheld',
  'refund_approved',
  'refund_rejected',
  'refund_paid',
  'refund_abandoned',
  'refund_clawed_back',
  'refund_in_doubt',
  'refund_resumed',
  'refund_held',
  'refund_corrected',
  'refund_settled',
  'collection_received',
  'collection_undone',
  'order_collected',
  'trade_doubted',
  'trade_blocked',
  'trade_cleared',
  'loan_overdue',
  'limit_changed',
  'limit_frozen',
  'limit_unfrozen',
  'guarantee_called',
  'guarantee_collected',
  'guarantee_covered',
  'invoice_disputed',
  'dispute_resolved',
  'client_denied',
  'client_in_doubt',
  'client_cleared',
  'buyer_denied',
  'buyer_in_doubt',
  'buyer_cleared',
  'buyer_limit_granted',
  'buyer_limit_reduced',
  'buyer_limit_revoked',
  'policy_lapsed',
  'shipment_insured',
  'shipment_refused',
  'shipment_missed',
  'loss_notified',
  'indemnity_assessed',
  'indemnity_refused',
  'indemnity_paid',
  'assignment_acknowledged',
  'assignment_released',
  'receipt_revalued',
  'receipt_top_up_due',
  'receipt_part_released',
  'receipt_released',
  'margin_called',
  'margin_paid',
  'margin_released',
  'margin_settled',
] as const;
export type PledgedFact = (typeof PLEDGED_FACTS)[number];

const SIDES = {
  lender: text('partner_bank', 'The code by which products name the lender'),
  grantorId: text('ten_01jdq3x7k2e9ta6v0m8r4c5wzb', 'Who consents'),
  lenderId: text('ten_01m86mfg92esn8mhffhbvgn20z', 'Who sees'),
} as const;
const REFERENCE = text('adv_01jdq3x7k2e9ta6v0m8r4c5wzb', 'By which the lender was asked');
const STATE = word(['drawn', 'requested', 'repaid', 'written_off', 'recovered', 'declined']);
const MEASURED = {
  name: text('Single client', 'As the lender calls it'),
  measure: word([
    'largest_client_share',
    'largest_buyer_share',
    'largest_group_share',
    'overdue_share',
    'overdue_over_90_share',
    'utilisation',
  ]),
  currency: text('CNY', 'ISO 4217; each by itself'),
  value: decimal('0.4', 'A fraction of one'),
  threshold: decimal('0.25'),
  asOf: day('2026-12-01', 'The day in China'),
} as const;
const CONSENT = ['lenderConsent', 'receivedConsent'] as const;
const LOAN = ['lenderLoan'] as const;

/** The lender's side: consents in the log of both tenants, loans in the lender's alone. */
export const LENDER_EVENTS = {
  'financing.lender_consent.offered': event(
    CONSENT,
    'a tenant offers a lender to see what that one lends it; in the log of either',
    '租户同意资金方查看其放款；双方均有记录',
    SIDES,
  ),
  'financing.lender_consent.accepted': event(
    CONSENT,
    'the lender sees its loans from now on',
    '资金方已接受，可查看其放款',
    SIDES,
  ),
  'financing.lender_consent.declined': event(CONSENT, 'the lender does not want it', '资金方未接受', SIDES),
  'financing.lender_consent.revoked': event(
    CONSENT,
    'taken back: what was drawn stays visible to the lender, and nothing new comes',
    '已撤回：已放款项仍可查看，不再新增',
    SIDES,
  ),
  'financing.lender_loan.shared': event(LOAN, 'a loan of the lender is in its portfolio', '一笔放款已进入资金方组合', {
    reference: REFERENCE,
    state: STATE,
    principal: money('50000.00', 'CNY'),
  }),
  'financing.lender_loan.changed': event(
    LOAN,
    'a loan was drawn, declined, extended, paid in part or repaid, written off or recovered: `state` and `outstanding` as they are now',
    '放款、拒绝、展期、部分或全部还款、核销、追偿后的 `state` 与 `outstanding`',
    { reference: REFERENCE, state: STATE, outstanding: money('50000.00', 'CNY', 'Principal still owed') },
  ),
  'financing.lender_loan.fact_changed': event(
    LOAN,
    'a pledged fact of a loan has changed: `fact`, once each',
    '质押事实发生变化：`fact`，每项仅通知一次',
    {
      reference: REFERENCE,
      fact: word(PLEDGED_FACTS),
      occurredAt: instant('2026-11-25T08:00:00.000Z', 'When it came about at the client'),
      amount: optional(money('10000.00', 'USD', 'Where the fact has one')),
    },
  ),
  'financing.lender_loan.withdrawn': event(
    LOAN,
    'the consent ended before it was drawn: it is in the portfolio no more',
    '放款前同意已撤回，不再列入组合',
    { reference: REFERENCE },
  ),
  'financing.covenant.breached': event(
    ['lenderCovenant'],
    'a figure of the portfolio is above its threshold',
    '组合指标超过约定上限',
    MEASURED,
  ),
  'financing.covenant.cured': event(
    ['lenderCovenant'],
    'a figure of the portfolio that was above its threshold is kept again',
    '组合指标已恢复至约定上限以内',
    MEASURED,
  ),
} as const;
