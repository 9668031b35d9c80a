import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { AbnormalNotices } from '../application/abnormal-notices.service.js';
import { TELL_ABNORMAL, type TellAbnormal } from './tax-refund.job.js';

/** Tells whom an entry of the abnormal lists hits, and who is free of it again. */
@Injectable()
export class TellAbnormalProcessor extends Processor<TellAbnormal> {
  readonly job = TELL_ABNORMAL;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly notices: AbnormalNotices,
  ) {
    super();
  }

  override async process(delivery: Delivery<TellAbnormal>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.notices.tell(tx, delivery.payload.entryId));
  }
}
