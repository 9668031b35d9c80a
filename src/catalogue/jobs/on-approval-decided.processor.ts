import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { Products } from '../application/products.service.js';
import { ON_APPROVAL_DECIDED } from './on-approval-decided.job.js';

/** What a second person said to a product that waited for them. */
@Injectable()
export class OnApprovalDecided extends Subscriber {
  readonly job = ON_APPROVAL_DECIDED;

  readonly hearing = decisionHearing({
    'catalogue.product.approval': (tx, decision) => this.products.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly products: Products,
  ) {
    super(deliveries);
  }
}
