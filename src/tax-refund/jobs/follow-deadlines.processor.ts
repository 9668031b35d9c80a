import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Deadlines } from '../application/deadlines.service.js';
import { FOLLOW_DEADLINES, type FollowDeadlines } from './tax-refund.job.js';

/** Works out the clocks of an order anew. */
@Injectable()
export class FollowDeadlinesProcessor extends Processor<FollowDeadlines> {
  readonly job = FOLLOW_DEADLINES;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly deadlines: Deadlines,
  ) {
    super();
  }

  override async process(delivery: Delivery<FollowDeadlines>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.deadlines.follow(tx, delivery.payload.orderId));
  }
}
