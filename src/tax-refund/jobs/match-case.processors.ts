import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { MatchCases } from '../application/match-cases.service.js';
import { MATCH_CASE, type MatchCase, PLAN_MATCH_CASES, type PlanMatchCases } from './match-run.job.js';

/** Plans a run over cases. */
@Injectable()
export class PlanMatchCasesProcessor extends Processor<PlanMatchCases> {
  readonly job = PLAN_MATCH_CASES;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly cases: MatchCases,
  ) {
    super();
  }

  override async process(delivery: Delivery<PlanMatchCases>): Promise<void> {
    const { operationId, after } = delivery.payload;
    await this.deliveries.once(delivery, (tx) => this.cases.plan(tx, operationId, after));
  }
}

/** Looks at a case, with those that come at the same time in one transaction: one that fails does not stop the others. */
@Injectable()
export class MatchCaseProcessor extends Processor<MatchCase> {
  readonly job = MATCH_CASE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly cases: MatchCases,
  ) {
    super();
  }

  override async process(delivery: Delivery<MatchCase>): Promise<void> {
    await this.deliveries.onceTogether(delivery, delivery.payload, this.cases.work);
  }
}
