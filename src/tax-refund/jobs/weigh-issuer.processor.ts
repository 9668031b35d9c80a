import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { IssuerCapacities } from '../application/issuer-capacities.service.js';
import { WEIGH_ISSUER, type WeighIssuer } from './tax-refund.job.js';

/** Says that an issuer invoiced more in a year than it can make. */
@Injectable()
export class WeighIssuerProcessor extends Processor<WeighIssuer> {
  readonly job = WEIGH_ISSUER;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly capacities: IssuerCapacities,
  ) {
    super();
  }

  override async process(delivery: Delivery<WeighIssuer>): Promise<void> {
    const { taxNumber, issuedOn } = delivery.payload;
    await this.deliveries.once(delivery, (tx) => this.capacities.weigh(tx, taxNumber, issuedOn));
  }
}
