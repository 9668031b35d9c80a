import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery, type Given } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CebReceipts } from '../application/ceb-receipts.service.js';
import { TAKE_CEB_RECEIPT, type TakeCebReceipt } from './take-ceb-receipt.job.js';

/** Has the records taken of a message of e-commerce customs that was kept, with those of others that wait. */
@Injectable()
export class TakeCebReceiptProcessor extends Processor<TakeCebReceipt> {
  readonly job = TAKE_CEB_RECEIPT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly receipts: CebReceipts,
  ) {
    super();
  }

  override async process(delivery: Delivery<TakeCebReceipt>): Promise<void> {
    await this.deliveries.onceTogether(delivery, delivery.payload.cebReceiptId, this.takeAll);
  }

  private readonly takeAll = async (given: readonly Given<string>[]): Promise<void> => {
    const [first] = given;
    if (first === undefined) return;
    await this.receipts.take(
      first.tx,
      given.map(({ item }) => item),
    );
  };
}
