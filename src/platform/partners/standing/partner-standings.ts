import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type PartnerName, PARTNERS } from '../../config/app-config.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { type CallCounts, type PartnerStatus, quantile, statusOf } from './partner-status.js';

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
export const INCIDENTS_MAX = 20;

const CALLS = `
  SELECT partner, outcome, up_to_ms AS "upToMs", sum(calls) AS day,
         coalesce(sum(calls) FILTER (WHERE minute > $2), 0) AS quarter
  FROM platform.partner_call WHERE minute > $1 GROUP BY 1, 2, 3`;
const SEEN = `
  SELECT partner, last_success_at AS "lastSuccessAt", last_failure_at AS "lastFailureAt",
         last_failure_code AS "lastFailureCode"
  FROM platform.partner_seen`;
const INCIDENTS = `
  SELECT i.* FROM unnest($1::text[]) AS p(name) CROSS JOIN LATERAL (
    SELECT partner, started_at AS "from", ended_at AS "to", status FROM platform.partner_incident
    WHERE partner = p.name ORDER BY started_at DESC LIMIT ${INCIDENTS_MAX}) AS i`;

/** What came of the calls of some time, and how long they took. */
export interface Period extends CallCounts {
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
}

export interface Incident {
  readonly from: Date;
  readonly to: Date | null;
  readonly status: 'degraded' | 'down';
}

interface Seen {
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailureCode: string | null;
}

export interface Standing extends Seen {
  readonly partner: PartnerName;
  readonly status: PartnerStatus;
  readonly quarter: Period;
  readonly day: Period;
  /** Newest first. */
  readonly incidents: readonly Incident[];
}

interface CallRow {
  readonly partner: string;
  readonly outcome: keyof CallCounts;
  readonly upToMs: number;
  readonly day: string;
  readonly quarter: string;
}

const NEVER: Seen = { lastSuccessAt: null, lastFailureAt: null, lastFailureCode: null };

/** How the partners stand, over all processes and tenants: counts only, and nothing of what was said. */
@Injectable()
export class PartnerStandings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<Standing[]> {
    const now = this.clock.now().getTime();
    const since = [DAY_MS, QUARTER_MS].map((ms) => new Date(now - ms));
    const [calls, seen, incidents] = await this.unitOfWork.asMachine((client) =>
      Promise.all([
        prepared<CallRow>(client, CALLS, since),
        prepared<Seen & { partner: string }>(client, SEEN, []),
        prepared<Incident & { partner: string }>(client, INCIDENTS, [[...PARTNERS]]),
      ]),
    );
    return PARTNERS.map((partner) => {
      const isOurs = (row: { readonly partner: string }): boolean => row.partner === partner;
      const own = calls.filter(isOurs);
      const quarter = periodOf(own, 'quarter');
      return {
        partner,
        status: statusOf(quarter),
        ...(seen.find(isOurs) ?? NEVER),
        quarter,
        day: periodOf(own, 'day'),
        incidents: incidents.filter(isOurs),
      };
    });
  }
}

function periodOf(rows: readonly CallRow[], period: 'quarter' | 'day'): Period {
  const count = (outcome: keyof CallCounts): number =>
    rows.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + Number(row[period]), 0);
  const classes = new Map<number, number>();
  for (const row of rows) {
    if (row.outcome !== 'received') classes.set(row.upToMs, (classes.get(row.upToMs) ?? 0) + Number(row[period]));
  }
  return {
    answered: count('answered'),
    failed: count('failed'),
    received: count('received'),
    medianMs: quantile(classes, 0.5),
    p95Ms: quantile(classes, 0.95),
  };
}
