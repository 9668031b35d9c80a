import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Payouts } from '../application/payouts.js';
import { onProceedsReleased } from './fx.job.js';

/** What is left for the seller after everybody else was paid goes to its own bank account. */
@Injectable()
export class OnProceedsReleasedProcessor extends Subscriber {
  readonly job = onProceedsReleased;

  readonly hearing: Hearing = {
    'financing.proceeds.released': (tx, event) => this.payouts.release(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly payouts: Payouts,
  ) {
    super(deliveries);
  }
}
