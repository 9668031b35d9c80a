import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BankFiles } from '../application/bank-files/bank-files.js';
import { type BankFilePayload, takeBankFile } from './fx.job.js';

/** Takes in a file of the bank, so many entries at a time. */
@Injectable()
export class TakeBankFileProcessor extends Processor<BankFilePayload> {
  readonly job = takeBankFile;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly files: BankFiles,
  ) {
    super();
  }

  override async process(delivery: Delivery<BankFilePayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.files.takeNext(tx, delivery.payload));
  }
}
