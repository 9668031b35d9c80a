import { type Credentials } from './credentials.js';
import { ConnectionError, EntrepotError, TimeoutError } from './errors.js';
import { API_VERSION, SDK_VERSION } from './generated/versions.js';
import { type CallOptions, type Method, type RawBody } from './operations.js';
import { pause } from './pause.js';
import { readProblem } from './problem.js';
import { retryDelay } from './retry.js';
import { etagOf } from './versions.js';

export interface TransportSettings {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly actingFor?: string | undefined;
  readonly language?: string | undefined;
  readonly apiVersion?: string | undefined;
}

/** One request, with everything already in its place. */
export interface WireRequest extends CallOptions {
  readonly method: Method;
  /** With ids and parameters filled in. */
  readonly address: string;
  readonly body?: unknown;
}

/** A good answer and what came with it. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  /** Of the resource, for `ifMatch`. */
  readonly etag: string | null;
  /** True: the first answer under this Idempotency-Key, given again. */
  readonly replayed: boolean;
  readonly requestId: string | null;
}

const RAW = [Blob, FormData, Uint8Array, URLSearchParams];

interface Try {
  readonly header: string;
  readonly response: Response;
  readonly bytes: Uint8Array;
}

/** Sends a request as often as it takes, and as often as is harmless. */
export class Transport {
  constructor(
    private readonly settings: TransportSettings,
    private readonly credentials: Credentials,
  ) {}

  /** @throws ApiError, ConnectionError, or the reason of the caller's signal */
  async send(request: WireRequest): Promise<Answer<unknown>> {
    const headers = this.headersOf(request);
    const maxRetries = request.maxRetries ?? this.settings.maxRetries;
    let mayRenew = true;
    for (let tries = 0; ;) {
      const outcome = await this.attempt(request, headers);
      if (outcome instanceof EntrepotError) {
        const delay = tries < maxRetries ? retryDelay(outcome, tries) : null;
        if (delay === null) throw outcome;
        tries += 1;
        await pause(delay, request.signal);
      } else if (outcome.response.ok) {
        return answerOf(outcome);
      } else if (outcome.response.status === 401 && mayRenew && this.credentials.refused(outcome.header)) {
        mayRenew = false;
      } else {
        throw readProblem(outcome.response, textOf(outcome.bytes), Date.now());
      }
    }
  }

  /**
   * A good answer whose body is read as it comes. Tried once: who reads a stream knows best how to go on.
   * @throws ApiError, ConnectionError, or the reason of the caller's signal
   */
  async open(request: WireRequest): Promise<Response> {
    const headers = this.headersOf(request);
    for (let mayRenew = true; ; mayRenew = false) {
      const header = await this.credentials.header(request.signal ?? new AbortController().signal);
      if (header !== '') headers.set('authorization', header);
      const response = await this.fetchOne(request, headers);
      if (response.ok) return response;
      const isRenewed = response.status === 401 && mayRenew && this.credentials.refused(header);
      const text = await response.text();
      if (!isRenewed) throw readProblem(response, text, Date.now());
    }
  }

  private async fetchOne({ address, method, signal }: WireRequest, headers: Headers): Promise<Response> {
    const { baseUrl, fetch } = this.settings;
    try {
      return await fetch(baseUrl + address, { method, headers, redirect: 'error', signal: signal ?? null });
    } catch (error) {
      signal?.throwIfAborted();
      throw failureOf(error, new AbortController().signal);
    }
  }

  private async attempt(request: WireRequest, headers: Headers): Promise<Try | EntrepotError> {
    request.signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(request.timeoutMs ?? this.settings.timeoutMs);
    const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
    try {
      const header = await this.credentials.header(signal);
      if (header !== '') headers.set('authorization', header);
      const { method, address, body } = request;
      const response = await this.settings.fetch(this.settings.baseUrl + address, {
        method,
        headers,
        ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
        redirect: 'error',
        signal,
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const failure = response.ok || response.status === 401 ? null : readProblem(response, textOf(bytes), Date.now());
      return failure ?? { header, response, bytes };
    } catch (error) {
      request.signal?.throwIfAborted();
      return failureOf(error, timeout);
    }
  }

  private headersOf(request: WireRequest): Headers {
    const { actingFor, language, apiVersion } = { ...this.settings, ...definedOf(request) };
    const headers = new Headers({ accept: 'application/json', 'user-agent': `entrepot-sdk/${SDK_VERSION}` });
    const set = (name: string, value: string | undefined): void => {
      if (value !== undefined) headers.set(name, value);
    };
    set('acting-for', actingFor);
    set('accept-language', language);
    set('api-version', apiVersion ?? API_VERSION);
    if (request.body !== undefined && !isRaw(request.body)) headers.set('content-type', 'application/json');
    if (request.method !== 'GET') headers.set('idempotency-key', request.idempotencyKey ?? crypto.randomUUID());
    if (request.ifMatch !== undefined) headers.set('if-match', etagOf(request.ifMatch));
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    return headers;
  }
}

/** What a call says for itself; what it leaves open stays as the client has it. */
function definedOf({ actingFor, language, apiVersion }: CallOptions): Partial<CallOptions> {
  return Object.fromEntries(
    Object.entries({ actingFor, language, apiVersion }).filter(([, value]) => value !== undefined),
  );
}

function answerOf({ response: { status, headers }, bytes }: Try): Answer<unknown> {
  return {
    status,
    headers,
    body: bytes.length === 0 ? undefined : readAs(headers.get('content-type') ?? '', bytes),
    etag: headers.get('etag'),
    replayed: headers.get('idempotent-replayed') === 'true',
    requestId: headers.get('x-request-id'),
  };
}

function readAs(type: string, bytes: Uint8Array): unknown {
  if (type.includes('json')) return JSON.parse(textOf(bytes)) as unknown;
  return type.startsWith('text/') ? textOf(bytes) : bytes;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Says its own type, or leaves it to the caller. */
function isRaw(body: unknown): body is RawBody {
  return RAW.some((type) => body instanceof type);
}

function failureOf(error: unknown, timeout: AbortSignal): EntrepotError {
  if (error instanceof EntrepotError) return error;
  const { name, message, cause } = error as Error;
  if (timeout.aborted || name === 'TimeoutError') return new TimeoutError('No answer in time', { cause: error });
  const why = [message, reasonOf((cause ?? {}) as Error)].filter((words) => words !== '').join(': ');
  return new ConnectionError(why, { cause: error });
}

/** `fetch` says no more than that it failed; the network's own words are below. */
function reasonOf({ message, code }: { readonly message?: string; readonly code?: string }): string {
  return message === undefined || message === '' ? (code ?? '') : message;
}
