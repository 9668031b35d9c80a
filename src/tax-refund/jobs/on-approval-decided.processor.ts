import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { Claims } from '../application/claims.service.js';
import { ON_APPROVAL_DECIDED } from './tax-refund.job.js';

/** What a second person said to a claim that waited for them. */
@Injectable()
export class OnApprovalDecided extends Subscriber {
  readonly job = ON_APPROVAL_DECIDED;

  readonly hearing = decisionHearing({
    'tax_refund.claim.filing': (tx, decision) => this.claims.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly claims: Claims,
  ) {
    super(deliveries);
  }
}
