import { type FaultCode, type Reply, type Request } from '../http/request.js';
import { networkOf } from '../auth/network.js';

/** A row of `platform.request_log`, by the names of its columns. */
export interface RequestEntry {
  readonly tenant_id: string;
  readonly id: string;
  readonly created_at: string;
  readonly operation: string | null;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly latency_ms: number;
  readonly problem: string | null;
  readonly faults: readonly FaultCode[];
  readonly trace_id: string | null;
  readonly actor: string;
  readonly network: string;
  readonly api_version: string;
  readonly idempotency_key: string | null;
  readonly replayed: boolean;
  readonly resource: string | null;
  readonly request_bytes: number | null;
  readonly response_bytes: number | null;
}

const PUBLIC_ID = /^[a-z]{3}_[0-9a-z]{26}$/;
/** As commands take it; another one was refused and is not kept. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;
/** A pointer made of names as our fields have them; what is no such name may be a value that somebody misplaced. */
const POINTER = /^[#/?][\w./[\]-]{0,199}$/;

/**
 * What is kept of a request: nothing of its body, its answer or its query, for there is no telling what people write into
 * a field, and what is not kept cannot leak. Null where nobody is known to have asked.
 */
export function entryOf(request: Request, reply: Reply, now: Date): RequestEntry | null {
  const { principal, routeOptions, problem } = request;
  if (principal === undefined) return null;
  return {
    tenant_id: principal.tenantId,
    id: request.id,
    created_at: now.toISOString(),
    operation: routeOptions.config.operationId ?? null,
    method: request.method,
    route: routeOptions.url ?? 'unknown',
    status: reply.statusCode,
    latency_ms: Math.round(reply.elapsedTime),
    problem: problem?.code ?? null,
    faults: problem === undefined ? [] : problem.faults.map(withoutValues),
    trace_id: request.traceparent?.split('-')[1] ?? null,
    actor: principal.actor,
    network: networkOf(request.ip),
    api_version: principal.apiVersion,
    idempotency_key: matching(IDEMPOTENCY_KEY, request.headers['idempotency-key']),
    replayed: reply.getHeader('idempotent-replayed') === 'true',
    resource: resourceOf(request, reply),
    request_bytes: sizeOf(request.headers['content-length']),
    response_bytes: sizeOf(reply.getHeader('content-length')),
  };
}

function withoutValues({ pointer, code }: FaultCode): FaultCode {
  // The name of a field that we do not know is the caller's own text.
  const isOurs = code !== 'unknown_field' && POINTER.test(pointer);
  return { pointer: isOurs ? pointer : '', code };
}

/** What was made, else what the path names. */
function resourceOf(request: Request, reply: Reply): string | null {
  const location = reply.getHeader('location');
  const made = typeof location === 'string' ? location.slice(location.lastIndexOf('/') + 1) : undefined;
  return matching(PUBLIC_ID, made ?? (request.params as { id?: unknown } | undefined)?.id);
}

function matching(pattern: RegExp, value: unknown): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}

function sizeOf(header: unknown): number | null {
  const size = Number(header ?? Number.NaN);
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}
