import { Inject, Injectable } from '@nestjs/common';

import { InputCheck } from '../../kernel/input-check.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { credentialOf } from '../../platform/auth/verified.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Command } from '../../platform/http/command.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { checkParameters, type Given } from '../domain/parameters.js';
import { SAY } from '../domain/rehearsal.sentences.js';
import { scenarioKind } from '../domain/scenario-kinds.js';
import { type Mode, SCENARIO } from '../domain/scenario-state.js';
import { WORK_SCENARIO } from '../jobs/rehearsal.job.js';
import { assertRehearsal } from './assert-rehearsal.js';
import {
  changeScenario,
  insertScenario,
  insertStep,
  lockScenario,
  type Scenario,
  SCENARIO_COLUMNS,
  scenarioOf,
  type StepRow,
  stepsOf,
} from './scenario-rows.js';

export interface ScenarioWish {
  readonly kind: string;
  readonly mode: Mode;
  readonly parameters: object;
}

/** A scenario with what was done so far. */
export interface Played {
  readonly scenario: Scenario;
  readonly steps: readonly StepRow[];
}

/** A step, and which scenario it is of. */
export interface Stepped {
  readonly scenario: Scenario;
  readonly row: StepRow;
}

/** Whole exports that a sandbox tenant rehearses: begun here, and gone on with by the worker. */
@Injectable()
export class Scenarios {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** @throws LiveCallerError, NoSandboxError, ActingForError, InvalidInputError */
  async begin(tx: Tx, { caller, language }: Pick<Command, 'caller' | 'language'>, wish: ScenarioWish): Promise<Played> {
    assertRehearsal(this.config, caller);
    const { kind, mode } = wish;
    const parameters = checked(wish);
    const scenario = await insertScenario(tx, {
      id: newId(),
      kind,
      mode,
      state: mode === 'at_once' ? 'running' : 'paused',
      parameters,
      credential: credentialOf(caller),
      language,
      begunOn: dateInZone(tx.now, CHINA),
    });
    audit(tx, {
      action: 'rehearsal.scenario.begun',
      resourceType: 'scenario',
      resourceId: scenario.id,
      to: scenario.state,
      details: { kind, mode },
    });
    return { scenario, steps: mode === 'at_once' ? [await orderStep(tx, scenario)] : [] };
  }

  /** Orders the next step of one that pauses. @throws ResourceNotFoundError, IllegalTransitionError, StaleVersionError */
  async step(tx: Tx, id: string): Promise<Stepped> {
    const scenario = await lockScenario(tx, id);
    if (scenario === null) throw new ResourceNotFoundError(SAY.no_such_scenario);
    tx.assertFresh(scenario);
    const { state: from } = scenario;
    const to = SCENARIO.next(from, 'step');
    audit(tx, { action: 'rehearsal.scenario.step', resourceType: 'scenario', resourceId: id, from, to });
    const changed = await changeScenario(tx, scenario, { state: to });
    return { scenario: changed, row: await orderStep(tx, changed) };
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Played> {
    const scenario = await scenarioOf(view, id);
    if (scenario === null) throw new ResourceNotFoundError(SAY.no_such_scenario);
    return { scenario, steps: await stepsOf(view, id) };
  }

  list(view: View, query: PageQuery, filter: { state?: string; kind?: string }): Promise<Page<Scenario>> {
    return page<Scenario>(view, {
      table: 'rehearsal.scenario',
      columns: SCENARIO_COLUMNS,
      query,
      conditions: [...among('state', filter.state), ...equal('kind', filter.kind)],
    });
  }
}

/** Has the worker do the step that is next. */
export async function orderStep(tx: Tx, scenario: Scenario): Promise<StepRow> {
  const { id, kind, nextStep } = scenario;
  const name = scenarioKind(kind)?.steps[nextStep - 1]?.name ?? '';
  const row = await insertStep(tx, scenario, name);
  enqueue(tx, WORK_SCENARIO, { scenarioId: id, step: nextStep });
  return row;
}

/** @throws InvalidInputError */
function checked({ kind: name, parameters }: ScenarioWish): Given {
  const check = new InputCheck();
  const kind = scenarioKind(name);
  check.that(kind !== undefined, '/kind', 'unknown_kind', SAY.no_such_kind);
  if (kind !== undefined) checkParameters(check, kind.parameters, parameters);
  check.done();
  return parameters as Given;
}
