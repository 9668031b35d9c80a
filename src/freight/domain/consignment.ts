import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { SAY } from './freight.sentences.js';
import { pieceCm3, type Pieces, sumOverPieces } from './pieces.js';

/** Packages of one size and weight. */
export interface WeighedPieces extends Pieces {
  /** Of one piece, gross. */
  readonly weightKg: Decimal;
}

export const LENGTH_UNITS = ['cm', 'mm', 'm', 'in'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];
export const WEIGHT_UNITS = ['kg', 'g', 'lb'] as const;
export type WeightUnit = (typeof WEIGHT_UNITS)[number];

/** Exact by definition: the inch since 1959, the pound avoirdupois too. */
const CM: Readonly<Record<LengthUnit, string>> = { cm: '1', mm: '0.1', m: '100', in: '2.54' };
const KG: Readonly<Record<WeightUnit, string>> = { kg: '1', g: '0.001', lb: '0.45359237' };

export function centimetres(length: Decimal, unit: LengthUnit): Decimal {
  return length.times(CM[unit]);
}

export function kilograms(weight: Decimal, unit: WeightUnit): Decimal {
  return weight.times(KG[unit]);
}

/** What the pieces come to. */
export interface Measures {
  readonly pieces: number;
  readonly grossKg: Decimal;
  /** Each piece half up to 0.001 m³, then added. */
  readonly cbm: Decimal;
}

const CM3_PER_CBM = 1_000_000;

/**
 * Weight and volume of all pieces. Rounding: the volume of each piece half up to 0.001 m³, then the sum; weight to the gram.
 * @example 8 pieces of 60 × 40 × 20 cm, 5.5 kg each → 0.384 m³, 44 kg
 */
export function measure(pieces: readonly WeighedPieces[]): Measures {
  return {
    pieces: pieces.reduce((sum, { count }) => sum + count, 0),
    grossKg: roundHalfUp(
      pieces.reduce((sum, { weightKg, count }) => sum.plus(weightKg.times(count)), new Decimal(0)),
      3,
    ),
    cbm: sumOverPieces(pieces, (piece) => roundHalfUp(pieceCm3(piece).div(CM3_PER_CBM), 3)),
  };
}

/** The longest load that any lorry, wagon or box takes without a permit, cm. */
const SIDE_MAX_CM = 1_360;
/** Aerogel and polystyrene are heavier than the one, osmium (22,590 kg/m³) is lighter than the other. */
const DENSITY_MIN = 1;
const DENSITY_MAX = 22_600;

/**
 * Notes pieces that cannot be: no size, longer than anything that is carried, lighter than air or heavier than any metal. The
 * last two are nearly always a unit of another kind among the figures: millimetres for centimetres, grams for kilograms.
 */
export function checkWeighedPieces(check: InputCheck, pieces: readonly WeighedPieces[], at = '/pieces'): void {
  check.filled(pieces, at);
  pieces.forEach((piece, index) => {
    const sides = { length: piece.lengthCm, width: piece.widthCm, height: piece.heightCm };
    const before = check.found().length;
    check.positive(piece.count, `${at}/${index}/count`);
    check.positive(piece.weightKg, `${at}/${index}/weight`);
    for (const [name, side] of Object.entries(sides)) {
      check.positive(side, `${at}/${index}/${name}`);
      const holds = side.lessThanOrEqualTo(SIDE_MAX_CM);
      check.that(holds, `${at}/${index}/${name}`, 'impossible_size', SAY.side_impossible({ max: SIDE_MAX_CM }));
    }
    if (check.found().length > before) return;
    const density = piece.weightKg.times(CM3_PER_CBM).div(pieceCm3(piece));
    const holds = density.greaterThanOrEqualTo(DENSITY_MIN) && density.lessThanOrEqualTo(DENSITY_MAX);
    const shown = roundHalfUp(density, 3).toString();
    check.that(holds, `${at}/${index}/weight`, 'mixed_units', SAY.density_impossible({ density: shown }));
  });
}
