import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { publicId } from '../../kernel/ids.js';
import { PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { InnerApi } from '../../platform/http/inner-api.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { type Lever } from '../domain/simulation-kind.js';
import { WORK_SIMULATION } from '../jobs/rehearsal.job.js';
import { SandboxLevers } from '../partners/sandbox-levers.port.js';
import { NotDone, problemOf, told } from './asking.js';
import { leverFor } from './lever-for.js';
import { type Ending, type Simulation, Simulations } from './simulations.service.js';

const TRIES_MAX = 6;
const FIRST_PAUSE_MS = 500;

/** Finds out what the sandbox has to be told, with the rights of who ordered it, and tells it. */
@Injectable()
export class SimulationWork {
  constructor(
    private readonly api: InnerApi,
    private readonly levers: SandboxLevers,
    private readonly simulations: Simulations,
    private readonly clock: Clock,
  ) {}

  read(view: View, id: string): Promise<Simulation | null> {
    return this.simulations.open(view, id);
  }

  /** Done twice it has one effect: the sandbox knows the reference of what it has done. */
  async tell(simulation: Simulation, traceparent: string | null): Promise<Ending> {
    let lever: Lever | null = null;
    try {
      const asking = (path: string) => told(this.api, simulation, { method: 'GET', path }, traceparent);
      lever = await leverFor(simulation, publicId('simulation', simulation.id), asking);
      return { command: 'do', lever, effect: await this.levers.pull(lever), problem: null };
    } catch (error) {
      const { problem, isRetryable } = failureOf(error, simulation);
      const isToTryAgain = isRetryable && simulation.tries + 1 < TRIES_MAX;
      if (isToTryAgain) return { command: null, lever: null, effect: null, problem: null };
      return { command: 'fail', lever, effect: null, problem };
    }
  }

  async record(tx: Tx, simulation: Simulation, ending: Ending): Promise<void> {
    const { id, tries, state: from } = simulation;
    const to = await this.simulations.end(tx, simulation, ending);
    if (ending.command !== null) {
      audit(tx, { action: `rehearsal.simulation.${to}`, resourceType: 'simulation', resourceId: id, from, to });
      return;
    }
    const dueAt = new Date(this.clock.now().getTime() + FIRST_PAUSE_MS * 2 ** tries);
    enqueue(tx, WORK_SIMULATION, { simulationId: id }, { dueAt });
  }
}

function failureOf(error: unknown, { language }: Simulation): { problem: object; isRetryable: boolean } {
  if (error instanceof NotDone) return error;
  if (!(error instanceof DomainError)) throw error;
  return { problem: problemOf(error, language), isRetryable: error instanceof PartnerUnavailableError };
}
