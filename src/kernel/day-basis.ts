/** Days of a year in interest: 360 in most money markets, 365 in sterling and Hong Kong dollars. */
export type DayBasis = 360 | 365;

export const DAY_BASES: readonly DayBasis[] = [360, 365];

const ACT_365: ReadonlySet<string> = new Set(['GBP', 'HKD']);

/** The custom of a currency's money market. */
export function dayBasisOf(currency: string): DayBasis {
  return ACT_365.has(currency) ? 365 : 360;
}
