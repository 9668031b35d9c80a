import { Fields, isObject, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';

type Json = Readonly<Record<string, unknown>>;

/** What the line needs of a DCSA VGM 1.0 PostVGMDeclarationsRequest with one declaration, and what is to be forgotten beside it. */
export interface VgmRequest {
  readonly declarationReference: string;
  readonly carrierBookingReference: string;
  readonly equipmentReference: string;
  readonly retracted: readonly string[];
  readonly magicTexts: readonly string[];
}

/** @throws Refusal 400 when it is no JSON object. @returns the request together with the faults */
export function readVgm(body: string): { vgm: VgmRequest; faults: Faults } {
  const request = parseObject(body);
  const faults = new Faults();
  new Fields(request, faults).list('VGMDeclarations');
  const [declared, ...more] = declarationsOf(request).filter(({ isRetracted }) => isRetracted !== true);
  faults.unless(declared !== undefined && more.length === 0, '/VGMDeclarations', 'needs one that is not retracted');
  const fields = new Fields(declared ?? {}, faults, '/VGMDeclarations/0');
  const mass = fields.object_('VGM');
  const weight = mass.object_('weight');
  weight.positiveNumber('value');
  weight.oneOf('unit', ['KGM', 'LBR']);
  mass.oneOf('method', ['SM1', 'SM2']);
  const signatory = fields.text(
    'authorizedPersonSignatory',
    (name) => name === name.toUpperCase(),
    'must be in capitals',
  );
  const shipment = fields.object_('shipmentDetails');
  const vgm = {
    declarationReference: fields.text('declarationReference'),
    carrierBookingReference: shipment.text('carrierBookingReference'),
    equipmentReference: fields.object_('equipmentDetails').text('equipmentReference'),
    retracted: retractedIn(request),
    magicTexts: [
      signatory,
      mass.optionalText('certificationReference') ?? '',
      fields.object_('responsibleParty').text('partyName'),
      ...shipment.optionalList('otherReferences').map((reference) => reference.text('reference')),
    ],
  };
  return { vgm, faults };
}

/** The reference of a body that may be full of faults: for the book of received requests. */
export function declarationReferenceIn(body: string): string | null {
  try {
    const declared = declarationsOf(parseObject(body)).find(({ isRetracted }) => isRetracted !== true);
    return textOf(declared?.['declarationReference']) || null;
  } catch {
    return null;
  }
}

function retractedIn(request: Json): string[] {
  return declarationsOf(request)
    .filter(({ isRetracted }) => isRetracted === true)
    .map(({ declarationReference }) => textOf(declarationReference));
}

function declarationsOf(request: Json): Json[] {
  const listed = request['VGMDeclarations'];
  return Array.isArray(listed) ? (listed as unknown[]).filter(isObject) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
