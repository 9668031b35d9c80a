import { type Sheet, type Table } from '../../../kernel/sheet.js';
import { documentSheets, type PrintedDocument } from './transport-document-sheet.js';

const cargo = (equipmentReference: string, value: number, unit = 'KGM') => ({
  ...{ equipmentReference, cargoGrossWeight: { value, unit }, outerPackaging: { numberOfPackages: 5 } },
});
const DOCUMENT = {
  ...{ isToOrder: false, isElectronic: false, numberOfOriginalsWithoutCharges: 2, numberOfOriginalsWithCharges: 1 },
  documentParties: {
    shipper: { partyName: 'Ningbo Example', addressLines: ['Ningbo'] },
    consignee: {
      partyName: 'Hamburg Haushalt',
      address: { street: 'Hafenstrasse', streetNumber: '1', city: 'Hamburg' },
    },
    issuingParty: { partyName: 'Sandbox Line' },
  },
  transports: { portOfLoading: { UNLocationCode: 'CNNGB' } },
  consignmentItems: [
    {
      descriptionOfGoods: ['Electric', 'oven'],
      HSCodes: ['851660'],
      cargoItems: [cargo('BBBU2', 0.2), cargo('AAAU1', 0.1)],
    },
    { descriptionOfGoods: ['Toys'], HSCodes: ['950300'], cargoItems: [cargo('AAAU1', 3)] },
  ],
  utilizedTransportEquipments: [
    { equipmentReference: 'AAAU1', seals: [{ number: 'CN1', source: 'CAR' }] },
    { equipment: { equipmentReference: 'BBBU2', ISOEquipmentCode: '22G1' }, seals: [] },
  ],
  termsAndConditions: 'Terms of the carrier',
};
const FACTS: PrintedDocument = {
  ...{ level: 'master', type: 'BOL', state: 'draft', document: DOCUMENT, issuedOn: '2026-12-05' },
  ...{ transportDocumentReference: 'SNBX1', transportDocumentSubReference: null, forwarder: 'Elbe Forwarding' },
};
const printed = (change: Partial<PrintedDocument> = {}) =>
  documentSheets({ ...FACTS, ...change }, (code) => (code === 'CNNGB' ? 'Ningbo' : code));
const marks = (change: Partial<PrintedDocument>) => printed(change).map(({ mark }) => mark);
const boxOf = (sheet: Sheet | undefined, label: string) =>
  sheet?.blocks
    .flatMap((block) => (block.kind === 'boxes' ? block.boxes : []))
    .find((box) => box.label.startsWith(label))?.text;
const tables = (sheet: Sheet | undefined): Table[] => (sheet?.blocks ?? []).filter((block) => block.kind === 'table');

type Standing = readonly [PrintedDocument['level'], PrintedDocument['type'], PrintedDocument['state']];

describe('A transport document on paper', () => {
  it.each<readonly [...of: Standing, marks: readonly string[], why: string]>([
    ['master', 'BOL', 'draft', ['DRAFT 草稿'], 'nothing holds yet'],
    ['master', 'BOL', 'approved', ['DRAFT 草稿'], 'it is not issued'],
    ['master', 'BOL', 'issued', ['COPY NON-NEGOTIABLE 副本 不可转让'], 'the carrier has the originals'],
    ['master', 'SWB', 'issued', ['COPY NON-NEGOTIABLE 副本 不可转让'], 'nor is a waybill one'],
    ['master', 'BOL', 'surrendered_for_delivery', ['SURRENDERED 已交回'], 'it is given back'],
    ['house', 'BOL', 'draft', ['DRAFT 草稿'], 'ours is a draft too'],
    ['house', 'BOL', 'issued', [1, 2, 3].map((of) => `ORIGINAL ${of}/3 正本`), 'ours to issue: a set'],
    ['house', 'SWB', 'issued', ['NON-NEGOTIABLE 不可转让'], 'signed, and yet none to negotiate'],
    ['house', 'BOL', 'surrendered_for_delivery', ['SURRENDERED 已交回'], 'no originals once they are back'],
    ['house', 'BOL', 'voided', ['VOID 作废'], 'nothing holds any more'],
  ])('%s %s while %s is marked %j: %s', (level, type, state, expected) => {
    expect(marks({ level, type, state })).toEqual(expected);
  });

  it('has no originals where it is electronic, and a full set where the master has none on paper', () => {
    const house = { level: 'house', state: 'issued' } as const;
    expect(marks({ ...house, document: { ...DOCUMENT, isElectronic: true } })).toEqual([
      'COPY NON-NEGOTIABLE 副本 不可转让',
    ]);
    const { consignmentItems } = DOCUMENT;
    expect(marks({ ...house, document: { consignmentItems } })).toHaveLength(3);
  });

  it('adds up goods and containers exactly, each container with what is in it', () => {
    const [goods, boxes] = tables(printed()[0]);
    expect(goods?.rows.map((row) => [row[2], row[5]])).toEqual([
      ['Electric oven', '0.300 kg'],
      ['Toys', '3.000 kg'],
    ]);
    expect(boxes?.rows.map((row) => [row[0], row[1], row[2]])).toEqual([
      ['AAAU1', 'CN1 CAR', '1'],
      ['AAAU1', 'CN1 CAR', '2'],
      ['BBBU2 22G1', '', '1'],
    ]);
    expect([goods?.totals.slice(4, 6), boxes?.totals.slice(3, 5)]).toEqual([
      ['15', '3.300 kg'],
      ['15', '3.300 kg'],
    ]);
  });

  it('turns no unit into another', () => {
    const consignmentItems = [{ cargoItems: [cargo('AAAU1', 3), cargo('AAAU1', 2, 'LBR')] }];
    const [goods] = tables(printed({ document: { ...DOCUMENT, consignmentItems } })[0]);
    expect(goods?.totals[5]).toBe('3.000 kg + 2.000 lb');
  });

  it('is issued by the carrier, and a house document by us, without the carrier’s terms', () => {
    const [master] = printed({ state: 'issued' });
    const [house] = printed({ state: 'issued', level: 'house' });
    expect([boxOf(master, 'Issued by'), boxOf(house, 'Issued by')]).toEqual(['Sandbox Line', 'Elbe Forwarding']);
    expect(JSON.stringify(master?.blocks)).toContain('Terms of the carrier');
    expect(JSON.stringify(house?.blocks)).not.toContain('Terms of the carrier');
    expect(boxOf(house, 'Signed')).toContain('For Elbe Forwarding');
  });

  it('names parties, places and who holds it', () => {
    const [sheet] = printed();
    expect(boxOf(sheet, 'Consignee')).toBe('Hamburg Haushalt\nHafenstrasse 1, Hamburg');
    expect(boxOf(sheet, 'Port of loading')).toBe('Ningbo');
    const [bill] = printed({ document: { ...DOCUMENT, isToOrder: true, documentParties: {} } });
    expect(boxOf(bill, 'Consignee')).toBe('TO ORDER 凭指示');
  });

  it('is made of whatever the carrier told, however little or odd', () => {
    const odd = {
      consignmentItems: 'none',
      transports: 7,
      documentParties: null,
      termsAndConditions: 'x'.repeat(9_999),
    };
    const [sheet] = printed({ document: odd });
    const written = JSON.stringify(sheet);
    expect([written.includes(`${'x'.repeat(2_000)}…`), written.length < 9_999]).toEqual([true, true]);
  });
});
