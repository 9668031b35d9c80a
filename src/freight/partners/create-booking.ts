import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { type Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { verbatim } from '../../kernel/kernel.sentences.js';
import { type BookingInstruction, type Equipment, type Goods } from '../domain/booking-instruction.js';
import { UnsendableBookingError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { CREATE_BOOKING } from './create-booking.schema.js';
import { schemaSentence } from './schema.sentences.js';

/** The platform, as the party that books. */
const BOOKING_AGENT = 'Entrepot foreign-trade service platform';
const PARTY_NAME_MAX = 70;
const ADDRESS_LINE_MAX = 250;
const COMMODITY_MAX = 550;

let compiled: ValidateFunction | undefined;

/** Compiled by the first who books: it takes longer than all other modules of freight to load. */
function schemaOfBooking(): ValidateFunction {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    compiled = ajv.compile(CREATE_BOOKING);
  }
  return compiled;
}

/**
 * Writes a DCSA Booking 2.0 CreateBooking.
 * @throws UnsendableBookingError naming every fault with its place in the message
 */
export function createBooking(instruction: BookingInstruction): string {
  const message = messageOf(instruction);
  const validate = schemaOfBooking();
  if (!validate(message)) {
    throw new UnsendableBookingError(SAY.unsendable, {}, (validate.errors ?? []).map(faultOf));
  }
  return JSON.stringify(message);
}

function messageOf(instruction: BookingInstruction): object {
  const isFcl = instruction.mode === 'fcl';
  const service = isFcl ? 'CY' : 'CFS';
  const movement = isFcl ? 'FCL' : 'LCL';
  return {
    receiptTypeAtOrigin: service,
    deliveryTypeAtDestination: service,
    cargoMovementTypeAtOrigin: movement,
    cargoMovementTypeAtDestination: movement,
    freightPaymentTermCode: 'PRE',
    extendedContractQuotationReference: instruction.quoteReference,
    isPartialLoadAllowed: false,
    isExportDeclarationRequired: true,
    expectedDepartureDate: instruction.expectedDepartureDate,
    transportDocumentTypeCode: 'BOL',
    incoTerms: instruction.incoterm,
    isEquipmentSubstitutionAllowed: false,
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

function partiesOf({ shipper, consignee }: BookingInstruction): object {
  return {
    bookingAgent: { partyName: BOOKING_AGENT },
    shipper: {
      ...party(shipper.name, shipper.address),
      taxLegalReferences: [{ type: 'USCC', countryCode: 'CN', value: shipper.uscc }],
    },
    consignee: party(consignee.name, consignee.address),
  };
}

/** Names longer than the standard allows are cut; the address takes what it can of five lines. */
function party(name: string, address: string): object {
  return { partyName: fit(name, PARTY_NAME_MAX), addressLines: addressLines(address) };
}

function addressLines(address: string): string[] {
  const line = address.replace(/\s+/g, ' ').trim();
  const count = Math.min(5, Math.max(1, Math.ceil(line.length / ADDRESS_LINE_MAX)));
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
  return text.replace(/\s+/g, ' ').trim().slice(0, max).trim();
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
