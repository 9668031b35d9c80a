import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Payouts } from '../application/payouts/payouts.js';
import { FreshPrices } from './fresh-prices.js';
import { onProceedsReleased } from './fx.job.js';

/**
 * What is left for the seller after everybody else was paid goes to its own bank account. Fetches the board itself if dues
 * in a foreign currency must be paid at it.
 */
@Injectable()
export class OnProceedsReleasedProcessor extends Subscriber {
  readonly job = onProceedsReleased;

  readonly hearing: Hearing = {
    'financing.proceeds.released': (tx, event) => this.payouts.release(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly prices: FreshPrices,
  ) {
    super(deliveries);
  }

  override process(delivery: Delivery<object>): Promise<void> {
    return this.prices.for(delivery.caller, (record) =>
      this.deliveries.hear(delivery, async (tx, event) => {
        await record(tx);
        await this.react(tx, event);
      }),
    );
  }
}
