import { Fields, isObject, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';

type Json = Readonly<Record<string, unknown>>;

/** What the line needs of DCSA CreateShippingInstructions 3.0; `request` is everything that was said, given back as it came. */
export interface InstructionsRequest {
  readonly request: Json;
  readonly forwarderReference: string;
  readonly carrierBookingReference: string;
  readonly isWaybill: boolean;
  readonly magicTexts: readonly string[];
}

/** @throws Refusal 400 when it is no JSON object. @returns the request together with the faults */
export function readInstructions(body: string): { instructions: InstructionsRequest; faults: Faults } {
  const request = parseObject(body);
  const faults = new Faults();
  const fields = new Fields(request, faults);
  const type = fields.oneOf('transportDocumentTypeCode', ['BOL', 'SWB']);
  for (const name of ['isShippedOnBoardType', 'isElectronic', 'isToOrder', 'isCargoDeliveredInICS2Zone'])
    fields.flag(name);
  fields.oneOf('freightPaymentTermCode', ['PRE', 'COL']);
  for (const contact of fields.list('partyContactDetails')) contact.text('name');
  fields.object_('documentParties').object_('shipper').text('partyName');
  const items = fields.list('consignmentItems');
  const bookings = items.map((item) => {
    for (const cargo of item.list('cargoItems')) {
      cargo.text('equipmentReference');
      cargo.object_('cargoGrossWeight').positiveNumber('value');
    }
    return item.text('carrierBookingReference');
  });
  for (const equipment of fields.list('utilizedTransportEquipments')) {
    equipment.flag('isShipperOwned');
    for (const seal of equipment.list('seals')) seal.text('number');
  }
  const references = referencesOf(request);
  const own = references.filter((reference) => reference['type'] === 'FF');
  faults.unless(own.length === 1, '/references', 'needs exactly one reference of type FF');
  const instructions = {
    request,
    forwarderReference: textOf(own[0]?.['value']),
    carrierBookingReference: bookings[0] ?? '',
    isWaybill: type === 'SWB',
    magicTexts: [...references.map(({ value }) => textOf(value)), ...marksOf(request)],
  };
  return { instructions, faults };
}

/** The forwarder's reference of a body that may be full of faults: for the book of received requests. */
export function forwarderReferenceIn(body: string): string | null {
  try {
    const own = referencesOf(parseObject(body)).find(({ type }) => type === 'FF');
    return textOf(own?.['value']) || null;
  } catch {
    return null;
  }
}

function referencesOf(request: Json): Json[] {
  const listed = request['references'];
  return Array.isArray(listed) ? (listed as unknown[]).filter(isObject) : [];
}

function marksOf(request: Json): string[] {
  const items = request['consignmentItems'];
  const listed = Array.isArray(items) ? (items as unknown[]).filter(isObject) : [];
  return listed.flatMap(({ shippingMarks }) => (Array.isArray(shippingMarks) ? shippingMarks.map(textOf) : []));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
