import { StateMachine } from '../../kernel/state-machine.js';

export const SIMULATION_STATES = ['ordered', 'done', 'failed'] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];

export type SimulationCommand = 'do' | 'fail';

/** ordered ──▶ done: the partner has been told, or ──▶ failed: it would not hear, or could not be reached. */
export const SIMULATION = new StateMachine<SimulationState, SimulationCommand>('simulation', SIMULATION_STATES, {
  do: { from: ['ordered'], to: 'done' },
  fail: { from: ['ordered'], to: 'failed' },
});
