import { list, object, quantity, text } from './schema-parts.js';

/**
 * What we send of DCSA Booking 2.0.5 `CreateBooking`, as JSON Schema: the required fields, formats and lengths of the
 * standard, with nothing beside the fields that we fill in. Where the standard leaves open what every carrier asks
 * for (ports, a commodity with its weight, one quotation reference, our own reference), it is required here.
 */
const SERVICE = { enum: ['CY', 'SD', 'CFS'] };
const MOVEMENT = { enum: ['FCL', 'LCL'] };
const UN_LOCODE = { type: 'string', pattern: '^[A-Z]{2}[A-Z2-9]{3}$' };

const party = object(['partyName'], {
  partyName: text(70),
  addressLines: { type: 'array', minItems: 1, maxItems: 5, items: { type: 'string', minLength: 1, maxLength: 250 } },
  taxLegalReferences: list(
    object(['type', 'countryCode', 'value'], {
      type: text(50),
      countryCode: { type: 'string', pattern: '^[A-Z]{2}$' },
      value: text(35),
    }),
  ),
});

const commodity = object(['commodityType', 'extendedHSCodes', 'cargoGrossWeight'], {
  commodityType: text(550),
  extendedHSCodes: list({ type: 'string', pattern: '^\\d{6,12}$' }),
  cargoGrossWeight: quantity(['KGM', 'LBR']),
  cargoGrossVolume: quantity(['MTQ', 'FTQ']),
  outerPackaging: object(['numberOfPackages'], {
    numberOfPackages: { type: 'integer', minimum: 1, maximum: 99_999_999 },
  }),
});

const location = (code: string): object => ({
  contains: { properties: { locationTypeCode: { const: code } } },
  minContains: 1,
  maxContains: 1,
});

export const CREATE_BOOKING = {
  ...object(
    [
      'receiptTypeAtOrigin',
      'deliveryTypeAtDestination',
      'cargoMovementTypeAtOrigin',
      'cargoMovementTypeAtDestination',
      'extendedContractQuotationReference',
      'isEquipmentSubstitutionAllowed',
      'expectedDepartureDate',
      'references',
      'documentParties',
      'shipmentLocations',
      'requestedEquipments',
    ],
    {
      receiptTypeAtOrigin: SERVICE,
      deliveryTypeAtDestination: SERVICE,
      cargoMovementTypeAtOrigin: MOVEMENT,
      cargoMovementTypeAtDestination: MOVEMENT,
      freightPaymentTermCode: { enum: ['PRE', 'COL'] },
      extendedContractQuotationReference: text(70),
      isPartialLoadAllowed: { type: 'boolean' },
      isExportDeclarationRequired: { type: 'boolean' },
      expectedDepartureDate: { type: 'string', format: 'date' },
      transportDocumentTypeCode: { enum: ['BOL', 'SWB'] },
      incoTerms: { type: 'string', maxLength: 3 },
      isEquipmentSubstitutionAllowed: { type: 'boolean' },
      references: {
        ...list(object(['type', 'value'], { type: { type: 'string', maxLength: 3 }, value: text(35) })),
        contains: { properties: { type: { const: 'FF' } } },
        minContains: 1,
        maxContains: 1,
      },
      vessel: object(['name'], { name: text(50) }),
      carrierExportVoyageNumber: text(50),
      documentParties: object(['bookingAgent', 'shipper'], {
        bookingAgent: party,
        shipper: party,
        consignee: party,
        other: list(object(['party', 'partyFunction'], { party, partyFunction: { enum: ['N1', 'N2', 'NI'] } })),
      }),
      shipmentLocations: {
        ...list(
          object(['location', 'locationTypeCode'], {
            location: object(['UNLocationCode'], { UNLocationCode: UN_LOCODE }),
            locationTypeCode: { type: 'string', maxLength: 3 },
          }),
        ),
        allOf: [location('POL'), location('POD')],
      },
      requestedEquipments: list(
        object(['ISOEquipmentCode', 'units', 'isShipperOwned', 'commodities'], {
          ISOEquipmentCode: { type: 'string', pattern: '^[0-9A-Z]{4}$' },
          units: { type: 'integer', minimum: 1 },
          isShipperOwned: { type: 'boolean' },
          commodities: list(commodity),
        }),
      ),
    },
  ),
} as const;

/** `UpdateBooking`: the same, with the names that the carrier gave it. */
export const UPDATE_BOOKING = {
  ...CREATE_BOOKING,
  properties: {
    carrierBookingRequestReference: text(100),
    carrierBookingReference: text(35),
    ...(CREATE_BOOKING as unknown as { readonly properties: object }).properties,
  },
};
