import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BrokerMandates } from '../application/broker-mandates.service.js';
import { EXPIRE_BROKER_MANDATE, type ExpireBrokerMandate } from './expire-broker-mandate.job.js';

/** Says of a mandate whose last day is past that it is over. Nothing is declared under it all the same. */
@Injectable()
export class ExpireBrokerMandateProcessor extends Processor<ExpireBrokerMandate> {
  readonly job = EXPIRE_BROKER_MANDATE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly mandates: BrokerMandates,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExpireBrokerMandate>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.mandates.expire(tx, delivery.payload.mandateId));
  }
}
