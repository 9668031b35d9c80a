import { randomBytes } from 'node:crypto';

import { firstIdAt } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../database/session.js';
import { audit } from '../../outbox/outbox.js';
import { ADVANCE_CLOCK } from './advance-clock.job.js';
import { type ClockAdvance } from './clock-advances.js';

/** More would be read by nobody; what is due after them waits for the next advance. */
const STEPS_MAX = 500;
/** How often what is asked again and again is asked over the whole way. */
const REPEATS_MAX = 20;
/** Ids of events are made by processes, whose clocks may differ from the database's. */
const SKEW_MS = 60_000;

const STEP = `SELECT step, is_full AS "isFull" FROM platform.step_clock($1, $2, ${STEPS_MAX}, ${REPEATS_MAX})`;
const END = `SELECT platform.end_advance($1, $2) AS reached`;
/** Work is of the trace of what it came of: so is all that came of a step, however far. */
const UNSETTLED = `
  SELECT FROM platform.delivery d
  WHERE d.tenant_id = $1 AND d.due_at <= now() AND substr(d.traceparent, 4, 32) IN (
    SELECT trace_id FROM platform.clock_step WHERE tenant_id = $1 AND advance_id = $2 AND ordinal >= $3) LIMIT 1`;
const STEPS = `
  SELECT s.queue, s.payload, s.due_at AS "dueAt", s.worked_at AS "workedAt", s.trace_id AS "traceId",
         EXISTS (SELECT FROM platform.delivery d WHERE d.tenant_id = $1 AND d.message_id = s.message_id AND d.queue = s.queue)
           AS "isWaiting"
  FROM platform.clock_step s WHERE s.tenant_id = $1 AND s.advance_id = $2 ORDER BY s.ordinal`;
const EVENTS = `
  SELECT id, type, substr(traceparent, 4, 32) AS "traceId" FROM platform.event
  WHERE tenant_id = $1 AND id >= $2 AND substr(traceparent, 4, 32) = ANY($3) ORDER BY id`;
const FAILURES = `
  SELECT id, queue, error_code AS code, substr(traceparent, 4, 32) AS "traceId" FROM platform.dead_letter
  WHERE tenant_id = $1 AND id >= $2 AND substr(traceparent, 4, 32) = ANY($3) ORDER BY id`;
const WAITING = `
  SELECT queue, count(*)::int AS count FROM platform.delivery
  WHERE tenant_id = $1 AND due_at <= now() AND queue <> '${ADVANCE_CLOCK.queue}' GROUP BY queue ORDER BY queue`;

export type Outcome = 'completed' | 'stopped';

interface StepRow {
  readonly queue: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Date;
  readonly workedAt: Date;
  readonly traceId: string;
  readonly isWaiting: boolean;
}

interface Came {
  readonly id: string;
  readonly traceId: string;
}

/** What fell due, and what came of it until now. */
export interface ClockStep extends StepRow {
  readonly events: readonly (Came & { readonly type: string })[];
  readonly failures: readonly (Came & { readonly queue: string; readonly code: string })[];
}

export interface ClockReport {
  readonly steps: readonly ClockStep[];
  readonly unsettled: readonly { readonly queue: string; readonly count: number }[];
}

/**
 * Puts the clock to the next hour at which something falls due, and lets that go.
 * @returns the number of the step, or how the advance ends
 */
export async function takeStep(tx: Tx, advanceId: string): Promise<number | Outcome> {
  const [row] = await tx.query<{ step: number; isFull: boolean }>(STEP, [advanceId, randomBytes(16).toString('hex')]);
  if (row === undefined) return 'completed';
  return row.isFull ? 'stopped' : row.step;
}

/** Whether nothing that came of the steps from this one on is still to be done. */
export async function isSettled(view: View, advanceId: string, since: number): Promise<boolean> {
  return (await view.query(UNSETTLED, [view.tenantId, advanceId, since])).length === 0;
}

export async function endAdvance(tx: Tx, { id, fromAt }: ClockAdvance, outcome: Outcome): Promise<void> {
  const [row] = await tx.query<{ reached: Date | null }>(END, [id, outcome]);
  if (row === undefined || row.reached === null) return;
  audit(tx, {
    action: 'sandbox.clock.moved',
    resourceType: 'clockAdvance',
    resourceId: id,
    from: fromAt.toISOString(),
    to: row.reached.toISOString(),
  });
}

/** As it stands now: what a partner says later belongs to the step that asked it. */
export async function reportOf(view: View, { id, startedAt }: ClockAdvance): Promise<ClockReport> {
  const steps = await view.query<StepRow>(STEPS, [view.tenantId, id]);
  const came = [view.tenantId, firstIdAt(startedAt.getTime() - SKEW_MS), steps.map(({ traceId }) => traceId)];
  const events = await view.query<ClockStep['events'][number]>(EVENTS, came);
  const failures = await view.query<ClockStep['failures'][number]>(FAILURES, came);
  const unsettled = await view.query<ClockReport['unsettled'][number]>(WAITING, [view.tenantId]);
  const [eventsOf, failuresOf] = [byTrace(events), byTrace(failures)];
  return {
    steps: steps.map((step) => ({
      ...step,
      events: eventsOf.get(step.traceId) ?? [],
      failures: failuresOf.get(step.traceId) ?? [],
    })),
    unsettled,
  };
}

function byTrace<Row extends Came>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ traceId }) => traceId);
}
