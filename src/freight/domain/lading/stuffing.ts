import { Decimal } from '../../../kernel/decimal.js';
import { type Fault } from '../../../kernel/domain-error.js';
import { checkContainerNumber, checkSizeType } from '../../../kernel/identifiers/index.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Goods, spreadGoods } from '../booking-instruction.js';
import { type Containers, payloadMaxKg } from '../cargo.js';
import { SAY } from '../freight.sentences.js';
import { type InstructedBox } from './instructions-content.js';
import { SAY_LADING } from './lading.sentences.js';

/** One line of the order, as it is to be carried. */
export interface LoadedLine extends Goods {
  readonly lineNumber: number;
}

/** What of a line is in one container. Nothing of it is left out where the weight is zero. */
export interface Stowed {
  readonly line: LoadedLine;
  readonly equipmentReference: string;
  readonly grossKg: Decimal;
  readonly cbm: Decimal;
  readonly packages: number;
}

const AT = '/utilizedTransportEquipments';

/**
 * Which goods are in which container: as the shipper says, or spread evenly where it says it of none. The parts of each line sum
 * to the whole exactly, the first container takes what does not divide.
 * @example 9,000 kg and 1,000 packages in two containers of which nothing is said → 4,500 kg and 500 packages in each
 */
export function stow(lines: readonly LoadedLine[], boxes: readonly InstructedBox[]): Stowed[] {
  if (boxes.some(({ cargo }) => cargo !== undefined)) return asSaid(lines, boxes);
  const spread = spreadGoods(
    lines,
    boxes.map(({ ISOEquipmentCode: sizeType }) => ({ sizeType, count: 1 })),
  );
  return lines.flatMap((line, at) =>
    boxes.flatMap(({ equipmentReference }, box): Stowed[] => {
      const part = spread[box]?.goods[at];
      if (part === undefined || part.grossKg.isZero()) return [];
      const { grossKg, cbm, packages } = part;
      return [{ line, equipmentReference, grossKg, cbm, packages }];
    }),
  );
}

function asSaid(lines: readonly LoadedLine[], boxes: readonly InstructedBox[]): Stowed[] {
  return lines.flatMap((line) =>
    boxes.flatMap(({ equipmentReference, cargo = [] }) =>
      cargo
        .filter(({ lineNumber }) => lineNumber === line.lineNumber)
        .map(({ grossKg, packages, cbm = '0' }) => ({
          ...{ line, equipmentReference, packages },
          ...{ grossKg: new Decimal(grossKg), cbm: new Decimal(cbm) },
        })),
    ),
  );
}

/** Weight of the goods in each container, kg. */
function weightsOf(stowed: readonly Stowed[]): ReadonlyMap<string, Decimal> {
  const weights = new Map<string, Decimal>();
  for (const { equipmentReference, grossKg } of stowed) {
    weights.set(equipmentReference, (weights.get(equipmentReference) ?? new Decimal(0)).plus(grossKg));
  }
  return weights;
}

/**
 * Every fault of the containers and of what is said to be in them: their numbers, how many were booked, that the parts make up
 * the order, and what each may carry.
 * @param booked null where the carrier consolidates (LCL)
 */
export function faultsOfStuffing(
  lines: readonly LoadedLine[],
  boxes: readonly InstructedBox[],
  booked: readonly Containers[] | null,
): Fault[] {
  const faults = boxes.flatMap((box, index) => faultsOfBox(box, index, boxes));
  const isSizeKnown = boxes.every(({ ISOEquipmentCode }) => checkSizeType(ISOEquipmentCode).valid);
  if (booked !== null && isSizeKnown) faults.push(...faultsOfCount(boxes, booked));
  faults.push(...faultsOfCargo(lines, boxes));
  if (faults.length > 0) return faults;
  return faultsOfPayload(boxes, weightsOf(stow(lines, boxes)));
}

function faultsOfBox(box: InstructedBox, index: number, boxes: readonly InstructedBox[]): Fault[] {
  const at = `${AT}/${index}`;
  const faults: Fault[] = [];
  const number = numberFault(box.equipmentReference);
  if (number !== null) faults.push({ pointer: `${at}/equipmentReference`, code: 'container_number', message: number });
  if (boxes.findIndex(({ equipmentReference }) => equipmentReference === box.equipmentReference) !== index) {
    faults.push({ pointer: `${at}/equipmentReference`, code: 'duplicate', message: SAY_LADING.box_twice });
  }
  if (!checkSizeType(box.ISOEquipmentCode).valid) {
    faults.push({ pointer: `${at}/ISOEquipmentCode`, code: 'format', message: SAY.size_type });
  }
  if (box.isShipperOwned && box.tareKg === undefined) {
    faults.push({ pointer: `${at}/tareKg`, code: 'required', message: SAY_LADING.tare_needed });
  }
  return faults;
}

