import { publishedSchema, whereGiven } from '../../../test/support/published-schema.js';
import { Decimal } from '../../kernel/decimal.js';
import { sentenceCatalogue, told } from '../../kernel/sentence.js';
import { UnsendableBookingError } from '../domain/booking.errors.js';
import { type BookingInstruction } from '../domain/booking-instruction.js';
import { createBooking, updateBooking } from './create-booking.js';
import { CREATE_BOOKING } from './create-booking.schema.js';

const GOODS = {
  description: 'Electric oven',
  hsCode: '8516609000',
  grossKg: new Decimal('9000.125'),
  cbm: new Decimal('27.5'),
  packages: 1000,
};

const INSTRUCTION: BookingInstruction = {
  reference: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb',
  customerReference: 'SO-1',
  quoteReference: 'frq_01jdq3x7k2e9ta6v0m8r4c5wzb',
  mode: 'fcl',
  incoterm: 'FOB',
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  expectedDepartureDate: '2026-12-05',
  shipper: {
    name: 'Ningbo Example Trading Co., Ltd.',
    address: '浙江省宁波市鄞州区示例路 1 号',
    uscc: '91330200MA2AEFJN8K',
  },
  consignee: { name: 'Hamburg Haushalt GmbH', address: 'Hafenstrasse 1, 20457 Hamburg' },
  equipments: [{ sizeType: '22G1', units: 2, goods: [GOODS] }],
};

const with_ = (change: Partial<BookingInstruction>): BookingInstruction => ({ ...INSTRUCTION, ...change });

const INSTRUCTIONS: [string, BookingInstruction][] = [
  ['full containers', INSTRUCTION],
  ['LCL', with_({ mode: 'lcl', equipments: [{ sizeType: '22G1', units: 1, goods: [GOODS, GOODS] }] })],
  [
    'names and addresses past the limits',
    with_({
      shipper: { ...INSTRUCTION.shipper, name: 'N'.repeat(200), address: 'A '.repeat(2_000) },
      consignee: { name: ` ${'x'.repeat(69)}  y `, address: 'z' },
    }),
  ],
  [
    'what may be changed of it',
    with_({
      notifyParty: { name: 'Elbe Logistik GmbH', address: 'Hafenstrasse 2, 20457 Hamburg' },
      ship: { vesselName: 'SBX CATHAY', voyageNumber: '050W' },
      transportDocumentType: 'SWB',
      isPartialLoadAllowed: true,
      isEquipmentSubstitutionAllowed: true,
    }),
  ],
  [
    'goods without volume or packages',
    with_({
      equipments: [{ sizeType: '45G1', units: 1, goods: [{ ...GOODS, cbm: new Decimal(0), packages: 0 }] }],
    }),
  ],
];

