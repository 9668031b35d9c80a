import { type ApiError, errorOf, type Problem } from './errors.js';

/** The error that an answer other than 2xx is; what stands between us and the platform may answer without a problem. */
export function readProblem(response: Response, text: string, now: number): ApiError {
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), now);
  return errorOf(parse(text) ?? bareProblem(response, text), { headers: response.headers, retryAfterMs });
}

function parse(text: string): Problem | null {
  try {
    const value: unknown = JSON.parse(text);
    return isProblem(value) ? value : null;
  } catch {
    return null;
  }
}

function isProblem(value: unknown): value is Problem {
  const { code, detail, errors } = (value ?? {}) as Partial<Record<keyof Problem, unknown>>;
  return typeof code === 'string' && typeof detail === 'string' && Array.isArray(errors);
}

/** Not of the platform, a proxy's page perhaps: only the status is sure. */
function bareProblem({ status, statusText, headers }: Response, text: string): Problem {
  return {
    type: 'about:blank',
    title: statusText === '' ? `HTTP ${status}` : statusText,
    status,
    detail: text.trim().slice(0, 200) || `HTTP ${status} without a problem`,
    code: `HTTP.${status}`,
    errors: [],
    traceId: headers.get('x-request-id') ?? '',
    retryable: [429, 502, 503, 504].includes(status),
    details: {},
  };
}

/** Seconds, or the instant itself (RFC 9110, section 10.2.3), as milliseconds from now. */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
