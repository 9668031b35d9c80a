import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { PayoutOrders } from '../application/payout-orders.js';
import { onApprovalDecided } from './fx.job.js';

/** What a second person said to money that waited for them. */
@Injectable()
export class OnApprovalDecidedProcessor extends Subscriber {
  readonly job = onApprovalDecided;

  readonly hearing = decisionHearing({
    'fx.payout': (tx, decision) => this.orders.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly orders: PayoutOrders,
  ) {
    super(deliveries);
  }
}
