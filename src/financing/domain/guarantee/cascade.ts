import { type CalculationStep, step } from '../../../kernel/calculation.js';
import { Money } from '../../../kernel/money.js';

/** Somebody who answers for the debt of another. */
export interface Guarantor {
  readonly memberId: string;
  /** Its limit: the measure of its share. Where nobody's is above zero, all have the same share. */
  readonly weight: Money;
  /** The most that it can pay now: what its account has, and what it is still liable for; left out, it pays its whole share. */
  readonly most?: Money | undefined;
}

export interface CascadeTerms {
  readonly amountDue: Money;
  /** What the account of the defaulted member has. */
  readonly ownFunds: Money;
  readonly poolFunds: Money;
  /** All members but the defaulted one. */
  readonly others: readonly Guarantor[];
}

export interface MemberShare {
  readonly memberId: string;
  readonly amount: Money;
}

export interface Cascade {
  readonly fromOwnFunds: Money;
  readonly fromPool: Money;
  /** In the order of the members, each once, also of nothing. */
  readonly fromMembers: readonly MemberShare[];
  /** What nobody has: still owed. */
  readonly shortfall: Money;
  readonly steps: readonly CalculationStep[];
}

/**
 * On whom a default falls: first the defaulted member's own account, then the pool, then the others in proportion to their
 * limits. What one of them cannot pay is called again on those who can, in the same proportion, until it is covered or nobody
 * has anything left; then the shortfall is named. Of two rounds no member pays more than `most` in all.
 *
 * Rounding: each share is cut to the minor unit; the units left over go one each to the largest cut-off fractions, of equal
 * ones to the first. So the shares always sum to what is called, and the same input gives the same answer.
 */
export function cascade({ amountDue, ownFunds, poolFunds, others }: CascadeTerms): Cascade {
  const fromOwnFunds = Money.min(ownFunds, amountDue);
  const fromPool = Money.min(poolFunds, amountDue.minus(fromOwnFunds));
  const called = amountDue.minus(fromOwnFunds).minus(fromPool);
  const paid = callOn(others, called);
  const fromMembers = others.map(({ memberId }, index) => ({
    ...{ memberId, amount: paid[index] ?? Money.zero(amountDue.currency) },
  }));
  const shortfall = called.minus(
    Money.sum(
      fromMembers.map(({ amount }) => amount),
      called.currency,
    ),
  );
  return {
    ...{ fromOwnFunds, fromPool, fromMembers, shortfall },
    steps: [
      step('call.fromOwnFunds', 'min(ownFunds, amountDue)', fromOwnFunds),
      step('call.fromPool', 'min(poolFunds, amountDue − fromOwnFunds)', fromPool),
      ...fromMembers.map(({ amount }, index) =>
        step(`call.fromMembers.${index}.amount`, 'rest × limit ÷ Σ limits of those who can pay', amount),
      ),
      step('call.shortfall', 'amountDue − fromOwnFunds − fromPool − Σ fromMembers', shortfall),
    ],
  };
}

/** Each round ends covered, or with one more who has nothing left: no more rounds than members. */
function callOn(others: readonly Guarantor[], called: Money): Money[] {
  const paid = others.map(() => Money.zero(called.currency));
  const left = (index: number): Money | null => others[index]?.most?.minus(paid[index] ?? called) ?? null;
  const canPay = (index: number): boolean => {
    const room = left(index);
    return room === null || room.minor > 0n;
  };
  let rest = called;
  while (rest.minor > 0n) {
    const able = others.flatMap((_each, index) => (canPay(index) ? [index] : []));
    if (able.length === 0) break;
    const shares = proportional(
      rest,
      able.map((index) => others[index]?.weight.minor ?? 0n),
    );
    for (const [place, index] of able.entries()) {
      const share = shares[place] ?? Money.zero(rest.currency);
      const pays = Money.min(share, left(index) ?? share);
      paid[index] = (paid[index] ?? Money.zero(rest.currency)).plus(pays);
      rest = rest.minus(pays);
    }
  }
  return paid;
}

/**
 * Splits by weight, exactly: cut to the minor unit, the units left over to the largest cut-off fractions, ties to the first.
 * Where no weight is above zero all have the same.
 * @param weights not negative
 */
export function proportional(whole: Money, weights: readonly bigint[]): Money[] {
  const given = weights.some((weight) => weight > 0n) ? weights : weights.map(() => 1n);
  const total = given.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return [];
  const cut = given.map((weight, index) => ({
    ...{ index, part: (whole.minor * weight) / total, fraction: (whole.minor * weight) % total },
  }));
  const over = Number(whole.minor - cut.reduce((sum, { part }) => sum + part, 0n));
  const first = [...cut]
    .sort((left, right) => compare(right.fraction, left.fraction) || left.index - right.index)
    .slice(0, over);
  const extra = new Set(first.map(({ index }) => index));
  return cut.map(({ index, part }) => Money.ofMinor(part + (extra.has(index) ? 1n : 0n), whole.currency));
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
