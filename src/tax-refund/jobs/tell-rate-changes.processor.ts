import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { RateNotices } from '../application/rate-notices.service.js';
import { TELL_RATES, type TellRates } from './tax-refund.job.js';

/** Tells the next orders of one tenant what an issue of the refund library means for them. */
@Injectable()
export class TellRatesProcessor extends Processor<TellRates> {
  readonly job = TELL_RATES;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly notices: RateNotices,
  ) {
    super();
  }

  override async process(delivery: Delivery<TellRates>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.notices.tell(tx, delivery.payload.libraryId));
  }
}
