import { type Language } from '../../kernel/sentence.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type CredentialRef } from '../../platform/auth/verified.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Given } from '../domain/parameters.js';
import { type Mode, type ScenarioState, type StepState } from '../domain/scenario-state.js';
import { type Facts } from '../domain/step.js';

export interface Scenario {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: string;
  readonly mode: Mode;
  readonly state: ScenarioState;
  readonly parameters: Given;
  readonly credential: CredentialRef;
  readonly language: Language;
  readonly begunOn: LocalDate;
  readonly facts: Facts;
  /** From 1: the one that is under way, or comes next. */
  readonly nextStep: number;
  readonly problem: object | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

/** What was called, and what came of it. */
export interface StepRow {
  readonly number: number;
  readonly name: string;
  readonly state: StepState;
  readonly tries: number;
  readonly operationId: string | null;
  readonly method: string | null;
  readonly path: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: object | null;
  readonly status: number | null;
  readonly resourceIds: readonly string[];
  readonly problem: object | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

export const SCENARIO_COLUMNS = `
  tenant_id AS "tenantId", id, kind, mode, state, parameters, credential, language, begun_on::text AS "begunOn", facts,
  next_step AS "nextStep", problem, created_at AS "createdAt", ended_at AS "endedAt", version`;
const STEP_COLUMNS = `
  number, name, state, tries, operation_id AS "operationId", method, path, headers, body, status,
  resource_ids AS "resourceIds", problem, started_at AS "startedAt", ended_at AS "endedAt"`;

const ONE = `SELECT ${SCENARIO_COLUMNS} FROM rehearsal.scenario WHERE tenant_id = $1 AND id = $2`;
const LOCKED = `${ONE} FOR UPDATE`;
const STEPS = `SELECT ${STEP_COLUMNS} FROM rehearsal.scenario_step WHERE tenant_id = $1 AND scenario_id = $2`;
const ALL_STEPS = `${STEPS} ORDER BY number`;
const ONE_STEP = `${STEPS} AND number = $3`;
const INSERT = `
  INSERT INTO rehearsal.scenario (tenant_id, id, kind, mode, state, parameters, credential, language, begun_on, created_by,
                                  created_at)
  VALUES ($1, $2, $3, $4, $5, $6::json, $7::jsonb, $8, $9, $10, $11) RETURNING ${SCENARIO_COLUMNS}`;
const CHANGE = `
  UPDATE rehearsal.scenario
  SET state = $3, next_step = $4, facts = $5::jsonb, problem = $6::json, ended_at = $7, version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${SCENARIO_COLUMNS}`;
const ORDER_STEP = `
  INSERT INTO rehearsal.scenario_step (tenant_id, scenario_id, number, name, state, started_at)
  VALUES ($1, $2, $3, $4, 'ordered', $5) RETURNING ${STEP_COLUMNS}`;
const RECORD_STEP = `
  UPDATE rehearsal.scenario_step
  SET state = $4, tries = tries + 1, operation_id = $5, method = $6, path = $7, headers = $8::json, body = $9::json,
      status = $10, resource_ids = $11, problem = $12::json, ended_at = $13
  WHERE tenant_id = $1 AND scenario_id = $2 AND number = $3`;

/** @returns null where there is none, or no longer */
export async function scenarioOf(view: View, id: string): Promise<Scenario | null> {
  return (await view.query<Scenario>(ONE, [view.tenantId, id]))[0] ?? null;
}

/** As `scenarioOf`, held until the transaction ends. */
export async function lockScenario(tx: Tx, id: string): Promise<Scenario | null> {
  return (await tx.query<Scenario>(LOCKED, [tx.tenantId, id]))[0] ?? null;
}

export function stepsOf(view: View, id: string): Promise<StepRow[]> {
  return view.query<StepRow>(ALL_STEPS, [view.tenantId, id]);
}

export async function stepOf(view: View, id: string, number: number): Promise<StepRow | null> {
  return (await view.query<StepRow>(ONE_STEP, [view.tenantId, id, number]))[0] ?? null;
}

type Begun = Pick<Scenario, 'id' | 'kind' | 'mode' | 'state' | 'parameters' | 'credential' | 'language' | 'begunOn'>;

export async function insertScenario(tx: Tx, begun: Begun): Promise<Scenario> {
  const { id, kind, mode, state, parameters, credential, language, begunOn } = begun;
  const texts = [JSON.stringify(parameters), JSON.stringify(credential), language, begunOn];
  const rows = await tx.query<Scenario>(INSERT, [
    tx.tenantId,
    id,
    kind,
    mode,
    state,
    ...texts,
    tx.caller.actor,
    tx.now,
  ]);
  return only(rows);
}

type Changed = Pick<Scenario, 'state' | 'nextStep' | 'facts' | 'problem' | 'endedAt'>;

export async function changeScenario(tx: Tx, scenario: Scenario, change: Partial<Changed>): Promise<Scenario> {
  const { id, state, nextStep, facts, problem, endedAt } = { ...scenario, ...change };
  const rows = await tx.query<Scenario>(CHANGE, [
    tx.tenantId,
    id,
    state,
    nextStep,
    JSON.stringify(facts),
    textOf(problem),
    endedAt,
  ]);
  return only(rows);
}

export async function insertStep(tx: Tx, { id, nextStep }: Scenario, name: string): Promise<StepRow> {
  return only(await tx.query<StepRow>(ORDER_STEP, [tx.tenantId, id, nextStep, name, tx.now]));
}

export type Recorded = Omit<StepRow, 'number' | 'name' | 'tries' | 'startedAt' | 'endedAt'>;

export async function recordStep(tx: Tx, { id, nextStep }: Scenario, done: Recorded): Promise<void> {
  const { state, operationId, method, path, headers, body, status, resourceIds, problem } = done;
  const isOver = state === 'done' || state === 'refused';
  const called = [operationId, method, path, textOf(headers), textOf(body), status, resourceIds, textOf(problem)];
  await tx.query(RECORD_STEP, [tx.tenantId, id, nextStep, state, ...called, isOver ? tx.now : null]);
}

function textOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function only<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('The row was there a moment ago');
  return row;
}
