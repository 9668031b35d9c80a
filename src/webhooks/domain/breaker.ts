export interface Breaker {
  /** `half_open`: one trial is let through; its outcome closes it or opens it again. */
  readonly state: 'closed' | 'open' | 'half_open';
  /** Until when nothing is sent; null unless it is open. */
  readonly until: Date | null;
}

/** @param openUntil as it is kept: null when nothing failed lately, or something has got through since */
export function breakerAt(openUntil: Date | null, now: Date): Breaker {
  if (openUntil === null) return { state: 'closed', until: null };
  return openUntil > now ? { state: 'open', until: openUntil } : { state: 'half_open', until: null };
}
