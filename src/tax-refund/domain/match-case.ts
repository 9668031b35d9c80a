import { type CaseState } from './case-status.js';
import { type Finding } from './finding.js';

/** What a run is over: rows that were brought, or the cases that the platform itself holds. */
export const RUN_SOURCES = ['rows', 'platform'] as const;
export type RunSource = (typeof RUN_SOURCES)[number];

/** `closed`: its order was cancelled while the run was under way. */
export const CASE_OUTCOMES = ['matched', 'waiting', 'blocked', 'closed'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** What came of a case, as its last look left it. */
export function caseOutcome({
  state,
  checks,
}: {
  readonly state: CaseState;
  readonly checks: readonly Finding[];
}): CaseOutcome {
  if (state === 'claimed') return 'matched';
  if (state === 'closed') return 'closed';
  return checks.some(({ outcome }) => outcome === 'block') ? 'blocked' : 'waiting';
}
