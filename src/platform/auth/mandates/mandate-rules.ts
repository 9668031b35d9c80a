import { SAY } from './mandates.sentences.js';
import { MandateExpiryError } from './mandate.errors.js';

/** What every mandate keeps to, whoever grants it. */
const MANDATE_RULES = { termYearsMax: 3, termYearsUsual: 1 } as const;

/**
 * When a mandate granted now ends.
 * @param wanted null: after the usual time
 * @throws MandateExpiryError when it is not in the future, or further away than a mandate may reach
 */
export function endOf(wanted: Date | null, now: Date): Date {
  const { termYearsMax: years, termYearsUsual } = MANDATE_RULES;
  if (wanted === null) return yearsAfter(now, termYearsUsual);
  const latest = yearsAfter(now, years);
  if (wanted > now && wanted <= latest) return wanted;
  throw new MandateExpiryError(SAY.term({ years }), {
    expiresAt: wanted.toISOString(),
    latest: latest.toISOString(),
  });
}

function yearsAfter(instant: Date, years: number): Date {
  const later = new Date(instant);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

/** What both the credential and the mandate allow. */
export function scopesUnder(own: ReadonlySet<string>, granted: readonly string[]): ReadonlySet<string> {
  return new Set(granted.filter((scope) => own.has(scope)));
}
