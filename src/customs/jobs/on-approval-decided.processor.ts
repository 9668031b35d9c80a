import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { Declarations } from '../application/declarations.service.js';
import { ON_APPROVAL_DECIDED } from './on-approval-decided.job.js';

/** What a second person said to a declaration that waited for them. */
@Injectable()
export class OnApprovalDecided extends Subscriber {
  readonly job = ON_APPROVAL_DECIDED;

  readonly hearing = decisionHearing({
    'customs.declaration.submission': (tx, decision) => this.declarations.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly declarations: Declarations,
  ) {
    super(deliveries);
  }
}
