import { StateMachine } from '../../kernel/state-machine.js';

export const SCENARIO_STATES = ['paused', 'running', 'completed', 'failed'] as const;
export type ScenarioState = (typeof SCENARIO_STATES)[number];

/**
 *            step              complete
 *   paused ────────▶ running ────────────▶ completed
 *      ▲     pause      │
 *      └────────────────┤
 *                       └───▶ failed      a step was refused, or what it waited for did not come
 *
 * One that runs at once never pauses; a stepwise one begins paused, and pauses after each step.
 */
export const SCENARIO = new StateMachine<ScenarioState, 'step' | 'pause' | 'complete' | 'fail'>(
  'scenario',
  SCENARIO_STATES,
  {
    step: { from: ['paused'], to: 'running', byCaller: true },
    pause: { from: ['running'], to: 'paused' },
    complete: { from: ['running'], to: 'completed' },
    fail: { from: ['running'], to: 'failed' },
  },
);

export const MODES = ['at_once', 'stepwise'] as const;
export type Mode = (typeof MODES)[number];

export const STEP_STATES = ['ordered', 'waiting', 'done', 'refused'] as const;
export type StepState = (typeof STEP_STATES)[number];