/** What is wrong with a container number; null where nothing is. */
export function numberFault(reference: string): Sentence | null {
  const { valid, reason, checkDigit } = checkContainerNumber(reference);
  const isWritten = /^[A-Z]{4}\d{7}$/.test(reference);
  if (valid && isWritten) return null;
  if (!isWritten || reason !== 'checksum' || checkDigit === undefined) return SAY_LADING.box_form;
  return SAY_LADING.box_number({ digit: checkDigit });
}

function faultsOfCount(boxes: readonly InstructedBox[], booked: readonly Containers[]): Fault[] {
  const wanted = new Map(booked.map(({ sizeType, count }) => [sizeType, count]));
  for (const { ISOEquipmentCode: size } of boxes) wanted.set(size, (wanted.get(size) ?? 0) - 1);
  if ([...wanted.values()].every((left) => left === 0)) return [];
  const shown = booked.map(({ sizeType, count }) => `${count} × ${sizeType}`);
  return [{ pointer: AT, code: 'other_containers', message: SAY_LADING.boxes_differ({ booked: shown }) }];
}

function faultsOfCargo(lines: readonly LoadedLine[], boxes: readonly InstructedBox[]): Fault[] {
  const said = boxes.filter(({ cargo }) => cargo !== undefined);
  if (said.length === 0) return [];
  if (said.length < boxes.length) {
    const missing = boxes.findIndex(({ cargo }) => cargo === undefined);
    return [{ pointer: `${AT}/${missing}/cargo`, code: 'required', message: SAY_LADING.lines_of_all }];
  }
  const known = lines.map(({ lineNumber }) => lineNumber);
  const places = boxes.flatMap(({ cargo = [] }, box) =>
    cargo.flatMap(({ lineNumber }, index): Fault[] => {
      const pointer = `${AT}/${box}/cargo/${index}/lineNumber`;
      if (!known.includes(lineNumber)) return [{ pointer, code: 'unknown', message: SAY_LADING.line_unknown }];
      const isFirst = cargo.findIndex((one) => one.lineNumber === lineNumber) === index;
      return isFirst ? [] : [{ pointer, code: 'duplicate', message: SAY_LADING.line_twice }];
    }),
  );
  return [...places, ...lines.flatMap((line) => faultsOfSum(line, boxes))];
}

/** What is in the containers is what the order says: to the gram, and to the package. */
function faultsOfSum(line: LoadedLine, boxes: readonly InstructedBox[]): Fault[] {
  const parts = boxes.flatMap(({ cargo = [] }) => cargo.filter((part) => part.lineNumber === line.lineNumber));
  const kg = parts.reduce((sum, { grossKg }) => sum.plus(grossKg), new Decimal(0));
  const packages = parts.reduce((sum, part) => sum + part.packages, 0);
  const { lineNumber: number } = line;
  const faults: Fault[] = [];
  if (!kg.equals(line.grossKg)) {
    const order = line.grossKg.toFixed();
    const message = SAY_LADING.line_weight({ line: number, order, boxes: kg.toFixed() });
    faults.push({ pointer: AT, code: 'weight_mismatch', message });
  }
  if (packages !== line.packages) {
    const message = SAY_LADING.line_packages({ line: number, order: line.packages, boxes: packages });
    faults.push({ pointer: AT, code: 'package_mismatch', message });
  }
  return faults;
}

function faultsOfPayload(boxes: readonly InstructedBox[], weights: ReadonlyMap<string, Decimal>): Fault[] {
  return boxes.flatMap(({ equipmentReference, ISOEquipmentCode }, index): Fault[] => {
    const payload = payloadMaxKg(ISOEquipmentCode);
    const kg = weights.get(equipmentReference);
    if (payload === null || kg === undefined || kg.lessThanOrEqualTo(payload)) return [];
    const message = SAY_LADING.over_payload({ payload });
    return [{ pointer: `${AT}/${index}`, code: 'over_payload', message }];
  });
}
