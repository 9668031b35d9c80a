import { type DomainError, type ErrorKind, type ProblemType } from '../../kernel/domain-error.js';
import { type Language, told } from '../../kernel/sentence.js';

/** The whole mapping from the domain's vocabulary to HTTP. */
export const STATUS: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  busy: 409,
  stale: 412,
  'too-large': 413,
  invalid: 422,
  'precondition-required': 428,
  'too-many': 429,
  'partner-rejected': 422,
  'partner-unavailable': 503,
  unavailable: 503,
};

const RETRYABLE: ReadonlySet<ErrorKind> = new Set(['busy', 'too-many', 'partner-unavailable', 'unavailable']);

/** Whether the very same request may succeed later; the catalogue and each problem say the same. */
export function isRetryable(kind: ErrorKind): boolean {
  return RETRYABLE.has(kind);
}

/** RFC 9457 problem details with our members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly { pointer: string; code: string; message: string }[];
  readonly traceId: string;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly allowedActions?: readonly string[];
}

export function toProblem(
  error: DomainError,
  traceId: string,
  language: Language,
  status = STATUS[error.kind],
): Problem {
  const { problem: entry } = error;
  const allowed = error.details['allowedActions'];
  return {
    type: problemTypeUri(entry),
    title: entry.title[language],
    status,
    detail: told(error.sentence, language),
    code: entry.code,
    errors: error.faults.map(({ pointer, code, message }) => ({ pointer, code, message: told(message, language) })),
    traceId,
    retryable: isRetryable(entry.kind),
    details: error.detailsIn(language),
    ...(Array.isArray(allowed) ? { allowedActions: allowed as string[] } : {}),
  };
}

export function problemTypeUri({ code }: Pick<ProblemType, 'code'>): string {
  return `/v1/errors/${code}`;
}
