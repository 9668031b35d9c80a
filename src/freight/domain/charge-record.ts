import { type CalculationRule, type CalculationStep } from '../../kernel/calculation.js';
import { type Wire } from '../../kernel/wire.js';
import { type ChargeLine } from './charge-lines.js';

/** A charge as it is kept: a quote never changes after it was given. */
export type ChargeLineRecord = Wire<ChargeLine>;

/** How the quote was worked out, kept with it. */
export interface Working {
  readonly rule: CalculationRule;
  readonly steps: readonly CalculationStep[];
}
