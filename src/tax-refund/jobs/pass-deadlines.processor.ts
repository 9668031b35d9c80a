import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Deadlines } from '../application/deadlines.service.js';
import { PASS_DEADLINES, type PassDeadlines } from './tax-refund.job.js';

/** Lets a day begin: gives the alerts whose day it is, and says of what was not done by the day before that it is late. */
@Injectable()
export class PassDeadlinesProcessor extends Processor<PassDeadlines> {
  readonly job = PASS_DEADLINES;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly deadlines: Deadlines,
  ) {
    super();
  }

  override async process(delivery: Delivery<PassDeadlines>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.deadlines.pass(tx, delivery.payload.day));
  }
}
