import { type GuardedStep } from '../../approvals/index.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { type Claim } from '../entities/claim.entity.js';

/** The next attempt, for the gate: what is approved is these figures to this account. Its lines never change. */
export function filingOf(claim: Claim): GuardedStep {
  const { id, orderId, orderReference, entryNumber, period, refund, taxable, accountNumber, accountHolder } = claim;
  const attempt = claim.attempt + 1;
  return {
    command: 'tax_refund.claim.filing',
    subjectId: id,
    orderId,
    amount: refund,
    essentials: {
      ...{ entryNumber, period, accountNumber, accountHolder, attempt },
      ...{ refund: refund.toJSON(), taxable: taxable.toJSON() },
    },
    summary: SAY.approve_filing({
      refund: `${refund.toAmountString()} ${refund.currency}`,
      reference: orderReference,
      entryNumber,
      ending: accountNumber.slice(-4),
      attempt,
    }),
    standing: claim.approval,
  };
}
