import { REASON } from './cause.js';
import { day, event, text } from './shape.js';

const LOAN = text('adv_01jdq3x7k2e9ta6v0m8r4c5wzb');

/** Agreements that are signed before a loan is paid out. */
export const AGREEMENT_EVENTS = {
  'financing.agreement.offered': event(
    ['loanAgreement'],
    'the lender has approved the loan: it is paid out once the agreement is signed',
    '资金方已批准，签署借款合同后放款',
    { advanceId: LOAN, number: text('LA-2026-000117', 'The lender’s'), validUntil: day('2026-12-08') },
  ),
  'financing.agreement.signed': event(
    ['loanAgreement'],
    'the client has signed; the lender is told, and expected to pay out',
    '客户已签署借款合同，已通知资金方放款',
    { advanceId: LOAN, signatory: text('Zhang San'), signedOn: day('2026-12-02') },
  ),
  'financing.agreement.lapsed': event(
    ['loanAgreement'],
    'it was not signed in time, or the lender declined the loan: nothing is paid out',
    '借款合同逾期未签署或资金方拒绝放款，合同失效',
    { advanceId: LOAN, ...REASON },
  ),
} as const;
