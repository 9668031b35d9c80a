import { daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type OpenClaim } from './refund-forecast.js';

/** Days since the filing, both inclusive; `to` null: and more. */
export const AGE_BANDS = [
  { from: 0, to: 15 },
  { from: 16, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 90 },
  { from: 91, to: null },
] as const;

export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
  readonly claims: number;
  /** CNY. */
  readonly amount: Money;
}

export interface Ageing {
  readonly bands: readonly AgeBand[];
  /** Matched, and not filed yet: they have no age. */
  readonly unfiled: { readonly claims: number; readonly amount: Money };
}

/** How long open claims have waited since they were filed. */
export function refundAgeing(claims: readonly OpenClaim[], today: LocalDate): Ageing {
  const sum = (some: readonly OpenClaim[]): { claims: number; amount: Money } => ({
    claims: some.length,
    amount: Money.sum(
      some.map(({ amount }) => amount),
      'CNY',
    ),
  });
  const filed = claims.flatMap((claim) =>
    claim.filedOn === null ? [] : [{ claim, age: Math.max(0, daysBetween(claim.filedOn, today)) }],
  );
  const bands = AGE_BANDS.map(({ from, to }) => {
    const within = filed.filter(({ age }) => age >= from && (to === null || age <= to));
    return { from, to, ...sum(within.map(({ claim }) => claim)) };
  });
  return { bands, unfiled: sum(claims.filter(({ filedOn }) => filedOn === null)) };
}
