import { Module } from '@nestjs/common';

import { APP_CONFIG, type AppConfig } from '../platform/config/app-config.js';
import { ScenarioWork } from './application/scenario-work.js';
import { SimulationWork } from './application/simulation-work.js';
import { Simulations } from './application/simulations.service.js';
import { WorkScenarioProcessor } from './jobs/work-scenario.processor.js';
import { WorkSimulationProcessor } from './jobs/work-simulation.processor.js';
import { HttpSandboxLevers } from './partners/sandbox-levers.http.js';
import { SandboxLevers } from './partners/sandbox-levers.port.js';

/** Runs in the worker process only. */
@Module({
  providers: [
    Simulations,
    SimulationWork,
    ScenarioWork,
    WorkSimulationProcessor,
    WorkScenarioProcessor,
    {
      provide: SandboxLevers,
      inject: [APP_CONFIG],
      useFactory: ({ sandboxUrl, partners }: AppConfig) => new HttpSandboxLevers(sandboxUrl, partners.bank.timeoutMs),
    },
  ],
})
export class RehearsalJobsModule {}
