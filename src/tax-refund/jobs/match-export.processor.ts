import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { MATCH_EXPORT, type MatchExport } from './tax-refund.job.js';

/** Looks at the facts of an order anew. */
@Injectable()
export class MatchExportProcessor extends Processor<MatchExport> {
  readonly job = MATCH_EXPORT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super();
  }

  override async process(delivery: Delivery<MatchExport>): Promise<void> {
    await this.deliveries.once(delivery, async (tx) => {
      await this.cases.refresh(tx, delivery.payload.orderId);
    });
  }
}
