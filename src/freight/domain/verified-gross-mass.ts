import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, ROUNDING } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { SAY_CARRIAGE } from './carriage.sentences.js';

const RULE: CalculationRule = {
  id: 'freight.verified-gross-mass',
  version: '2016-07-01',
  source: 'SOLAS VI/2, IMO MSC.1/Circ.1475: method 1 weighs the packed box, method 2 adds cargo, dunnage and tare',
};

/** `SM1` weighed, `SM2` calculated, as DCSA and VERMAS call them. */
export const VGM_METHODS = ['SM1', 'SM2'] as const;
export type VgmMethod = (typeof VGM_METHODS)[number];

/** Scales and papers may differ by so much before somebody looks: a twentieth or a ton, whichever is less (custom of ports). */
const TOLERANCE_SHARE = '0.05';
const TOLERANCE_KG = 1_000;
const WEIGHT_PLACES = 10;

/** Rated gross mass of a box, kg, where its door is not read: the common rating of ISO 668. */
const RATED_GROSS_KG = 30_480;

/** No box with all in it weighs more. */
const MOST_KG = 100_000;

export interface BoxWeights {
  readonly method: VgmMethod;
  /** Goods with their packages. */
  readonly cargoKg: Decimal;
  /** Pallets, lashing, dunnage. */
  readonly dunnageKg?: Decimal | undefined;
  /** As painted on the door of this box. */
  readonly tareKg: Decimal;
  /** What the weighbridge said; of method 1 only. */
  readonly weighedKg?: Decimal | undefined;
  /** The most that this box may weigh with all in it, as painted on the door. */
  readonly ratedGrossKg?: Decimal | undefined;
}

export const VGM_FINDINGS = ['implausible', 'over_payload'] as const;
export type VgmFinding = (typeof VGM_FINDINGS)[number];

export interface VerifiedGrossMass extends Explained {
  readonly verifiedKg: Decimal;
  readonly calculatedKg: Decimal;
  /** How far the two are apart. */
  readonly differenceKg: Decimal;
  readonly toleranceKg: Decimal;
  /** What the box may carry: its rating less its tare. */
  readonly payloadKg: Decimal;
  /** What a person should look at before it is declared; empty where nothing is wrong. */
  readonly findings: readonly VgmFinding[];
}

/**
 * Verified gross mass of one packed box, and whether it can be true.
 *
 * Method 2 is the sum. Method 1 is what was weighed, held against the sum: further off than a twentieth of it or a ton,
 * whichever is less, one of the two is wrong. Nothing is rounded; the tolerance is cut to the tenth place, as weights are given.
 * @throws InvalidInputError naming every fault
 * @example 20,000 kg of goods, 300 kg of dunnage, 2,200 kg of tare → 22,500 kg; weighed at 23,600 kg → implausible
 */
export function verifiedGrossMass(box: BoxWeights): VerifiedGrossMass {
  checkBox(box);
  const calculatedKg = box.cargoKg.plus(box.dunnageKg ?? 0).plus(box.tareKg);
  const verifiedKg = box.weighedKg ?? calculatedKg;
  const differenceKg = verifiedKg.minus(calculatedKg).abs();
  const share = calculatedKg.times(TOLERANCE_SHARE).toDecimalPlaces(WEIGHT_PLACES, ROUNDING.down);
  const toleranceKg = Decimal.min(share, TOLERANCE_KG);
  const payloadKg = new Decimal(box.ratedGrossKg ?? RATED_GROSS_KG).minus(box.tareKg);
  const findings: VgmFinding[] = [
    ...(differenceKg.greaterThan(toleranceKg) ? (['implausible'] as const) : []),
    ...(verifiedKg.minus(box.tareKg).greaterThan(payloadKg) ? (['over_payload'] as const) : []),
  ];
  const result = { verifiedKg, calculatedKg, differenceKg, toleranceKg, payloadKg, findings };
  return { ...result, rule: RULE, steps: workingOf(result) };
}

function checkBox(box: BoxWeights): void {
  const check = new InputCheck();
  check.positive(box.cargoKg, '/cargoKg');
  check.notNegative(box.dunnageKg, '/dunnageKg');
  check.positive(box.tareKg, '/tareKg');
  check.positive(box.weighedKg, '/weighedKg');
  check.positive(box.ratedGrossKg, '/ratedGrossKg');
  for (const name of ['cargoKg', 'dunnageKg', 'tareKg', 'weighedKg', 'ratedGrossKg'] as const) {
    check.that(!(box[name]?.greaterThan(MOST_KG) ?? false), `/${name}`, 'out_of_range', SAY_CARRIAGE.too_heavy);
  }
  check.that(
    box.tareKg.lessThan(box.ratedGrossKg ?? RATED_GROSS_KG),
    '/tareKg',
    'out_of_range',
    SAY_CARRIAGE.tare_range,
  );
  const isWeighed = box.weighedKg !== undefined;
  const rule = box.method === 'SM1' ? SAY_CARRIAGE.weighed_needed : SAY_CARRIAGE.weighed_not_taken;
  check.that(isWeighed === (box.method === 'SM1'), '/weighedKg', isWeighed ? 'not_allowed' : 'required', rule);
  check.done();
}

function workingOf(result: Omit<VerifiedGrossMass, keyof Explained>): CalculationStep[] {
  return [
    step('calculatedKg', 'cargoKg + dunnageKg + tareKg', result.calculatedKg),
    step('verifiedKg', 'SM1: weighedKg; SM2: calculatedKg', result.verifiedKg),
    step('differenceKg', '|verifiedKg − calculatedKg|', result.differenceKg),
    step('toleranceKg', 'min(5 % × calculatedKg, 1000)', result.toleranceKg),
    step('payloadKg', 'ratedGrossKg − tareKg', result.payloadKg),
  ];
}
