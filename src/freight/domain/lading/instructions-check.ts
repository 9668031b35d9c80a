import { Decimal } from '../../../kernel/decimal.js';
import { type Fault } from '../../../kernel/domain-error.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Containers } from '../cargo.js';
import { massTolerance } from '../verified-gross-mass.js';
import { type InstructionsContent } from './instructions-content.js';
import { SAY_LADING } from './lading.sentences.js';
import { faultsOfStuffing, type LoadedLine, stow, weightsOf } from './stuffing.js';

/** A mass that was declared of a container. */
export interface DeclaredMass {
  readonly equipmentReference: string;
  readonly verifiedKg: Decimal;
  readonly tareKg: Decimal;
  readonly dunnageKg: Decimal;
}

export interface CheckedAgainst {
  readonly lines: readonly LoadedLine[];
  /** Null where the carrier consolidates. */
  readonly booked: readonly Containers[] | null;
  readonly declared: readonly DeclaredMass[];
}

/** Every fault of shipping instructions, before they are written in the carrier's words. */
export function faultsOfInstructions(content: InstructionsContent, against: CheckedAgainst): Fault[] {
  const { lines, booked, declared } = against;
  const boxes = content.utilizedTransportEquipments;
  const faults = [...faultsOfDocument(content), ...faultsOfStuffing(lines, boxes, booked)];
  if (content.contact.phone === undefined && content.contact.email === undefined) {
    faults.push({ pointer: '/contact', code: 'required', message: SAY_LADING.contact_needed });
  }
  return [...faults, ...(faults.length === 0 ? faultsOfMass(content, lines, declared) : [])];
}

function faultsOfDocument(content: InstructionsContent): Fault[] {
  const { transportDocumentTypeCode, isToOrder, numberOfOriginals, isElectronic } = content;
  const isWaybill = transportDocumentTypeCode === 'SWB';
  const faults: Fault[] = [];
  if (isWaybill && isToOrder) {
    faults.push({ pointer: '/isToOrder', code: 'not_allowed', message: SAY_LADING.waybill_to_order });
  }
  if (numberOfOriginals > 0 && (isWaybill || isElectronic)) {
    const message = isWaybill ? SAY_LADING.waybill_originals : SAY_LADING.electronic_originals;
    faults.push({ pointer: '/numberOfOriginals', code: 'not_allowed', message });
  }
  return faults;
}

/** What was verified of a container holds against its cargo with dunnage and tare, within the tolerance of the scales. */
function faultsOfMass(
  { utilizedTransportEquipments: boxes }: InstructionsContent,
  lines: readonly LoadedLine[],
  declared: readonly DeclaredMass[],
): Fault[] {
  const weights = weightsOf(stow(lines, boxes));
  return boxes.flatMap(({ equipmentReference }, index): Fault[] => {
    const mass = declared.find((one) => one.equipmentReference === equipmentReference);
    if (mass === undefined) return [];
    const calculated = (weights.get(equipmentReference) ?? new Decimal(0)).plus(mass.tareKg).plus(mass.dunnageKg);
    if (mass.verifiedKg.minus(calculated).abs().lessThanOrEqualTo(massTolerance(calculated))) return [];
    const shown = { calculated: calculated.toFixed(), verified: mass.verifiedKg.toFixed() };
    const pointer = `/utilizedTransportEquipments/${index}`;
    return [{ pointer, code: 'verified_mass_mismatch', message: SAY_LADING.vgm_differs(shown) }];
  });
}

/** What does not stand in the way, and should be known. */
export function warningsOf(
  { utilizedTransportEquipments }: InstructionsContent,
  declared: readonly DeclaredMass[],
): Sentence[] {
  return utilizedTransportEquipments
    .filter((box) => !declared.some(({ equipmentReference }) => equipmentReference === box.equipmentReference))
    .map(({ equipmentReference: box }) => SAY_LADING.vgm_missing({ box }));
}
