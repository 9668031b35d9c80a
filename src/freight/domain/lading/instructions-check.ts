import { type Fault } from '../../../kernel/domain-error.js';
import { type Containers } from '../cargo.js';
import { type InstructionsContent } from './instructions-content.js';
import { SAY_LADING } from './lading.sentences.js';
import { faultsOfStuffing, type LoadedLine } from './stuffing.js';

export interface CheckedAgainst {
  readonly lines: readonly LoadedLine[];
  /** Null where the carrier consolidates. */
  readonly booked: readonly Containers[] | null;
}

/** Every fault of shipping instructions, before they are written in the carrier's words. */
export function faultsOfInstructions(content: InstructionsContent, against: CheckedAgainst): Fault[] {
  const { lines, booked } = against;
  const boxes = content.utilizedTransportEquipments;
  const faults = [...faultsOfDocument(content), ...faultsOfStuffing(lines, boxes, booked)];
  if (content.contact.phone === undefined && content.contact.email === undefined) {
    faults.push({ pointer: '/contact', code: 'required', message: SAY_LADING.contact_needed });
  }
  return faults;
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
