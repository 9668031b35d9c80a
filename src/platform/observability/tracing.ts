import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { context, propagation, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

import { type AppConfig } from '../config/app-config.js';

/**
 * One trace from the request through outbox, job, partner call and webhook. The W3C `traceparent` is stored with
 * events and deliveries, so the trace survives the queue and a restart. Without an exporter spans cost nothing,
 * but the caller's trace context is carried on all the same.
 */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private readonly provider: NodeTracerProvider | null;
  private readonly tracer: Tracer | null;

  constructor(config: Pick<AppConfig, 'otlpEndpoint'>, service: string) {
    if (config.otlpEndpoint === null) {
      this.provider = null;
      this.tracer = null;
      return;
    }
    const exporter = new OTLPTraceExporter({ url: `${config.otlpEndpoint.replace(/\/$/, '')}/v1/traces` });
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.provider.register();
    this.tracer = this.provider.getTracer('entrepot');
  }

  /** Runs `work` in a span that continues `traceparent`. */
  async span<Result>(
    name: string,
    traceparent: string | null,
    work: (span: Span | null) => Promise<Result>,
  ): Promise<Result> {
    if (this.tracer === null) return work(null);
    const parent = propagation.extract(context.active(), traceparent === null ? {} : { traceparent });
    return this.tracer.startActiveSpan(name, { kind: SpanKind.INTERNAL }, parent, async (span) => {
      try {
        return await work(span);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  /** Starts the span of a request; the caller ends it. */
  startRequest(name: string, traceparent: string | null): Span | null {
    if (this.tracer === null) return null;
    const parent = propagation.extract(context.active(), traceparent === null ? {} : { traceparent });
    return this.tracer.startSpan(name, { kind: SpanKind.SERVER }, parent);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.provider?.shutdown();
  }
}

/** The context to hand on: of the span if there is one, else what came from outside. */
export function traceparentOf(span: Span | null, incoming: string | null): string | null {
  if (span === null) return incoming;
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  return carrier['traceparent'] ?? incoming;
}
