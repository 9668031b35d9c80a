import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { InvoiceIssuers } from '../application/invoice-issuers.service.js';
import { FOLLOW_ISSUER, type FollowIssuer } from './tax-refund.job.js';

/** Says that the review of an issuer ends soon, and that it has ended. */
@Injectable()
export class FollowIssuerProcessor extends Processor<FollowIssuer> {
  readonly job = FOLLOW_ISSUER;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly issuers: InvoiceIssuers,
  ) {
    super();
  }

  override async process(delivery: Delivery<FollowIssuer>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.issuers.followUp(tx, delivery.payload.issuerId));
  }
}