describe('CreateBooking', () => {
  it.each(INSTRUCTIONS)('can be written for %s', (_what, instruction) => {
    expect(() => createBooking(instruction)).not.toThrow();
  });

  it('names us by the forwarder’s reference, once, and the order by the customer’s', () => {
    const { references } = JSON.parse(createBooking(INSTRUCTION).message) as { references: unknown };
    expect(references).toEqual([
      { type: 'FF', value: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
      { type: 'CR', value: 'SO-1' },
    ]);
  });

  it('names what it had to shorten, and nothing else', () => {
    const name = `${'N'.repeat(69)} \n of a company`;
    expect(createBooking(with_({ consignee: { name, address: 'z' } })).cutFields).toEqual([
      { pointer: '/documentParties/consignee/partyName', givenLength: 82, keptLength: 70 },
    ]);
    expect(createBooking(INSTRUCTION).cutFields).toEqual([]);
  });

  it('is the same to the byte when it is written again', () => {
    expect(createBooking(INSTRUCTION)).toEqual(createBooking({ ...INSTRUCTION }));
  });

  it('says weights as numbers with all their digits', () => {
    expect(createBooking(INSTRUCTION).message).toContain('"cargoGrossWeight":{"value":9000.125,"unit":"KGM"}');
  });

  it.each<[string, Partial<BookingInstruction>, string[]]>([
    ['a port that is no UN/LOCODE', { portOfLoading: 'NINGBO' }, ['/shipmentLocations/0/location/UNLocationCode']],
    ['a reference past 35 characters', { customerReference: 'x'.repeat(36) }, ['/references/1/value']],
    ['no container', { equipments: [] }, ['/requestedEquipments']],
    [
      'a container of nothing',
      { equipments: [{ sizeType: '22G1', units: 1, goods: [] }] },
      ['/requestedEquipments/0/commodities'],
    ],
    ['a day that does not exist', { expectedDepartureDate: '2026-02-30' }, ['/expectedDepartureDate']],
    [
      'several faults, all of them at once',
      {
        shipper: { ...INSTRUCTION.shipper, name: ' ' },
        equipments: [{ sizeType: 'big', units: 0, goods: [{ ...GOODS, hsCode: '85', grossKg: new Decimal(0) }] }],
      },
      [
        '/documentParties/shipper/partyName',
        '/requestedEquipments/0/ISOEquipmentCode',
        '/requestedEquipments/0/commodities/0/cargoGrossWeight/value',
        '/requestedEquipments/0/commodities/0/extendedHSCodes/0',
        '/requestedEquipments/0/units',
      ],
    ],
  ])('is refused with %s', (_what, change, pointers) => {
    const refused = refusalOf(with_(change));
    expect(refused.faults.map(({ pointer }) => pointer).sort()).toEqual(pointers);
  });

  it('is refused in Ajv’s English, and in Chinese', () => {
    const equipments = [{ sizeType: '22G1', units: 0, goods: [{ ...GOODS, hsCode: '85' }] }];
    const { faults } = refusalOf(with_({ portOfLoading: 'NINGBO', expectedDepartureDate: '2026-02-30', equipments }));
    const inBoth = faults.map(({ message }) => `${told(message, 'en')} | ${told(message, 'zh')}`);
    expect(inBoth.sort()).toEqual([
      'must be >= 1 | 应大于或等于 1',
      'must match format "date" | 格式应为 date',
      'must match pattern "^[A-Z]{2}[A-Z2-9]{3}$" | 格式应符合 ^[A-Z]{2}[A-Z2-9]{3}$',
      'must match pattern "^\\d{6,12}$" | 格式应符合 ^\\d{6,12}$',
    ]);
  });

  it('can be refused by no keyword of the schema that has no sentence', () => {
    const said = [...sentenceCatalogue().keys()].filter((code) => code.startsWith('SCHEMA.'));
    const unsaid = [...keywordsIn(CREATE_BOOKING)].filter((keyword) => !said.includes(`SCHEMA.${keyword}`));
    expect(unsaid.filter((keyword) => !SILENT.includes(keyword))).toEqual([]);
  });
});

whereGiven('BKG_v2.0.5')('Against the published DCSA Booking 2.0.5 (REFERENCE_DATA_DIR)', () => {
  const faultsAgainst = publishedSchema('BKG_v2.0.5');

  it.each(INSTRUCTIONS)('CreateBooking for %s is valid', (_what, instruction) => {
    expect(faultsAgainst('CreateBooking', JSON.parse(createBooking(instruction).message))).toEqual([]);
  });

  it.each(INSTRUCTIONS)('UpdateBooking for %s is valid', (_what, instruction) => {
    const { message } = updateBooking(instruction, {
      carrierBookingRequestReference: 'r-1',
      carrierBookingReference: null,
    });
    expect(faultsAgainst('UpdateBooking', JSON.parse(message))).toEqual([]);
  });

  it.each([
    [{ bookingStatus: 'CANCELLED', reason: 'Strike' }],
    [{ amendedBookingStatus: 'AMENDMENT_CANCELLED' }],
    [{ bookingCancellationStatus: 'CANCELLATION_RECEIVED' }],
  ])('CancelBookingRequest %j is valid', (body) => {
    expect(faultsAgainst('CancelBookingRequest', body)).toEqual([]);
  });
});

/** Keywords that say nothing by themselves; the two bounds are told by `contains`. */
const SILENT = ['properties', 'items', 'allOf', 'minContains', 'maxContains'];

/** Keywords of a schema and of those within it. */
function keywordsIn(schema: object): Set<string> {
  const found = new Set<string>();
  for (const [keyword, value] of Object.entries(schema) as [string, unknown][]) {
    found.add(keyword);
    const isMany = keyword === 'properties' || keyword === 'allOf';
    const within = isMany ? Object.values(value as object) : ['items', 'contains'].includes(keyword) ? [value] : [];
    for (const one of within as object[]) for (const name of keywordsIn(one)) found.add(name);
  }
  return found;
}

function refusalOf(instruction: BookingInstruction): UnsendableBookingError {
  try {
    createBooking(instruction);
  } catch (error) {
    if (error instanceof UnsendableBookingError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
