import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Principal } from '../../platform/http/request.js';
import { scenarioOf, stepOf } from './scenario-rows.js';
import { type Stepped } from './scenarios.service.js';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Sees what the worker makes of a step, for as long as somebody may be kept waiting. */
@Injectable()
export class StepWatch {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how it then stands, over or not; null where it has gone meanwhile */
  async settled(caller: Principal, id: string, number: number): Promise<Stepped | null> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const stepped = await this.unitOfWork.read(caller, (view) => steppedOf(view, id, number));
      if (stepped?.row.endedAt !== null || performance.now() > deadline) return stepped;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

async function steppedOf(view: View, id: string, number: number): Promise<Stepped | null> {
  const [scenario, row] = [await scenarioOf(view, id), await stepOf(view, id, number)];
  return scenario === null || row === null ? null : { scenario, row };
}
