import { list, object, quantity, text } from '../schema-parts.js';

/**
 * What we send of DCSA Bill of Lading 3.0.4 `CreateShippingInstructions`, as JSON Schema: the required fields, formats and lengths
 * of the standard, with nothing beside the fields that we fill in, and our own reference, by which the carrier knows a repeat.
 */
const LINE_MAX = 35;
const lines = (maxItems: number): object => ({ type: 'array', minItems: 1, maxItems, items: text(LINE_MAX) });
const EQUIPMENT = text(11);
const UN_LOCODE = { type: 'string', pattern: '^[A-Z]{2}[A-Z2-9]{3}$' };
const place = object(['UNLocationCode'], { UNLocationCode: UN_LOCODE });

const PARTY = {
  partyName: text(70),
  addressLines: { type: 'array', minItems: 1, maxItems: 5, items: { type: 'string', minLength: 1, maxLength: 250 } },
};
const party = object(['partyName'], PARTY);
const shipper = object(['partyName'], {
  ...PARTY,
  taxLegalReferences: list(
    object(['type', 'countryCode', 'value'], {
      type: text(50),
      countryCode: { type: 'string', pattern: '^[A-Z]{2}$' },
      value: text(35),
    }),
  ),
});

const cargoItem = object(['equipmentReference', 'cargoGrossWeight'], {
  equipmentReference: EQUIPMENT,
  cargoGrossWeight: quantity(['KGM', 'LBR']),
  cargoGrossVolume: quantity(['MTQ', 'FTQ']),
  outerPackaging: object(['numberOfPackages', 'description'], {
    numberOfPackages: { type: 'integer', minimum: 1, maximum: 99_999_999 },
    description: { type: 'string', minLength: 1, maxLength: 100 },
  }),
  houseBillOfLadingReference: text(20),
});

const consignmentItem = object(['carrierBookingReference', 'descriptionOfGoods', 'HSCodes', 'cargoItems'], {
  carrierBookingReference: text(35),
  descriptionOfGoods: lines(150),
  HSCodes: list({ type: 'string', pattern: '^\\d{6,10}$' }),
  shippingMarks: lines(50),
  cargoItems: list(cargoItem),
});

const equipment = object(['isShipperOwned', 'seals'], {
  isShipperOwned: { type: 'boolean' },
  equipmentReference: EQUIPMENT,
  equipment: object(['equipmentReference', 'ISOEquipmentCode', 'tareWeight'], {
    equipmentReference: EQUIPMENT,
    ISOEquipmentCode: text(4),
    tareWeight: quantity(['KGM', 'LBR']),
  }),
  seals: list(
    object(['number'], {
      number: { type: 'string', minLength: 1, maxLength: 15 },
      source: { enum: ['CAR', 'SHI', 'VET', 'CUS'] },
    }),
  ),
});

const COPIES = { type: 'integer', minimum: 0 };

export const SHIPPING_INSTRUCTIONS_MESSAGE = object(
  [
    'transportDocumentTypeCode',
    'isShippedOnBoardType',
    'isElectronic',
    'isToOrder',
    'freightPaymentTermCode',
    'partyContactDetails',
    'documentParties',
    'isCargoDeliveredInICS2Zone',
    'consignmentItems',
    'utilizedTransportEquipments',
    'references',
  ],
  {
    shippingInstructionsReference: text(100),
    shippingInstructionsRevisionNumber: { type: 'integer', minimum: 1 },
    transportDocumentTypeCode: { enum: ['BOL', 'SWB'] },
    isShippedOnBoardType: { type: 'boolean' },
    freightPaymentTermCode: { enum: ['PRE', 'COL'] },
    isElectronic: { type: 'boolean' },
    isToOrder: { type: 'boolean' },
    numberOfOriginalsWithoutCharges: COPIES,
    numberOfCopiesWithoutCharges: COPIES,
    placeOfIssue: place,
    invoicePayableAt: place,
    partyContactDetails: list(
      object(['name'], {
        name: text(35),
        phone: text(30),
        email: { type: 'string', maxLength: 100, pattern: '^.+@\\S+$' },
      }),
    ),
    documentParties: object(['shipper'], {
      shipper,
      consignee: party,
      notifyParties: { type: 'array', minItems: 1, maxItems: 3, items: party },
    }),
    isCargoDeliveredInICS2Zone: { type: 'boolean' },
    isHouseBillOfLadingsIssued: { type: 'boolean' },
    consignmentItems: list(consignmentItem),
    utilizedTransportEquipments: list(equipment),
    references: {
      ...list(object(['type', 'value'], { type: { type: 'string', maxLength: 3 }, value: text(35) })),
      contains: { properties: { type: { const: 'FF' } } },
      minContains: 1,
      maxContains: 1,
    },
  },
);
