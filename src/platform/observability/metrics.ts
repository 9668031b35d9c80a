import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is told of the process itself, once however many platforms run in it: who watches it cannot be called off again. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Everything `/metrics` shows. Labels come from finite sets: routes, queues, partners; never ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requestSeconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly jobSeconds = new Histogram({
    name: 'job_seconds',
    help: 'Time to work one job, by queue and outcome',
    labelNames: ['queue', 'outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly partnerSeconds = new Histogram({
    name: 'partner_call_seconds',
    help: 'Time a partner took to answer, by partner and outcome',
    labelNames: ['partner', 'outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly webhookAttempts = new Counter({
    name: 'webhook_attempts_total',
    help: 'Webhook attempts, by outcome',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  readonly inboundRefused = new Counter({
    name: 'inbound_refused_total',
    help: 'Messages at a partner’s door that were not taken in, by partner and reason',
    labelNames: ['partner', 'reason'] as const,
    registers: [this.registry],
  });

  readonly faultyEvents = new Counter({
    name: 'faulty_events_total',
    help: 'Events that went out and were not as their schema says, by type',
    labelNames: ['type'] as const,
    registers: [this.registry],
  });

  readonly requestLogDropped = new Counter({
    name: 'request_log_dropped_total',
    help: 'Answered requests that the request log has not',
    registers: [this.registry],
  });

  readonly queueDepth = this.gauge('queue_depth', 'Jobs that wait in the lane', ['lane']);
  readonly queueAgeSeconds = this.gauge('queue_oldest_age_seconds', 'Age of the oldest delivery not acted on', [
    'queue',
  ]);
  readonly outboxLagSeconds = this.gauge(
    'outbox_lag_seconds',
    'Age of the oldest due delivery not yet handed over',
    [],
  );
  readonly deadLetters = this.gauge('dead_letters', 'Dead letters waiting for a person', ['queue']);
  readonly stuckStates = this.gauge('stuck_states', 'Resources past the time their state was expected to end', [
    'machine',
    'state',
  ]);

  private readonly lookouts: (() => Promise<void>)[] = [];

  private readonly process = processRegistry();

  /** Registers what must be looked at when somebody asks: the gauges hold nothing between two scrapes. */
  atScrape(look: () => Promise<void>): void {
    this.lookouts.push(look);
  }

  /** Everything, in Prometheus' text format. What cannot be looked at now is left out; the rest is answered. */
  async expose(): Promise<string> {
    await Promise.allSettled(this.lookouts.map((look) => look()));
    return [await this.registry.metrics(), await this.process.metrics()].join('\n');
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Gauge<Label> {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}
