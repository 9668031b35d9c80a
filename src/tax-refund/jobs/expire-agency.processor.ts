import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { AgencyAgreements } from '../application/agency-agreements.service.js';
import { EXPIRE_AGENCY, type ExpireAgency } from './tax-refund.job.js';

/** Says of an agreement whose last day is past that it is over. Nothing is filed under it all the same. */
@Injectable()
export class ExpireAgencyProcessor extends Processor<ExpireAgency> {
  readonly job = EXPIRE_AGENCY;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly agreements: AgencyAgreements,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExpireAgency>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.agreements.expire(tx, delivery.payload.agreementId));
  }
}
