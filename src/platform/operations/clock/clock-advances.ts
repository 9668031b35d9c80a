import { publicId, newId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../database/session.js';
import { page, type Page, type PageQuery } from '../../http/paging.js';
import { ResourceNotFoundError } from '../../http/request.errors.js';
import { audit, enqueue } from '../../outbox/outbox.js';
import { SAY as PLATFORM } from '../../platform.sentences.js';
import { ADVANCE_CLOCK } from './advance-clock.job.js';
import { assertBeforeEnd } from './clock-end.js';
import { SAY } from './clock.sentences.js';
import {
  ClockAdvancingError,
  ClockRunsForwardError,
  ClockTooFarError,
  NoClockInLivemodeError,
} from './sandbox-clock.errors.js';

export const ADVANCE_STATES = ['advancing', 'completed', 'stopped'] as const;
/** A leap year: further ahead nobody has looked at what repeats. */
export const ADVANCE_DAYS_MAX = 366;
const DAY_MS = 86_400_000;

export interface ClockAdvance {
  readonly id: string;
  readonly state: (typeof ADVANCE_STATES)[number];
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly reachedAt: Date;
  readonly steps: number;
  /** By the real time, as is `endedAt`. */
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

const COLUMNS = `
  id, state, from_at AS "fromAt", to_at AS "toAt", reached_at AS "reachedAt", steps, started_at AS "startedAt",
  ended_at AS "endedAt", version`;
const ONE = `SELECT ${COLUMNS} FROM platform.clock_advance WHERE tenant_id = $1 AND id = $2`;
/** Held, so that of two who send the clock on at once one is the second. */
const FREEZE = `
  UPDATE platform.tenant SET test_clock = coalesce(test_clock, date_trunc('milliseconds', now()))
  WHERE id = $1 AND NOT livemode RETURNING test_clock AS "fromAt"`;
const UNDER_WAY = `
  SELECT id, to_at AS "toAt" FROM platform.clock_advance WHERE tenant_id = $1 AND state = 'advancing'`;
const INSERT = `
  INSERT INTO platform.clock_advance (tenant_id, id, state, from_at, to_at, reached_at, started_at)
  VALUES ($1, $2, 'advancing', $3, $4, $3, now()) RETURNING ${COLUMNS}`;

/**
 * Sends a sandbox tenant's clock on; the worker takes it there.
 * @throws InvalidInputError, NoClockInLivemodeError, ClockAdvancingError, ClockRunsForwardError, ClockTooFarError
 */
export async function beginAdvance(tx: Tx, to: Date): Promise<ClockAdvance> {
  assertBeforeEnd(to, '/to');
  const [clock] = await tx.query<{ fromAt: Date }>(FREEZE, [tx.tenantId]);
  if (clock === undefined) throw new NoClockInLivemodeError(PLATFORM.tenant_live);
  const { fromAt } = clock;
  await assertAtRest(tx);
  if (to < fromAt) throw new ClockRunsForwardError(PLATFORM.clock_forward, { now: fromAt.toISOString() });
  const latest = new Date(fromAt.getTime() + ADVANCE_DAYS_MAX * DAY_MS);
  if (to > latest)
    throw new ClockTooFarError(SAY.too_far({ days: ADVANCE_DAYS_MAX }), { latest: latest.toISOString() });
  const [advance] = await tx.query<ClockAdvance>(INSERT, [tx.tenantId, newId(), fromAt, to]);
  if (advance === undefined) throw new Error('The advance was not kept');
  enqueue(tx, ADVANCE_CLOCK, { advanceId: advance.id });
  audit(tx, {
    action: 'sandbox.clock.sent_on',
    resourceType: 'clockAdvance',
    resourceId: advance.id,
    from: fromAt.toISOString(),
    to: to.toISOString(),
  });
  return advance;
}

/** @throws ClockAdvancingError while the clock is on its way */
export async function assertAtRest(tx: Tx): Promise<void> {
  const [other] = await tx.query<{ id: string; toAt: Date }>(UNDER_WAY, [tx.tenantId]);
  if (other === undefined) return;
  const to = other.toAt.toISOString();
  throw new ClockAdvancingError(SAY.advancing({ to }), { advance: publicId('clockAdvance', other.id), to });
}

/** @throws ResourceNotFoundError */
export async function getAdvance(view: View, id: string): Promise<ClockAdvance> {
  const [advance] = await view.query<ClockAdvance>(ONE, [view.tenantId, id]);
  if (advance === undefined) throw new ResourceNotFoundError(SAY.no_such_advance);
  return advance;
}

export function listAdvances(view: View, query: PageQuery): Promise<Page<ClockAdvance>> {
  return page<ClockAdvance>(view, { table: 'platform.clock_advance', columns: COLUMNS, query });
}
