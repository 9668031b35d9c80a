import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './financing.sentences.js';
import { type Product } from './product.js';

const RULE: CalculationRule = {
  id: 'financing.refund-advance',
  version: '2026-01-01',
  source: 'Terms of the product; drawable = min(advance rate × matched refund, free limit), cut to the fen',
};

/** What is known of an order when somebody wants an advance on its refund. */
export interface AdvanceFacts {
  readonly isCancelled: boolean;
  readonly isReleased: boolean;
  /** Null until declaration, invoices and collection agree. */
  readonly refund: Money | null;
  readonly claimState: 'matched' | 'paid' | 'rejected' | null;
  readonly hasPayoutAccount: boolean;
  /** What the client's limit still allows. */
  readonly free: Money;
  /** Less than the product allows, where the client asks for less. */
  readonly wanted: Money | null;
  /** Why the guarantee group of the seller does not let it draw; nothing where it is in none. */
  readonly guaranteeReasons?: readonly Sentence[];
}

export interface Eligibility extends Explained {
  /** All at once; empty when the advance can be had. */
  readonly reasons: readonly Sentence[];
  /** What can be drawn; zero with reasons. */
  readonly amount: Money;
}

/**
 * Whether an advance on a refund can be had, and how much.
 *
 *     drawable = down(min(advance rate × matched refund, free limit, what was asked for))
 *
 * Units: money in the product's currency, yuan. Rounding: cut to the fen, so that never more than the share is lent.
 */
export function refundAdvanceEligibility(product: Product, facts: AdvanceFacts): Eligibility {
  const zero = Money.zero(product.currency);
  const refund = facts.refund ?? zero;
  const share = refund.times(new Decimal(product.advanceRate), 'down');
  const capped = Money.min(share, facts.free);
  const amount = facts.wanted === null ? capped : Money.min(capped, facts.wanted);
  const reasons = [...factReasons(facts), ...(facts.guaranteeReasons ?? []), ...amountReasons(product, facts, amount)];
  return {
    reasons,
    amount: reasons.length === 0 ? amount : zero,
    rule: RULE,
    steps: [
      step('refund', 'matched refund of the claim', refund),
      step('share', `down(refund × ${product.advanceRate})`, share),
      step('free', 'limit − reserved − used', facts.free),
      step('amount', 'min(share, free, wanted)', amount),
    ],
  };
}

function factReasons({ isCancelled, isReleased, refund, claimState, hasPayoutAccount }: AdvanceFacts): Sentence[] {
  return [
    ...(isCancelled ? [SAY.order_cancelled] : []),
    ...(isReleased ? [] : [SAY.not_released]),
    ...(refund === null ? [SAY.refund_not_matched] : []),
    ...(claimState === 'paid' ? [SAY.refund_paid] : []),
    ...(claimState === 'rejected' ? [SAY.claim_rejected] : []),
    ...(hasPayoutAccount ? [] : [SAY.no_account]),
  ];
}

function amountReasons(product: Product, { refund, free }: AdvanceFacts, amount: Money): Sentence[] {
  if (refund === null) return [];
  const minimum = Money.parse(product.minimum, product.currency);
  if (!minimum.isMoreThan(amount)) return [];
  const say = minimum.isMoreThan(free) ? SAY.limit_used_up : SAY.refund_too_small;
  return [say({ amount: amount.toString(), minimum: minimum.toString() })];
}
