import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { type Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { verbatim } from '../../kernel/kernel.sentences.js';
import { type BookingInstruction, type CutField, type Equipment, type Goods } from '../domain/booking-instruction.js';
import { UnsendableBookingError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { CREATE_BOOKING, UPDATE_BOOKING } from './create-booking.schema.js';
import { schemaSentence } from './schema.sentences.js';

/** The platform, as the party that books. */
const BOOKING_AGENT = 'Entrepot foreign-trade service platform';
const PARTY_NAME_MAX = 70;
const ADDRESS_LINE_MAX = 250;
const ADDRESS_LINES_MAX = 5;
const COMMODITY_MAX = 550;

let compiled: Readonly<Record<'create' | 'update', ValidateFunction>> | undefined;

/** Compiled by the first who books: it takes longer than all other modules of freight to load. */
function schemasOfBooking(): Readonly<Record<'create' | 'update', ValidateFunction>> {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    compiled = { create: ajv.compile(CREATE_BOOKING), update: ajv.compile(UPDATE_BOOKING) };
  }
  return compiled;
}

/** A message that fits the carrier's schema, and what of our words did not fit into it. */
interface BookingMessage {
  readonly message: string;
  readonly cutFields: readonly CutField[];
}

/**
 * Writes a DCSA Booking 2.0 CreateBooking.
 * @throws UnsendableBookingError naming every fault with its place in the message
 */
export function createBooking(instruction: BookingInstruction): BookingMessage {
  return checked('create', messageOf(instruction), instruction);
}

/** The names that the carrier gave the booking. */
interface CarrierNames {
  readonly carrierBookingRequestReference: string | null;
  readonly carrierBookingReference: string | null;
}

/** Writes an UpdateBooking: the whole booking as it is to be. @throws UnsendableBookingError */
export function updateBooking(instruction: BookingInstruction, names: CarrierNames): BookingMessage {
  const given = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== null));
  return checked('update', { ...given, ...messageOf(instruction) }, instruction);
}

function checked(kind: 'create' | 'update', message: object, instruction: BookingInstruction): BookingMessage {
  const validate = schemasOfBooking()[kind];
  if (!validate(message)) {
    throw new UnsendableBookingError(SAY.unsendable, {}, (validate.errors ?? []).map(faultOf));
  }
  return { message: JSON.stringify(message), cutFields: cutFieldsOf(instruction) };
}

function messageOf(instruction: BookingInstruction): object {
  const isFcl = instruction.mode === 'fcl';
  const service = isFcl ? 'CY' : 'CFS';
  const movement = isFcl ? 'FCL' : 'LCL';
  const { ship } = instruction;
  return {
    receiptTypeAtOrigin: service,
    deliveryTypeAtDestination: service,
    cargoMovementTypeAtOrigin: movement,
    cargoMovementTypeAtDestination: movement,
    freightPaymentTermCode: 'PRE',
    extendedContractQuotationReference: instruction.quoteReference,
    isPartialLoadAllowed: instruction.isPartialLoadAllowed ?? false,
    isExportDeclarationRequired: true,
    expectedDepartureDate: instruction.expectedDepartureDate,
    transportDocumentTypeCode: instruction.transportDocumentType ?? 'BOL',
    incoTerms: instruction.incoterm,
    isEquipmentSubstitutionAllowed: instruction.isEquipmentSubstitutionAllowed ?? false,
    ...(ship === undefined ? {} : { vessel: { name: ship.vesselName }, carrierExportVoyageNumber: ship.voyageNumber }),
    references: [
      { type: 'FF', value: instruction.reference },
      { type: 'CR', value: instruction.customerReference },
    ],
    documentParties: partiesOf(instruction),
    shipmentLocations: [
      { location: { UNLocationCode: instruction.portOfLoading }, locationTypeCode: 'POL' },
      { location: { UNLocationCode: instruction.portOfDischarge }, locationTypeCode: 'POD' },
    ],
    requestedEquipments: instruction.equipments.map(equipmentOf),
  };
}

