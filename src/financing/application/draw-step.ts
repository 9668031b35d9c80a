import { type GuardedStep } from '../../approvals/index.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Product } from '../domain/products/product.js';
import { type Advance } from '../entities/advance.entity.js';
import { type LoanGround } from './loan-grounds.js';

/** The drawing of an advance, for the gate: what is approved is this amount at these rates, on this claim, order or line. */
export function drawOf(advance: Advance, product: Pick<Product, 'base' | 'name'>, ground: LoanGround): GuardedStep {
  const { id, orderId, claimId, principal, annualRate, penaltyRate, maturityOn, approval } = advance;
  const figures = {
    principal: `${principal.toAmountString()} ${principal.currency}`,
    rate: `${annualRate.times(100).toFixed()}%`,
    reference: ground.order?.reference ?? ground.receipt?.number ?? ground.seller.name,
    maturity: maturityOn,
  };
  return {
    command: 'financing.advance.draw',
    subjectId: id,
    orderId,
    amount: principal,
    essentials: {
      ...{ claimId, product: advance.product, principal: principal.toJSON() },
      ...{ annualRate: annualRate.toFixed(), penaltyRate: penaltyRate.toFixed() },
    },
    summary:
      product.base === 'matched_refund'
        ? SAY.approve_draw(figures)
        : SAY.approve_loan({ ...figures, product: product.name }),
    standing: approval,
  };
}
