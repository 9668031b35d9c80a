import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Instalments } from '../application/instalments.service.js';
import { type AdvancePayload, TAKE_INSTALMENT } from './financing.job.js';

/** Takes what is due of one loan. One whose work fails is tried again by itself, and ends among the dead letters. */
@Injectable()
export class TakeInstalment extends Processor<AdvancePayload> {
  readonly job = TAKE_INSTALMENT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly instalments: Instalments,
  ) {
    super();
  }

  override async process(delivery: Delivery<AdvancePayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.instalments.take(tx, delivery.payload.advanceId));
  }
}
