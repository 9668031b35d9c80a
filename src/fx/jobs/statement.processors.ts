import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Reconciliations } from '../application/statements/reconciliations.js';
import { reconcileStatement, type StatementPayload } from './fx.job.js';

/** Holds a statement against the ledger once what it says is taken in, and tells of what somebody has to look into. */
@Injectable()
export class ReconcileStatementProcessor extends Processor<StatementPayload> {
  readonly job = reconcileStatement;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly reconciliations: Reconciliations,
  ) {
    super();
  }

  override async process(delivery: Delivery<StatementPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.reconciliations.announce(tx, delivery.payload.statementId));
  }
}
