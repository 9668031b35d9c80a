import { tryParseId } from '../../kernel/ids.js';
import { type View } from '../database/session.js';
import { type Condition } from '../http/condition.js';
import { type DatedPageQuery, equal, page, type Page } from '../http/paging.js';
import { type FaultCode } from '../http/request.js';
import { ResourceNotFoundError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';

/** A request as the log has it. */
export interface LoggedRequest {
  readonly id: string;
  readonly createdAt: Date;
  readonly operation: string | null;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly latencyMs: number;
  readonly problem: string | null;
  readonly faults: readonly FaultCode[];
  readonly traceId: string | null;
  readonly actor: string;
  readonly network: string;
  readonly apiVersion: string;
  readonly idempotencyKey: string | null;
  readonly replayed: boolean;
  readonly resource: string | null;
  readonly requestBytes: string | null;
  readonly responseBytes: string | null;
}

export interface RequestFilter {
  /** `404`, or a class: `4xx`. */
  readonly status?: string;
  readonly method?: string;
  readonly operation?: string;
  readonly route?: string;
  readonly actor?: string;
  readonly problem?: string;
  readonly resource?: string;
  readonly idempotencyKey?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COLUMNS = `
  id, created_at AS "createdAt", operation, method, route, status, latency_ms AS "latencyMs", problem, faults,
  trace_id AS "traceId", actor, network, api_version AS "apiVersion", idempotency_key AS "idempotencyKey", replayed,
  resource, request_bytes AS "requestBytes", response_bytes AS "responseBytes"`;
const ONE = `SELECT ${COLUMNS} FROM platform.request_log WHERE tenant_id = $1 AND id = $2`;

export function listRequests(
  view: View,
  query: DatedPageQuery,
  { status, idempotencyKey, ...filter }: RequestFilter,
): Promise<Page<LoggedRequest>> {
  const conditions = [
    ...withStatus(status),
    ...equal('idempotency_key', idempotencyKey),
    ...equal('method', filter.method),
    ...equal('operation', filter.operation),
    ...equal('route', filter.route),
    ...equal('actor', filter.actor),
    ...equal('problem', filter.problem),
    ...equal('resource', filter.resource),
  ];
  return page<LoggedRequest>(view, { table: 'platform.request_log', columns: COLUMNS, query, conditions });
}

/**
 * @param id of the log, or as the answer carried it in `X-Request-Id`, and a problem in `traceId`
 * @throws ResourceNotFoundError
 */
export async function getRequest(view: View, id: string): Promise<LoggedRequest> {
  const uuid = UUID.test(id) ? id : tryParseId('request', id);
  const [found] = uuid === null ? [] : await view.query<LoggedRequest>(ONE, [view.tenantId, uuid]);
  if (found === undefined) throw new ResourceNotFoundError(SAY.no_such_request);
  return found;
}

function withStatus(status: string | undefined): Condition[] {
  if (status === undefined) return [];
  if (!status.endsWith('xx')) return equal('status', Number(status));
  const first = Number(status.charAt(0)) * 100;
  return [{ sql: (next) => `status BETWEEN ${next(first)} AND ${next(first + 99)}` }];
}
