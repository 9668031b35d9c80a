import { DomainError, problem } from '../../kernel/domain-error.js';

const MINUTE_MS = 60_000;

export class TooManyRequestsError extends DomainError {
  static readonly problem = problem(
    'REQUEST.TOO_MANY',
    'too-many',
    { en: 'Too many requests', zh: '请求过于频繁' },
    {
      en: 'Wait for `Retry-After` seconds; `RateLimit` tells what is left of each policy, `details.policy` which one is used up',
      zh: '请按 Retry-After 等待后重试；details.policy 为已用尽的限额',
    },
  );
}

/** What of one policy is left in this window. */
export interface Allowance {
  readonly isAllowed: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** A policy and what is left of it. */
export interface Left extends Omit<Allowance, 'isAllowed'> {
  readonly policy: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/**
 * One policy: counts what each client does, minute by minute or hour by hour, in this process. A guard against one client that runs wild,
 * not a price list: with N api processes behind a balancer a client may do up to N times as much. Its clients are verified
 * keys or networks, never what a caller can invent, so memory is bounded.
 */
export class RateLimit {
  /** As `RateLimit-Policy` tells it. */
  readonly policy: string;
  private readonly counts = new Map<string, number>();
  private windowStart = -Infinity;

  constructor(
    readonly name: string,
    readonly quota: number,
    private readonly windowMs = MINUTE_MS,
  ) {
    this.policy = `"${name}";q=${quota};w=${windowMs / 1_000}`;
  }

  /** @param nowMs of a clock that only runs forward */
  take(client: string, nowMs: number): Allowance {
    this.turn(nowMs);
    const count = (this.counts.get(client) ?? 0) + 1;
    this.counts.set(client, count);
    return { isAllowed: count <= this.quota, ...this.left(count, nowMs) };
  }

  /** What is left, without taking any. */
  look(client: string, nowMs: number): Left {
    this.turn(nowMs);
    const { name, quota, windowMs } = this;
    const left = this.left(this.counts.get(client) ?? 0, nowMs);
    return { policy: name, limit: quota, windowSeconds: windowMs / 1_000, ...left };
  }

  /** What was taken turned out not to count. */
  giveBack(client: string): void {
    const count = this.counts.get(client) ?? 0;
    if (count > 0) this.counts.set(client, count - 1);
  }

  /** As `RateLimit` tells it. */
  tell({ remaining, resetSeconds }: Allowance): string {
    return `"${this.name}";r=${remaining};t=${resetSeconds}`;
  }

  private turn(nowMs: number): void {
    if (nowMs - this.windowStart < this.windowMs) return;
    this.counts.clear();
    this.windowStart = nowMs;
  }

  private left(count: number, nowMs: number): Pick<Allowance, 'remaining' | 'resetSeconds'> {
    return {
      remaining: Math.max(0, this.quota - count),
      // What has passed is taken first: at its beginning a minute has sixty seconds, not a fraction more.
      resetSeconds: Math.ceil((this.windowMs - (nowMs - this.windowStart)) / 1_000),
    };
  }
}
