import { isLocalDate } from '../../kernel/local-date.js';
import { Fields, isObject, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';

type Json = Readonly<Record<string, unknown>>;

/** What the carrier needs of a DCSA CreateBooking 2.0; `request` is everything the shipper said, given back as it came. */
export interface BookingRequest {
  readonly request: Json;
  /** The freight forwarder's reference: what makes a repeated request the same booking. */
  readonly forwarderReference: string;
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  readonly departureDate: string | null;
  readonly vesselName: string | null;
  readonly voyage: string | null;
  readonly isLcl: boolean;
  readonly equipments: readonly { readonly isoCode: string; readonly units: number }[];
  readonly magicTexts: readonly string[];
}

const REFERENCE_VALUE = /^\S(?:.{0,33}\S)?$/;
const SERVICES = ['CY', 'SD', 'CFS'] as const;
const MOVEMENTS = ['FCL', 'LCL'] as const;
const QUOTATIONS = ['serviceContractReference', 'contractQuotationReference', 'extendedContractQuotationReference'];
const UNITS_MAX = 100;

/** @throws Refusal 400 when it is no JSON object. @returns null together with the faults */
export function readBooking(body: string): { booking: BookingRequest; faults: Faults } {
  const request = parseObject(body);
  const faults = new Faults();
  const fields = new Fields(request, faults);
  fields.oneOf('receiptTypeAtOrigin', SERVICES);
  fields.oneOf('deliveryTypeAtDestination', SERVICES);
  const movement = fields.oneOf('cargoMovementTypeAtOrigin', MOVEMENTS);
  fields.oneOf('cargoMovementTypeAtDestination', MOVEMENTS);
  flag(request, 'isEquipmentSubstitutionAllowed', faults);
  quotation(request, faults);
  const references = readReferences(request, faults);
  const ports = readPorts(request, faults);
  fields.object_('documentParties').object_('bookingAgent').text('partyName');
  const departureDate = text(request, 'expectedDepartureDate');
  const vesselName = text(isObject(request['vessel']) ? request['vessel'] : {}, 'name');
  const voyage = text(request, 'carrierExportVoyageNumber');
  if (departureDate !== null) {
    faults.unless(isLocalDate(departureDate), '/expectedDepartureDate', 'must be a date YYYY-MM-DD');
  } else if (vesselName === null || voyage === null) {
    faults.add('/expectedDepartureDate', 'is required unless vessel and voyage are given');
  }
  const { equipments, commodities } = readEquipments(fields);
  const booking = {
    request,
    ...references,
    ...ports,
    departureDate,
    vesselName,
    voyage,
    isLcl: movement === 'LCL',
    equipments,
    magicTexts: [...references.values, ...commodities, ...namesOf(request)],
  };
  return { booking, faults };
}

/** The forwarder's reference of a body that may be full of faults: for the book of received requests. */
export function forwarderReferenceOf(body: string): string | null {
  try {
    return readReferences(parseObject(body), new Faults()).forwarderReference || null;
  } catch {
    return null;
  }
}

function readReferences(request: Json, faults: Faults): { forwarderReference: string; values: string[] } {
  const listed = Array.isArray(request['references']) ? (request['references'] as unknown[]) : [];
  const references = listed.map((item) => (isObject(item) ? item : {}));
  for (const [index, reference] of references.entries()) {
    const value = text(reference, 'value') ?? '';
    faults.unless(REFERENCE_VALUE.test(value), `/references/${String(index)}/value`, 'must be 1 to 35 characters');
    faults.unless(
      /^[A-Z]{2,3}$/.test(text(reference, 'type') ?? ''),
      `/references/${String(index)}/type`,
      'is required',
    );
  }
  const own = references.filter((reference) => reference['type'] === 'FF');
  faults.unless(own.length === 1, '/references', 'needs exactly one reference of type FF');
  return {
    forwarderReference: text(own[0] ?? {}, 'value') ?? '',
    values: references.map((reference) => text(reference, 'value') ?? ''),
  };
}

function readPorts(request: Json, faults: Faults): { portOfLoading: string; portOfDischarge: string } {
  const listed = Array.isArray(request['shipmentLocations']) ? (request['shipmentLocations'] as unknown[]) : [];
  const port = (type: string): string => {
    const place = listed.filter(isObject).find((item) => item['locationTypeCode'] === type)?.['location'];
    const code = isObject(place) ? (text(place, 'UNLocationCode') ?? '') : '';
    const rule = `needs a location of type ${type} with a UNLocationCode`;
    faults.unless(/^[A-Z]{2}[A-Z2-9]{3}$/.test(code), '/shipmentLocations', rule);
    return code;
  };
  return { portOfLoading: port('POL'), portOfDischarge: port('POD') };
}

function readEquipments(fields: Fields): { equipments: { isoCode: string; units: number }[]; commodities: string[] } {
  const commodities: string[] = [];
  const equipments = fields.list('requestedEquipments').map((equipment) => {
    const isoCode = equipment.text(
      'ISOEquipmentCode',
      (code) => /^[0-9A-Z]{4}$/.test(code),
      'must be an ISO 6346 size-type',
    );
    const units = equipment.count('units', UNITS_MAX);
    equipment.flag('isShipperOwned');
    for (const commodity of equipment.list('commodities')) {
      commodities.push(commodity.text('commodityType', (type) => /^\S(?:.{0,548}\S)?$/s.test(type), 'is required'));
      const weight = commodity.object_('cargoGrossWeight');
      weight.positiveNumber('value');
      weight.oneOf('unit', ['KGM', 'LBR']);
      commodity.optionalTexts('HSCodes', (code) => /^\d{6,10}$/.test(code), 'must be 6 to 10 digits');
    }
    return { isoCode, units };
  });
  return { equipments, commodities };
}

function quotation(request: Json, faults: Faults): void {
  const given = QUOTATIONS.filter((name) => text(request, name) !== null);
  faults.unless(given.length > 0, '/serviceContractReference', `one of ${QUOTATIONS.join(', ')} is required`);
  const isBoth = given.includes('serviceContractReference') && given.length > 1;
  faults.unless(!isBoth, '/serviceContractReference', 'must not be given beside a quotation reference');
}

function flag(object: Json, name: string, faults: Faults): void {
  faults.unless(typeof object[name] === 'boolean', `/${name}`, 'must be true or false');
}

function namesOf(request: Json): string[] {
  const parties = isObject(request['documentParties']) ? request['documentParties'] : {};
  const shipper = isObject(parties['shipper']) ? parties['shipper'] : {};
  return [text(shipper, 'partyName'), ...QUOTATIONS.map((name) => text(request, name))].filter((name) => name !== null);
}

function text(object: Json, name: string): string | null {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
