import { type Fault } from '../../../kernel/domain-error.js';
import { type CutField } from '../../domain/booking-instruction.js';
import { type Instruction } from '../../domain/lading/instruction.js';
import { type InstructedBox } from '../../domain/lading/instructions-content.js';
import { UnsendableInstructionsError } from '../../domain/lading/lading.errors.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { type LoadedLine, type Stowed } from '../../domain/lading/stuffing.js';
import { cut, cutOfParty, fit, oneLine, party, wireNumber } from '../dcsa-writing.js';
import { schemaCheck } from '../schema-check.js';
import { SHIPPING_INSTRUCTIONS_MESSAGE } from './shipping-instructions.schema.js';

const LINE_MAX = 35;
const DESCRIPTION_LINES_MAX = 150;
const MARK_LINES_MAX = 50;
const HS_MAX = 10;
const PACKAGING = 'Packages';

const faultsOf = schemaCheck(SHIPPING_INSTRUCTIONS_MESSAGE);

/** A message that fits the carrier's schema, and what of our words did not fit into it. */
export interface InstructionsMessage {
  readonly message: string;
  readonly cutFields: readonly CutField[];
}

/**
 * Writes a DCSA Bill of Lading 3.0 CreateShippingInstructions; an update is the same, of a later revision.
 * @throws UnsendableInstructionsError naming every fault with its place in the message
 */
export function shippingInstructions(instruction: Instruction): InstructionsMessage {
  const message = messageOf(instruction);
  const faults: Fault[] = faultsOf(message);
  if (faults.length > 0) throw new UnsendableInstructionsError(SAY_LADING.unsendable, {}, faults);
  return { message: JSON.stringify(message), cutFields: cutFieldsOf(instruction) };
}

function messageOf(instruction: Instruction): object {
  const { content, reference, customerReference, revision } = instruction;
  const isPaper = content.transportDocumentTypeCode === 'BOL' && !content.isElectronic;
  const isPrepaid = content.freightPaymentTermCode === 'PRE';
  const { houseBillOfLadingReference: house } = content;
  const { shippingInstructionsReference } = instruction;
  return {
    ...(shippingInstructionsReference === null ? {} : { shippingInstructionsReference }),
    shippingInstructionsRevisionNumber: revision,
    transportDocumentTypeCode: content.transportDocumentTypeCode,
    isShippedOnBoardType: content.isShippedOnBoardType,
    freightPaymentTermCode: content.freightPaymentTermCode,
    isElectronic: content.isElectronic,
    isToOrder: content.isToOrder,
    ...(isPaper ? { numberOfOriginalsWithoutCharges: content.numberOfOriginals } : {}),
    ...(content.isElectronic ? {} : { numberOfCopiesWithoutCharges: content.numberOfCopies }),
    placeOfIssue: { UNLocationCode: instruction.portOfLoading },
    invoicePayableAt: { UNLocationCode: isPrepaid ? instruction.portOfLoading : instruction.portOfDischarge },
    partyContactDetails: [definedOf({ ...content.contact, name: fit(content.contact.name, LINE_MAX) })],
    documentParties: partiesOf(instruction),
    isCargoDeliveredInICS2Zone: instruction.isInIcs2Zone,
    ...(house === undefined ? {} : { isHouseBillOfLadingsIssued: true }),
    consignmentItems: consignmentItemsOf(instruction),
    utilizedTransportEquipments: content.utilizedTransportEquipments.map(equipmentOf),
    references: [
      { type: 'FF', value: reference },
      { type: 'CR', value: customerReference },
    ],
  };
}

/** Goods to order have nobody on their face who gets them but who holds the paper; who is to be told stands beside. */
function partiesOf({ shipper, consignee, content }: Instruction): object {
  const told = content.notifyParty ?? (content.isToOrder ? consignee : undefined);
  return {
    shipper: {
      ...party(shipper.name, shipper.address),
      taxLegalReferences: [{ type: 'USCC', countryCode: 'CN', value: shipper.uscc }],
    },
    ...(content.isToOrder ? {} : { consignee: party(consignee.name, consignee.address) }),
    ...(told === undefined ? {} : { notifyParties: [party(told.name, told.address)] }),
  };
}

/** One for each line of the order. */
function consignmentItemsOf({ stowed, carrierBookingReference, content }: Instruction): object[] {
  const lines = [...new Set(stowed.map(({ line }) => line))];
  const { shippingMarks, houseBillOfLadingReference } = content;
  return lines.map((line: LoadedLine) => ({
    carrierBookingReference,
    descriptionOfGoods: linesOf(line.description, DESCRIPTION_LINES_MAX),
    HSCodes: [line.hsCode.slice(0, HS_MAX)],
    ...(shippingMarks === undefined ? {} : { shippingMarks: linesOf(shippingMarks, MARK_LINES_MAX) }),
    cargoItems: stowed.filter((one) => one.line === line).map((one) => cargoItemOf(one, houseBillOfLadingReference)),
  }));
}

function cargoItemOf({ equipmentReference, grossKg, cbm, packages }: Stowed, house: string | undefined): object {
  return {
    equipmentReference,
    cargoGrossWeight: { value: wireNumber(grossKg), unit: 'KGM' },
    ...(cbm.greaterThan(0) ? { cargoGrossVolume: { value: wireNumber(cbm), unit: 'MTQ' } } : {}),
    ...(packages > 0 ? { outerPackaging: { numberOfPackages: packages, description: PACKAGING } } : {}),
    ...(house === undefined ? {} : { houseBillOfLadingReference: house }),
  };
}

function equipmentOf({ equipmentReference, ISOEquipmentCode, isShipperOwned, tareKg, seals }: InstructedBox): object {
  const own = {
    equipment: { equipmentReference, ISOEquipmentCode, tareWeight: { value: Number(tareKg), unit: 'KGM' } },
  };
  return {
    isShipperOwned,
    ...(isShipperOwned ? own : { equipmentReference }),
    seals: seals.map(({ number, source }) => ({ number, source })),
  };
}

/** Words in lines of 35 characters; a longer word is broken. */
function linesOf(text: string, linesMax: number): string[] {
  const lines: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_MAX) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    for (let at = 0; at < word.length; at += LINE_MAX) lines.push(word.slice(at, at + LINE_MAX));
  }
  return lines.slice(0, linesMax);
}

function cutFieldsOf({ shipper, consignee, content, stowed }: Instruction): CutField[] {
  const lines = [...new Set(stowed.map(({ line }) => line))];
  return [
    ...cutOfParty('/documentParties/shipper', shipper),
    ...(content.isToOrder ? [] : cutOfParty('/documentParties/consignee', consignee)),
    ...(content.notifyParty === undefined ? [] : cutOfParty('/documentParties/notifyParties/0', content.notifyParty)),
    ...cut('/partyContactDetails/0/name', content.contact.name, LINE_MAX),
    ...lines.flatMap(({ description }, index) =>
      cut(`/consignmentItems/${index}/descriptionOfGoods`, description, LINE_MAX * DESCRIPTION_LINES_MAX),
    ),
  ];
}

function definedOf(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
