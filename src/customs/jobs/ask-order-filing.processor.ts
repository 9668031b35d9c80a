import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { OrderAnswers } from '../application/order-answers.service.js';
import { ASK_ORDER_FILING, type AskOrderFiling } from './ask-order-filing.job.js';

/** Looks after an order that customs has not answered in time. The question itself is put by the channel. */
@Injectable()
export class AskOrderFilingProcessor extends Processor<AskOrderFiling> {
  readonly job = ASK_ORDER_FILING;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: OrderAnswers,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskOrderFiling>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.answers.overdue(tx, delivery.payload));
  }
}
