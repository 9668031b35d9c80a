import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { type AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QueueRegistry } from '../queues/queue-registry.js';
import { handOver, takeStale } from './outbox-relay.js';
import { Pump } from './pump.js';

const SWEEP_MS = 1_000;

/**
 * Compares the truth (deliveries not yet acted on) with the queue, and hands over again what has been too long on
 * its way: a job that still waits keeps its place, a job lost with Redis comes back.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pump = new Pump('Sweeper', SWEEP_MS, () => this.sweep());

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: QueueRegistry,
    private readonly config: Pick<AppConfig, 'redeliverAfterMs'>,
  ) {}

  onApplicationBootstrap(): void {
    this.pump.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  private async sweep(): Promise<boolean> {
    return this.unitOfWork.asMachine(async (client) => {
      const stale = await takeStale(client, this.config.redeliverAfterMs, this.registry.names);
      await handOver(this.registry, stale);
      return false;
    });
  }
}
