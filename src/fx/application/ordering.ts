import { type GuardedStep } from '../../approvals/index.js';
import { SAY } from '../domain/fx.sentences.js';
import { type Conversion } from '../entities/conversion.entity.js';
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

/** The exchange, for the gate: what is approved is this much of this currency into that one, at no worse a rate, and in time. */
export function convertingOf(conversion: Conversion): GuardedStep {
  const { id, orderId, partyId, sold, bought, worst, validUntil, approval } = conversion;
  const [worstRate, unit] = [worst.rate.toFixed(), worst.unit.toFixed()];
  const foreign = conversion.side === 'sell' ? sold.currency : bought.currency;
  return {
    command: 'fx.conversion',
    subjectId: id,
    orderId,
    amount: sold,
    essentials: {
      partyId,
      orderId,
      sold: sold.toJSON(),
      buyCurrency: bought.currency,
      worstRate,
      unit,
      validUntil: validUntil?.toISOString() ?? null,
    },
    summary: (conversion.isCross ? SAY.approve_cross : SAY.approve_conversion)({
      sold: `${sold.toAmountString()} ${sold.currency}`,
      bought: bought.currency,
      worst: worstRate,
      unit: `${unit} ${foreign}`,
    }),
    standing: approval,
  };
}
