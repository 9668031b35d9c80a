import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { PeriodOutcomes } from '../application/period-outcomes.service.js';
import { CARRY_PERIOD, type CarryPeriod } from './tax-refund.job.js';

/** Carries what a corrected month leaves into the months after it. */
@Injectable()
export class CarryPeriodProcessor extends Processor<CarryPeriod> {
  readonly job = CARRY_PERIOD;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly outcomes: PeriodOutcomes,
  ) {
    super();
  }

  override async process(delivery: Delivery<CarryPeriod>): Promise<void> {
    const { sellerId, period } = delivery.payload;
    await this.deliveries.once(delivery, (tx) => this.outcomes.carryOn(tx, sellerId, period));
  }
}
