import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ScenarioWork } from '../application/scenario-work.js';
import { WORK_SCENARIO, type WorkScenario } from './rehearsal.job.js';

@Injectable()
export class WorkScenarioProcessor extends Processor<WorkScenario> {
  readonly job = WORK_SCENARIO;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: ScenarioWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkScenario>): Promise<void> {
    const turn = await this.deliveries.read(delivery, (view) => this.work.read(view, delivery.payload));
    if (turn === null) return;
    const outcome = await this.work.perform(turn, delivery.traceparent);
    await this.deliveries.once(delivery, (tx) => this.work.record(tx, turn, outcome));
  }
}
