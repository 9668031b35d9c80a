import { type Decimal } from '../../../kernel/decimal.js';
import { type Money } from '../../../kernel/money.js';
import { FORWARD, type ForwardCommand, type ForwardState } from './forward-status.js';

/** What became of the amount of a forward so far; the rest of it is open. All in its currency. */
export interface ForwardParts {
  readonly amount: Money;
  readonly delivered: Money;
  readonly rolled: Money;
  readonly closed: Money;
  /** With the bank, not confirmed. */
  readonly moving: Money;
}

/** How a part of a forward is settled: 交割, 展期, 平仓. */
export const SETTLEMENTS = ['delivery', 'rollover', 'close_out'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

const PART: Readonly<Record<Settlement, 'delivered' | 'rolled' | 'closed'>> = {
  delivery: 'delivered',
  rollover: 'rolled',
  close_out: 'closed',
};
const LAST: Readonly<Record<Settlement, ForwardCommand>> = {
  delivery: 'complete',
  rollover: 'roll',
  close_out: 'close_out',
};

/** amount = delivered + rolled + closed + moving + open */
export function openOf({ amount, delivered, rolled, closed, moving }: ForwardParts): Money {
  return amount.minus(delivered).minus(rolled).minus(closed).minus(moving);
}

/** What the bank has not settled: open or on its way. */
export function unsettledOf(parts: ForwardParts): Money {
  return openOf(parts).plus(parts.moving);
}

/**
 * A part that was on its way is settled.
 * @returns the parts, and the command for the state: the last part decides how the contract ended; a delivery in part makes
 *   it partly delivered, any other part leaves it as it was
 */
export function settle({
  how,
  part,
  parts,
  state,
}: {
  readonly how: Settlement;
  readonly part: Money;
  readonly parts: ForwardParts;
  readonly state: ForwardState;
}): { readonly parts: ForwardParts; readonly command: ForwardCommand | null } {
  const name = PART[how];
  const settled = { ...parts, [name]: parts[name].plus(part), moving: parts.moving.minus(part) };
  if (unsettledOf(settled).isZero()) return { parts: settled, command: LAST[how] };
  const isPartly = how === 'delivery' && FORWARD.allows(state, 'deliver');
  return { parts: settled, command: isPartly ? 'deliver' : null };
}

/**
 * The deposit that stays for what is unsettled: deposit × unsettled / amount.
 *
 * Rounding: half up to the minor unit; all of it for the whole amount, nothing for none.
 */
export function depositFor(deposit: Money, unsettled: Money, amount: Money): Money {
  return deposit.times(shareOf(unsettled, amount), 'half-up');
}

/** @returns exact; the amount is above zero */
function shareOf(part: Money, whole: Money): Decimal {
  return part.toDecimal().div(whole.toDecimal());
}