function partiesOf({ shipper, consignee, notifyParty }: BookingInstruction): object {
  return {
    bookingAgent: { partyName: BOOKING_AGENT },
    shipper: {
      ...party(shipper.name, shipper.address),
      taxLegalReferences: [{ type: 'USCC', countryCode: 'CN', value: shipper.uscc }],
    },
    consignee: party(consignee.name, consignee.address),
    ...(notifyParty === undefined
      ? {}
      : { other: [{ party: party(notifyParty.name, notifyParty.address), partyFunction: 'N1' }] }),
  };
}

/** What was longer than the standard has room for, as it is told to the caller. */
function cutFieldsOf({ shipper, consignee, notifyParty, equipments }: BookingInstruction): CutField[] {
  const cut = (pointer: string, text: string, max: number): CutField[] => {
    const given = oneLine(text).length;
    return given > max ? [{ pointer, givenLength: given, keptLength: max }] : [];
  };
  const ofParty = (at: string, { name, address }: { readonly name: string; readonly address: string }): CutField[] => [
    ...cut(`${at}/partyName`, name, PARTY_NAME_MAX),
    ...cut(`${at}/addressLines`, address, ADDRESS_LINE_MAX * ADDRESS_LINES_MAX),
  ];
  const [first] = equipments;
  return [
    ...ofParty('/documentParties/shipper', shipper),
    ...ofParty('/documentParties/consignee', consignee),
    ...(notifyParty === undefined ? [] : ofParty('/documentParties/other/0/party', notifyParty)),
    ...(first?.goods ?? []).flatMap(({ description }, index) =>
      cut(`/requestedEquipments/0/commodities/${index}/commodityType`, description, COMMODITY_MAX),
    ),
  ];
}

/** Names longer than the standard allows are cut, and named; the address takes what it can of five lines. */
function party(name: string, address: string): object {
  return { partyName: fit(name, PARTY_NAME_MAX), addressLines: addressLines(address) };
}

function addressLines(address: string): string[] {
  const line = oneLine(address);
  const count = Math.min(ADDRESS_LINES_MAX, Math.max(1, Math.ceil(line.length / ADDRESS_LINE_MAX)));
  return Array.from({ length: count }, (_none, index) =>
    line.slice(index * ADDRESS_LINE_MAX, (index + 1) * ADDRESS_LINE_MAX),
  );
}

function equipmentOf({ sizeType, units, goods }: Equipment): object {
  return { ISOEquipmentCode: sizeType, units, isShipperOwned: false, commodities: goods.map(commodityOf) };
}

function commodityOf({ description, hsCode, grossKg, cbm, packages }: Goods): object {
  return {
    commodityType: fit(description, COMMODITY_MAX),
    extendedHSCodes: [hsCode],
    cargoGrossWeight: { value: wireNumber(grossKg), unit: 'KGM' },
    ...(cbm.greaterThan(0) ? { cargoGrossVolume: { value: wireNumber(cbm), unit: 'MTQ' } } : {}),
    ...(packages > 0 ? { outerPackaging: { numberOfPackages: packages } } : {}),
  };
}

/** One line of at most so many characters, without blanks at its ends. */
function fit(text: string, max: number): string {
  return oneLine(text).slice(0, max).trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The standard wants a JSON number here; a weight has few enough digits to look the same as one. */
function wireNumber(value: Decimal): number {
  return value.toNumber();
}

function faultOf({ instancePath, keyword, message, params }: ErrorObject): Fault {
  const missing = keyword === 'required' ? `/${String((params as { missingProperty?: string }).missingProperty)}` : '';
  const sentence = schemaSentence(keyword, params as Readonly<Record<string, unknown>>);
  return { pointer: instancePath + missing, code: keyword, message: sentence ?? verbatim(message ?? keyword) };
}
