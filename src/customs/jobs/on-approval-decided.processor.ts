import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { DeclarationRequests } from '../application/declaration-requests.service.js';
import { Declarations } from '../application/declarations.service.js';
import { ON_APPROVAL_DECIDED } from './on-approval-decided.job.js';

/** What a second person said to a declaration, or a request about one, that waited for them. */
@Injectable()
export class OnApprovalDecided extends Subscriber {
  readonly job = ON_APPROVAL_DECIDED;

  readonly hearing = decisionHearing({
    'customs.declaration.submission': (tx, decision) => this.declarations.decided(tx, decision),
    'customs.declaration.change': (tx, decision) => this.requests.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly declarations: Declarations,
    private readonly requests: DeclarationRequests,
  ) {
    super(deliveries);
  }
}
