import { defineJob } from '../../platform/queues/job-definition.js';

export interface WorkSimulation {
  readonly simulationId: string;
}

/** Tells the sandbox, and orders itself anew where it does not answer. */
export const WORK_SIMULATION = defineJob<WorkSimulation>('rehearsal.work-simulation', { attemptsMax: 12 });

export interface WorkScenario {
  readonly scenarioId: string;
  readonly step: number;
}

/** Does one step of a scenario, and orders the next, or itself anew while it waits. */
export const WORK_SCENARIO = defineJob<WorkScenario>('rehearsal.work-scenario', { attemptsMax: 12 });
