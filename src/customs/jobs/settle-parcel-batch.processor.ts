import { Injectable } from '@nestjs/common';

import { type WorkBatch } from '../../platform/bulk/batch.job.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ParcelWork } from '../application/parcel-work.service.js';
import { SETTLE_PARCEL_BATCH } from './settle-parcel-batch.job.js';

/** Ends a batch that nobody goes on with. */
@Injectable()
export class SettleParcelBatchProcessor extends Processor<WorkBatch> {
  readonly job = SETTLE_PARCEL_BATCH;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: ParcelWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkBatch>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.work.settle(tx, delivery.payload.operationId));
  }
}
