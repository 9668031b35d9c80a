import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery, type Given } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CebReceipts, type ReadReceipt } from '../application/ceb-receipts.service.js';
import { TAKE_CEB_RECEIPT, type TakeCebReceipt } from './take-ceb-receipt.job.js';

/** Reads a message of e-commerce customs that was kept, and has its records taken, with those of others that wait. */
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
    const { cebReceiptId } = delivery.payload;
    const receipt = await this.deliveries.read(delivery, (view) => this.receipts.read(view, cebReceiptId));
    if (receipt === null) return;
    await this.deliveries.onceTogether(delivery, receipt, this.takeAll);
  }

  private readonly takeAll = async (given: readonly Given<ReadReceipt>[]): Promise<void> => {
    const [first] = given;
    if (first === undefined) return;
    await this.receipts.take(
      first.tx,
      given.map(({ item }) => item),
    );
  };
}
