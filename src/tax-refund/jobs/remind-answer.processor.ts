import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ClaimAnswers } from '../application/claim-answers.service.js';
import { REMIND_ANSWER, type RemindAnswer } from './tax-refund.job.js';

/** Says that an inquiry of the bureau waits for its answer, before its last day and when that is over. */
@Injectable()
export class RemindAnswerProcessor extends Processor<RemindAnswer> {
  readonly job = REMIND_ANSWER;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: ClaimAnswers,
  ) {
    super();
  }

  override async process(delivery: Delivery<RemindAnswer>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.answers.remind(tx, delivery.payload));
  }
}
