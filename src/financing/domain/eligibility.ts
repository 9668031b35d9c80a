import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './financing.sentences.js';
import { type LimitLevel } from './limits/levels.js';
import { baseOf, judge, type Judged, type LiveFacts } from './products/conditions.js';
import { type Product } from './products/product.js';
import { SAY as OF_PRODUCTS } from './products/product.sentences.js';

const RULE: CalculationRule = {
  id: 'financing.eligibility',
  version: '2026-12-01',
  source:
    'Terms of the product; drawable = min(advance rate × base, free limit of every level, what other loans leave of the order), ' +
    'cut to the minor unit',
};

/** How much, besides what the product says. */
export interface Bounds {
  /** The least that a level of limits still allows, and which level that is. */
  readonly free: Money;
  readonly bindingLevel: LimitLevel;
  /** Less than could be had, where the client asks for less. */
  readonly wanted: Money | null;
  /** What is lent on the same order by other products, or drawn of the same line; null of what is lent on in turn. */
  readonly lent?: Money | null;
}

export interface Eligibility extends Explained {
  /** Every condition of the product, met or not. */
  readonly conditions: readonly Judged[];
  /** All at once; empty when it can be had. */
  readonly reasons: readonly Sentence[];
  /** What can be drawn; zero with reasons. */
  readonly amount: Money;
}

/**
 * Whether money can be had on what a product lends on, and how much.
 *
 *     drawable = down(min(advance rate × base, free limit, room, what was asked for))
 *     room     = order value − lent on it besides; of a line on export data: advance rate × base − drawn of it
 *
 * Units: money in the product's currency. Rounding: cut to the minor unit, so that never more than the share is lent.
 */
export function eligibilityOf(product: Product, facts: LiveFacts, bounds: Bounds): Eligibility {
  const zero = Money.zero(product.currency);
  const base = baseOf(product.base, facts);
  const share = (base ?? zero).times(new Decimal(product.advanceRate), 'down');
  const free = facts.guarantee === null ? bounds.free : Money.min(bounds.free, facts.guarantee.cap);
  // A guarantee group leaves its members what they do not owe: what is drawn of that line is counted in its cap.
  const isLine = product.base === 'export_data';
  const room = roomOn(isLine ? share : facts.order.value, bounds.lent ?? null);
  const capped = room === null ? Money.min(share, free) : Money.min(Money.min(share, free), room);
  const amount = bounds.wanted === null ? capped : Money.min(capped, bounds.wanted);
  const conditions = judge(product.opensWhen, facts);
  const unmet = conditions.filter(({ outcome }) => outcome !== 'met').flatMap(({ reasons }) => reasons);
  const reasons = [...unmet, ...amountReasons(product, { base, free, room, amount, isOpen: unmet.length === 0 })];
  return {
    ...{ conditions, reasons, amount: reasons.length === 0 ? amount : zero, rule: RULE },
    steps: [
      step('base', `what the product lends on: ${product.base}`, base ?? 'unknown'),
      step('share', `down(base × ${product.advanceRate})`, share),
      step('free', `least of limit − reserved − used over all levels: ${bounds.bindingLevel}`, free),
      ...(room === null
        ? []
        : [
            step(
              'room',
              isLine ? 'share − drawn of the line' : 'order value at its plan rate − lent on it besides',
              room,
            ),
          ]),
      step('amount', room === null ? 'min(share, free, wanted)' : 'min(share, free, room, wanted)', amount),
    ],
  };
}

/** What other loans leave of an order’s value, or of a line; null where there are none, or the value is not known in this currency. */
function roomOn(value: Money | null, lent: Money | null): Money | null {
  if (value === null || lent === null || lent.isZero()) return null;
  return Money.max(Money.zero(value.currency), value.minus(lent));
}

function amountReasons(
  product: Product,
  {
    base,
    free,
    room,
    amount,
    isOpen,
  }: { base: Money | null; free: Money; room: Money | null; amount: Money; isOpen: boolean },
): Sentence[] {
  // That nothing is known of the base is said by a condition already, where one is not met.
  if (base === null) return isOpen ? [OF_PRODUCTS.base_not_known] : [];
  const minimum = Money.parse(product.minimum, product.currency);
  if (!minimum.isMoreThan(amount)) return [];
  const small = product.base === 'matched_refund' ? SAY.refund_too_small : OF_PRODUCTS.too_little;
  const lentOut = product.base === 'export_data' ? SAY.line_drawn : SAY.order_lent_out;
  const full = room !== null && minimum.isMoreThan(room) ? lentOut : small;
  const say = minimum.isMoreThan(free) ? SAY.limit_used_up : full;
  return [say({ amount: amount.toString(), minimum: minimum.toString() })];
}
