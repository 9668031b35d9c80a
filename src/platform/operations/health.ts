import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../database/unit-of-work.js';
import { QueueBackend } from '../queues/queue-backend.js';

interface Dependency {
  readonly name: string;
  readonly status: 'up' | 'down';
  /** A dependency that is not needed may be down, and the process still serves. */
  readonly needed: boolean;
}

export interface HealthReport {
  readonly status: 'up' | 'down';
  readonly dependencies: readonly Dependency[];
}

const PATIENCE_MS = 2_000;

/** Asks each dependency now. The api needs PostgreSQL alone; the worker needs its queues too. */
@Injectable()
export class Health {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: { readonly backend: QueueBackend; readonly needed: boolean } | null,
  ) {}

  async check(): Promise<HealthReport> {
    const dependencies = [
      await this.probe('postgresql', true, () => this.unitOfWork.asMachine((client) => client.query('SELECT 1'))),
    ];
    if (this.queues !== null) {
      const { backend, needed } = this.queues;
      dependencies.push(await this.probe(`queues (${backend.kind})`, needed, () => backend.ping()));
    }
    const up = dependencies.every(({ status, needed }) => status === 'up' || !needed);
    return { status: up ? 'up' : 'down', dependencies };
  }

  private async probe(name: string, needed: boolean, ask: () => Promise<unknown>): Promise<Dependency> {
    try {
      await withPatience(ask());
      return { name, status: 'up', needed };
    } catch {
      return { name, status: 'down', needed };
    }
  }
}

async function withPatience(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer'));
    }, PATIENCE_MS);
  });
  try {
    await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}
