import { type FastifyInstance } from 'fastify';

import { DomainError, problem } from '../../kernel/domain-error.js';
import { SAY } from '../platform.sentences.js';

const WINDOW_MS = 60_000;
/** Beyond so many clients in one minute the others share the allowance of their address, so that memory is bounded. */
const CLIENTS_MAX = 100_000;
const UNLIMITED = new Set(['/health/live', '/health/ready', '/metrics']);

export class TooManyRequestsError extends DomainError {
  static readonly problem = problem(
    'REQUEST.TOO_MANY',
    'too-many',
    { en: 'Too many requests', zh: '请求过于频繁' },
    { en: 'Wait for `Retry-After` seconds; `RateLimit` tells what is left', zh: '请按 Retry-After 等待后重试' },
  );
}

/** What a client has left in this minute. */
export interface Allowance {
  readonly isAllowed: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/**
 * Counts the requests of each client, minute by minute, in this process: a guard against one client that runs wild, not a
 * price list. With N api processes behind a balancer a client may do up to N times as much.
 */
export class RateLimit {
  private readonly counts = new Map<string, number>();
  private windowStart = 0;

  constructor(
    private readonly perMinute: number,
    private readonly clientsMax = CLIENTS_MAX,
  ) {}

  /** @param nowMs of a clock that only runs forward */
  take(client: string, address: string, nowMs: number): Allowance {
    if (nowMs - this.windowStart >= WINDOW_MS) {
      this.counts.clear();
      this.windowStart = nowMs;
    }
    const key = this.counts.has(client) || this.counts.size < this.clientsMax ? client : address;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return {
      isAllowed: count <= this.perMinute,
      remaining: Math.max(0, this.perMinute - count),
      resetSeconds: Math.ceil((this.windowStart + WINDOW_MS - nowMs) / 1_000),
    };
  }
}

/** One allowance per key; who sends none is known by the address. Told in `RateLimit` on every answer. */
export function limitRate(fastify: FastifyInstance, perMinute: number): void {
  const limit = new RateLimit(perMinute);
  const policy = `"client";q=${perMinute};w=${WINDOW_MS / 1_000}`;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (UNLIMITED.has(request.routeOptions.url ?? '')) {
      done();
      return;
    }
    const client = request.headers.authorization ?? request.ip;
    const { isAllowed, remaining, resetSeconds } = limit.take(client, request.ip, performance.now());
    void reply.header('RateLimit-Policy', policy);
    void reply.header('RateLimit', `"client";r=${remaining};t=${resetSeconds}`);
    if (isAllowed) {
      done();
      return;
    }
    void reply.header('Retry-After', resetSeconds);
    done(new TooManyRequestsError(SAY.too_many_requests({ limit: perMinute }), { limitPerMinute: perMinute }));
  });
}
