import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ParcelFilingWaits } from '../application/parcel-filing-waits.service.js';
import { ASK_PARCEL_FILING, type AskParcelFiling } from './ask-parcel-filing.job.js';

/** Sees to it that customs is asked about a filing that it has not decided in time. */
@Injectable()
export class AskParcelFilingProcessor extends Processor<AskParcelFiling> {
  readonly job = ASK_PARCEL_FILING;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly waits: ParcelFilingWaits,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskParcelFiling>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.waits.ask(tx, delivery.payload));
  }
}
