import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { publicId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { InnerApi } from '../../platform/http/inner-api.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { WaitedInVainError, WentOtherwiseError } from '../domain/rehearsal.errors.js';
import { SAY } from '../domain/rehearsal.sentences.js';
import { scenarioKind } from '../domain/scenario-kinds.js';
import { SCENARIO } from '../domain/scenario-state.js';
import { settingOf } from '../domain/setting.js';
import { type CallStep, type Facts, isWait, type Setting, type Step, type WaitStep } from '../domain/step.js';
import { WORK_SCENARIO, type WorkScenario } from '../jobs/rehearsal.job.js';
import { ask, problemOf, type Said } from './asking.js';
import {
  changeScenario,
  lockScenario,
  type Recorded,
  recordStep,
  type Scenario,
  scenarioOf,
  stepOf,
  type StepRow,
} from './scenario-rows.js';
import { orderStep } from './scenarios.service.js';

const TRIES_MAX = 6;
const FIRST_PAUSE_MS = 500;
/** Some four minutes: what has not come by then has gone lost. */
const LOOKS_MAX = 60;
const FIRST_LOOK_MS = 200;
const LOOK_MAX_MS = 5_000;
const LOOK_GROWTH = 1.3;
const PUBLIC_ID = /^[a-z]{3}_[0-9a-z]{26}$/;

/** A step that is to be done now. */
export interface Turn {
  readonly scenario: Scenario;
  readonly row: StepRow;
  readonly step: Step;
}

/** What came of it. */
export interface Outcome {
  readonly recorded: Recorded;
  readonly learnt: Facts;
}

/** Does the steps of scenarios: each by a request to the API within, under a key of its own, so that none is done twice. */
@Injectable()
export class ScenarioWork {
  constructor(
    private readonly api: InnerApi,
    private readonly clock: Clock,
  ) {}

  /** @returns null where it was done before, or has gone with all that its tenant had */
  async read(view: View, { scenarioId, step: number }: WorkScenario): Promise<Turn | null> {
    const scenario = await scenarioOf(view, scenarioId);
    if (scenario?.state !== 'running' || scenario.nextStep !== number) return null;
    const row = await stepOf(view, scenarioId, number);
    const step = scenarioKind(scenario.kind)?.steps[number - 1];
    return row === null || step === undefined ? null : { scenario, row, step };
  }

  async perform(turn: Turn, traceparent: string | null): Promise<Outcome> {
    const { scenario, step } = turn;
    const setting = settingOf(scenario);
    const sent = requestOf(turn, setting);
    const said = await ask(this.api, scenario, { ...sent, headers: sent.headers ?? {} }, traceparent);
    const called = {
      operationId: step.operationId,
      method: sent.method,
      path: sent.path,
      headers: sent.headers ?? null,
      body: sent.body ?? null,
      status: said.status,
    };
    const { learnt = {}, resourceIds = [], problem = null, state } = judged(turn, step, said);
    return { recorded: { ...called, state, resourceIds, problem }, learnt };
  }

  /** Writes down what came of it, and orders what comes next. */
  async record(tx: Tx, { scenario: { id, nextStep }, row }: Turn, { recorded, learnt }: Outcome): Promise<void> {
    const scenario = await lockScenario(tx, id);
    if (scenario?.state !== 'running' || scenario.nextStep !== nextStep) return;
    await recordStep(tx, scenario, recorded);
    const { state, problem } = recorded;
    if (state === 'refused') await this.end(tx, scenario, { state: 'fail', problem });
    else if (state === 'done') await this.goOn(tx, { ...scenario, facts: { ...scenario.facts, ...learnt } });
    else {
      if (state !== row.state) await changeScenario(tx, scenario, {});
      enqueue(tx, WORK_SCENARIO, { scenarioId: id, step: nextStep }, { dueAt: this.nextLook(state, row.tries) });
    }
  }

  private async goOn(tx: Tx, scenario: Scenario): Promise<void> {
    const { kind, mode, state, facts } = scenario;
    const nextStep = scenario.nextStep + 1;
    if (scenarioKind(kind)?.steps[scenario.nextStep] === undefined) {
      await this.end(tx, scenario, { state: 'complete', problem: null });
      return;
    }
    const to = mode === 'at_once' ? state : SCENARIO.next(state, 'pause');
    const changed = await changeScenario(tx, scenario, { state: to, nextStep, facts });
    if (to === 'running') await orderStep(tx, changed);
  }

  private async end(
    tx: Tx,
    scenario: Scenario,
    { state: verb, problem }: { state: 'complete' | 'fail'; problem: object | null },
  ): Promise<void> {
    const { id, state: from } = scenario;
    const to = SCENARIO.next(from, verb);
    await changeScenario(tx, scenario, { state: to, problem, endedAt: tx.now });
    audit(tx, { action: `rehearsal.scenario.${to}`, resourceType: 'scenario', resourceId: id, from, to });
  }

  private nextLook(state: StepRow['state'], tries: number): Date {
    const pauseMs =
      state === 'waiting' ? Math.min(LOOK_MAX_MS, FIRST_LOOK_MS * LOOK_GROWTH ** tries) : FIRST_PAUSE_MS * 2 ** tries;
    return new Date(this.clock.now().getTime() + pauseMs);
  }
}

interface Sent {
  readonly method: Step['method'];
  readonly path: string;
  /** But for those that say who asks, and in which language. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** The same each time: a repeat after a crash gets the answer of the first. */
function requestOf({ scenario, step }: Turn, setting: Setting): Sent {
  const { method } = step;
  const path = step.path(setting);
  if (isWait(step)) return { method, path };
  const key = `${publicId('scenario', scenario.id)}.${scenario.nextStep}`;
  const ifMatch = step.ifMatch === undefined ? {} : { 'if-match': step.ifMatch(setting) };
  return { method, path, headers: { 'idempotency-key': key, ...ifMatch }, body: step.body(setting) };
}

interface Judgement {
  readonly state: StepRow['state'];
  readonly learnt?: Facts;
  readonly resourceIds?: readonly string[];
  readonly problem?: object;
}

function judged(turn: Turn, step: Step, said: Said): Judgement {
  if (said.status >= 300) {
    const triesMax = isWait(step) ? LOOKS_MAX : TRIES_MAX;
    const isToTryAgain = said.body['retryable'] === true && turn.row.tries + 1 < triesMax;
    return isToTryAgain ? { state: turn.row.state } : { state: 'refused', problem: said.body };
  }
  return isWait(step) ? looked(turn, step, said) : called(step, said);
}

function called(step: CallStep, { body }: Said): Judgement {
  const learnt = step.learn(body);
  const ids = [body['id'], ...Object.values(learnt)].filter((id) => typeof id === 'string' && PUBLIC_ID.test(id));
  return { state: 'done', learnt, resourceIds: [...new Set(ids as string[])] };
}

function looked({ scenario: { language }, row }: Turn, step: WaitStep, { body }: Said): Judgement {
  const look = step.look(body);
  if (look === 'not_yet') {
    if (row.tries + 1 < LOOKS_MAX) return { state: 'waiting' };
    const error = new WaitedInVainError(SAY.waited_in_vain({ step: step.words }));
    return { state: 'refused', problem: problemOf(error, language) };
  }
  if ('learnt' in look) return { state: 'done', learnt: look.learnt };
  const error = new WentOtherwiseError(SAY.went_otherwise({ step: step.words, seen: look.instead }));
  return { state: 'refused', problem: problemOf(error, language) };
}
