import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../queues/deliveries.js';
import { Processor } from '../queues/processor.js';
import { BatchWork } from './batch-work.js';
import { WORK_BATCH, type WorkBatch } from './batch.job.js';

/** Works a slice of a batch and gives way: the next slice is a job of its own, behind whatever else waits. */
@Injectable()
export class WorkBatchProcessor extends Processor<WorkBatch> {
  readonly job = WORK_BATCH;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: BatchWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkBatch>): Promise<void> {
    const { operationId } = delivery.payload;
    const slice = await this.deliveries.read(delivery, (view) => this.work.read(view, operationId));
    if (slice === null) return;
    const outcomes = await this.work.give(slice, delivery.traceparent);
    await this.deliveries.once(delivery, (tx) => this.work.record(tx, operationId, outcomes));
  }
}
