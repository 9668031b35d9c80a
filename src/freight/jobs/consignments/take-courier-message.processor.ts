import { Injectable } from '@nestjs/common';

import { type InboundPayload, readInboxMessage } from '../../../platform/partners/inbound.jobs.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { CourierWords } from '../../application/consignments/courier-words.service.js';
import { Courier } from '../../partners/consignments/courier.port.js';
import { TAKE_COURIER_MESSAGE } from './consignment.job.js';

/** Takes what the courier called back with: how one consignment stands, and all that happened to it so far. */
@Injectable()
export class TakeCourierMessage extends Processor<InboundPayload> {
  readonly job = TAKE_COURIER_MESSAGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly words: CourierWords,
    private readonly courier: Courier,
  ) {
    super();
  }

  override async process(delivery: Delivery<InboundPayload>): Promise<void> {
    const { body } = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const report = this.courier.read(body);
    await this.deliveries.once(delivery, (tx) => this.words.recordReport(tx, report));
  }
}
