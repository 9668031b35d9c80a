import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { AgencyWatch } from '../application/agency-watch.service.js';
import { WATCH_AGENCY, type WatchAgency } from './tax-refund.job.js';

/** Looks whether a limit of agents was crossed. */
@Injectable()
export class WatchAgencyProcessor extends Processor<WatchAgency> {
  readonly job = WATCH_AGENCY;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly watch: AgencyWatch,
  ) {
    super();
  }

  override async process(delivery: Delivery<WatchAgency>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.watch.look(tx, delivery.payload.claimId));
  }
}
