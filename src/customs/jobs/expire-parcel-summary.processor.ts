import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { remindOf } from '../application/parcel-summary-months.js';
import { EXPIRE_PARCEL_SUMMARY, type ExpireParcelSummary } from './expire-parcel-summary.job.js';

/** Warns of a month that is to be summarised, and says when it was not. */
@Injectable()
export class ExpireParcelSummaryProcessor extends Processor<ExpireParcelSummary> {
  readonly job = EXPIRE_PARCEL_SUMMARY;

  constructor(private readonly deliveries: Deliveries) {
    super();
  }

  override async process(delivery: Delivery<ExpireParcelSummary>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => remindOf(tx, delivery.payload.summaryId));
  }
}
