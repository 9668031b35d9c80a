import { BUYER_PAYMENTS } from './buyer-payments.js';
import { PACES, PARTNER_OUTCOMES } from './partner-outcomes.js';
import { type SimulationKind } from './simulation-kind.js';

export const SIMULATION_KINDS: readonly SimulationKind[] = [...BUYER_PAYMENTS, ...PARTNER_OUTCOMES, ...PACES];

export function simulationKind(name: string): SimulationKind | undefined {
  return SIMULATION_KINDS.find(({ kind }) => kind === name);
}
