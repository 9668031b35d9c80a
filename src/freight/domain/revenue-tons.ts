import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { checkPieces, pieceCm3, type Pieces, sumOverPieces } from './pieces.js';

const RULE: CalculationRule = {
  id: 'freight.revenue-tons',
  version: '2015-01-01',
  source: 'LCL custom of the trade: W/M, 1 m³ = 1 t, whichever is more, at least one revenue ton',
};

const CM3_PER_CBM = 1_000_000;

export interface LclShipment {
  /** Give the pieces or the cubic metres. */
  readonly pieces?: readonly Pieces[] | undefined;
  readonly cbm?: Decimal | undefined;
  /** Of the whole shipment. */
  readonly grossKg: Decimal;
  readonly ratePerRevenueTon: Money;
  /** Per shipment, in the currency of the rate. */
  readonly fixedCharges?: readonly Money[] | undefined;
  readonly minimumRevenueTons?: Decimal | undefined;
}

export interface LclFreight extends Explained {
  readonly cbm: Decimal;
  readonly weightTons: Decimal;
  readonly revenueTons: Decimal;
  /** `volume` also when both are equal; `minimum` where it exceeds both. */
  readonly basis: 'volume' | 'weight' | 'minimum';
  readonly byVolume: Money;
  readonly byWeight: Money;
  readonly freight: Money;
  readonly fixedCharges: Money;
  readonly total: Money;
}

/**
 * LCL sea freight by revenue ton: a ton or a cubic metre, whichever is more.
 *
 * Rounding: each piece half up to 0.001 m³, then summed; tons half up to 0.001; money half up, once per figure.
 * @throws InvalidInputError naming every fault
 * @example 60 × 150 × 200 cm of 3,000 kg at USD 40.00 → 1.8 m³, 3 revenue tons, USD 120.00
 */
export function lclFreight(shipment: LclShipment): LclFreight {
  checkShipment(shipment);
  const { pieces, ratePerRevenueTon: rate } = shipment;
  const cbm =
    pieces === undefined ? roundHalfUp(shipment.cbm ?? new Decimal(0), 3) : sumOverPieces(pieces, roundedPieceCbm);
  const weightTons = roundHalfUp(shipment.grossKg.div(1000), 3);
  const minimum = shipment.minimumRevenueTons ?? new Decimal(1);
  const measured = Decimal.max(cbm, weightTons);
  const revenueTons = Decimal.max(measured, minimum);
  const freight = rate.times(revenueTons, 'half-up');
  const fixedCharges = Money.sum(shipment.fixedCharges ?? [], rate.currency);
  const result = {
    cbm,
    weightTons,
    revenueTons,
    basis: basisOf(cbm, weightTons, minimum),
    byVolume: rate.times(cbm, 'half-up'),
    byWeight: rate.times(weightTons, 'half-up'),
    freight,
    fixedCharges,
    total: freight.plus(fixedCharges),
  };
  return { ...result, rule: RULE, steps: workingOf(shipment, result) };
}

function roundedPieceCbm(piece: Pieces): Decimal {
  return roundHalfUp(pieceCm3(piece).div(CM3_PER_CBM), 3);
}

function basisOf(cbm: Decimal, weightTons: Decimal, minimum: Decimal): LclFreight['basis'] {
  if (minimum.greaterThan(Decimal.max(cbm, weightTons))) return 'minimum';
  return weightTons.greaterThan(cbm) ? 'weight' : 'volume';
}

function checkShipment(shipment: LclShipment): void {
  const check = new InputCheck();
  const { pieces, cbm, ratePerRevenueTon } = shipment;
  if (pieces !== undefined) {
    checkPieces(check, pieces);
    check.absent(cbm, '/cbm', 'pieces');
  } else if (cbm === undefined) {
    check.required(pieces, '/pieces');
  }
  check.notNegative(cbm, '/cbm');
  check.notNegative(shipment.grossKg, '/grossKg');
  check.amount(ratePerRevenueTon, '/ratePerRevenueTon');
  shipment.fixedCharges?.forEach((charge, index) => {
    check.amount(charge, `/fixedCharges/${index}`, ratePerRevenueTon.currency);
  });
  check.notNegative(shipment.minimumRevenueTons, '/minimumRevenueTons');
  check.done();
}

function workingOf(shipment: LclShipment, result: Omit<LclFreight, keyof Explained>): CalculationStep[] {
  const volume =
    shipment.pieces === undefined ? 'round(cbm, 3)' : 'Σ count × round(length × width × height / 1000000, 3)';
  return [
    step('cbm', volume, result.cbm),
    step('weightTons', 'round(grossKg / 1000, 3)', result.weightTons),
    step('revenueTons', 'max(cbm, weightTons, minimumRevenueTons)', result.revenueTons),
    step('freight', 'round(ratePerRevenueTon × revenueTons)', result.freight),
    step('fixedCharges', 'Σ fixedCharges', result.fixedCharges),
    step('total', 'freight + fixedCharges', result.total),
  ];
}
