import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { checkPieces, pieceCm3, type Pieces, sumOverPieces } from './pieces.js';
import { type VolumePolicy } from './rate.js';

const RULE: CalculationRule = {
  id: 'freight.chargeable-weight',
  version: '2015-01-01',
  source:
    'IATA TACT: volumetric weight at 6000 cm³/kg by air; couriers at 5000 cm³/kg; 全泡、半泡、免泡 of special lines',
};

export type WeighedMode = 'air' | 'courier';

/** cm³ that count as one kilogram unless the carrier says otherwise. */
const DEFAULT_DIVISOR: Readonly<Record<WeighedMode, string>> = { air: '6000', courier: '5000' };

export interface WeighedShipment {
  readonly mode: WeighedMode;
  /** Give the pieces, or `volumeCbm` with `kgPerCbm`. */
  readonly pieces?: readonly Pieces[] | undefined;
  readonly volumeCbm?: Decimal | undefined;
  /** About 167 by air. */
  readonly kgPerCbm?: Decimal | undefined;
  /** Of the whole shipment. */
  readonly grossKg: Decimal;
  /** cm³ per kilogram, with pieces. */
  readonly divisor?: Decimal | undefined;
  /** Step to round up to, such as 0.5 or 1; absent: no rounding up. */
  readonly roundUpToKg?: Decimal | undefined;
  readonly volumePolicy?: VolumePolicy | undefined;
}

export interface ChargeableWeight extends Explained {
  readonly volumetricKg: Decimal;
  readonly chargeableKg: Decimal;
  /** Which of the two decided the weight. */
  readonly basis: 'gross' | 'volume';
}

/**
 * The weight that air freight and couriers charge: the greater of gross and volumetric weight.
 *
 * Rounding: the volumetric weight is exact, not rounded per piece; the result goes up to the next step
 * (a whole multiple stays). Both are shown half up to the gram.
 * @throws InvalidInputError naming every fault
 * @example 1 piece of 30 × 45 × 65 cm, 14 kg, ÷ 6000, step 1 → volumetric 14.625, chargeable 15
 */
export function chargeableWeight(shipment: WeighedShipment): ChargeableWeight {
  checkShipment(shipment);
  const policy = shipment.volumePolicy ?? 'full';
  const divisor = shipment.divisor ?? new Decimal(DEFAULT_DIVISOR[shipment.mode]);
  const volumetric = volumetricKg(shipment, divisor);
  const byVolume = policy !== 'none' && volumetric.greaterThan(shipment.grossKg);
  const weight = byVolume ? weightByVolume(shipment.grossKg, volumetric, policy) : shipment.grossKg;
  const chargeable = roundedUp(weight, shipment.roundUpToKg);
  const shown = { volumetricKg: roundHalfUp(volumetric, 3), chargeableKg: roundHalfUp(chargeable, 3) };
  return {
    ...shown,
    basis: byVolume ? 'volume' : 'gross',
    rule: RULE,
    steps: [
      step(
        'volumetricKg',
        shipment.pieces === undefined
          ? 'volumeCbm × kgPerCbm'
          : `Σ count × length × width × height / ${divisor.toString()}`,
        shown.volumetricKg,
      ),
      step('weight', byVolume ? WEIGHT_FORMULA[policy] : 'grossKg', weight),
      step(
        'chargeableKg',
        shipment.roundUpToKg === undefined ? 'weight' : `weight, up to the next ${shipment.roundUpToKg.toString()} kg`,
        shown.chargeableKg,
      ),
    ],
  };
}

const WEIGHT_FORMULA: Readonly<Record<VolumePolicy, string>> = {
  full: 'volumetricKg',
  half: '(grossKg + volumetricKg) / 2',
  none: 'grossKg',
};

function volumetricKg({ pieces, volumeCbm, kgPerCbm }: WeighedShipment, divisor: Decimal): Decimal {
  if (pieces !== undefined) return sumOverPieces(pieces, pieceCm3).div(divisor);
  return (volumeCbm ?? new Decimal(0)).times(kgPerCbm ?? 0);
}

function weightByVolume(gross: Decimal, volumetric: Decimal, policy: VolumePolicy): Decimal {
  return policy === 'half' ? gross.plus(volumetric).div(2) : volumetric;
}

function roundedUp(weight: Decimal, stepKg: Decimal | undefined): Decimal {
  return stepKg === undefined ? weight : weight.div(stepKg).ceil().times(stepKg);
}

function checkShipment(shipment: WeighedShipment): void {
  const check = new InputCheck();
  const { pieces, volumeCbm, kgPerCbm } = shipment;
  if (pieces !== undefined) {
    checkPieces(check, pieces);
    check.absent(volumeCbm, '/volumeCbm', 'pieces');
    check.absent(kgPerCbm, '/kgPerCbm', 'pieces');
  } else if (volumeCbm === undefined && kgPerCbm === undefined) {
    check.required(pieces, '/pieces');
  } else {
    check.required(volumeCbm, '/volumeCbm');
    check.required(kgPerCbm, '/kgPerCbm');
    check.absent(shipment.divisor, '/divisor', 'kgPerCbm');
  }
  check.positive(volumeCbm, '/volumeCbm');
  check.positive(kgPerCbm, '/kgPerCbm');
  check.notNegative(shipment.grossKg, '/grossKg');
  check.positive(shipment.divisor, '/divisor');
  check.positive(shipment.roundUpToKg, '/roundUpToKg');
  check.done();
}
