import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../database/session.js';
import { type SqlValue } from '../database/sql-value.js';
import { equal } from '../http/paging.js';
import { type UsagePeriod } from './usage-period.js';

/** How often something was asked, by what came of it. */
export interface UsageCounts {
  readonly requests: number;
  readonly succeeded: number;
  readonly refused: number;
  readonly rateLimited: number;
  readonly failed: number;
}

export interface UsageFilter {
  readonly operation?: string;
  readonly actor?: string;
}

type Counted<Key extends string> = UsageCounts & Readonly<Record<Key, string>>;

/** The same requests counted three times: by day, by operation, by who asked. */
export interface Usage {
  readonly total: UsageCounts;
  readonly days: readonly Counted<'day'>[];
  readonly operations: readonly Counted<'operation'>[];
  readonly actors: readonly Counted<'actor'>[];
}

type Row = { readonly [Name in keyof UsageCounts]: string } & {
  readonly day: LocalDate | null;
  readonly operation: string | null;
  readonly actor: string | null;
};

/** Who asked most; of a tenant with thousands of sign-ins not each is told. */
export const ACTORS_MAX = 100;
const NONE: UsageCounts = { requests: 0, succeeded: 0, refused: 0, rateLimited: 0, failed: 0 };

/** One statement over some thousand rows of the tenant, by its primary key. */
export async function usageOf(view: View, { from, to }: UsagePeriod, filter: UsageFilter): Promise<Usage> {
  const values: SqlValue[] = [view.tenantId, from, to];
  const next = (value: SqlValue): string => `$${values.push(value)}`;
  const conditions = [...equal('operation', filter.operation), ...equal('actor', filter.actor)];
  const where = ['tenant_id = $1', 'day BETWEEN $2 AND $3', ...conditions.map(({ sql }) => sql(next))];
  const rows = await view.query<Row>(
    `SELECT day::text, operation, actor, sum(succeeded + refused + rate_limited + failed) AS requests,
            sum(succeeded) AS succeeded, sum(refused) AS refused, sum(rate_limited) AS "rateLimited", sum(failed) AS failed
     FROM platform.request_day WHERE ${where.join(' AND ')}
     GROUP BY GROUPING SETS (day, operation, actor)`,
    values,
  );
  const days = keyed(rows, 'day').sort((left, right) => (left.day < right.day ? 1 : -1));
  return {
    total: days.reduce(sum, NONE),
    days,
    operations: keyed(rows, 'operation').sort(mostFirst),
    actors: keyed(rows, 'actor').sort(mostFirst).slice(0, ACTORS_MAX),
  };
}

function keyed<Key extends 'day' | 'operation' | 'actor'>(rows: readonly Row[], key: Key): Counted<Key>[] {
  return rows.flatMap((row) => (row[key] === null ? [] : [{ ...countsOf(row), [key]: row[key] } as Counted<Key>]));
}

function countsOf({ requests, succeeded, refused, rateLimited, failed }: Row): UsageCounts {
  return {
    requests: Number(requests),
    succeeded: Number(succeeded),
    refused: Number(refused),
    rateLimited: Number(rateLimited),
    failed: Number(failed),
  };
}

function sum(left: UsageCounts, right: UsageCounts): UsageCounts {
  return {
    requests: left.requests + right.requests,
    succeeded: left.succeeded + right.succeeded,
    refused: left.refused + right.refused,
    rateLimited: left.rateLimited + right.rateLimited,
    failed: left.failed + right.failed,
  };
}

function mostFirst(left: UsageCounts, right: UsageCounts): number {
  return right.requests - left.requests;
}
