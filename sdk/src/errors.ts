import { type Schemas } from './operations.js';

/** Everything that this package throws, except what an AbortSignal of the caller throws. */
export class EntrepotError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** No answer came: the network, or the time was up. What was sent may have had its effect; a retry with its key is safe. */
export class ConnectionError extends EntrepotError {}

/** No answer within `timeoutMs`. */
export class TimeoutError extends ConnectionError {}

/** The token endpoint gave no token: RFC 6749, section 5.2. */
export class OAuthError extends EntrepotError {
  constructor(
    /** `invalid_client` and its like. */
    readonly error: string,
    readonly status: number,
    description: string | null,
  ) {
    super(`${error}${description === null ? '' : `: ${description}`} (${status} from the token endpoint)`);
  }
}

/** A webhook that is not to be believed. */
export class WebhookVerificationError extends EntrepotError {}

/** What was waited for did not come in its time. */
export class OverdueError<Resource = unknown> extends EntrepotError {
  constructor(
    message: string,
    /** As it was last seen. */
    readonly resource: Resource,
  ) {
    super(message);
  }
}

export type Problem = Schemas['ProblemDto'];
export type Fault = Schemas['FaultDto'];

/** What a client learns of an answer besides its problem. */
export interface ProblemContext {
  readonly headers: Headers;
  /** Milliseconds of `Retry-After`. */
  readonly retryAfterMs: number | null;
}

/** An answer that is a problem (RFC 9457). Its subclasses are the families of codes. */
export class ApiError extends EntrepotError {
  readonly status: number;
  /** Stable, the same in every language: for your program. */
  readonly code: string;
  /** What stands before the dot of the code. */
  readonly family: string;
  readonly title: string;
  readonly detail: string;
  /** Every fault of the input: JSON pointers, `?name` of a parameter, `#Name` of a header. */
  readonly errors: readonly Fault[];
  readonly traceId: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  /** What the resource would take instead. */
  readonly allowedActions: readonly string[];
  readonly retryAfterMs: number | null;
  readonly headers: Headers;

  constructor(
    readonly problem: Problem,
    { headers, retryAfterMs }: ProblemContext,
  ) {
    super(`${problem.code} (${problem.status}): ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.family = familyOf(problem.code);
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors;
    this.traceId = problem.traceId;
    this.retryable = problem.retryable;
    this.details = problem.details;
    this.allowedActions = problem.allowedActions ?? [];
    this.retryAfterMs = retryAfterMs;
    this.headers = headers;
  }
}

/** 401: no key or token, or one that is no good. */
export class AuthenticationError extends ApiError {}
/** 403: not the scope of this key, or not to be done in this name. */
export class PermissionError extends ApiError {}
/** 404: not there, or not yours. */
export class NotFoundError extends ApiError {}
/** `REQUEST.…`: it cannot be read, or breaks a rule of form; see `errors`. */
export class InvalidRequestError extends ApiError {}
/** Another version than you read, or none was named: read it again, and decide again. */
export class StaleVersionError extends ApiError {}
/** 429: too many requests; wait for `retryAfterMs`. */
export class RateLimitError extends ApiError {}
/** `IDEMPOTENCY.…`: the key is missing, in use, or was used for something else. */
export class IdempotencyError extends ApiError {}
/** `STATE.…`: the state forbids it; see `allowedActions`. */
export class StateError extends ApiError {}
/** A rule of trade: `CUSTOMS.…`, `FX.…`, `TAX_REFUND.…` and every other family. */
export class RuleError extends ApiError {}
/** 5xx: ours, or something on the way. */
export class ServerError extends ApiError {}

type ErrorClass = new (problem: Problem, context: ProblemContext) => ApiError;

const BY_CODE: Readonly<Record<string, ErrorClass>> = {
  'REQUEST.STALE_VERSION': StaleVersionError,
  'REQUEST.IF_MATCH_REQUIRED': StaleVersionError,
};
const BY_STATUS: Readonly<Record<number, ErrorClass>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  429: RateLimitError,
};
const BY_FAMILY: Readonly<Record<string, ErrorClass>> = {
  AUTH: AuthenticationError,
  REQUEST: InvalidRequestError,
  IDEMPOTENCY: IdempotencyError,
  STATE: StateError,
};

export function errorOf(problem: Problem, context: ProblemContext): ApiError {
  const { code, status } = problem;
  const OfFamily = status >= 500 ? ServerError : (BY_FAMILY[familyOf(code)] ?? RuleError);
  return new (BY_CODE[code] ?? BY_STATUS[status] ?? OfFamily)(problem, context);
}

function familyOf(code: string): string {
  return code.split('.')[0] ?? code;
}
