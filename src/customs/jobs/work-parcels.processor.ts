import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ParcelWork } from '../application/parcel-work.service.js';
import { WORK_PARCELS, type WorkParcels } from './work-parcels.job.js';

/** Reads a chunk, and takes its parcels in one transaction: a crash before its end leaves the chunk as it was. */
@Injectable()
export class WorkParcelsProcessor extends Processor<WorkParcels> {
  readonly job = WORK_PARCELS;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: ParcelWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkParcels>): Promise<void> {
    const { operationId, number } = delivery.payload;
    const chunk = await this.deliveries.read(delivery, (view) => this.work.read(view, operationId, number));
    if (chunk === null) return;
    // Its rows are read when its turn comes: many chunks wait at once, and packed they are small.
    await this.deliveries.once(delivery, (tx) => this.work.record(tx, chunk));
  }
}
