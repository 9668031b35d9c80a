import { list, object, quantity, text } from '../schema-parts.js';

/**
 * What we send of DCSA VGM 1.0 `PostVGMDeclarationsRequest`, as JSON Schema: the formats and lengths of the standard, with nothing
 * beside the fields that we fill in. The standard requires none of them; we require those without which nothing is declared.
 */
const INSTANT = { type: 'string', format: 'date-time', maxLength: 40 };
const weight = quantity(['KGM', 'LBR']);

const declaration = object(
  [
    'declarationReference',
    'declarationDateTime',
    'equipmentDetails',
    'shipmentDetails',
    'VGM',
    'responsibleParty',
    'authorizedPersonSignatory',
  ],
  {
    declarationReference: text(500),
    declarationDateTime: INSTANT,
    equipmentDetails: object(['equipmentReference'], {
      equipmentReference: text(11),
      cargoGrossWeight: weight,
      tareWeight: weight,
    }),
    shipmentDetails: object(['carrierBookingReference'], {
      carrierBookingReference: text(35),
      otherReferences: list(object(['typeCode', 'reference'], { typeCode: text(3), reference: text(100) })),
    }),
    VGM: object(['weight', 'method'], {
      weight,
      method: { enum: ['SM1', 'SM2'] },
      dateTime: INSTANT,
      location: object(['locationName'], { locationName: text(100) }),
      certificationReference: text(70),
    }),
    responsibleParty: object(['partyName'], { partyName: text(70) }),
    authorizedPersonSignatory: text(255),
  },
);
const retraction = object(['declarationReference', 'isRetracted', 'declarationDateTime'], {
  declarationReference: text(500),
  isRetracted: { const: true },
  declarationDateTime: INSTANT,
});

export const VGM_MESSAGE = object(['VGMDeclarations'], {
  VGMDeclarations: { type: 'array', minItems: 1, prefixItems: [declaration], items: retraction },
});
