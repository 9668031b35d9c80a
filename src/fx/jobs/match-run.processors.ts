import { Injectable } from '@nestjs/common';

import { type WorkBatch } from '../../platform/bulk/batch.job.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { MatchRuns } from '../application/collections/match-runs.js';
import { type MatchRunPayload, settleMatchRun, workMatchRun } from './fx.job.js';

/** Matches a slice of what waits: all of it is kept, or nothing. */
@Injectable()
export class WorkMatchRunProcessor extends Processor<MatchRunPayload> {
  readonly job = workMatchRun;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly runs: MatchRuns,
  ) {
    super();
  }

  override async process(delivery: Delivery<MatchRunPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.runs.work(tx, delivery.payload));
  }
}

/** Ends a run that nobody goes on with. */
@Injectable()
export class SettleMatchRunProcessor extends Processor<WorkBatch> {
  readonly job = settleMatchRun;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly runs: MatchRuns,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkBatch>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.runs.settle(tx, delivery.payload.operationId));
  }
}
