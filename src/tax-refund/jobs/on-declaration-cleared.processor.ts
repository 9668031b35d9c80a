import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { ON_DECLARATION_CLEARED } from './tax-refund.job.js';

/** A cleared declaration is what the tax bureau knows of the export. */
@Injectable()
export class OnDeclarationCleared extends Subscriber {
  readonly job = ON_DECLARATION_CLEARED;

  readonly hearing: Hearing = {
    'customs.declaration.cleared': async (tx, { orderId, data }) => {
      if (orderId !== null) await this.cases.clear(tx, orderId, data);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }
}
