import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { publicId } from '../../kernel/ids.js';
import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Metrics } from '../../platform/observability/metrics.js';
import { Tracing } from '../../platform/observability/tracing.js';
import { Pump } from '../../platform/outbox/pump.js';
import { AttemptLog } from './attempt-log.js';
import { CLAIM_DUE, type DueDelivery, LANE_MAX } from './claim-due.js';
import { Bodies } from './bodies.js';
import { EVENT_COLUMNS, type EventRow } from './event-json.js';
import { Sender } from './sender.js';
import { Signatures } from './signatures.js';

const IDLE_MS = 100;

/** What is in flight to one endpoint: its own lane, so that a slow receiver holds up nobody else. */
interface Lane {
  inFlight: number;
}

const READ_EVENTS = `
  SELECT ${EVENT_COLUMNS} FROM unnest($1::uuid[], $2::uuid[]) AS asked (event_tenant, event_id)
  JOIN platform.event ON tenant_id = asked.event_tenant AND id = asked.event_id`;

/**
 * Sends what is due. Deliveries are leased, a bounded number per endpoint, so that several workers share the work, a
 * dead receiver takes only its own lane, and what a killed worker had in hand is due again when its lease ends.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Dispatcher.name);
  private readonly pump = new Pump('WebhookDispatcher', IDLE_MS, () => this.round());
  private readonly lanes = new Map<string, Lane>();
  private readonly inHand = new Set<Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signatures: Signatures,
    private readonly sender: Sender,
    private readonly log: AttemptLog,
    private readonly metrics: Metrics,
    private readonly tracing: Tracing,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.pump.start();
  }

  ring(): void {
    this.pump.ring();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
    await Promise.all(this.inHand);
    await this.log.flush();
  }

  private async round(): Promise<boolean> {
    const full = [...this.lanes].filter(([, { inFlight }]) => inFlight >= LANE_MAX / 2).map(([id]) => id);
    const due = await this.unitOfWork.asMachine((client) => prepared<DueDelivery>(client, CLAIM_DUE, [full]));
    if (due.length === 0) return false;
    const bodies = await this.bodies(due);
    for (const delivery of due) this.launch(delivery, bodies.of(delivery));
    return true;
  }

  private async bodies(due: readonly DueDelivery[]): Promise<Bodies> {
    const events = [...new Map(due.map((delivery) => [delivery.event_id, delivery])).values()];
    const keys = [events.map(({ tenant_id }) => tenant_id), events.map(({ event_id }) => event_id)];
    return new Bodies(await this.unitOfWork.asMachine((client) => prepared<EventRow>(client, READ_EVENTS, keys)));
  }

  private launch(delivery: DueDelivery, body: string): void {
    const lane = this.lane(delivery.endpoint_id);
    lane.inFlight += 1;
    const sending = this.send(delivery, body)
      .catch((error: unknown) => {
        // Not recorded: the lease ends, and it is sent once more under the same webhook-id.
        this.logger.warn(
          `Delivery ${delivery.id} was not recorded: ${error instanceof Error ? error.message : String(error)}`,
        );
      })
      .finally(() => {
        lane.inFlight -= 1;
        this.inHand.delete(sending);
        if (lane.inFlight === 0) this.lanes.delete(delivery.endpoint_id);
        if (lane.inFlight < LANE_MAX / 2) this.pump.ring();
      });
    this.inHand.add(sending);
  }

  private async send(delivery: DueDelivery, body: string): Promise<void> {
    const startedAt = this.clock.now();
    const id = publicId('event', delivery.event_id);
    const seconds = Math.floor(startedAt.getTime() / 1_000);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': await this.signatures.of(delivery, id, seconds, body),
    };
    const result = await this.tracing.call('webhook attempt', delivery.traceparent, (traceparent) =>
      this.sender.post(new URL(delivery.url), traceparent === null ? headers : { ...headers, traceparent }, body),
    );
    const ok = result.status !== null && result.status >= 200 && result.status < 300;
    this.metrics.webhookAttempts.inc({ outcome: ok ? 'delivered' : 'failed' });
    await this.log.record({ delivery, startedAt, ok, ...result });
  }

  private lane(endpointId: string): Lane {
    let lane = this.lanes.get(endpointId);
    if (lane === undefined) {
      lane = { inFlight: 0 };
      this.lanes.set(endpointId, lane);
    }
    return lane;
  }
}
