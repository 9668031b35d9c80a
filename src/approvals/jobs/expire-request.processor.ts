import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Decisions } from '../application/decisions.js';
import { EXPIRE_REQUEST, type ExpireRequest } from './expire-request.job.js';

/** Ends the wait for a second person, when nobody has come. */
@Injectable()
export class ExpireRequestProcessor extends Processor<ExpireRequest> {
  readonly job = EXPIRE_REQUEST;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly decisions: Decisions,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExpireRequest>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.decisions.expire(tx, delivery.payload.requestId));
  }
}
