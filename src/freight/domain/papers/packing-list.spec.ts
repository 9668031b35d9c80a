import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { type Sheet, type Table } from '../../../kernel/sheet.js';
import { type InstructedBox } from '../lading/instructions-content.js';
import { type PackedLine, packingList, type PackingFacts } from './packing-list.js';

const line = (lineNumber: number, grossKg: string, packages: number): PackedLine => ({
  ...{ lineNumber, packages, hsCode: '8516609000', description: 'Electric oven', descriptionZh: '电烤箱' },
  ...{ kind: 'cartons 纸箱', netKg: new Decimal(grossKg).times('0.9') },
  ...{ grossKg: new Decimal(grossKg), cbm: new Decimal('27.5') },
});
const box = (equipmentReference: string, cargo?: InstructedBox['cargo']): InstructedBox => ({
  ...{ equipmentReference, ISOEquipmentCode: '22G1', isShipperOwned: false },
  seals: [{ number: 'CN1', source: 'CAR' }],
  ...(cargo === undefined ? {} : { cargo }),
});
const FACTS: PackingFacts = {
  ...{ reference: 'SO-1', contractNumber: 'NB1', incoterm: 'FOB', date: '2026-12-01' },
  seller: { name: '宁波示例', nameEn: 'Ningbo Example', address: '宁波' },
  buyer: { name: 'Hamburg Haushalt', address: 'Hafenstrasse 1', country: 'DE' },
  ...{ bookingReference: null, transportDocumentReference: null, instructed: null },
  voyage: {
    ...{ portOfLoading: 'CNNGB', portOfDischarge: 'DEHAM', vesselName: null, voyageNumber: null },
    ...{ plannedDeparture: null, plannedArrival: null },
  },
  lines: [line(1, '9000.123', 1_000), line(2, '0.5', 1)],
};
const made = (change: Partial<PackingFacts> = {}): Sheet => packingList({ ...FACTS, ...change }, (code) => code);
const tables = (sheet: Sheet): Table[] => sheet.blocks.filter((block) => block.kind === 'table');
const texts = (sheet: Sheet) => sheet.blocks.filter(({ kind }) => kind === 'text');
const instructed = (...boxes: InstructedBox[]) => ({ shippingMarks: 'C/NO. 1-10', boxes });

describe('A packing list', () => {
  it('has the lines of the order, and their sums to the gram', () => {
    const [goods, boxes] = tables(made());
    expect(goods?.rows[0]).toEqual([
      ...['1', '8516609000', 'Electric oven\n电烤箱', '1000', 'cartons 纸箱'],
      ...['8100.1107', '9000.123', '27.500'],
    ]);
    expect(goods?.totals).toEqual(['', 'TOTAL 合计', '', '1001', '', '8100.5607', '9000.623', '55.000']);
    expect(boxes).toBeUndefined();
  });

  it('says what is in each container as it was instructed: by line, or spread evenly', () => {
    const said = made({
      lines: [line(1, '9', 3)],
      instructed: instructed(
        box('AAAU1', [{ lineNumber: 1, grossKg: '5', packages: 2 }]),
        box('BBBU2', [{ lineNumber: 1, grossKg: '4', packages: 1 }]),
      ),
    });
    expect(tables(said)[1]?.rows.map((row) => [row[0], row[4], row[5]])).toEqual([
      ['AAAU1', '2', '5.000'],
      ['BBBU2', '1', '4.000'],
    ]);
    const spread = made({ lines: [line(1, '9', 3)], instructed: instructed(box('AAAU1'), box('BBBU2')) });
    expect(tables(spread)[1]?.totals).toEqual(['TOTAL 合计', '', '', '', '3', '9.000', '27.500']);
    expect([texts(said), texts(spread)]).toEqual([[], []]);
  });

  it('says so where the booking was changed after the instructions', () => {
    const boxes = [box('AAAU1', [{ lineNumber: 1, grossKg: '8', packages: 3 }])];
    const sheet = made({ lines: [line(1, '9', 3)], instructed: instructed(...boxes) });
    expect(tables(sheet).map(({ totals }) => totals.at(-2))).toEqual(['9.000', '8.000']);
    expect(texts(sheet)).toHaveLength(1);
  });

  it('comes to the same by lines and by containers, whatever is spread over however many', () => {
    const grams = fc.integer({ min: 1, max: 30_000_000 });
    fc.assert(
      fc.property(fc.array(grams, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 7 }), (all, count) => {
        const lines = all.map((each, index) => line(index + 1, new Decimal(each).div(1_000).toFixed(), each % 9_999));
        const boxes = Array.from({ length: count }, (_none, index) => box(`BOX${index}`));
        const [goods, stowed] = tables(made({ lines, instructed: instructed(...boxes) }));
        const sum = all.reduce((total, each) => total.plus(each), new Decimal(0)).div(1_000);
        expect([goods?.totals[6], stowed?.totals[5]]).toEqual([sum.toFixed(3), sum.toFixed(3)]);
        expect(goods?.totals[3]).toBe(stowed?.totals[4]);
      }),
    );
  });
});
