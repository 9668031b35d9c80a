import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { type Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';

const RULE: CalculationRule = {
  id: 'financing.insurance-indemnity',
  version: '1990-01-01',
  source:
    'Custom of short-term export credit insurance: min(loss, declared, what the buyer limit covered) × cover share',
};

/** A loss on one shipment. One currency. */
export interface Loss {
  /** What the buyer has not paid. */
  readonly loss: Money;
  readonly declared: Money;
  /** What of it the buyer limit covered. */
  readonly covered: Money;
  /** Of the cause of the loss. */
  readonly share: Decimal;
}

export interface Indemnity extends Explained {
  readonly indemnity: Money;
}

/**
 * What the insurer owes for a loss.
 *
 *     indemnity = down(min(loss, declared, covered) × share)
 *
 * Rounding: cut to the minor unit, so that never more than the share is borne.
 */
export function indemnityOf({ loss, declared, covered, share }: Loss): Indemnity {
  const insured = [declared, covered].reduce((least, each) => Money.min(least, each), loss);
  const indemnity = insured.times(share, 'down');
  return {
    ...{ indemnity, rule: RULE },
    steps: [
      step('insured', `min(loss ${String(loss)}, declared ${String(declared)}, covered ${String(covered)})`, insured),
      step('indemnity', `down(insured × ${share.toFixed()})`, indemnity),
    ],
  };
}

/** What of a loss was recovered so far, and what comes now. One currency. */
export interface Recovery {
  readonly loss: Money;
  readonly indemnity: Money;
  readonly before: Money;
  readonly amount: Money;
}

export interface SharedRecovery {
  readonly insurer: Money;
  readonly insured: Money;
}

/**
 * What is recovered of the buyer after an indemnity belongs to both as they bore the loss: to the insurer by indemnity / loss, to
 * the insured the rest.
 *
 *     insurer, of all that was recovered = down(recovered × indemnity / loss)
 *
 * Rounding: cut to the minor unit of the sum so far, so that any parts add up to the whole. Exact: both parts make the amount.
 */
export function shareRecovery({ loss, indemnity, before, amount }: Recovery): SharedRecovery {
  const ofInsurer = (recovered: Money): Money =>
    loss.isZero()
      ? Money.zero(loss.currency)
      : Money.ofMinor((recovered.minor * indemnity.minor) / loss.minor, loss.currency);
  const insurer = ofInsurer(before.plus(amount)).minus(ofInsurer(before));
  return { insurer, insured: amount.minus(insurer) };
}
