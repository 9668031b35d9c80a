import { Decimal } from '../../kernel/decimal.js';
import { chargeableWeight } from './chargeable-weight.js';
import { measure, type WeighedPieces } from './consignment.js';
import { pieceCm3 } from './pieces.js';
import { type VolumePolicy, type Weighing } from './rate.js';

/** Up to so many kilograms a step of so many. */
export interface RoundingStep {
  /** Null: whatever it weighs. */
  readonly upToKg: string | null;
  readonly stepKg: string;
}

/** How a way of carriage makes a chargeable weight, by the custom of the trade. */
export interface WeighingRule {
  /** Each piece by itself and then the sum, or all pieces together. */
  readonly each: 'piece' | 'shipment';
  /** cm³ that count as one kilogram. */
  readonly divisor: number;
  readonly volumePolicy: VolumePolicy;
  /** Volume counts only where a side is longer than this, cm; null: always. */
  readonly volumeFromSideCm: number | null;
  readonly steps: readonly RoundingStep[];
}

/**
 * The weight that a shipment is charged for. Per piece: the greater of gross and volumetric weight (or their mean, 半泡, or gross
 * only, 免泡), up to the next step, times the count, and then the sum: the piece is rounded first, not the total. Per shipment
 * (air): gross and volumetric weight of all pieces, rounded once.
 *
 * Units: cm and kg. Source: IATA TACT for air; terms of the integrators and of special lines.
 * @param weighing what the rate itself says goes before the custom of the mode
 * @example express, 2 pieces of 40 × 30 × 30 cm, 6.1 kg each: 36,000 / 5,000 = 7.2 → 7.5, twice → 15
 */
export function chargeableKg(pieces: readonly WeighedPieces[], rule: WeighingRule, weighing: Weighing): Decimal {
  const divisor = weighing.divisor ?? rule.divisor;
  const volumePolicy = weighing.volumePolicy ?? rule.volumePolicy;
  if (rule.each === 'shipment') {
    const { grossKg } = measure(pieces);
    const [step] = rule.steps;
    const roundUpToKg = weighing.roundUpToKg ?? (step === undefined ? undefined : new Decimal(step.stepKg));
    const given = { mode: 'air', pieces, grossKg, divisor: new Decimal(divisor), roundUpToKg, volumePolicy } as const;
    return chargeableWeight(given).chargeableKg;
  }
  return pieces.reduce((sum, piece) => {
    const weight = weightOf(piece, { ...rule, divisor, volumePolicy });
    return sum.plus(roundedUp(weight, stepFor(weight, rule.steps, weighing.roundUpToKg)).times(piece.count));
  }, new Decimal(0));
}

function weightOf(piece: WeighedPieces, rule: WeighingRule): Decimal {
  const longest = Decimal.max(piece.lengthCm, piece.widthCm, piece.heightCm);
  const counts = rule.volumeFromSideCm === null || longest.greaterThan(rule.volumeFromSideCm);
  const volumetric = pieceCm3(piece).div(rule.divisor);
  if (!counts || rule.volumePolicy === 'none' || volumetric.lessThanOrEqualTo(piece.weightKg)) return piece.weightKg;
  return rule.volumePolicy === 'half' ? piece.weightKg.plus(volumetric).div(2) : volumetric;
}

function stepFor(weight: Decimal, steps: readonly RoundingStep[], own: Decimal | null): Decimal | null {
  if (own !== null) return own;
  const step = steps.find(({ upToKg }) => upToKg === null || weight.lessThanOrEqualTo(upToKg));
  return step === undefined ? null : new Decimal(step.stepKg);
}

function roundedUp(weight: Decimal, step: Decimal | null): Decimal {
  return step === null ? weight : weight.div(step).ceil().times(step);
}
