import { type BookingInstruction, type CutField, type Equipment, type Goods } from '../domain/booking-instruction.js';
import { UnsendableBookingError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { CREATE_BOOKING, UPDATE_BOOKING } from './create-booking.schema.js';
import { cut, cutOfParty, fit, party, wireNumber } from './dcsa-writing.js';
import { schemaCheck } from './schema-check.js';

/** The platform, as the party that books. */
const BOOKING_AGENT = 'Entrepot foreign-trade service platform';
const COMMODITY_MAX = 550;

const CHECKS = { create: schemaCheck(CREATE_BOOKING), update: schemaCheck(UPDATE_BOOKING) };

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
  const faults = CHECKS[kind](message);
  if (faults.length > 0) throw new UnsendableBookingError(SAY.unsendable, {}, faults);
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
  const [first] = equipments;
  return [
    ...cutOfParty('/documentParties/shipper', shipper),
    ...cutOfParty('/documentParties/consignee', consignee),
    ...(notifyParty === undefined ? [] : cutOfParty('/documentParties/other/0/party', notifyParty)),
    ...(first?.goods ?? []).flatMap(({ description }, index) =>
      cut(`/requestedEquipments/0/commodities/${index}/commodityType`, description, COMMODITY_MAX),
    ),
  ];
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
