import { type ParcelState } from './parcel-status.js';
import { type ParcelFinding } from './shape.js';

/**
 * What became of a row. `stopped`: kept, but its papers do not match or a limit is exceeded; `rejected`: nothing was kept;
 * `waiting`: kept, more has to come or to be ordered.
 */
export const ROW_OUTCOMES = ['filed', 'waiting', 'unchanged', 'stopped', 'rejected'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** As it is kept, with short names: there are a million of them. */
export interface RowResult {
  /** From 1, the header of a table not counted. */
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly orderNo: string | null;
  readonly parcelId: string | null;
  readonly state: ParcelState | null;
  readonly findings: readonly ParcelFinding[];
}

export function outcomeOf(state: ParcelState | null): RowOutcome {
  if (state === null) return 'rejected';
  if (state === 'filing') return 'filed';
  return state === 'mismatched' || state === 'over_limit' ? 'stopped' : 'waiting';
}

/** Whether somebody has to look after it. */
export function isFailed({ outcome }: Pick<RowResult, 'outcome'>): boolean {
  return outcome === 'stopped' || outcome === 'rejected';
}
