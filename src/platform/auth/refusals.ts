import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

import { type DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Request } from '../http/request.js';
import { audit } from '../outbox/outbox.js';
import { networkOf } from './network.js';
import { type Subject } from './verified.js';

const WINDOW_MS = 600_000;
/** Lines of one tenant within a window, of one process. */
const LINES_MAX = 60;
const TENANTS_MAX = 10_000;

/** Where a refused request came from, and what it wanted. */
export interface Whence {
  readonly method: string;
  readonly route: string;
  readonly network: string;
  readonly traceparent: string | null;
}

export function whenceOf({ method, routeOptions, ip, traceparent }: Request): Whence {
  return { method, route: routeOptions.url ?? 'unknown', network: networkOf(ip), traceparent };
}

/**
 * Writes to a tenant's audit that one of its credentials was refused. Whoever holds an old key could fill the audit with
 * it, so of each credential and reason there is one line in ten minutes, and of a tenant sixty; a refusal that nobody can
 * be told of, of a key that never was, leaves none. Beside the request, which does not wait for it.
 */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Refusals.name);
  /** What each tenant was told in this window. */
  private readonly told = new Map<string, Set<string>>();
  private readonly writing = new Set<Promise<void>>();
  private windowStart = -Infinity;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.writing);
  }

  /** @param more what else is to be known; a line of its own is written for each mandate that was refused */
  note(
    subject: Subject,
    { code }: DomainError,
    { traceparent, ...whence }: Whence,
    more: { readonly actingFor?: string; readonly mandate?: string } = {},
  ): void {
    const { tenantId, actor, acting, credentialKind: resourceType, credentialId: resourceId } = subject;
    if (!this.isNews(tenantId, `${resourceId} ${code} ${more.mandate ?? ''}`)) return;
    const details = { code, ...whence, ...more };
    const caller = { tenantId, actor, traceparent, ...(acting === undefined ? {} : { acting }) };
    const write = this.unitOfWork
      .run(caller, (tx) => {
        audit(tx, { action: 'auth.refused', resourceType, resourceId, details });
        return Promise.resolve();
      })
      .catch((error: unknown) => {
        this.logger.warn(`A refusal is not in the audit: ${String(error)}`);
      });
    this.writing.add(write);
    void write.then(() => this.writing.delete(write));
  }

  private isNews(tenantId: string, line: string): boolean {
    const now = performance.now();
    if (now - this.windowStart >= WINDOW_MS || this.told.size >= TENANTS_MAX) {
      this.told.clear();
      this.windowStart = now;
    }
    const lines = this.told.get(tenantId) ?? new Set<string>();
    this.told.set(tenantId, lines);
    if (lines.has(line) || lines.size >= LINES_MAX) return false;
    lines.add(line);
    return true;
  }
}
