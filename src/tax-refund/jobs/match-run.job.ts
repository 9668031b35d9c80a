import { bulkKind, type WorkBatch } from '../../platform/bulk/batch.job.js';
import { defineJob } from '../../platform/queues/job-definition.js';

/** Cuts what is open in a book into chunks, and orders their work. */
export const PLAN_MATCH_RUN = defineJob<WorkBatch>('tax-refund.plan-match-run', { attemptsMax: 12, lane: 'bulk' });

export interface WorkMatchChunk {
  readonly operationId: string;
  /** Of the chunk, from 0. */
  readonly number: number;
}
/** Matches one chunk. */
export const WORK_MATCH_CHUNK = defineJob<WorkMatchChunk>('tax-refund.work-match-chunk', {
  attemptsMax: 12,
  lane: 'bulk',
});

export interface PlanMatchCases extends WorkBatch {
  /** The last case that is planned; null before the first. */
  readonly after: string | null;
}
/** Notes which cases a run is over, some at a time, and orders that each is looked at. */
export const PLAN_MATCH_CASES = defineJob<PlanMatchCases>('tax-refund.plan-match-cases', {
  attemptsMax: 12,
  lane: 'bulk',
});

export interface MatchCase extends WorkBatch {
  readonly caseId: string;
}
/** Looks at one case of a run. */
export const MATCH_CASE = defineJob<MatchCase>('tax-refund.match-case', { attemptsMax: 12, lane: 'bulk' });

/** Ends a run that was cancelled. */
export const SETTLE_MATCH_RUN = defineJob<WorkBatch>('tax-refund.settle-match-run', { attemptsMax: 12 });

/** Kind of the operations that are runs over a book, or over cases. */
export const MATCH_RUN = bulkKind('refund-matching', SETTLE_MATCH_RUN);
