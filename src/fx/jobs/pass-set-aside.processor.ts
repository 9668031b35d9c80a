import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Payouts } from '../application/payouts/payouts.js';
import { FreshPrices } from './fresh-prices.js';
import { passSetAside, type SetAsidePayload } from './forward.job.js';

/** What was set aside for a forward and is not needed goes to the seller; fetches the board itself if dues are to be paid. */
@Injectable()
export class PassSetAsideProcessor extends Processor<SetAsidePayload> {
  readonly job = passSetAside;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly prices: FreshPrices,
  ) {
    super();
  }

  override async process(delivery: Delivery<SetAsidePayload>): Promise<void> {
    const { causeId: eventId, orderId, partyId, amount } = delivery.payload;
    const release = { eventId, orderId, partyId, amount: Money.fromJSON(amount) };
    await this.prices.for(delivery.caller, (record) =>
      this.deliveries.once(delivery, async (tx) => {
        await record(tx);
        await this.payouts.passOn(tx, release);
      }),
    );
  }
}
