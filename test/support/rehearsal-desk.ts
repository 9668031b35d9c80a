import { randomUUID } from 'node:crypto';

import { type ApiAnswer } from './api-client.js';
import { eventually, type TestTenant } from './test-platform.js';

export interface StepBody {
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly state: string;
  readonly operationId: string | null;
  readonly method: string | null;
  readonly path: string | null;
  readonly requestHeaders: Readonly<Record<string, string>> | null;
  readonly body: object | null;
  readonly status: number | null;
  readonly resourceIds: readonly string[];
  readonly problem: { readonly code: string } | null;
}

export interface ScenarioBody {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly code: string;
  readonly orderId: string | null;
  readonly allowedActions: readonly string[];
  readonly stepsDone: number;
  readonly stepsTotal: number;
  readonly steps: readonly StepBody[];
  readonly next: { readonly name: string } | null;
  readonly waitsFor: string | null;
  readonly problem: { readonly code: string } | null;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export interface SimulationBody {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly lever: { readonly path: string; readonly body: Readonly<Record<string, unknown>> } | null;
  readonly effect: Readonly<Record<string, unknown>> | null;
  readonly problem: { readonly code: string } | null;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

const PATIENCE_MS = 90_000;

/** Who rehearses in a sandbox tenant. */
export class RehearsalDesk {
  constructor(readonly tenant: TestTenant) {}

  start(body: object, key: string = randomUUID()): Promise<ApiAnswer<ScenarioBody>> {
    return this.tenant.client.post<ScenarioBody>('/v1/sandbox/scenarios', body, { 'idempotency-key': key });
  }

  step(id: string, key: string = randomUUID()): Promise<ApiAnswer<StepBody & { code: string }>> {
    return this.tenant.client.post(`/v1/sandbox/scenarios/${id}/steps`, {}, { 'idempotency-key': key });
  }

  async scenario(id: string, headers: Record<string, string> = {}): Promise<ScenarioBody> {
    return (await this.tenant.client.get<ScenarioBody>(`/v1/sandbox/scenarios/${id}`, headers)).body;
  }

  /** @returns it as soon as it is in one of the states */
  until(id: string, ...states: readonly string[]): Promise<ScenarioBody> {
    return eventually(
      () => this.scenario(id),
      ({ state }) => states.includes(state),
      PATIENCE_MS,
    );
  }

  /** Does a step, however long it waits. */
  async stepped(id: string): Promise<StepBody> {
    const { status, body, text } = await this.step(id);
    if (status !== 202) throw new Error(text);
    const scenario = await this.until(id, 'paused', 'completed', 'failed');
    const step = scenario.steps[body.number - 1];
    if (step === undefined) throw new Error(JSON.stringify(scenario));
    return step;
  }

  /** Begins one that runs at once, and waits until it is over. */
  async run(kind: string, parameters: object = {}): Promise<ScenarioBody> {
    const { status, body, text } = await this.start({ kind, parameters });
    if (status !== 201) throw new Error(text);
    return this.until(body.id, 'completed', 'failed');
  }

  simulate(body: object, key: string = randomUUID()): Promise<ApiAnswer<SimulationBody>> {
    return this.tenant.client.post<SimulationBody>('/v1/sandbox/simulations', body, { 'idempotency-key': key });
  }

  /** Orders a simulation, and waits until it is over. */
  async simulated(body: object): Promise<SimulationBody> {
    const ordered = await this.simulate(body);
    if (ordered.status !== 202) throw new Error(ordered.text);
    const path = `/v1/sandbox/simulations/${ordered.body.id}`;
    const found = await eventually(
      () => this.tenant.client.get<SimulationBody>(path),
      (answer) => answer.body.state !== 'ordered',
      PATIENCE_MS,
    );
    return found.body;
  }
}
