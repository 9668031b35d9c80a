import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { SimulationWork } from '../application/simulation-work.js';
import { WORK_SIMULATION, type WorkSimulation } from './rehearsal.job.js';

@Injectable()
export class WorkSimulationProcessor extends Processor<WorkSimulation> {
  readonly job = WORK_SIMULATION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly work: SimulationWork,
  ) {
    super();
  }

  override async process(delivery: Delivery<WorkSimulation>): Promise<void> {
    const { simulationId } = delivery.payload;
    const simulation = await this.deliveries.read(delivery, (view) => this.work.read(view, simulationId));
    if (simulation === null) return;
    const ending = await this.work.tell(simulation, delivery.traceparent);
    await this.deliveries.once(delivery, (tx) => this.work.record(tx, simulation, ending));
  }
}
