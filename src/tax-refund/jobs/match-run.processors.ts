import { Injectable } from '@nestjs/common';

import { type WorkBatch } from '../../platform/bulk/batch.job.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { MatchWork } from '../application/match-work.service.js';
import { PLAN_MATCH_RUN, SETTLE_MATCH_RUN, WORK_MATCH_CHUNK, type WorkMatchChunk } from './match-run.job.js';

/** Plans a run. */
@Injectable()
export class PlanMatchRunProcessor extends Processor<WorkBatch> {
  readonly job = PLAN_MATCH_RUN;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: MatchWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkBatch>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.work.plan(tx, delivery.payload.operationId));
  }
}

/** Reads and matches a chunk, and keeps what came of it in one transaction: a crash before its end leaves the chunk as it was. */
@Injectable()
export class WorkMatchChunkProcessor extends Processor<WorkMatchChunk> {
  readonly job = WORK_MATCH_CHUNK;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: MatchWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkMatchChunk>): Promise<void> {
    const { operationId, number } = delivery.payload;
    await this.work.inSlot(async () => {
      const found = await this.deliveries.read(delivery, (view) => this.work.read(view, operationId, number));
      if (found === null) return;
      const worked = await this.work.match(found);
      await this.deliveries.once(delivery, (tx) => this.work.record(tx, worked));
    });
  }
}

/** Ends a run that nobody goes on with. */
@Injectable()
export class SettleMatchRunProcessor extends Processor<WorkBatch> {
  readonly job = SETTLE_MATCH_RUN;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: MatchWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkBatch>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.work.settle(tx, delivery.payload.operationId));
  }
}
