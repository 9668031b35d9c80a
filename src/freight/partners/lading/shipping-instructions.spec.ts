import { Decimal } from '../../../kernel/decimal.js';
import { type Instruction } from '../../domain/lading/instruction.js';
import { type InstructedBox, type InstructionsContent } from '../../domain/lading/instructions-content.js';
import { UnsendableInstructionsError } from '../../domain/lading/lading.errors.js';
import { type LoadedLine, stow } from '../../domain/lading/stuffing.js';
import { publishedSchema, whereGiven } from '../../../../test/support/published-schema.js';
import { shippingInstructions } from './shipping-instructions.js';

const OVEN: LoadedLine = {
  lineNumber: 1,
  description: 'Electric oven for household use, with grill and rotisserie, white',
  hsCode: '8516609000',
  grossKg: new Decimal('9000.125'),
  cbm: new Decimal('27.5'),
  packages: 1000,
};
const BOX: InstructedBox = {
  equipmentReference: 'SBXU7950013',
  ISOEquipmentCode: '22G1',
  isShipperOwned: false,
  seals: [{ number: 'CN1234567', source: 'CAR' }],
};
const CONTENT: InstructionsContent = {
  transportDocumentTypeCode: 'BOL',
  isElectronic: false,
  isShippedOnBoardType: true,
  isToOrder: false,
  freightPaymentTermCode: 'PRE',
  numberOfOriginals: 3,
  numberOfCopies: 3,
  contact: { name: 'Li Wei', phone: '+86 574 8765 4321' },
  utilizedTransportEquipments: [BOX],
};
const INSTRUCTION: Instruction = {
  reference: 'sin_01jdq3x7k2e9ta6v0m8r4c5wzb',
  customerReference: 'SO-1',
  revision: 1,
  shippingInstructionsReference: null,
  carrierBookingReference: 'SBK795000001',
  content: CONTENT,
  shipper: { name: 'Ningbo Example Trading Co., Ltd.', address: '浙江省宁波市示例路 1 号', uscc: '91330200MA2AEFJN8K' },
  consignee: { name: 'Hamburg Haushalt GmbH', address: 'Hafenstrasse 1, 20457 Hamburg' },
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  isInIcs2Zone: true,
  stowed: stow([OVEN], [BOX]),
};
const saying = (content: Partial<InstructionsContent>, change: Partial<Instruction> = {}): Instruction => ({
  ...INSTRUCTION,
  ...change,
  content: { ...CONTENT, ...content },
});
const two: InstructedBox[] = [BOX, { ...BOX, equipmentReference: 'SBXU7950034' }];

const INSTRUCTIONS: [string, Instruction][] = [
  ['a bill of lading', INSTRUCTION],
  ['a sea waybill', saying({ transportDocumentTypeCode: 'SWB', numberOfOriginals: 0, freightPaymentTermCode: 'COL' })],
  ['an electronic bill to order', saying({ isElectronic: true, isToOrder: true, numberOfOriginals: 0 })],
  ['a master over a house bill', saying({ houseBillOfLadingReference: 'ENTH26110001' })],
  [
    'a later revision, with another notify party and marks',
    saying(
      {
        notifyParty: { name: 'Elbe Logistik GmbH', address: 'Hafenstrasse 2, 20457 Hamburg' },
        shippingMarks: 'HAUSHALT HAMBURG C/NO. 1-1000 MADE IN CHINA',
        contact: { name: 'Li Wei', email: 'li.wei@example.cn' },
      },
      { revision: 4, isInIcs2Zone: false },
    ),
  ],
  ['two containers', saying({ utilizedTransportEquipments: two }, { stowed: stow([OVEN], two) })],
  [
    'a container of the shipper’s own',
    saying({ utilizedTransportEquipments: [{ ...BOX, isShipperOwned: true, tareKg: '2230' }] }),
  ],
  [
    'names, addresses and descriptions past the limits',
    saying(
      {},
      {
        shipper: { ...INSTRUCTION.shipper, name: 'N'.repeat(200), address: 'A '.repeat(2_000) },
        stowed: stow([{ ...OVEN, description: 'wonderful '.repeat(1_000) + 'w'.repeat(50) }], [BOX]),
      },
    ),
  ],
];

const written = (instruction: Instruction): Record<string, unknown> =>
  JSON.parse(shippingInstructions(instruction).message) as Record<string, unknown>;

describe('CreateShippingInstructions', () => {
  it.each(INSTRUCTIONS)('can be written for %s', (_what, instruction) => {
    expect(() => shippingInstructions(instruction)).not.toThrow();
  });

  it('says of each line what is in which container, to the gram', () => {
    const boxes = saying({ utilizedTransportEquipments: two }, { stowed: stow([OVEN], two) });
    const [item] = written(boxes)['consignmentItems'] as { cargoItems: object[]; descriptionOfGoods: string[] }[];
    expect(item?.descriptionOfGoods).toEqual(['Electric oven for household use,', 'with grill and rotisserie, white']);
    expect(item?.cargoItems).toEqual([
      expect.objectContaining({
        equipmentReference: 'SBXU7950013',
        cargoGrossWeight: { value: 4500.063, unit: 'KGM' },
      }),
      expect.objectContaining({
        equipmentReference: 'SBXU7950034',
        cargoGrossWeight: { value: 4500.062, unit: 'KGM' },
      }),
    ]);
  });

  it('names nobody as consignee who gets the goods to order, and tells the buyer', () => {
    const parties = written(saying({ isToOrder: true }))['documentParties'] as Record<string, unknown>;
    expect(parties['consignee']).toBeUndefined();
    expect(parties['notifyParties']).toEqual([expect.objectContaining({ partyName: 'Hamburg Haushalt GmbH' })]);
  });

  it('is refused with every fault at once, each with its place', () => {
    const faulty = saying({
      contact: { name: 'Li Wei', email: 'nobody' },
      utilizedTransportEquipments: [{ ...BOX, seals: [] }],
    });
    expect(
      refusalOf(faulty)
        .faults.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/partyContactDetails/0/email', '/utilizedTransportEquipments/0/seals']);
  });
});

whereGiven('EBL_v3.0.4')('Against the published DCSA Bill of Lading 3.0.4 (REFERENCE_DATA_DIR)', () => {
  const faultsAgainst = publishedSchema('EBL_v3.0.4');

  it.each(INSTRUCTIONS)('CreateShippingInstructions for %s is valid', (_what, instruction) => {
    expect(faultsAgainst('CreateShippingInstructions', written(instruction))).toEqual([]);
  });

  it.each(INSTRUCTIONS)('UpdateShippingInstructions for %s is valid', (_what, instruction) => {
    const update = { ...instruction, revision: 2, shippingInstructionsReference: 'si-1' };
    expect(faultsAgainst('UpdateShippingInstructions', written(update))).toEqual([]);
  });

  it.each([[{ updatedShippingInstructionsStatus: 'UPDATE_CANCELLED' }], [{ shippingInstructionsStatus: 'CANCELLED' }]])(
    'CancelShippingInstructionsUpdate %j is valid',
    (body) => {
      expect(faultsAgainst('CancelShippingInstructionsUpdate', body)).toEqual([]);
    },
  );

  it('ApproveTransportDocument is valid', () => {
    expect(faultsAgainst('ApproveTransportDocument', { transportDocumentStatus: 'APPROVED' })).toEqual([]);
  });
});

function refusalOf(instruction: Instruction): UnsendableInstructionsError {
  try {
    shippingInstructions(instruction);
  } catch (error) {
    if (error instanceof UnsendableInstructionsError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
