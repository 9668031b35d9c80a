import { type GuardedStep } from '../../approvals/index.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Advance } from '../entities/advance.entity.js';

/** The drawing of an advance, for the gate: what is approved is this amount at these rates, on this claim. */
export function drawOf(advance: Advance, reference: string): GuardedStep {
  const { id, orderId, claimId, product, principal, annualRate, penaltyRate, maturityOn, approval } = advance;
  return {
    command: 'financing.advance.draw',
    subjectId: id,
    orderId,
    amount: principal,
    essentials: {
      ...{ claimId, product, principal: principal.toJSON() },
      ...{ annualRate: annualRate.toFixed(), penaltyRate: penaltyRate.toFixed() },
    },
    summary: SAY.approve_draw({
      principal: `${principal.toAmountString()} ${principal.currency}`,
      rate: `${annualRate.times(100).toFixed()}%`,
      reference,
      maturity: maturityOn,
    }),
    standing: approval,
  };
}
