import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { errors as undici, Pool } from 'undici';

import { Clock } from '../../kernel/clock.js';
import { newId, publicId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { APP_CONFIG, type AppConfig, type PartnerName } from '../config/app-config.js';
import { type Caller } from '../database/caller.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observability/metrics.js';
import { Tracing } from '../observability/tracing.js';
import { SAY } from '../platform.sentences.js';
import { type Outcome, PartnerCalls } from './standing/partner-calls.js';
import { beginningOf, storableText } from './storable-text.js';

export type { Caller };

export interface PartnerRequest {
  readonly partner: PartnerName;
  /** What is asked, for the record: `submit-declaration`. */
  readonly operation: string;
  /** Our own reference: a repeat of it gets the partner's first answer. */
  readonly reference: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the partner's base URL, starting with a slash. */
  readonly path: string;
  readonly body?: string | Buffer;
  /** What is kept of it for the record, where the body is kept elsewhere, or is no text. */
  readonly bodyKept?: string;
  readonly contentType?: string;
  /** Below our usual address for the partner's answers, starting with a slash. */
  readonly callbackPath?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PartnerAnswer {
  readonly status: number;
  readonly body: string;
}

const BODY_MAX_BYTES = 4_194_304;

const RECORD = `
  INSERT INTO platform.partner_exchange (tenant_id, id, partner, operation, reference, request_body, status, response_body,
                                         error, started_at, duration_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Calls a partner and keeps, as `storableText` has it, what was sent and what came back. Three outcomes: an answer,
 * PartnerRejectedError (a final no), PartnerUnavailableError (unknown: it may have arrived; ask again with the same
 * reference). Never called inside a transaction.
 */
@Injectable()
export class PartnerClient implements OnApplicationShutdown {
  private readonly pools = new Map<string, Pool>();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly tracing: Tracing,
    /** Shared with whoever takes what partners send. */
    readonly calls: PartnerCalls,
  ) {}

  /**
   * @throws PartnerRejectedError on 4xx, with the partner's own words in `details.reason`
   * @throws PartnerUnavailableError on 5xx, timeout or a broken connection
   */
  async call(caller: Caller, request: PartnerRequest): Promise<PartnerAnswer> {
    const answer = await this.ask(caller, request);
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
      throw new PartnerRejectedError(SAY.partner_refused({ partner: request.partner, operation: request.operation }), {
        partner: request.partner,
        status: answer.status,
        reason: beginningOf(answer.body, 1_000),
      });
    }
    if (answer.status >= 300) {
      throw new PartnerUnavailableError(SAY.partner_answered({ partner: request.partner, status: answer.status }), {
        partner: request.partner,
      });
    }
    return answer;
  }

  /** As `call`, but gives back a 404 as null: for asking after something that may not have arrived. */
  async find(caller: Caller, request: PartnerRequest): Promise<PartnerAnswer | null> {
    try {
      return await this.call(caller, request);
    } catch (error) {
      if (error instanceof PartnerRejectedError && error.details['status'] === 404) return null;
      throw error;
    }
  }

  /** Once for each application that shares this client: what the last one closed is not closed again. */
  async onApplicationShutdown(): Promise<void> {
    const open = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(open.map((pool) => pool.close()));
  }

  private async ask(caller: Caller, request: PartnerRequest): Promise<PartnerAnswer> {
    const startedAt = this.clock.now();
    const stop = this.metrics.partnerSeconds.startTimer({ partner: request.partner });
    let isAnswered = false;
    try {
      const answer = await this.tracing.call(
        `partner ${request.partner} ${request.operation}`,
        caller.traceparent,
        (traceparent) => this.send(caller, request, traceparent),
      );
      const seconds = stop({ outcome: answer.status < 400 ? 'answered' : 'refused' });
      isAnswered = true;
      await this.calls.note(request.partner, outcomeOf(answer.status), seconds * 1_000);
      await this.record(caller, request, startedAt, answer, null);
      return answer;
    } catch (error) {
      const seconds = stop({ outcome: 'unknown' });
      // That our own record failed says nothing of the partner.
      if (!isAnswered) await this.calls.note(request.partner, { failure: silenceOf(error) }, seconds * 1_000);
      const message = error instanceof Error ? error.message : String(error);
      await this.record(caller, request, startedAt, null, message);
      throw new PartnerUnavailableError(
        SAY.partner_silent({ partner: request.partner }),
        { partner: request.partner },
        [],
        {
          cause: error,
        },
      );
    }
  }

  private async send(caller: Caller, request: PartnerRequest, traceparent: string | null): Promise<PartnerAnswer> {
    const { url, secret, timeoutMs } = this.config.partners[request.partner];
    const target = new URL(url);
    const { statusCode, body } = await this.pool(target.origin).request({
      method: request.method,
      path: `${target.pathname.replace(/\/$/, '')}${request.path}`,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      body: request.body ?? null,
      headers: {
        authorization: `Bearer ${secret}`,
        'x-callback-url': `${callbackUrl(this.config.publicUrl, request.partner, caller.tenantId)}${request.callbackPath ?? ''}`,
        ...(traceparent === null ? {} : { traceparent }),
        ...(request.body === undefined ? {} : { 'content-type': request.contentType ?? 'application/json' }),
        ...request.headers,
      },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += (chunk as Buffer).length;
      if (size > BODY_MAX_BYTES) throw new Error('The answer is too large');
      chunks.push(chunk as Buffer);
    }
    return { status: statusCode, body: storableText(Buffer.concat(chunks).toString('utf8')) };
  }

  private pool(origin: string): Pool {
    let pool = this.pools.get(origin);
    if (pool === undefined) {
      pool = new Pool(origin, { connections: 32, keepAliveTimeout: 30_000 });
      this.pools.set(origin, pool);
    }
    return pool;
  }

  private async record(
    caller: Caller,
    request: PartnerRequest,
    startedAt: Date,
    answer: PartnerAnswer | null,
    error: string | null,
  ): Promise<void> {
    const durationMs = this.clock.now().getTime() - startedAt.getTime();
    // One statement of its own: the exchange is kept even where the work that asked for it fails.
    await this.unitOfWork.read(caller, (view) =>
      view.query(RECORD, [
        caller.tenantId,
        newId(),
        request.partner,
        request.operation,
        request.reference,
        keptBodyOf(request),
        answer?.status ?? null,
        answer?.body ?? null,
        error,
        startedAt,
        durationMs,
      ]),
    );
  }
}

function keptBodyOf({ body, bodyKept }: PartnerRequest): string {
  return bodyKept ?? (typeof body === 'string' ? body : '');
}

/** A refusal is an answer; that it cannot, or not now, is none. */
function outcomeOf(status: number): Outcome {
  return status >= 500 || status === 408 || status === 429 ? { failure: `http_${status}` } : 'answered';
}

function silenceOf(error: unknown): string {
  return error instanceof undici.HeadersTimeoutError || error instanceof undici.BodyTimeoutError
    ? 'timeout'
    : 'connection';
}

/** Where a partner sends its answers for one tenant. */
export function callbackUrl(publicUrl: string, partner: PartnerName, tenantId: string): string {
  return `${publicUrl}/v1/inbound/${partner}/${publicId('tenant', tenantId)}`;
}
