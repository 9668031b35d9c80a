import { Injectable } from '@nestjs/common';

import { INBOUND_JOBS, type InboundPayload, readInboxMessage } from '../../platform/partners/inbound.jobs.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Receipts } from '../application/receipts.service.js';
import { CustomsWindow } from '../partners/customs-window.port.js';

/** Takes what customs called back with. */
@Injectable()
export class TakeReceiptProcessor extends Processor<InboundPayload> {
  readonly job = INBOUND_JOBS.customs;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly receipts: Receipts,
    private readonly window: CustomsWindow,
  ) {
    super();
  }

  override async process(delivery: Delivery<InboundPayload>): Promise<void> {
    const message = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const receipts = this.window.read(message.body);
    await this.deliveries.once(delivery, (tx) => this.receipts.take(tx, receipts, 'callback'));
  }
}
