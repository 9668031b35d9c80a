import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type Context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { type NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

import { type AppConfig } from '../config/app-config.js';

/**
 * One trace from the request through outbox, job, partner call and webhook. The W3C `traceparent` is stored with
 * events and deliveries, so the trace survives the queue and a restart. Without an exporter spans cost nothing,
 * but the caller's trace context is carried on all the same.
 */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private readonly tracer: Tracer | null;

  private constructor(private readonly provider: NodeTracerProvider | null) {
    this.tracer = provider?.getTracer('entrepot') ?? null;
  }

  /** What exports spans is loaded by those who have somewhere to send them. */
  static async open({ otlpEndpoint }: Pick<AppConfig, 'otlpEndpoint'>, service: string): Promise<Tracing> {
    if (otlpEndpoint === null) return new Tracing(null);
    const { traceProvider } = await import('./trace-provider.js');
    return new Tracing(traceProvider(otlpEndpoint, service));
  }

  /** Works a job of a queue in a span that continues what ordered it. */
  job<Result>(
    name: string,
    traceparent: string | null,
    work: (traceparent: string | null) => Promise<Result>,
  ): Promise<Result> {
    return this.span(SpanKind.CONSUMER, name, traceparent, (span) => work(traceparentOf(span, traceparent)));
  }

  /** Calls somebody outside in a span of its own, whose context is what he gets. */
  call<Answer extends { readonly status: number | null }>(
    name: string,
    traceparent: string | null,
    send: (traceparent: string | null) => Promise<Answer>,
  ): Promise<Answer> {
    return this.span(SpanKind.CLIENT, name, traceparent, async (span) => {
      const answer = await send(traceparentOf(span, traceparent));
      noteStatus(span, answer.status, 400);
      return answer;
    });
  }

  /** Starts the span of a request; `endRequest` ends it. */
  startRequest(name: string, traceparent: string | null): Span | null {
    return this.tracer?.startSpan(name, { kind: SpanKind.SERVER }, parentOf(traceparent)) ?? null;
  }

  endRequest(span: Span, status: number): void {
    noteStatus(span, status, 500);
    span.end();
  }

  private async span<Result>(
    kind: SpanKind,
    name: string,
    traceparent: string | null,
    work: (span: Span | null) => Promise<Result>,
  ): Promise<Result> {
    if (this.tracer === null) return work(null);
    const span = this.tracer.startSpan(name, { kind }, parentOf(traceparent));
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.provider?.shutdown();
  }
}

/** The context to hand on: of the span if there is one, else what came from outside. */
export function traceparentOf(span: Span | null, incoming: string | null): string | null {
  if (span === null) return incoming;
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), carrier);
  return carrier['traceparent'] ?? incoming;
}

function parentOf(traceparent: string | null): Context {
  return traceparent === null ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
}

/** @param faultFrom from which status on the span counts as failed; no status at all always does */
function noteStatus(span: Span | null, status: number | null, faultFrom: number): void {
  if (span === null) return;
  if (status !== null) span.setAttribute('http.response.status_code', status);
  if (status === null || status >= faultFrom) span.setStatus({ code: SpanStatusCode.ERROR });
}
