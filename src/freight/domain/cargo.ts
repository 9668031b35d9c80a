import { type Decimal } from '../../kernel/decimal.js';
import { checkSizeType } from '../../kernel/identifiers/index.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { SAY } from './freight.sentences.js';
import { checkPieces, type Pieces } from './pieces.js';

/** So many containers of one ISO 6346 size-type. */
export interface Containers {
  readonly sizeType: string;
  readonly count: number;
}

/** Full containers of one shipper. */
export interface FclCargo {
  readonly mode: 'fcl';
  readonly containers: readonly Containers[];
  readonly grossKg: Decimal;
}

/** Less than a container load, consolidated with others' goods. Pieces or cubic metres, not both. */
export interface LclCargo {
  readonly mode: 'lcl';
  readonly pieces?: readonly Pieces[] | undefined;
  readonly cbm?: Decimal | undefined;
  readonly grossKg: Decimal;
}

export type Cargo = FclCargo | LclCargo;

/** Rated gross mass of a freight container, kg. Source: ISO 668, the common rating of 20- and 40-foot boxes. */
const RATED_GROSS_KG = 30_480;
/** What an empty box weighs, typically, kg; the one that is delivered has its own on the door. */
const TYPICAL_TARE_KG: Readonly<Record<number, number>> = { 20: 2_300, 40: 3_750, 45: 4_800 };
const HIGH_CUBE_EXTRA_KG = 150;

/** The most that a container of this size may carry, kg; null where no typical tare is known. */
export function payloadMaxKg(sizeType: string): number | null {
  const { lengthFeet, highCube } = checkSizeType(sizeType);
  const tare = lengthFeet === undefined ? undefined : TYPICAL_TARE_KG[lengthFeet];
  if (tare === undefined) return null;
  return RATED_GROSS_KG - tare - (highCube === true && lengthFeet === 40 ? HIGH_CUBE_EXTRA_KG : 0);
}

/** Notes every fault of the cargo. Pointers are those of the request. */
export function checkCargo(check: InputCheck, cargo: Cargo): void {
  check.positive(cargo.grossKg, '/grossKg');
  if (cargo.mode === 'fcl') checkContainers(check, cargo);
  else checkVolume(check, cargo);
}

function checkContainers(check: InputCheck, { containers, grossKg }: FclCargo): void {
  check.filled(containers, '/containers');
  containers.forEach(({ sizeType, count }, index) => {
    const at = `/containers/${index}`;
    check.positive(count, `${at}/count`);
    check.that(checkSizeType(sizeType).valid, `${at}/sizeType`, 'format', SAY.size_type);
    const isFirst = containers.findIndex((one) => one.sizeType === sizeType) === index;
    check.that(isFirst, `${at}/sizeType`, 'duplicate', SAY.size_type_twice);
  });
  const payloadKg = payloadOf(containers);
  if (payloadKg === null) return;
  const rule = SAY.payload({ payload: payloadKg });
  check.that(grossKg.lessThanOrEqualTo(payloadKg), '/grossKg', 'overweight', rule);
}

/** Of all containers together; null where it is not known of one. */
function payloadOf(containers: readonly Containers[]): number | null {
  const payloads = containers.map(({ sizeType, count }) => ({ each: payloadMaxKg(sizeType), count }));
  if (payloads.length === 0 || payloads.some(({ each }) => each === null)) return null;
  return payloads.reduce((sum, { each, count }) => sum + (each ?? 0) * count, 0);
}

function checkVolume(check: InputCheck, { pieces, cbm }: LclCargo): void {
  if (pieces !== undefined) {
    checkPieces(check, pieces);
    check.absent(cbm, '/cbm', 'pieces');
    return;
  }
  if (check.required(cbm, '/cbm')) check.positive(cbm, '/cbm');
}
