import { Module } from '@nestjs/common';

import { ScenariosController } from './api/scenarios.controller.js';
import { SimulationsController } from './api/simulations.controller.js';
import { Scenarios } from './application/scenarios.service.js';
import { Simulations } from './application/simulations.service.js';
import { StepWatch } from './application/step-watch.js';

/** What a sandbox tenant rehearses by the API alone: whole exports, and whatever a partner may do to one of its resources. */
@Module({
  controllers: [ScenariosController, SimulationsController],
  providers: [Scenarios, Simulations, StepWatch],
})
export class RehearsalModule {}
