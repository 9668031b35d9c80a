import { type GuardedStep } from '../../approvals/index.js';
import { SAY } from '../domain/fx.sentences.js';
import { type Creditor, type Payout } from '../entities/payout.entity.js';

/** The order to the bank, for the gate: what is approved is this amount to this account, in this one attempt. */
export function orderingOf(payout: Payout, creditor: Creditor): GuardedStep {
  const { id, orderId, amount, remittance, attempt, approval } = payout;
  return {
    command: 'fx.payout',
    subjectId: id,
    orderId,
    amount,
    essentials: { amount: amount.toJSON(), creditor, remittance, attempt: attempt + 1 },
    summary: SAY.approve_payout({
      amount: `${amount.toAmountString()} ${amount.currency}`,
      holder: creditor.name,
      ending: creditor.accountNumber.slice(-4),
      remittance,
    }),
    standing: approval,
  };
}
