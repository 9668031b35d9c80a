import { type IdKind } from '../../../kernel/ids.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { SAY } from './clock.sentences.js';

/** Why something has an hour: somebody did not speak in time, a time is over, or what failed is done again. */
export const DUE_KINDS = ['question', 'deadline', 'retry', 'other'] as const;
type DueKind = (typeof DUE_KINDS)[number];

export interface DueWork {
  readonly kind: DueKind;
  readonly what: Sentence;
  /** Where its payload names what it is about, and what that is. */
  readonly subject: { readonly key: string; readonly kind: IdKind } | null;
}

const about = (key: string, kind: IdKind): DueWork['subject'] => ({ key, kind });
const question = (what: Sentence, subject: DueWork['subject']): DueWork => ({ kind: 'question', what, subject });

/** All work that waits for an hour, by its queue. */
const DUE_WORK: Readonly<Record<string, DueWork>> = {
  'customs.ask-customs': question(SAY.ask_customs, about('declarationId', 'declaration')),
  'freight.ask-carrier': question(SAY.ask_carrier, about('bookingId', 'booking')),
  'freight.ask-for-papers': question(SAY.ask_carrier, about('instructionsId', 'shippingInstructions')),
  'freight.ask-for-vgm': question(SAY.ask_carrier, about('declarationId', 'vgmDeclaration')),
  'freight.ask-courier': question(SAY.ask_courier, about('consignmentId', 'consignment')),
  'fx.ask-account': question(SAY.ask_account, about('accountId', 'collectionAccount')),
  'fx.ask-credits': question(SAY.ask_credits, about('accountId', 'collectionAccount')),
  'fx.ask-deal': question(SAY.ask_deal, about('conversionId', 'conversion')),
  'fx.ask-payout': question(SAY.ask_payout, about('payoutId', 'payout')),
  'fx.ask-tax-payment': question(SAY.ask_payout, about('paymentId', 'taxPayment')),
  'fx.ask-bop-declaration': question(SAY.ask_bop, about('declarationId', 'bopDeclaration')),
  'fx.expire-bop-declaration': {
    kind: 'deadline',
    what: SAY.declare_receipt,
    subject: about('declarationId', 'bopDeclaration'),
  },
  'fx.ask-control-request': question(SAY.ask_contract, about('requestId', 'controlRequest')),
  'fx.expire-control-letter': {
    kind: 'deadline',
    what: SAY.answer_letter,
    subject: about('letterId', 'currencyControlLetter'),
  },
  'fx.expire-trade-credit': { kind: 'deadline', what: SAY.look_at_credit, subject: about('orderId', 'order') },
  'fx.ask-forward': question(SAY.ask_forward, about('forwardId', 'forward')),
  'fx.ask-forward-move': question(SAY.ask_forward, about('moveId', 'forwardMove')),
  'fx.expire-forward': { kind: 'deadline', what: SAY.expire_forward, subject: about('forwardId', 'forward') },
  'financing.ask-lender': question(SAY.ask_lender, about('advanceId', 'advance')),
  'financing.ask-buyer-limit': question(SAY.ask_insurer, about('limitId', 'buyerLimit')),
  'financing.ask-insurance-claim': question(SAY.ask_insurer, about('claimId', 'insuranceClaim')),
  'financing.expire-agreement': {
    kind: 'deadline',
    what: SAY.agreement_ends,
    subject: about('agreementId', 'loanAgreement'),
  },
  'financing.expire-insurance-policy': {
    kind: 'deadline',
    what: SAY.policy_ends,
    subject: about('policyId', 'insurancePolicy'),
  },
  'financing.expire-loss-notice': {
    kind: 'deadline',
    what: SAY.tell_of_loss,
    subject: about('declarationId', 'shipmentDeclaration'),
  },
  'tax-refund.ask-bureau': question(SAY.ask_bureau, about('claimId', 'claim')),
  'approvals.expire-request': {
    kind: 'deadline',
    what: SAY.expire_request,
    subject: about('requestId', 'approval'),
  },
  'tax-refund.expire-deadlines': { kind: 'deadline', what: SAY.pass_deadlines, subject: null },
  'tax-refund.expire-batch': { kind: 'deadline', what: SAY.file_batch, subject: about('batchId', 'filingBatch') },
  'fx.convert-allocation': { kind: 'retry', what: SAY.convert_again, subject: null },
  'operations.work-batch': { kind: 'retry', what: SAY.batch_again, subject: about('operationId', 'operation') },
};

/** Of a queue that is not named above, at least which it is. */
export function dueWorkOf(queue: string): DueWork {
  return DUE_WORK[queue] ?? { kind: 'other', what: SAY.other_work({ queue }), subject: null };
}
